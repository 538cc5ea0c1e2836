import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { totalRegisters } from '#lib/release/register-totals.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { Figures, figureOf } from '#lib/views/figure.ts';
import { askMembers, askSplit, askTrail } from '#lib/views/questions.ts';
import { promotionDrawn, trainingDrawn } from '#lib/views/training/drawn.ts';
import {
	attendances,
	certificateCost,
	certificationRate,
	certified,
	highCertifiedShare,
	mentoring,
	promoted,
	promotedEntrants,
	promotionRate,
	splitMeasures
} from '#lib/views/training/measured.ts';
import { promotionFlow, promotionsFromRegister, promotionsFromResults } from '#lib/views/training/promotions.ts';
import { registerQuery } from '#lib/views/training/queries.ts';
import { trainingSentence } from '#lib/views/training/sentence.ts';
import { highRungs, kindSplits, ladderSteps, levelSplits, ungraded } from '#lib/views/training/splits.ts';
import { fixtureScope, openFixture } from './fixture.ts';

/** measure, region, level, skill level, kind, value; all in April 2026. */
const facts = [
	['enrolled', '5001', 'all', 'senior', 'skills', 100],
	['attendances', '5001', 'all', 'senior', 'skills', 150],
	['certified', '5001', 'all', 'senior', 'skills', 60],
	['certifying_enrolled', '5001', 'all', 'senior', 'skills', 100],
	['subsidy', '5001', 'all', 'senior', 'skills', 30_000],
	['certificate_subsidy', '5001', 'all', 'senior', 'skills', 30_000],
	['subsidised_certified', '5001', 'all', 'senior', 'skills', 60],
	['enrolled', '5002', 'all', 'junior', 'skills', 50],
	['certified', '5002', 'all', 'junior', 'skills', 20],
	['certifying_enrolled', '5002', 'all', 'junior', 'skills', 50],
	['certificate_subsidy', '5002', 'all', 'junior', 'skills', 2000],
	['subsidised_certified', '5002', 'all', 'junior', 'skills', 20],
	['enrolled', '5002', 'all', 'all', 'mentoring', 8],
	['enrolled', '5002', 'all', 'all', 'online-drill', 900]
] as const;
const results = [
	['results.promoted', '5001', 'national-1', 'technician', 'skills', 2],
	['results.promoted', '5001', 'municipal', 'senior', 'skills', 5],
	['results.promoted', '5002', 'municipal', 'technician', 'skills', 3],
	['competitions.promoted', '5001', 'municipal', 'all', 'skills', 40],
	['competitions.participations', '5001', 'municipal', 'all', 'skills', 800]
] as const;

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector, lists } = await openFixture());
	const rows = [...facts.map(([measure, ...rest]) => [`trainings.${measure}`, ...rest] as const), ...results].map(
		([measure, region, level, skill, kind, value]) =>
			`('${measure}', '${region}', 'C', 'all', 'all', '${level}', '${skill}', '${kind}', 'all', '2026-04', ${value})`
	);
	await connector.run(
		new Sql(`INSERT INTO register_fact (measure, region, industry, ownership, union_system, level, skill_level, kind, campaign, period, value)
			VALUES ${rows.join(', ')}`)
	);
	await connector.run(new Sql('DELETE FROM register_total'));
	await totalRegisters(connector, identifier('main'));
	await connector.run(
		new Sql(`INSERT INTO trainings (training_id, kind, occupation, skill_level, region, industry, period, enrolled, certified) VALUES
			('PX1', 'skills', '钳工', 'senior', '5001', 'C13', '2026-04', 100, 60), ('PX2', 'mentoring', '焊工', NULL, '5002', 'C', '2026Q2', 8, NULL),
			('PX3', 'skills', '钳工', 'junior', '5002', 'E', '2025Q2', 10, 1)`)
	);
});
afterAll(() => connector.close());

async function ask<T>(query: Query<T>): Promise<T> {
	return query.parse(await connector.query(query.sql));
}

test('kinds stand in the order of the people they train, with rates from their own sums', async () => {
	const scope = fixtureScope(lists);
	const rows = kindSplits(await ask(askSplit(scope, splitMeasures, ['kind'])), scope);
	expect(rows.map(({ key }) => key)).toEqual(['online-drill', 'skills', 'mentoring']);
	// 150 people, 150 attendances, 60 + 20 certified: 80 ÷ 150; 32,000 yuan for 80 certificates.
	const [people, attended, certificates, rate, subsidy, cost] = rows[1]?.values ?? [];
	expect([people, attended, certificates, subsidy, cost]).toEqual([150, 150, 80, 30_000, 400]);
	expect(rate).toBeCloseTo((80 / 150) * 100, 10);
	// Nobody is certified in mentoring: missing, not 0.
	expect(rows[2]?.values.slice(2)).toEqual([null, null, null, null]);
});

test('the ladder has all eight levels, the highest first, and its line stands below 高级工', async () => {
	const scope = fixtureScope(lists);
	const figures = await ask(askSplit(scope, splitMeasures, ['skill_level']));
	const rows = levelSplits(figures, scope);
	expect(rows.map(({ name }) => name)).toEqual([
		...['首席技师', '特级技师', '高级技师', '技师', '高级工', '中级工', '初级工', '学徒工']
	]);
	expect(rows[highRungs - 1]?.name).toBe('高级工');
	const steps = ladderSteps(rows, null, scope);
	expect(steps.map(({ whole, part }) => [whole, part]).slice(4)).toEqual([
		...[
			[100, 60],
			[null, null],
			[50, 20],
			[null, null]
		]
	]);
	expect(steps[4]?.labels).toEqual(['100', '60', '60.0%']);
	expect(ungraded(figures, scope)).toBe(908);
});

test('mentoring over time is asked of its kind alone', async () => {
	const scope = fixtureScope(lists);
	const figures = await ask(askTrail(scope, [mentoring]));
	expect(figures.value({ indicator: mentoring.id, region: '50', period: '2026Q2' })).toBe(8);
	expect(figures.value({ indicator: mentoring.id, region: '50', period: '2026Q1' })).toBeNull();
	// 5001 registers trainings, and no mentoring among them: nobody, which is not unknown.
	const none = await ask(askTrail(fixtureScope(lists, { region: '5001' }), [mentoring]));
	expect(none.value({ indicator: mentoring.id, region: '5001', period: '2026Q2' })).toBe(0);
});

test('promotions lead from competition levels to skill levels and add up on both sides', async () => {
	const scope = fixtureScope(lists);
	const rows = promotionsFromResults(await ask(askSplit(scope, [promotedEntrants], ['level', 'skill_level'])), scope);
	expect(rows).toEqual([
		{ from: 'national-1', to: 'technician', count: 2 },
		{ from: 'municipal', to: 'technician', count: 3 },
		{ from: 'municipal', to: 'senior', count: 5 }
	]);
	const picture = promotionFlow(rows, scope);
	expect(picture.from.map(({ name, label }) => [name, label])).toEqual([
		['国家一类', '2'],
		['市级', '8']
	]);
	expect(picture.to.map(({ name, label }) => [name, label])).toEqual([
		['技师', '5'],
		['高级工', '5']
	]);
});

test('without entrants, the competition register’s own figures are shown, the level reached unknown', async () => {
	const scope = fixtureScope(lists);
	const rows = promotionsFromRegister(await ask(askSplit(scope, [promoted], ['level'])), scope);
	expect(rows).toEqual([{ from: 'municipal', to: 'all', count: 40 }]);
	const place = await ask(askTrail(scope, [promotionRate]));
	expect(place.value({ indicator: 'promotion_rate', region: '50', period: '2026Q2' })).toBe(5);
});

test('the sentence takes the register where nothing was reported, and says no more than is known', async () => {
	const scope = fixtureScope(lists);
	const figures = await ask(askTrail(scope, [attendances, certified]));
	expect(trainingSentence(scope, figures, { reported: 1, expected: 3, missing: [] }, '区县')).toBe(
		'2026年二季度，示例市培训职工 150\u2009人次，取证 80\u2009人。'
	);
});

test('beside the returns’ figure the register’s is said to be its own; how it moved comes with why that is doubtful', () => {
	const scope = fixtureScope(lists);
	const told = (indicator: string, period: string, value: number, reported = 3) => ({
		...figureOf({ indicator, region: '50', period, value, numerator: value, complete: reported === 3 }),
		...{ partsReported: reported, partsExpected: 3 }
	});
	const rows = [told('trainees', '2025Q2', 480), told('certified', '2026Q2', 80)];
	const said = (reported: number) =>
		trainingSentence(scope, new Figures([told('trainees', '2026Q2', 500, reported), ...rows]), null);
	expect(said(3)).toBe('2026年二季度，示例市培训职工 500\u2009人次，同比 +4.2%，台账登记取证 80\u2009人。');
	expect(said(2)).toContain('500\u2009人次，报送程度相差过大（本期2/3已报，对比期已报齐），不作比较，台账登记取证');
});

test('what the page draws is worked out of its answers; without any, a panel has its plain title', async () => {
	const scope = fixtureScope(lists);
	const rated = [certified, certificationRate, highCertifiedShare, promoted, promotionRate, promotedEntrants];
	const drawn = trainingDrawn({
		scope,
		place: await ask(askTrail(scope, [attendances, ...rated])),
		regions: await ask(askMembers(scope, [certificateCost])),
		kinds: await ask(askSplit(scope, splitMeasures, ['kind'])),
		levels: await ask(askSplit(scope, splitMeasures, ['skill_level'])),
		pupils: await ask(askTrail(scope, [mentoring])),
		results: await ask(askSplit(scope, [promotedEntrants], ['level', 'skill_level'])),
		promotions: await ask(askSplit(scope, [promoted], ['level']))
	});
	expect(drawn.kindTitle).toBe('参训人数最多的是网上练兵，900\u2009人');
	expect(drawn.levelNote).toBe('另有 908\u2009人参加的培训未写明技能等级，不在图中。');
	expect(drawn.mentoring?.title).toBe('2026年二季度师带徒 8\u2009人');
	// 30,000 yuan for 60 certificates, 2000 for 20.
	expect(drawn.costRows.map(({ value }) => value)).toEqual([500, 100, null, null]);
	expect(drawn.costTitle).toBe('乙每本证书的补助成本最低，100\u2009元/证');
	expect(drawn.promotion).toMatchObject({
		source: promotedEntrants,
		title: '成绩册记录竞赛带来的技能等级晋升 10\u2009人次',
		footnote: '竞赛台账登记晋升 40\u2009人次，晋级率 5.00%；与成绩册逐条记录分别统计。'
	});
	expect(drawn.sentence).toBe('2026年二季度，示例市培训职工 150\u2009人次，取证 80\u2009人，取证率 53.3%。');
	expect(drawn.figures.map(({ text }) => text)).toEqual(['150\u2009人次', '80\u2009人', '53.3%']);
	expect(promotionDrawn({ scope, place: null, results: null, promotions: null })).toMatchObject({
		...{ rows: [], title: '竞赛与晋升', footnote: null }
	});
});

test('the register lists the period’s trainings under the filters, searched by words, the latest first', async () => {
	const ids = async (filters: Parameters<typeof fixtureScope>[1], search = '', everything = false) =>
		(await ask(registerQuery(fixtureScope(lists, filters), search, everything))).rows.map(({ id }) => id);
	expect(await ids({})).toEqual(['PX2', 'PX1']);
	expect(await ids({}, '', true)).toEqual(['PX2', 'PX1', 'PX3']);
	expect(await ids({ kind: 'skills' }, '钳工', true)).toEqual(['PX1', 'PX3']);
	expect(await ids({ industry: 'C', region: '5001' })).toEqual(['PX1']);
	expect(await ids({}, '甲区')).toEqual(['PX1']);
	expect(await ids({}, "钳' OR 1=1", true)).toEqual([]);
});
