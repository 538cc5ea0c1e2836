import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { Comparison } from '#lib/filters/filters.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { guardedChange, remarkText } from '#lib/views/change.ts';
import { changeQuestion } from '#lib/views/derived-question.ts';
import { trendFinding } from '#lib/views/findings.ts';
import { leadFigures } from '#lib/views/sentence-figures.ts';
import { leadSentence } from '#lib/views/lead.ts';
import { memberColumns } from '#lib/views/member-columns.ts';
import { memberRows } from '#lib/views/member-rows.ts';
import { askTrail } from '#lib/views/questions.ts';
import { comparedFigures } from '#lib/views/spans.ts';
import { placeQuestion } from '#lib/views/trace-question.ts';
import { fixtureScope, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector, lists } = await openFixture());
	overwriteGetLocale(() => 'zh-CN');
});
afterAll(() => connector.close());

/**
 * The fixture has 300 of two districts out of three in 2026Q2 against 250 of the year before, and complete 100 against 200
 * in the first quarters. `both` is what the two came to in the two years.
 */
async function asked(both: readonly [now: number, then: number], comparison: Comparison = 'yoy') {
	await connector.run(new Sql('DELETE FROM like_for_like'));
	await connector.run(
		new Sql(`INSERT INTO like_for_like VALUES
			('participations', '50', 'all', 'all', '2026Q2', '2025Q2', ${both.join(', ')}, 2, 9)`)
	);
	const scope = fixtureScope(lists, { comparison });
	const query = askTrail(scope, [scope.indicator]);
	const figures = query.parse(await connector.query(query.sql));
	const compared = comparedFigures(figures, { region: '50' }, scope.spans, scope.indicator);
	return {
		scope,
		figures,
		...compared,
		guarded: guardedChange(scope.indicator, compared.now, compared.base, scope.spans)
	};
}

test('a change is of those who reported both times, and says so wherever it is told', async () => {
	// 300 ÷ 240 − 1 = 25 %; of the figures themselves it would be 20 %.
	const { scope, figures, now, base, guarded } = await asked([300, 240]);
	expect([now?.value, base?.value]).toEqual([300, 250]);
	expect(guarded.change).toMatchObject({ kind: 'relative', amount: 0.25, direction: 'up' });
	expect(remarkText(guarded, now, 'zh')).toBe('按两期都报齐的2个单位比较');
	expect(remarkText(guarded, now, 'en')).toBe('like for like, of the 2 units that reported in full both times');
	expect(leadSentence(scope, now, base, null, '')).toContain('同比 +25.0%，按两期都报齐的2个单位比较');
	expect(trendFinding(figures, scope)).toBe('参赛人次同比 +25.0%（同口径）');
	const rows = memberRows([scope.home], 'region', figures, scope);
	const columns = memberColumns('', scope, rows, 300);
	const change = columns.find(({ key }) => key === 'change');
	// Titles speak of shares: no width hides them.
	expect(columns.find(({ key }) => key === 'share')?.priority).toBeUndefined();
	expect([change?.title, change?.text?.(rows[0]!)]).toEqual(['同比（同口径）', '+25.0%']);
});

test('its formula has the numbers that it is made of, and the figures beside them', async () => {
	const { scope, now, base, guarded } = await asked([300, 240]);
	const question = placeQuestion(scope, scope.indicator);
	const moved = { ...guarded, value: now?.value ?? null, base: base?.value ?? null };
	const answer = changeQuestion(question, moved, scope);
	expect(answer).toMatchObject({
		value: '+25.0%',
		numbers: { value: '300', base: '240', difference: '60' },
		notes: ['按两期都报齐的2个单位比较']
	});
	expect(answer?.inputs.map(({ value }) => value.replace(/\D/g, ''))).toEqual(['300', '240', '300', '250']);
	const said = leadFigures(scope, now, base).find(({ text }) => text === '+25.0%');
	expect(said?.explain()).toMatchObject({ numbers: { value: '300', base: '240' } });
});

test('those who reported both times speak for all only with half of either figure', async () => {
	const half = await asked([150, 125]);
	expect(half.guarded.change?.amount).toBeCloseTo(0.2);
	const less = await asked([149, 125]);
	expect(less.guarded).toMatchObject({ change: null, remark: { state: 'withheld', because: 'completeness' } });
	const then = await asked([150, 124]);
	expect(then.guarded.change).toBeNull();
});

test('the year to date is like for like quarter by quarter; a complete one counts as it is', async () => {
	// 100 + 300 against 200 + 240.
	const { guarded, now, base } = await asked([300, 240], 'ytd');
	expect([now?.value, base?.value]).toEqual([400, 450]);
	expect(guarded.likeForLike).toEqual({ value: 400, base: 440, units: null });
	expect(guarded.change?.amount).toBeCloseTo(400 / 440 - 1);
	expect(remarkText(guarded, now, 'zh')).toBe('按两期都报齐的单位比较');
});

test('nothing is like for like where nobody reported both times', async () => {
	await connector.run(new Sql('DELETE FROM like_for_like'));
	const scope = fixtureScope(lists);
	const query = askTrail(scope, [scope.indicator]);
	const figures = query.parse(await connector.query(query.sql));
	const { base } = comparedFigures(figures, { region: '50' }, scope.spans, scope.indicator);
	expect(base).not.toHaveProperty('likeForLike');
});

test('a ratio is held against that of the same units; over several periods it is as before', async () => {
	await connector.run(
		new Sql(`DELETE FROM like_for_like;
			INSERT INTO rollup BY NAME SELECT * REPLACE ('2025Q2' AS period, value - 2 AS value, false AS complete, 2 AS parts_reported, 3 AS parts_expected)
				FROM rollup WHERE measure IN ('participants', 'workers_total') AND region = '50' AND period = '2026Q2';
			INSERT INTO like_for_like VALUES ('participants', '50', 'all', 'all', '2026Q2', '2025Q2', 24, 20, 2, 9),
				('workers_total', '50', 'all', 'all', '2026Q2', '2025Q2', 100, 80, 2, 9)`)
	);
	const told = async (comparison: Comparison) => {
		const scope = fixtureScope(lists, { comparison }, 'participation_rate');
		const query = askTrail(scope, [scope.indicator]);
		const figures = query.parse(await connector.query(query.sql));
		const { now, base } = comparedFigures(figures, { region: '50' }, scope.spans, scope.indicator);
		return guardedChange(scope.indicator, now, base, scope.spans);
	};
	// 24 % less 25 %; of the figures themselves 25.0 % less 28 ÷ 118.
	const same = await told('yoy');
	expect(same.change).toMatchObject({ kind: 'difference', direction: 'down' });
	expect(same.change?.amount).toBeCloseTo(-1);
	expect(same.likeForLike).toEqual({ value: 24, base: 25, units: 2 });
	expect((await told('ytd')).likeForLike).toBeUndefined();
});
