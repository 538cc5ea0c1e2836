import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sceneBody } from '#lib/wall/screen.ts';
import { board } from '#lib/views/wall/scenes/board.ts';
import type { WallBoard, WallRow } from '#lib/views/wall/scenes/board-answer.ts';
import { boardRoom } from '#lib/views/wall/scenes/board-room.ts';
import { reveal, type WallReveal } from '#lib/views/wall/scenes/reveal.ts';
import { openSceneFixture, wall, walls, type SceneFixture } from './scene-fixture.ts';

const frozen = {
	id: 'frozen-studios',
	source: { from: 'studios' },
	title: { zh: '封榜工作室榜', en: 'Frozen' },
	kind: 'measure',
	entity: 'studio',
	chain: [{ field: 'patents', direction: 'descending' }],
	freeze: { release: 'r1', version: 1 }
};
/* Nobody has what was shown then: nothing is. */
const lost = { ...frozen, id: 'lost-studios', freeze: { release: 'r0', version: 1 } };

let fixture: SceneFixture;
beforeAll(async () => {
	fixture = await openSceneFixture(
		[
			`INSERT INTO results (competition_id, event, entrant_id, entrant, team, total, time, award, status) VALUES
				('JS2', '电工', '1', '张三丰', '甲队', 90.5, 600, 'gold', NULL), ('JS2', '电工', '2', '李四', '乙队', 90.5, 600, NULL, NULL),
				('JS2', '电工', '3', '王五', '甲队', 80, 500, NULL, NULL), ('JS2', '电工', '4', '赵六', NULL, NULL, NULL, NULL, 'absent'),
				('JS2', '焊工', '1', '钱七', '乙队', 70.25, 300, NULL, NULL)`,
			`INSERT INTO studios (studio_id, name, kind, region, founded, patents) VALUES
				('G1', '一室', 'worker', '5001', NULL, 3), ('G2', '二室', 'worker', '5002', NULL, 9), ('G3', '三室', 'worker', '5002', NULL, 3)`
		],
		{ boards: [frozen, lost] }
	);
});
afterAll(() => fixture.connector.close());

const at = { kind: 'board', filters: 'period=2026Q2' } as const;
const asked = (id: string, more: object = {}) =>
	fixture.answer(board.ask({ ...at, board: id, ...more }, fixture.context));
const revealed = (id: string, more: object = {}) =>
	fixture.answer(reveal.ask({ ...at, kind: 'reveal', board: id, ...more }, fixture.context)) as Promise<WallReveal>;
const lines = ({ groups }: WallBoard) =>
	groups.map(({ rows }) => rows.map(({ rank, name, value, movement }) => [rank, name, value, movement?.text ?? '']));

describe('what a board shows', () => {
	test('ranks, short names, movement against the year before, and who has not reported', async () => {
		const shown = await asked('region-participations');
		expect(lines(shown)).toEqual([
			[
				[1, '甲', '200', '▲1'],
				[2, '乙', '100', '▼1'],
				[null, '丙', '—', '']
			]
		]);
		expect(shown.groups[0]?.rows[2]?.reason).toContain('未报');
		// The bar of the second is half of the first's: 100 of 200.
		expect(shown.groups[0]?.rows.map(({ bar }) => bar?.to ?? null)).toEqual([1, 0.5, null]);
		expect(shown).toMatchObject({ moving: true, state: '已报 2/3 · 暂定' });
		expect(shown.lead).toBe('甲区以 200\u2009人次居首，比乙区领先 100\u2009人次');
		expect(shown.notes[0]).toContain('2025年二季度');
		expect(board.path(shown, 0)).toBe('/leaderboards/region-participations');
	});

	test('the first board of the release where it has none of the name; none where nothing can be ranked', async () => {
		expect((await asked('no-such-board')).id).toBe('region-participations');
		const empty = {
			...fixture.context,
			indicators: [],
			highlights: [],
			lists: { ...fixture.context.lists, batches: [] }
		};
		expect(board.ask({ ...at, board: 'no-such-board' }, empty)).toBeNull();
	});

	test('people by the policy of the board, events apart, ties marked, the absent with the reason', async () => {
		const shown = await asked('competition-JS2');
		expect(shown.groups.map(({ key }) => key)).toHaveLength(2);
		const fitters = shown.groups.find(({ rows }) => rows.length === 4)?.rows ?? [];
		expect(fitters.map(({ rank, tied, name }) => [rank, tied, name])).toEqual([
			[1, true, '张*'],
			[1, true, '李*'],
			[3, false, '王*'],
			[null, false, '赵*']
		]);
		expect(JSON.stringify(shown)).not.toMatch(/张三丰|李四|王五|赵六|钱七/);
		expect(board.detail?.({ ...at, board: 'competition-JS2' }, fixture.context)).toBe(true);
		expect(board.detail?.({ ...at, board: 'region-participations' }, fixture.context)).toBe(false);
	});

	test('of many ranks the first, and it says so', async () => {
		const shown = await asked('studio-patents', { rows: 1 });
		expect(lines(shown)).toEqual([[[1, '二室', '9', '']]]);
		expect(shown.notes).toContain('前 1 名，共 3');
	});

	test('a frozen board as the public sees it; without what was known then it is passed over', async () => {
		const shown = await asked('frozen-studios');
		expect(shown.notes[0]).toContain('已封榜');
		expect(lines(shown)[0]?.map(([, name]) => name)).toEqual(['二室', '一室', '三室']);
		const none = await asked('lost-studios');
		expect(board.shows(none)).toBe(false);
		expect(JSON.stringify(none)).not.toContain('二室');
	});
});

describe('the reveal', () => {
	test('from the last place to the first, equal ranks together; the last step is the board', async () => {
		const shown = await revealed('studio-patents');
		expect(shown.stages.map(({ news }) => news.map(({ name }) => name))).toEqual([[], ['一室', '三室'], ['二室']]);
		expect([...(shown.stages.at(-1)?.out ?? [])].toSorted()).toEqual(['G1', 'G2', 'G3']);
		expect(shown.groups).toEqual((await asked('studio-patents')).groups);
		const titles = shown.stages.map((_, step) => reveal.headline(shown, fixture.context, step).title);
		expect(titles).toEqual(['即将揭晓', '并列第 2 名：一室、三室（2 个），3', shown.lead]);
	});

	test('those without a rank are no news; of many places only the first are', async () => {
		const shown = await revealed('region-participations');
		expect(shown.stages.map(({ out }) => out.size)).toEqual([1, 2, 3]);
		expect((await revealed('studio-patents', { rows: 1 })).stages.map(({ news }) => news.length)).toEqual([0, 1]);
	});

	test('of a lost freeze nothing', async () => {
		const shown = await revealed('lost-studios');
		expect(reveal.shows(shown)).toBe(false);
		expect(shown.stages).toEqual([]);
	});

	test('event after event', async () => {
		const shown = await revealed('competition-JS2');
		const order = [...new Set(shown.stages.map(({ group }) => group))];
		expect(order).toEqual(shown.groups.map(({ key }) => key));
		for (const key of order) {
			const own = shown.stages.filter(({ group }) => group === key);
			const rows = shown.groups.find((group) => group.key === key)?.rows ?? [];
			expect(own.at(-1)?.out.size).toBe(rows.length);
		}
	});
});

/** A board of so many rows with names of so many characters. */
function boardOf(count: number, name: number, more: Partial<WallBoard> = {}): WallBoard {
	const rows = Array.from({ length: count }, (_, index): WallRow => ({
		...{ key: String(index), rank: index + 1, tied: index % 7 === 3, name: '名'.repeat(name), value: '1,234.5万' },
		...{ bar: { from: 0, to: 1 / (index + 1) }, further: [], provisional: false, reason: null },
		movement: { direction: 'up', text: '▲12' }
	}));
	return {
		...{ id: 'x', title: 'x', about: 'x', lead: 'x', state: '', moving: true, notes: ['▲▼ 名次与2025年三季度相比'] },
		heads: { value: '参赛人次', further: [] },
		groups: [{ key: '', rows }],
		...more
	};
}

describe('where rows stand', () => {
	test.each(Object.keys(walls))('%s: every row once, on pages of about equal length, within the scene', (name) => {
		for (const [count, characters] of [
			[3, 2],
			[33, 8],
			[60, 3],
			[120, 24]
		] as const) {
			const screen = wall(name);
			const shown = boardOf(count, characters);
			const room = boardRoom(shown, screen);
			expect(room.pages.flatMap(({ rows }) => rows)).toEqual(shown.groups[0]?.rows);
			const lengths = room.pages.map(({ rows }) => rows.length);
			expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(room.pages.length);
			expect(room.rows * room.rowDown).toBeLessThanOrEqual(sceneBody(screen).down);
			expect(Math.max(...lengths)).toBeLessThanOrEqual(room.rows * room.columns);
			const parts = room.rank + (room.beside ? room.movement : 0) + room.name + room.value;
			expect(parts * room.columns).toBeLessThan(sceneBody(screen).across);
			// Two lines of the smallest type hold the name, or its row is higher.
			expect(Math.ceil(characters / room.name) * 1.25).toBeLessThanOrEqual(room.rowDown);
		}
	});

	test('wide walls have several columns, upright ones one with bars below the names', () => {
		const columns = Object.fromEntries(
			Object.keys(walls).map((name) => [name, boardRoom(boardOf(60, 3), wall(name)).columns])
		);
		expect(columns).toEqual({ wide: 2, tall: 1, square: 1, cinema: 3, double: 4, strip: 4, panels: 2 });
		expect(boardRoom(boardOf(60, 3), wall('tall')).beside).toBe(false);
		expect(boardRoom(boardOf(60, 24), wall('wide')).columns).toBe(1);
	});

	test('groups never share a page', () => {
		const rows = boardOf(5, 3).groups[0]?.rows ?? [];
		const room = boardRoom(
			boardOf(5, 3, {
				groups: [
					{ key: 'a', rows },
					{ key: 'b', rows }
				]
			}),
			wall('wide')
		);
		expect(room.pages.map(({ group }) => group.key)).toEqual(['a', 'b']);
	});
});
