import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { noFilters } from '#lib/filters/filters.ts';
import type { Query } from '#lib/query/query.ts';
import { overlayDrafts } from '#lib/release/overlay.ts';
import { createViews } from '#lib/release/views.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { blankShareOf, blanksFinding, blanksOf } from '#lib/views/quality/blanks.ts';
import { dueDatasets } from '#lib/views/quality/calendar.ts';
import { checksOf, sortedChecks } from '#lib/views/quality/checks.ts';
import { receiptsOf } from '#lib/views/quality/lateness.ts';
import { matrixOf } from '#lib/views/quality/matrix.ts';
import {
	entriesQuery,
	findingsQuery,
	kindsQuery,
	reportsQuery,
	suspectsQuery,
	type Finding
} from '#lib/views/quality/queries.ts';
import { reportsOf, type Report } from '#lib/views/quality/reports.ts';
import { qualityFigures, qualitySentence } from '#lib/views/quality/sentence.ts';
import { urgeLines, urgeText } from '#lib/views/quality/urge.ts';
import { scopeOf } from '#lib/views/scope.ts';
import { batch, build, profile, regions } from '../../release/fixture.ts';
import { known } from '../fixture.ts';

/* 11, 12 and 13 owe reports, 19 does not. In Q2 12 lacks a measure, in Q3 it is silent; the stated total of Q3 is not 11's. */
const returns = batch(
	'summary',
	`period,region,participants,trainees
	2024Q1,11,100,40
	2024Q1,12,150,60
	2024Q2,11,110,40
	2024Q2,12,150,
	2024Q1,13,200,10
	2024Q2,13,200,10
	2024Q3,13,200,10
	2024Q3,11,1300,50
	2024Q3,1,1700,60`
);
/* The year's figures of everybody, and one that 11 alone reports every quarter. */
const figures = batch(
	'metrics',
	`period,region,indicator,value,unit
	2023,11,慰问,5,个
	2023,12,慰问,6,个
	2023,13,慰问,7,个
	2024Q3,11,自报,1,个`
);

const another = { ...regions.find(({ code }) => code === '12')!, code: '13', name: '示例13', short: '示例13' };
const country = profile({ regions: [...regions, another] });

let db: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	db = await openNative();
	await build(db, [returns, figures], country);
	await createViews(db);
	lists = await readLists((statement) => db.query(statement), '1');
});
afterAll(() => db.close());

const ask = async <T>(query: Query<T>) => query.parse(await db.query(query.sql));

async function page(period: string, region = '1') {
	const filters = { ...noFilters, period, region, comparison: 'none' as const };
	const scope = scopeOf({ filters, lists, homeCode: '1', indicator: known('participants'), language: 'zh' })!;
	const units = scope.members.filter(({ expected }) => expected);
	const due = dueDatasets(await ask(kindsQuery), period, lists.periods);
	const keys = units.map(({ key }) => key);
	const periods = due.flatMap((one) => one.periods);
	const cells = await ask(reportsQuery(keys, periods));
	const reports = reportsOf(due, units, cells, await ask(entriesQuery(keys, periods)));
	const all = [...keys, '1'];
	const shown = due.map((one) => one.shown);
	const checks = checksOf(await ask(findingsQuery(all)), await ask(suspectsQuery(all, shown)), scope);
	return { scope, units, due, reports, checks };
}

test('each dataset is due in the kind of period that most report it in; somebody’s own rhythm counts for nothing', async () => {
	expect([...(await ask(kindsQuery))].map(([name, kinds]) => [name, [...kinds]])).toEqual([
		['metrics', ['year']],
		['summary', ['quarter']]
	]);
	const kinds = new Map([
		['summary', new Set(['quarter'])],
		['metrics', new Set(['year'])],
		['honours', new Set(['year'])]
	]);
	const due = (period: string) =>
		dueDatasets(kinds, period, lists.periods).map(({ dataset, shown }) => `${dataset} ${shown}`);
	// 2024 has not ended by the end of its third quarter.
	expect(due('2024Q3')).toEqual(['summary 2024Q3', 'metrics 2023', 'honours 2023']);
	expect(due('2024')).toEqual(['summary 2024', 'metrics 2024', 'honours 2024']);
	expect(due('1999')).toEqual([]);
});

test('who has reported what: full, with blanks, missing; what one unit alone reports is owed by nobody', async () => {
	const { reports, units, scope } = await page('2024Q3');
	const summary = reports.find(({ dataset }) => dataset === 'summary')!;
	const states = ['2024Q1', '2024Q2', '2024Q3'].map((period) =>
		['11', '12'].map((unit) => summary.at(unit, period).state)
	);
	expect(states).toEqual([
		['full', 'full'],
		['full', 'blanks'],
		['full', 'missing']
	]);
	expect(summary.at('12', '2024Q2')).toMatchObject({ reported: 1, expected: 2, blank: ['trainees'] });
	expect(summary.at('12').expected).toBe(2);
	const receipts = receiptsOf([], [], 'calendar');
	const none = { wrong: [], elsewhere: [], explained: [] };
	const matrix = matrixOf(reports, summary, units, { period: '2024Q3', selected: '1', language: 'zh' }, receipts);
	expect(matrix.cells.map(({ row, column, value, label }) => `${row} ${column} ${value} ${label}`)).toEqual([
		...['11 2024Q1 100 已报', '11 2024Q2 100 已报', '11 2024Q3 100 已报'],
		...['12 2024Q1 100 已报', '12 2024Q2 50 缺 1 项', '12 2024Q3 null '],
		...['13 2024Q1 100 已报', '13 2024Q2 100 已报', '13 2024Q3 100 已报']
	]);
	expect(qualitySentence(scope, reports, units, blankShareOf(reports, units), none)).toBe(
		'2024年三季度汇总表，3 个地区中 2 个已报，未报：示例12，已报的没有空缺，没有发现互相矛盾的数。'
	);
});

test('blanks are of those who reported: one of the six cells of the second quarter', async () => {
	const { reports, units, scope } = await page('2024Q2');
	const share = blankShareOf(reports, units);
	const summary = reports.filter(({ dataset }) => dataset === 'summary');
	expect(blankShareOf(summary, units)).toBeCloseTo(1 / 6, 12);
	const blanks = blanksOf(summary, units, scope);
	expect(blanks).toEqual([
		{ key: 'summary|trainees', name: '培训人次', dataset: '汇总表', units: ['示例12'], keys: ['12'], of: 3 }
	]);
	// The year’s figures are all there: 1 of 9.
	expect(share).toBeCloseTo(1 / 9, 12);
	expect(blanksFinding(blanks, 0.25)).toBe('已报的表空缺 25.0%，培训人次缺得最多，1 个没填');
	expect(blanksFinding([], null)).toBe('没有人报表，谈不上空缺');
});

test('the list to urge by: a line a unit with what is missing and what to check', async () => {
	const { reports, units, scope, checks } = await page('2024Q3');
	// 1,300 is twelve times the 110 before; the year before has nothing to hold it against.
	expect(
		checks.filter(({ kind }) => kind === 'suspects').map(({ region, actual, note }) => [region, actual, note])
	).toEqual([['11', 1300, '为2024年二季度的 11.82 倍']]);
	const lines = urgeLines(units, reports, checks, scope);
	expect(lines.map(({ unit, owes }) => [unit, owes])).toEqual([
		['11', false],
		['12', true]
	]);
	expect(urgeText(lines, scope, '2024Q3').split('\n')).toEqual([
		expect.stringMatching(/^【示例1】2024年三季度报表应于2024年10月15日前报送，下列 2 个地区/),
		'示例11：参赛职工1,300为2024年二季度的 11.82 倍，请核对。',
		'示例12：未报2024年三季度汇总表。'
	]);
	expect(urgeText([], scope, '2024Q3')).toBe('示例12024年三季度报表都已报齐，没有待核实的数。');
});

test('a total that is more than parts that are not all there is incomplete and no contradiction', async () => {
	const { checks, scope, reports, units } = await page('2024Q3');
	// 1,300 of 11 and 200 of 13; 12 is silent. Suspect is the 1,300: see above.
	expect(checks.filter(({ kind }) => kind === 'partial')).toMatchObject([
		{ region: '1', period: '2024Q3', measure: '参赛职工', expected: 1700, actual: 1500, note: '按地区相加，2/3 已报' }
	]);
	expect(checks.filter(({ kind }) => kind === 'totals')).toEqual([]);
	const sorted = sortedChecks(checks, scope, []);
	expect([sorted.wrong, sorted.elsewhere, sorted.explained].map(({ length }) => length)).toEqual([1, 0, 1]);
	expect(qualitySentence(scope, reports, units, 0, sorted)).toMatch(
		/已报的没有空缺，疑似错位 1 处，另有 1 处因未报齐或台账未全登记而不等，不算差错。$/
	);
});

test('the headline counts errors of the period shown alone; those of others and what is explained stand apart', async () => {
	const { scope, reports, units } = await page('2024Q3');
	const none = {
		dataset: 'summary',
		measure: 'participants',
		industry: 'all',
		rounding: false,
		batch: null,
		line: null
	};
	const total = (region: string, period: string, severity: string, parts: string, actual: number): Finding => ({
		...{ ...none, code: 'TOTAL_MISMATCH', region, period, severity, note: `100 / ${actual} · region ${parts}` },
		...{ expected: 100, actual, difference: actual - 100 }
	});
	const register = (period: string, actual: number): Finding => ({
		...{ ...none, code: 'SOURCES_DIFFER', region: '1', period, severity: 'I', note: 'competitions.participants' },
		...{ expected: 100, actual, difference: actual - 100 }
	});
	const checks = checksOf(
		[
			// All parts, and fewer parts that make more: wrong. Fewer that make less: incomplete.
			...[total('1', '2024Q3', 'W', '3/3', 90), total('11', '2024Q3', 'W', '1/2', 130)],
			...[total('11', '2024Q3', 'I', '1/2', 60), total('11', '2024Q2', 'W', '2/2', 60)],
			...[total('11', '2024Q1', 'I', '1/2', 60), register('2024', 140), register('2024', 60)]
		],
		[],
		scope
	);
	expect(checks.map(({ kind, note }) => `${kind} ${note}`)).toEqual([
		...['totals 按地区相加，3/3 已报', 'totals 按下级单位相加，1/2 已报', 'partial 按下级单位相加，1/2 已报'],
		...['totals 按下级单位相加，2/2 已报', 'partial 按下级单位相加，1/2 已报'],
		...['sources 台账：竞赛台账', 'smaller 台账：竞赛台账']
	]);
	const sorted = sortedChecks(checks, scope, [
		{ dataset: 'summary', shown: '2024Q3' },
		{ dataset: 'metrics', shown: '2024' }
	]);
	// The year is due of another dataset. Of the quarter two errors and one explained; of others a total and a register that is too large.
	expect([sorted.wrong, sorted.elsewhere, sorted.explained].map(({ length }) => length)).toEqual([2, 2, 1]);
	expect(qualitySentence(scope, reports, units, null, sorted)).toMatch(
		/合计与各部分之和不符 2 处，其他时期另有 2 处差错，另有 1 处因未报齐或台账未全登记而不等，不算差错。$/
	);
	expect(qualitySentence(scope, reports, units, null, { ...sorted, wrong: [], explained: [] })).toMatch(
		/本期没有发现互相矛盾的数，其他时期另有 2 处差错。$/
	);
	const figures = qualityFigures(scope, reports, units, sorted, { units: [], periods: [] });
	expect(figures.map(({ text }) => text).slice(-3)).toEqual(['2', '2', '1']);
	// On the page of the year the quarters within it and the year itself are shown.
	const year = await page('2024');
	expect(sortedChecks(checks, year.scope, []).wrong).toHaveLength(4);
});

test('a draft takes the silent unit off the list', async () => {
	const draft = batch('summary', `period,region,participants,trainees\n2024Q3,12,160,70`);
	const laid = await openNative();
	try {
		await build(laid, [returns, figures], country);
		await overlayDrafts(laid, { profile: country, drafts: [draft] });
		const query = reportsQuery(['11', '12'], ['2024Q3']);
		const cells = query.parse(await laid.query(query.sql));
		expect(
			cells
				.filter(({ dataset }) => dataset === 'summary')
				.map(({ region, reported, batches }) => [region, reported, batches])
		).toEqual([
			['11', 2, [returns.id]],
			['12', 2, [draft.id]]
		]);
	} finally {
		await laid.close();
	}
});

test('late by the day of import, unless a backlog came in that day', () => {
	const report = (period: string, batchId: string): Report => ({
		...{ unit: '11', dataset: 'summary', period, state: 'full' },
		...{ reported: 1, expected: 1, blank: [], batches: [batchId] }
	});
	const files = [
		{ id: 'a', createdAt: '2024-04-20T01:00:00Z' },
		{ id: 'b', createdAt: '2024-07-10T01:00:00Z' }
	];
	const two = receiptsOf([report('2024Q1', 'a'), report('2024Q2', 'b')], files);
	// Due on 15 April and 15 July.
	expect([two.late(report('2024Q1', 'a')), two.late(report('2024Q2', 'b')), two.backfills]).toEqual([5, 0, []]);
	expect(two.received(report('2024Q1', 'a'))).toBe('2024-04-20');
	const backlog = ['2023Q3', '2023Q4', '2024Q1'].map((period) => report(period, 'a'));
	const late = receiptsOf(backlog, files);
	expect([late.late(report('2024Q1', 'a')), late.backfills]).toEqual([null, ['2024-04-20']]);
	expect(late.late(report('2024Q1', 'unknown'))).toBeNull();
});
