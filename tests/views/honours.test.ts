import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { totalRegisters } from '#lib/release/register-totals.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { honoursDrawn } from '#lib/views/honours/drawn.ts';
import { honourKindRows, kindsFinding, kindSteps, shareSteps } from '#lib/views/honours/kinds.ts';
import { given, kindMeasures, shares } from '#lib/views/honours/measured.ts';
import { registerQuery } from '#lib/views/honours/queries.ts';
import { honourColumns, recipientName } from '#lib/views/honours/register.ts';
import { honoursSentence } from '#lib/views/honours/sentence.ts';
import { markRunning, yearScope } from '#lib/views/year-scope.ts';
import { isRunning } from '#lib/views/running-year.ts';
import { withSelected } from '#lib/views/with-selected.ts';
import { askIndustries, askMembers, askSplit, askTrail } from '#lib/views/questions.ts';
import { placeNames } from '#lib/views/register-names.ts';
import { wholeScope } from '#lib/views/whole-scope.ts';
import { fixtureScope, openFixture } from './fixture.ts';

/** measure, region, kind, year, value. */
const facts = [
	['count', '5001', 'may-day-medal', '2026', 7],
	['people', '5001', 'may-day-medal', '2026', 7],
	['women', '5001', 'may-day-medal', '2026', 1],
	['women_known', '5001', 'may-day-medal', '2026', 4],
	['front_line', '5001', 'may-day-medal', '2026', 3],
	['front_line_known', '5001', 'may-day-medal', '2026', 5],
	['count', '5002', 'pioneer', '2026', 9],
	['groups', '5002', 'pioneer', '2026', 9],
	['count', '5001', 'may-day-medal', '2025', 8]
] as const;

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector, lists } = await openFixture());
	const rows = facts.map(
		([measure, region, kind, year, value]) =>
			`('honours.${measure}', '${region}', 'C', 'all', 'all', 'provincial', 'all', '${kind}', 'all', '${year}', ${value})`
	);
	await connector.run(
		new Sql(`INSERT INTO register_fact (measure, region, industry, ownership, union_system, level, skill_level, kind, campaign, period, value)
			VALUES ${rows.join(', ')}`)
	);
	await connector.run(new Sql('DELETE FROM register_total'));
	await totalRegisters(connector, identifier('main'));
	await connector.run(
		new Sql(`INSERT INTO honours (honour_id, honour, level, year, recipient, recipient_type, gender, region, industry, count) VALUES
			('RY1', 'may-day-medal', 'provincial', 2026, '张三丰', 'person', 'male', '5001', 'C', 1),
			('RY2', 'pioneer', 'municipal', 2026, '示例焊接一组', 'group', NULL, '5002', 'C13', 3),
			('RY3', 'may-day-medal', NULL, 2025, '李四', NULL, NULL, '5001', 'E', NULL)`)
	);
});
afterAll(() => connector.close());

async function ask<T>(query: Query<T>): Promise<T> {
	return query.parse(await connector.query(query.sql));
}

/** The lists once the last quarter of 2026 is reported. */
const whole = (): ReleaseLists => ({
	...lists,
	latestPeriod: '2026Q4',
	periods: [
		...lists.periods,
		{ code: '2026Q4', kind: 'quarter', parent: '2026', start: '2026-10-01', end: '2026-12-31' }
	]
});

test('a quarter stands for its year; once that is over it is compared with the year before', () => {
	const scope = yearScope(fixtureScope(whole()));
	expect([scope.filters.period, scope.spans.current, scope.spans.base]).toEqual(['2026', ['2026'], ['2025']]);
	expect(scope.spans.trail).toEqual(['2025', '2026']);
	const year = fixtureScope(whole(), { period: '2026' });
	expect(yearScope(year)).toBe(year);
	const cumulative = yearScope(fixtureScope(lists, { comparison: 'cumulative' }));
	expect(cumulative.spans.current).toEqual(['2025', '2026']);
});

test('a year that is not over is compared with nothing, and its point in the trend is not final', async () => {
	expect(isRunning('2026', lists)).toBe(true);
	expect(isRunning('2026', whole())).toBe(false);
	// A release that is reported by the year.
	expect(isRunning('2026', { ...lists, latestPeriod: '2026' })).toBe(false);
	for (const period of ['2026Q2', '2026']) {
		const scope = yearScope(fixtureScope(lists, { period }));
		expect([scope.filters.period, scope.filters.comparison, scope.spans.base]).toEqual(['2026', 'none', []]);
	}
	const figures = await ask(askTrail(yearScope(fixtureScope(lists)), kindMeasures));
	const marked = markRunning(figures, '2026');
	const at = (period: string) => ({ indicator: 'honours', region: '50', period });
	expect([marked.at(at('2025'))?.complete, marked.at(at('2026'))?.complete]).toEqual([true, false]);
	expect(marked.value(at('2026'))).toBe(figures.value(at('2026')));
});

test('kinds with people and groups; a share is of those of which it is known', async () => {
	const scope = yearScope(fixtureScope(lists));
	const rows = honourKindRows(await ask(askSplit(scope, kindMeasures, ['kind'])), scope);
	expect(rows.map(({ key }) => key)).toEqual(['pioneer', 'may-day-medal']);
	expect(kindsFinding(rows, scope)).toBe('工人先锋号最多，9\u2009项');
	// The same nine under two names: neither is the most alone.
	const [first] = rows;
	expect(kindsFinding([first!, { ...first!, key: 'x', name: '标兵' }], scope)).toBe(
		'工人先锋号、标兵并列最多，各 9\u2009项'
	);
	expect(withSelected(kindSteps(rows, scope), 'pioneer')).toMatchObject([
		{ whole: 9, part: null, labels: ['9', '—', '9'], selected: true },
		{ whole: 7, part: 7, labels: ['7', '7', '—'], selected: false }
	]);
	// 1 of 4 women, 3 of 5 at the front line; nothing is known of the groups, so they have no rung.
	const [women, frontLine] = shares.map((share) => shareSteps(rows, share, scope));
	expect(women?.map(({ key, labels }) => [key, ...labels])).toEqual([['may-day-medal', '4', '1', '25.0%']]);
	expect(frontLine?.map(({ key, labels }) => [key, ...labels])).toEqual([['may-day-medal', '5', '3', '60.0%']]);
});

test('the sentence: how many, against the year before, people and groups, shares', async () => {
	const scope = yearScope(fixtureScope(whole()));
	const figures = await ask(askTrail(scope, kindMeasures));
	expect(honoursSentence(scope, figures)).toBe(
		'2026年，示例市获得荣誉 16\u2009项，同比 +100.0%，其中个人 7\u2009项，集体 9\u2009项，写明性别的获得者中女性占 25.0%，写明是否一线的获得者中一线职工占 60.0%。'
	);
	const running = yearScope(fixtureScope(lists));
	expect(honoursSentence(running, await ask(askTrail(running, kindMeasures)))).toContain(
		'获得荣誉 16\u2009项，其中个人'
	);
	const none = yearScope(fixtureScope(lists, { region: '5003' }));
	expect(honoursSentence(none, await ask(askTrail(none, kindMeasures)))).toBe('2026年，丙区没有登记的荣誉。');
});

test('everything drawn comes of the answers: an industry is a share of nothing once one is chosen', async () => {
	const drawnFor = async (known: ReleaseLists, filters: Parameters<typeof fixtureScope>[1] = {}) => {
		const scope = wholeScope(yearScope(fixtureScope(known, filters)));
		const [place, regions, industries, kinds] = await Promise.all([
			ask(askTrail(scope, kindMeasures)),
			ask(askMembers(scope, [given])),
			ask(askIndustries(scope, [given], ['C', 'E'])),
			ask(askSplit(scope, kindMeasures, ['kind']))
		]);
		return { ...honoursDrawn({ scope, chosen: given, place, regions, industries, kinds }), place };
	};
	const drawn = await drawnFor(whole());
	expect(drawn.regionRows.map(({ key, value }) => [key, value])).toContainEqual(['5002', 9]);
	expect(drawn.industryRows.map(({ key, short, value }) => [key, short, value])).toEqual([
		['C', '制造', 16],
		['E', '建筑', null]
	]);
	expect([drawn.whole, drawn.industriesWhole, drawn.industriesTitle]).toEqual([16, 16, '制造业荣誉数最多，占 100.0%']);
	expect(drawn.trend.lines[0]?.provisional?.at(-1)).toBe(false);
	expect(drawn.kindSteps.map(({ key }) => key)).toEqual(['pioneer', 'may-day-medal']);
	expect(shares.map(({ id }) => drawn.sharePictures.get(id))).toMatchObject([
		{ title: expect.stringContaining('25.0%'), known: expect.stringContaining('4') },
		{ title: expect.stringContaining('60.0%'), known: expect.stringContaining('5') }
	]);
	const running = await drawnFor(lists, { industry: 'C' });
	expect([running.whole, running.industriesWhole]).toEqual([16, null]);
	expect(running.trend.lines[0]?.provisional?.at(-1)).toBe(true);
	expect(running.trend.title).toContain('16');
	const none = await drawnFor(whole(), { region: '5003' });
	expect([none.kindRows, none.whole]).toEqual([[], null]);
	expect(none.sharePictures.get(shares[0]!.id)).toEqual({ steps: [], title: shares[0]!.title.zh, known: null });
});

test('the list obeys filters and search; names of people are neither shown nor found', async () => {
	const list = async (filters: Parameters<typeof fixtureScope>[1], search = '', everything = false) =>
		(await ask(registerQuery(yearScope(fixtureScope(lists, filters)), search, everything))).rows;
	const ids = async (...asked: Parameters<typeof list>) => (await list(...asked)).map(({ id }) => id);
	expect(await ids({})).toEqual(['RY1', 'RY2']);
	expect(await ids({}, '', true)).toEqual(['RY1', 'RY2', 'RY3']);
	expect(await ids({ kind: 'may-day-medal' }, '', true)).toEqual(['RY1', 'RY3']);
	expect(await ids({}, '焊接')).toEqual(['RY2']);
	expect(await ids({}, '奖章', true)).toEqual(['RY1', 'RY3']);
	expect(await ids({}, 'Pioneer')).toEqual(['RY2']);
	expect(await ids({}, '张三丰', true)).toEqual([]);
	expect(await ids({}, '李', true)).toEqual([]);
	const rows = await list({}, '', true);
	expect(rows.map(recipientName)).toEqual(['张*', '示例焊接一组', '李*']);
	const columns = honourColumns(placeNames(lists, 'zh'), rows);
	const shown = JSON.stringify(rows.map((row) => columns.map((column) => [column.value(row), column.text?.(row)])));
	expect(shown).not.toMatch(/张三丰|李四/);
	expect(columns.map(({ key }) => key)).toContain('count');
});
