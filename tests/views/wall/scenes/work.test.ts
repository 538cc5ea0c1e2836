import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { namingLevels } from '#lib/datasets/code-lists.ts';
import { sceneBody } from '#lib/wall/screen.ts';
import { fittingBars, type BarRow } from '#lib/views/wall/scenes/bar-list.ts';
import { campaigns } from '#lib/views/wall/scenes/campaigns.ts';
import { campaignsRoom } from '#lib/views/wall/scenes/campaigns-room.ts';
import { ladder } from '#lib/views/wall/scenes/ladder.ts';
import { hasLongNames, ladderRoom } from '#lib/views/wall/scenes/ladder-room.ts';
import { sidedRoom } from '#lib/views/wall/scenes/sided-room.ts';
import { studios } from '#lib/views/wall/scenes/studios.ts';
import { targets } from '#lib/views/wall/scenes/targets.ts';
import { targetsRoom } from '#lib/views/wall/scenes/targets-room.ts';
import { openSceneFixture, wall, walls, type SceneFixture } from './scene-fixture.ts';

/** measure, region, level, skill level, kind, campaign, month, value */
const facts = [
	['studios.count', '5001', 'provincial', 'all', 'worker', 'all', '2024-12', 6],
	['studios.count', '5002', 'municipal', 'all', 'worker', 'all', '2025-04', 3],
	['studios.count', '5002', 'municipal', 'all', 'team', 'all', '2026-04', 1],
	['trainings.enrolled', '5001', 'all', 'senior', 'skills', 'all', '2026-04', 100],
	['trainings.attendances', '5001', 'all', 'senior', 'skills', 'all', '2026-04', 150],
	['trainings.certified', '5001', 'all', 'senior', 'skills', 'all', '2026-04', 60],
	['trainings.certified_high', '5001', 'all', 'senior', 'skills', 'all', '2026-04', 60],
	['trainings.certified_graded', '5001', 'all', 'senior', 'skills', 'all', '2026-04', 60],
	['trainings.certified_graded', '5002', 'all', 'junior', 'skills', 'all', '2026-04', 20],
	['trainings.certifying_enrolled', '5001', 'all', 'senior', 'skills', 'all', '2026-04', 100],
	['trainings.enrolled', '5002', 'all', 'junior', 'skills', 'all', '2026-04', 50],
	['trainings.certified', '5002', 'all', 'junior', 'skills', 'all', '2026-04', 20],
	['trainings.certifying_enrolled', '5002', 'all', 'junior', 'skills', 'all', '2026-04', 50],
	['competitions.count', '5001', 'municipal', 'all', 'skills', 'skill', '2026-04', 12],
	['trainings.count', '5001', 'all', 'all', 'skills', 'skill', '2026-04', 2]
] as const;

/** Four figures, one with a title of two lines on narrow walls. */
const titled = ['创新工作室', '万人工作室（个/万人）', '工匠学院', '高技能占比'].map((titleWithUnit) => ({
	titleWithUnit
}));

let fixture: SceneFixture;
beforeAll(async () => {
	const rows = facts.map(
		([measure, region, level, skill, kind, campaign, period, value]) =>
			`('${measure}', '${region}', 'C', 'all', 'all', '${level}', '${skill}', '${kind}', '${campaign}', '${period}', ${value})`
	);
	fixture = await openSceneFixture([
		`INSERT INTO register_fact (measure, region, industry, ownership, union_system, level, skill_level, kind, campaign, period, value)
			VALUES ${rows.join(', ')}`,
		`INSERT INTO period (code, kind, parent, start_date, end_date) VALUES ('2024', 'year', NULL, '2024-01-01', '2024-12-31')`,
		`INSERT INTO period_ancestor VALUES ('2024', '2024'), ('2024-12', '2024'), ('2024-12', '2024-12'), ('2025-04', '2025-04'),
			('2025-04', '2025Q2'), ('2025-04', '2025')`,
		`INSERT INTO period (code, kind, parent, start_date, end_date) VALUES ('2024-12', 'month', '2024', '2024-12-01', '2024-12-31'),
			('2025-04', 'month', '2025Q2', '2025-04-01', '2025-04-30'), ('2026-04', 'month', '2026Q2', '2026-04-01', '2026-04-30')`,
		`INSERT INTO campaign VALUES ('skill', '技能提升行动', 'Better skills'), ('health', '健康幸福行动', '')`,
		`INSERT INTO target VALUES ('participants', '50', 2026, 2026, 40, 'person', 'at-least', '示例', NULL, NULL),
			('没有的指标', '50', 2026, 2026, 40, NULL, 'at-least', NULL, NULL, NULL)`
	]);
});
afterAll(() => fixture.connector.close());

const at = { filters: 'period=2026Q2' } as const;

describe('studios', () => {
	const asked = () => fixture.answer(studios.ask({ ...at, kind: 'studios' }, fixture.context));

	test('how many over the years, at which levels; the page that shows the same', async () => {
		const shown = await asked();
		expect(shown.figures[0]).toMatchObject({ title: '创新工作室', value: '10' });
		const [years, levels] = shown.lists;
		// 6 in 2024, 3 more in 2025, 1 in April 2026.
		expect(years?.rows.map(({ name, value, own }) => [name, value, own])).toEqual([
			['2024年', 6, false],
			['2025年', 9, false],
			['2026年二季度', 10, true]
		]);
		expect(years?.title).toContain('增加 1');
		expect(levels?.rows.map(({ name, value, label }) => [name, value, label])).toEqual([
			['省级', 6, '6（60.0%）'],
			['市级', 4, '4（40.0%）']
		]);
		expect(studios.steps?.(shown, wall('wide'))).toBe(shown.lists.length);
		expect(studios.headline(shown, fixture.context, 1).title).toBe(levels?.title);
		expect(studios.path(shown, 0)).toBe('/studios');
	});

	test('a release that knows none has no such scene', () => {
		const none = { ...fixture.context, indicators: [] };
		expect(studios.ask({ ...at, kind: 'studios' }, none)).toBeNull();
		expect(ladder.ask({ ...at, kind: 'ladder' }, none)).toBeNull();
		expect(campaigns.ask({ ...at, kind: 'campaigns' }, none)).toBeNull();
		const aimless = { ...none, basis: { ...none.basis, targets: [] } };
		expect(targets.ask({ ...at, kind: 'targets' }, aimless)).toBeNull();
	});
});

/** Widths of names, numbers and heads in ems: 1.675万, 9,767, 58.3% under 参训（人）, 取证（人）, 取证率. */
const widths = (name: number) => ({ name, numbers: [4, 3, 3], heads: [5, 5, 3] });

describe('the ladder', () => {
	test('eight rungs, the highest first, with people, certificates and their rate', async () => {
		const shown = await fixture.answer(ladder.ask({ ...at, kind: 'ladder' }, fixture.context));
		const [rungs] = shown.pictures;
		if (!rungs || !('steps' in rungs)) throw new Error('No ladder');
		expect(rungs.steps).toHaveLength(8);
		expect(rungs.steps.filter(({ whole }) => whole !== null).map(({ name, labels }) => [name, ...labels])).toEqual([
			['高级工', '100', '60', '60.0%'],
			['初级工', '50', '20', '40.0%']
		]);
		// 60 of 80 certified as senior skilled workers.
		expect(rungs.title).toContain('75.0%');
		expect(shown.figures.map(({ value }) => value)).toContain('80');
		expect(ladder.path(shown, 0)).toBe('/training');
	});

	test('rungs keep the height of their type; where it is narrow the bar says the certificates', () => {
		for (const name of Object.keys(walls)) {
			const { rest } = sidedRoom(wall(name), titled);
			const room = ladderRoom(rest, 8, [0, 1, 2], widths(4));
			expect(room.rungDown * 8 + room.headDown + room.dividerDown, name).toBeLessThanOrEqual(rest.down + 0.001);
			expect(room.rungDown, name).toBeGreaterThanOrEqual(room.size * 1.2);
			expect(room.size, name).toBeGreaterThanOrEqual(1);
			expect(room.name + room.numbers.reduce((sum, { across }) => sum + across + 0.8, 0) + 3, name).toBeLessThan(
				rest.across
			);
		}
		expect(ladderRoom({ across: 18, down: 14 }, 8, [0, 1, 2], widths(4)).numbers.map(({ index }) => index)).toEqual([
			0, 2
		]);
		// Beside names of two lines only the people are left.
		expect(ladderRoom({ across: 18, down: 20 }, 8, [0, 1, 2], widths(16)).numbers.map(({ index }) => index)).toEqual([
			0
		]);
		expect(hasLongNames([{ name: 'Intermediate skilled worker' }], { across: 18 })).toBe(true);
		expect(hasLongNames([{ name: '首席技师' }], { across: 18 })).toBe(false);
	});
});

describe('targets', () => {
	test('what is behind first, with the share done and the time gone by; what cannot be followed is counted only', async () => {
		const shown = await fixture.answer(targets.ask({ ...at, kind: 'targets' }, fixture.context));
		// 400 of 1000 participations in the first half, 181 of 365 days gone by: 9.6 points behind.
		expect(shown.rows[0]).toMatchObject({
			lightTitle: '偏慢',
			value: '400\u2009人次',
			goal: '目标 ≥ 1,000',
			done: 0.4,
			state: '完成 40.0% · 时间 49.6%',
			place: null
		});
		expect(shown.rows.map(({ title }) => title)).not.toContain('没有的指标');
		expect(shown.title).toContain('3 项目标');
		expect(shown.title).not.toMatch(/。$/);
		expect(targets.path(shown, 0)).toBe('/targets');
	});

	test('every target has its place on a page, in lines or in blocks', () => {
		const printed = {
			...{ lightTitle: '偏慢', value: '4,136万人次', goal: '目标 ≥ 6,000万', title: '高技能人才占技能人才比重' },
			...{ state: '完成 68.9% · 时间 74.8%', place: null, years: '2021–2026', provisional: true }
		};
		for (const name of Object.keys(walls)) {
			const body = sceneBody(wall(name));
			for (const count of [1, 6, 7, 23]) {
				const room = targetsRoom(
					wall(name),
					Array.from({ length: count }, () => printed)
				);
				expect(room.each * room.pages, name).toBeGreaterThanOrEqual(count);
				expect(room.each * (room.pages - 1), name).toBeLessThan(count);
				expect(room.rows * room.columns, name).toBeGreaterThanOrEqual(room.each);
				expect(room.rows * room.rowDown, name).toBeLessThan(body.down);
				if (room.lines)
					expect(room.light + room.name + room.amounts + 12, name).toBeLessThan(body.across / room.columns);
			}
		}
		expect(targetsRoom(wall('tall'), [printed]).lines).toBe(false);
		expect(targetsRoom(wall('strip'), [printed, printed]).columns).toBe(2);
	});
});

describe('campaigns', () => {
	test('what each has moved; those without an entry are counted', async () => {
		const shown = await fixture.answer(campaigns.ask({ ...at, kind: 'campaigns' }, fixture.context));
		expect(shown.campaigns.map(({ name, facts: own }) => [name, own.map(({ id, value }) => [id, value])])).toEqual([
			[
				'技能提升行动',
				[
					['competitions_held', '12'],
					['trainings_held', '2']
				]
			]
		]);
		expect(shown.title).toContain('2 个主题行动中 1 个');
		expect(campaigns.shows({ ...shown, campaigns: [] })).toBe(false);
		expect(campaigns.path(shown, 0)).toBe('/campaigns');
	});

	test('side by side where the wall is wide; figures keep the smallest type and stay within their place', () => {
		const facts14 = Array.from({ length: 14 }, (_, index) => ({
			...{ title: '台账参赛人次', value: index === 3 ? '1,234.5万' : '12', unit: '人次' }
		}));
		const three = ['建功十四五 奋进新征程', '巴渝工匠', '求学圆梦行动'].map((name) => ({ name, facts: facts14 }));
		const pages = Object.fromEntries(Object.keys(walls).map((name) => [name, campaignsRoom(wall(name), three).pages]));
		expect(pages).toEqual({ wide: 3, tall: 3, square: 3, cinema: 2, double: 1, strip: 1, panels: 3 });
		for (const name of Object.keys(walls)) {
			const room = campaignsRoom(wall(name), three);
			const body = sceneBody(wall(name));
			expect(room.size, name).toBeGreaterThanOrEqual(1);
			expect(room.nameDown + room.rows * room.cell.down, name).toBeLessThanOrEqual(body.down + 0.001);
			expect(room.size * 1.3 + 1.3, name).toBeLessThanOrEqual(room.cell.down);
			expect(room.columns * room.cell.across * room.campaigns, name).toBeLessThan(body.across);
		}
	});
});

test('a list is cut to what a page holds, never its few rows', () => {
	const row = (index: number): BarRow => ({
		...{ key: String(index), name: 'County or district', label: '25,131 (31.1%)', rank: null, value: index },
		...{ provisional: false, own: false }
	});
	for (const name of Object.keys(walls)) {
		const { rest } = sidedRoom(wall(name), titled);
		// The levels of studios; one of them takes two lines where it is narrow.
		const rows = namingLevels.map(({ title }, index) => ({ ...row(index), name: title.en }));
		expect(rows).toHaveLength(5);
		expect(fittingBars({ head: 'By level (share)', rows }, rest).rows, name).toHaveLength(5);
		const all = Array.from({ length: 300 }, (_, index) => row(index));
		const many = fittingBars({ head: 'Studios per 10,000 workers', rows: all }, rest);
		expect(many.layout.pages, name).toBe(1);
		expect(many.rows.length, name).toBeLessThan(300);
		// Names of two lines, one below the other.
		expect(many.rows.length, name).toBeGreaterThanOrEqual(3);
	}
});

test('figures stand beside the picture on wide walls, above it elsewhere', () => {
	expect(sidedRoom(wall('wide'), titled)).toMatchObject({ beside: true, figures: 4, columns: 1 });
	expect(sidedRoom(wall('tall'), titled)).toMatchObject({ beside: false, figures: 2, columns: 2 });
	expect(sidedRoom(wall('square'), titled)).toMatchObject({ beside: false, figures: 4, columns: 4 });
	expect(sidedRoom(wall('wide'), []).rest).toEqual(sceneBody(wall('wide')));
});
