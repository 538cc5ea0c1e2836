import { beforeAll, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { changeOf, guardedChange, shareOf } from '#lib/views/change.ts';
import { figureOf } from '#lib/views/figure.ts';
import { firstFinding, moversFinding, trendFinding } from '#lib/views/findings.ts';
import { leadSentence } from '#lib/views/lead.ts';
import { memberRows } from '#lib/views/member-rows.ts';
import { Figures } from '#lib/views/figure.ts';
import { atScale, changeCell, changeText, columnText, headWithUnit, inTable, oneStop } from '#lib/views/words.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let lists: ReleaseLists;
beforeAll(async () => {
	const fixture = await openFixture();
	lists = fixture.lists;
	await fixture.connector.close();
});

const figure = (value: number | null, told = {}) => ({
	...figureOf({ indicator: 'participations', value, numerator: value }),
	...told
});

test('the opening sentence, in both languages', () => {
	const scope = fixtureScope(lists);
	const completeness = { reported: 2, expected: 3, missing: [] };
	overwriteGetLocale(() => 'zh-CN');
	expect(
		leadSentence(scope, figure(14_800_000), figure(13_678_373), completeness, '地区').replaceAll('\u2009', '')
	).toBe('2026年二季度，示例市参赛人次 1,480万人次，同比 +8.2%，2/3 个地区已报。');
	expect(leadSentence(scope, null, null, null, '')).toBe('2026年二季度，示例市参赛人次尚未报送。');
	overwriteGetLocale(() => 'en');
	expect(
		leadSentence({ ...scope, language: 'en' }, figure(14_800_000), figure(13_678_373), completeness, 'regions')
	).toBe('Q2 2026, 示例市: Participations 14.8 million, +8.2% vs a year earlier, 2 of 3 regions have reported.');
	overwriteGetLocale(() => 'zh-CN');
});

test('changes: relative for amounts, points for ratios; nothing from 0 or from nothing', () => {
	expect(changeOf(110, 100, 'flow')).toEqual({ kind: 'relative', amount: 0.1, direction: 'up' });
	expect(changeOf(3, 5, 'ratio')).toEqual({ kind: 'difference', amount: -2, direction: 'down' });
	expect(changeOf(5, 0, 'flow')).toBeNull();
	expect(changeOf(5, null, 'stock')).toBeNull();
	expect(changeText({ kind: 'difference', amount: -0.04, direction: 'down' }, known('participation_rate'), 'zh')).toBe(
		'−0.04 个百分点'
	);
	expect(changeText({ kind: 'relative', amount: 0, direction: 'same' }, known('participations'), 'zh')).toBe('持平');
	expect(shareOf(1, 0)).toBeNull();
	const rose = (now: number) => changeText(changeOf(now, 8, 'flow')!, known('participations'), 'zh');
	// 427 is 53.4 times 8, hence 52.4 times more.
	expect([rose(427), rose(88), rose(87)]).toEqual(['+52.4 倍', '+10.0 倍', '+987.5%']);
});

test('a change too small to print is none, in sentences and tables alike', () => {
	const scope = fixtureScope(lists);
	const participations = known('participations');
	const [now, base] = [figure(2_000_050), figure(2_000_000)];
	// 0.0025 %
	expect(guardedChange(participations, now, base, scope.spans).change?.direction).toBe('same');
	const { change } = guardedChange(participations, figure(2_000_800), base, scope.spans);
	expect(change && [change.direction, changeText(change, participations, 'zh')]).toEqual(['up', '+0.04%']);
	const tiny = changeOf(2_000_050, 2_000_000, 'flow');
	expect(changeCell({ change: tiny }, participations, 'zh')).toBe('持平');
	expect(leadSentence(scope, now, base, null).replaceAll('\u2009', '')).toBe(
		'2026年二季度，示例市参赛人次 200万人次，同比持平。'
	);
	overwriteGetLocale(() => 'en');
	expect(changeCell({ change: tiny }, participations, 'en')).toBe('unchanged');
	expect(leadSentence({ ...scope, language: 'en' }, now, base, null)).toContain('unchanged vs a year earlier');
	overwriteGetLocale(() => 'zh-CN');
});

test('titles say what a picture shows: a share only of a complete whole and never of a ratio', () => {
	const scope = fixtureScope(lists);
	const rowsOf = (id: string, values: readonly [string, number, number][]) =>
		memberRows(
			scope.members,
			'region',
			new Figures(
				values.flatMap(([region, now, then]) => [
					figure(now, { indicator: id, region, period: '2026Q2' }),
					figure(then, { indicator: id, region, period: '2025Q2' })
				])
			),
			scope,
			known(id)
		);
	const rows = rowsOf('participations', [
		['5001', 75, 50],
		['5002', 25, 50]
	]);
	expect(firstFinding(rows, 100, scope)).toBe('甲参赛人次最多，占 75.0%');
	expect(firstFinding(rows, null, scope).replaceAll('\u2009', '')).toBe('甲参赛人次居首，75人次');
	expect(
		firstFinding(
			rowsOf('coverage', [
				['5001', 75, 50],
				['5002', 25, 50]
			]),
			100,
			scope,
			known('coverage')
		)
	).toBe('甲竞赛覆盖率居首，75.0%');
	// Two of three are level and first: none of them is first alone.
	const level = rowsOf('participations', [
		['5001', 75, 50],
		['5002', 75, 50],
		['5003', 25, 50]
	]);
	expect(firstFinding(level, 175, scope).replaceAll('\u2009', '')).toBe('甲、乙并列第一，参赛人次均为 75人次');
	expect(firstFinding([], 100, scope)).toBe('参赛人次尚无数据');
	expect(moversFinding(rows, scope)).toBe('1 个上升，1 个下降，甲变动最大，+50.0%');
});

test('tables print figures exactly: to the last digit, or in 万 as they were reported', () => {
	const participations = known('participations');
	expect(inTable(430_488, participations, 'zh')).toBe('430,488');
	expect(inTable(18_826_700, participations, 'zh')).toBe('1,882.67万');
	expect(inTable(18_826_701, participations, 'zh')).toBe('18,826,701');
	expect(inTable(18_826_700, participations, 'en')).toBe('18,826,700');
	expect(inTable(null, participations, 'zh')).toBe('—');

	const scaled = columnText([18_826_700, 517_300, null], participations, 'zh');
	expect([scaled(18_826_700), scaled(517_300), scaled(null)]).toEqual(['1,882.67万', '51.73万', '—']);
	const counted = columnText([18_826_700, 517_301], participations, 'zh');
	expect([counted(18_826_700), counted(517_301)]).toEqual(['18,826,700', '517,301']);
});

test('a trend that stands still says so, and a move too small to print is none', () => {
	const figures = (values: readonly [string, number][]) =>
		new Figures(values.map(([period, value]) => figure(value, { region: '50', period })));
	const finding = (...values: readonly [string, number][]) =>
		trendFinding(figures(values), fixtureScope(lists, { comparison: 'previous' }));
	// 300 at first, so that the last quarter is neither the highest nor the lowest of all.
	const flat = finding(['2025Q1', 300], ['2025Q2', 100], ['2026Q1', 200], ['2026Q2', 200]);
	expect(flat.replaceAll('\u2009', '')).toBe('参赛人次 200人次，与上期持平');
	const tiny = finding(['2025Q1', 3_000_000], ['2025Q2', 1_000_000], ['2026Q1', 2_000_000], ['2026Q2', 2_000_050]);
	expect(tiny.replaceAll('\u2009', '')).toBe('参赛人次 200万人次，与上期持平');
	// 0.04 % is printed with its second digit, and so is told.
	expect(finding(['2025Q1', 30_000], ['2025Q2', 1_000], ['2026Q1', 20_000], ['2026Q2', 20_008])).toBe(
		'参赛人次比上期 +0.04%'
	);
	/* Against the year before where that is chosen: 200 in the quarters of both years, then 200 after 160. */
	const yearly = (...values: readonly [string, number][]) =>
		trendFinding(figures(values), fixtureScope(lists, { comparison: 'yoy' })).replaceAll('\u2009', '');
	expect(yearly(['2025Q1', 300], ['2025Q2', 200], ['2026Q1', 100], ['2026Q2', 200])).toBe(
		'参赛人次 200人次，与上年同期持平'
	);
	expect(yearly(['2025Q1', 300], ['2025Q2', 160], ['2026Q1', 400], ['2026Q2', 200])).toBe('参赛人次同比 +25.0%');
});

test('the head of a column says its unit once', () => {
	expect(headWithUnit('参赛职工', '人')).toBe('参赛职工（人）');
	expect(headWithUnit('参赛人次', '人次')).toBe('参赛人次');
	expect(headWithUnit('Participations', 'participations')).toBe('Participations');
	expect(headWithUnit('总成绩', '')).toBe('总成绩');
});

test('down a column all figures have as many digits after the point as the one that has most', () => {
	const participations = known('participations');
	const text = columnText([5.2, 5.25, 1200, null], participations, 'zh');
	expect([5.2, 5.25, 1200, null].map(text)).toEqual(['5.20', '5.25', '1,200.00', '—']);
	// A figure that the column was not told of keeps its digits.
	expect(text(0.125)).toBe('0.125');
	expect(columnText([5, 1200], participations, 'zh')(5)).toBe('5');
	expect(columnText([5.2, 5.25], known('participation_rate'), 'zh')(5.2)).toBe('5.2%');
});

test('a scale has no zeros behind the point, a name no two full stops', () => {
	expect(['0.00', '0.50', '200.00', '20.0%', '12.5%', '1.50 million', '100'].map(atScale)).toEqual([
		'0',
		'0.5',
		'200',
		'20%',
		'12.5%',
		'1.5 million',
		'100'
	]);
	expect(oneStop('Not reported: Sample Digital Co.. More.')).toBe('Not reported: Sample Digital Co. More.');
	expect(oneStop('甲公司。')).toBe('甲公司。');
	expect(oneStop('Wait...')).toBe('Wait...');
});
