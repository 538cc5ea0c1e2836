import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import type { Selection } from '#lib/indicators/selection.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import type { DerivedQuestion, FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { changeQuestion } from '#lib/views/derived-question.ts';
import { citationOf } from '#lib/views/explanation/citation.ts';
import { explainDerived } from '#lib/views/explanation/derived.ts';
import { explainFigure, type Explanation } from '#lib/views/explanation/explain.ts';
import { figureMaterial } from '#lib/views/explanation/material.ts';
import { stepCheck, stepSentence } from '#lib/views/explanation/step-words.ts';
import { traceStep } from '#lib/release/trace-steps.ts';
import type { Sql } from '#lib/sql/sql.ts';
import type { Scope } from '#lib/views/scope.ts';
import { batch, openBuilt, profile } from '../../release/fixture.ts';

/* Province 11 has the cities 111 (districts 1111, 1112, 1113) and 112; province 12 has no parts. 112 owes and is silent. */
const report = batch(
	'summary',
	`period,region,participants,workers_total,participations,_qualifier
	2024Q1,1111,100,1000,120,participants=≈
	2024Q1,1112,50,500,60,
	2024Q1,1113,30,300,40,
	2024Q2,1111,110,1100,130,
	2024Q2,1112,60,500,70,
	2024Q2,1113,30,300,40,
	2024Q2,111,199,1900,240,
	2023Q2,1111,100,1000,100,
	2024Q2,12,10,0,,`,
	{ file: '季报.csv', mapping: [{ index: 2, field: 'participants', header: '参赛职工' }] }
);
const list = batch(
	'competitions',
	`competition_id,name,kind,level,start_date,participants,region
	J1,赛一,skills,municipal,2024-05-02,30,1111
	J2,赛二,skills,municipal,2024-02-02,12,12`,
	{ file: '台账.csv' }
);

const rooms = batch(
	'studios',
	`studio_id,kind,name,level,founded,patents,transferred,region
	S1,worker,示例室一,municipal,2019-03-01,8,2,1111
	S2,worker,示例室二,municipal,2019-03-01,5,,112
	S3,academy,示例学院,,2019-03-01,,,12`,
	{ file: '工作室.csv' }
);

let db: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	db = await openNative();
	await openBuilt(db, [report, list, rooms]);
	lists = await readLists((statement) => db.query(statement), '1');
});
afterAll(() => db.close());

function question(
	id: string,
	region: string,
	period: readonly string[],
	against?: FigureQuestion['against']
): FigureQuestion {
	const indicator = indicatorById(id);
	if (!indicator) throw new Error(`No indicator ${id}`);
	const selection: Selection = { region: [{ key: region, codes: [region] }], period };
	return { indicator, subject: `处 · ${period.at(-1)}`, selection, ...(against ? { against } : {}) };
}

async function explain(asked: FigureQuestion, language: 'zh' | 'en' = 'zh'): Promise<Explanation> {
	const asker = { query: (statement: Sql) => db.query(statement), needDetail: async () => {} };
	return explainFigure(asked, await figureMaterial(asker, asked), { profile: profile(), lists, language });
}
const factOf = ({ facts }: Explanation, label: string) => facts.find((fact) => fact.label === label)?.texts;

describe('the formula with its actual numbers', () => {
	test('of a reported figure it is the figure', async () => {
		const { worked, numerator } = await explain(question('participants', '1111', ['2024Q2']));
		expect([worked, numerator]).toEqual([['参赛职工 = 110（填报数）'], '110']);
	});

	test('of a sum it is the sum of what was reported', async () => {
		const { worked } = await explain(question('participants', '111', ['2024Q1']));
		expect(worked).toEqual(['参赛职工 = 3 个填报数之和 = 180']);
		expect((await explain(question('participants', '111', ['2024Q1']), 'en')).worked).toEqual([
			expect.stringMatching(/= sum of 3 reported figures = 180$/)
		]);
	});

	test('of a ratio both sides are summed, then divided', async () => {
		const { worked, numerator, denominator, value } = await explain(question('participation_rate', '111', ['2024Q1']));
		expect([numerator, denominator, value]).toEqual(['180', '1800', '10.0%']);
		expect(worked.slice(0, 2)).toEqual(['参赛职工 = 3 个填报数之和 = 180', '职工人数 = 3 个填报数之和 = 1,800']);
		expect(worked[2]).toMatch(/= 180 ÷ 1,800 × 100 = 10\.0%$/);
	});

	test('over several periods flows add up and of levels the last counts', async () => {
		const { worked, numerator, denominator } = await explain(
			question('participation_rate', '111', ['2024Q1', '2024Q2'])
		);
		// 180 + 199, over the workers at the end of the second quarter.
		expect([numerator, denominator]).toEqual(['379', '1900']);
		expect(worked[0]).toBe('参赛职工 = 180 + 199 = 379');
		expect(worked.at(-1)).toMatch(/= 379 ÷ 1,900 × 100 ≈ 19\.9%$/);
	});

	test('a denominator of 0 gives no ratio, a missing one neither, and nothing is ever taken as 0', async () => {
		const zero = await explain(question('participation_rate', '12', ['2024Q2']));
		expect([zero.value, zero.worked.at(-1)]).toEqual([null, '分母为 0，没有比率']);
		const none = await explain(question('participation_rate', '112', ['2024Q2']));
		expect([none.value, none.numerator, none.worked]).toEqual([null, null, [expect.stringMatching(/^缺/)]]);
		expect(none.sentence).toContain('未报或无法计算');
	});

	test('of a register it is the count of its entries, or what they come to', async () => {
		expect((await explain(question('competitions_held', '1', ['2024']))).worked).toEqual(['竞赛台账 = 台账 2 条 = 2']);
	});
});

describe('completeness', () => {
	test('names who has not reported, and why the figure is provisional', async () => {
		const { provisional, facts } = await explain(question('participants', '11', ['2024Q1']));
		expect(facts.find(({ label }) => label === '完整程度')?.texts).toEqual([
			'应报 2 个，已报 1 个',
			expect.stringMatching(/^未报：/),
			expect.stringMatching(/约数（≈）$/)
		]);
		expect(provisional).toBe('暂定：参赛职工还有 1 个没有报');
		const english = await explain(question('participants', '11', ['2024Q1']), 'en');
		expect(english.provisional).toMatch(/^Provisional: Participants not yet reported by 1 of the parts/);
	});

	test('of a register over a report, only those who have reported count; how many more there are is said', async () => {
		// Two studios, one of them in 112, whose workers nobody knows: 1 over 1,900.
		const uneven = await explain(question('studios_per_10k', '11', ['2024Q2']));
		expect(uneven.provisional).toBe('暂定：职工人数还有 1 个没有报');
		expect(uneven.value).toBe('5.26');
		expect(uneven.numerator).toBe('1');
		expect(uneven.worked[0]).toMatch(/ = 台账 1 条 = 1；没有报职工人数的单位另有 1，不计入$/);
		const english = await explain(question('studios_per_10k', '11', ['2024Q2']), 'en');
		expect(english.worked[0]).toMatch(/; not counted: 1 more, of units that have not reported workers$/);
		const whole = await explain(question('studios_per_10k', '111', ['2024Q2']));
		expect(whole.provisional).toBeNull();
	});
	test('what is taken off a side says what its entries lack', async () => {
		const name = '工作室和工匠学院台账';
		// S2 says nothing of transfer: its 5 patents do not count.
		const rate = await explain(question('transfer_rate', '1', ['2024Q1']));
		expect(rate.worked).toEqual([
			`${name} · 成果转化 = 台账 1 条之和 = 2`,
			`${name} · 专利 = 台账 2 条之和 = 13`,
			`减：${name} · 专利（没有填“成果转化”的） = 台账 1 条之和 = 5`,
			'专利成果转化率 = 2 ÷ 8 × 100 = 25.0%'
		]);
		expect(factOf(rate, '完整程度')).toEqual(['由台账逐条得出；没有登记的不计入']);
		// Two studios and an academy that states no patents.
		const each = await explain(question('patents_per_studio', '1', ['2024Q1']));
		expect(each.worked.slice(-2)).toEqual([
			`减：${name}（没有填“专利”的） = 台账 1 条 = 1`,
			'每个工作室专利数 = 13 ÷ 2 = 6.50 件/个'
		]);
		expect((await explain(question('patents_per_studio', '1', ['2024Q1']), 'en')).worked.at(-2)).toMatch(
			/^Less: .+ \(without “Patents”\) = 1 entries of the register = 1$/
		);
	});

	test('a reported figure stands by itself, and is held against its parts', async () => {
		const reported = await explain(question('participants', '111', ['2024Q2']));
		expect(factOf(reported, '完整程度')).toEqual(['本级直接上报的数']);
		expect(reported.provisional).toBeNull();
		const step = await traceStep(db, { measure: 'participants', region: '111', period: '2024Q2' });
		if (!step) throw new Error('No step');
		expect(stepSentence(step, '甲市', 'zh')).toBe('甲市 199：填报数');
		// 110 + 60 + 30 below it.
		expect(stepCheck(step, 'zh')).toBe('下级之和为 200，与填报数相差 1；以填报数为准');
		expect(step.parts.map(({ region, value, counts }) => [region, Number(value), counts])).toEqual([
			['1111', 110, false],
			['1112', 60, false],
			['1113', 30, false]
		]);
	});

	test('a level over a year is that of its last part', async () => {
		const step = await traceStep(db, { measure: 'workers_total', region: '1111', period: '2024H1' });
		expect(step && stepSentence(step, '甲', 'zh')).toBe('甲 1,100：取其中最后一期');
		expect(step?.parts.map(({ period, counts }) => [period, counts])).toEqual([
			['2024Q1', false],
			['2024Q2', true]
		]);
		expect((await explain(question('workers_total', '1111', ['2024H1']))).worked).toEqual([
			'职工人数 = 2024年二季度的数 = 1,100'
		]);
	});
});

test('a comparison says its own formula and leads on to what is compared with', async () => {
	const against = { periods: ['2023Q2'], word: '同比' };
	const { comparison, inputs } = await explain(question('participants', '1111', ['2024Q2'], against));
	expect(comparison).toEqual(['同比：（110 − 100）÷ 100 = +10.0%']);
	expect(inputs[0]?.question).toMatchObject({ subject: '处 · 2023年二季度', selection: { period: ['2023Q2'] } });
	const nothing = await explain(question('participants', '1112', ['2024Q2'], against));
	expect(nothing.comparison).toEqual(['同比的对比期（2023年二季度）没有数']);
});

test('a citation names figure, unit, place, period, definition, files and release', async () => {
	const explanation = await explain(question('participants', '11', ['2024Q1']));
	const text = citationOf(
		explanation,
		{ release: '0123456789abcdef', madeAt: '2026-11-21T08:00:00Z', url: 'https://example.org/?period=2024Q1' },
		{ profile: profile(), lists, language: 'zh' }
	);
	for (const part of [
		'处 · 2024Q1',
		'180 人',
		'（暂定）',
		'口径：',
		'汇总表',
		'《季报.csv》',
		'0123456789abcdef',
		'2026-11-21'
	])
		expect(text).toContain(part);
	expect(text.endsWith('https://example.org/?period=2024Q1')).toBe(true);
});

test.each([
	['change', { value: '110', base: '100' }, '+10.0%', '（110 − 100）÷ 100 = +10.0%'],
	['difference', { value: '12.0%', base: '10.0%' }, '+2.0 个百分点', '12.0% − 10.0% = +2.0 个百分点'],
	['share', { part: '30', whole: '120' }, '25.0%', '30 ÷ 120 × 100% = 25.0%'],
	['step', { part: '30', whole: '120' }, '25.0%', '30 ÷ 120 × 100% = 25.0%'],
	['rank', { count: '31', above: '2', rank: '3' }, '3', '有数的 31 个中，2 个排在前面：2 + 1 = 3'],
	['sum', { terms: '1 + 2' }, '3', '1 + 2 = 3'],
	['gaps', { all: '19', filled: '16' }, '3', '19 格 − 有数的 16 格 = 3 格'],
	['reported', { reported: '29', expected: '31' }, '93.5%', '29 ÷ 31 = 93.5%'],
	['late', { received: '2024-08-14', due: '2024-07-15', days: '30' }, '迟报 30 天', '2024-08-14 − 2024-07-15 = 30 天'],
	['max_min', { most: '8', least: '2' }, '4.0 倍', '8 ÷ 2 = 4.0 倍'],
	[
		'variation',
		{ deviation: '2.00', mean: '4.00', count: '5' },
		'0.500',
		'2.00 ÷ 4.00 = 0.500（标准差 ÷ 平均数，5 个）'
	],
	['gini', { count: '5' }, '0.214', '1 − Σ（xᵢ − xᵢ₋₁）（yᵢ + yᵢ₋₁）= 0.214，5 个由小到大累加'],
	['drift', { first: '1.00', last: '−1.50' }, '+0.5σ', '|−1.50| − |1.00| = +0.5σ（标准差）'],
	['completion', { actual: '50', target: '100' }, '50.0%', '50 ÷ 100 × 100% = 50.0%'],
	['ceiling', { actual: '125', target: '100' }, '80.0%', '100 ÷ 125 × 100% = 80.0%'],
	['way', { actual: '15', base: '10', target: '20' }, '50.0%', '（15 − 10）÷（20 − 10）× 100% = 50.0%'],
	['pace', { done: '50.0%', elapsed: '75.0%' }, '−25.0 个百分点', '50.0% − 75.0% = −25.0 个百分点'],
	['forecast', { actual: '50', elapsed: '50.0%' }, '100', '50 ÷ 50.0% = 100'],
	['forecast_level', { base: '10', actual: '20', elapsed: '50.0%' }, '30', '10 +（20 − 10）÷ 50.0% = 30']
] as const)('%s is worked out by its own formula, in both languages', (derived, numbers, value, worked) => {
	const asked: DerivedQuestion = { derived, subject: '处', value, numbers, inputs: [] };
	const chinese = explainDerived(asked, { profile: profile(), lists, language: 'zh' });
	expect(chinese.worked).toEqual([worked]);
	const cited = citationOf(
		chinese,
		{ release: '0123456789abcdef', madeAt: '2026-11-21T08:00:00Z', url: 'https://example.org/' },
		{ profile: profile(), lists, language: 'zh' }
	);
	expect(cited).toContain(`算法：${worked}`);
	expect(cited).not.toContain('来源：');
	const english = explainDerived(asked, { profile: profile(), lists, language: 'en' });
	for (const { title, definition, formula, worked: lines } of [chinese, english])
		for (const text of [title, definition, formula, ...lines]) expect(text).not.toMatch(/^$|—|undefined/);
	expect([english.definition, english.formula, english.title].join('')).not.toMatch(/\p{Script=Han}/u);
});

test('a change says by how much as well as how many per cent, and leads to both figures', () => {
	const figure = question('participants', '1111', ['2024Q2'], { periods: ['2023Q2'], word: '同比' });
	const filters = { comparison: 'yoy' };
	const change = { kind: 'relative', amount: 0.1, direction: 'up' } as const;
	const asked = changeQuestion(figure, { value: 110, base: 100, change }, {
		language: 'zh',
		filters
	} as unknown as Scope);
	expect(asked && explainDerived(asked, { profile: profile(), lists, language: 'zh' }).worked).toEqual([
		'110 − 100 = 10',
		'（110 − 100）÷ 100 = +10.0%'
	]);
	expect(
		asked?.inputs.map(({ value, question: into }) => [
			value.replaceAll('\u2009', ' '),
			into && 'subject' in into && into.subject
		])
	).toEqual([
		['110 人', '处 · 2024Q2'],
		['100 人', '处 · 2023年二季度']
	]);
});
