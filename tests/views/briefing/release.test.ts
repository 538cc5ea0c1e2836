import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { sql, Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { askedOf } from '#lib/views/briefing/asked.ts';
import { factsOf } from '#lib/views/briefing/facts.ts';
import { barPictures, figureLines } from '#lib/views/briefing/pictures.ts';
import { briefingQuestions } from '#lib/views/briefing/queries.ts';
import { briefingOf } from '#lib/views/briefing/sentences.ts';
import { targetsQuery } from '#lib/views/stated-targets.ts';
import { fixtureScope, known, openFixture } from '../fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector, lists } = await openFixture());
	overwriteGetLocale(() => 'zh-CN');
});
afterAll(() => connector.close());

const indicators = ['participations', 'participation_rate', 'competitions_held'].map(known);

/** The briefing of the fixture release for some filters, through the statements that the page asks. */
async function briefing(filters = {}) {
	const scope = fixtureScope(lists, filters);
	const targets = targetsQuery.parse(await connector.query(targetsQuery.sql));
	const asked = askedOf(scope, null, indicators, indicators, targets);
	const { all, combine } = briefingQuestions({ scope }, asked, (answers) => ({ facts: factsOf(answers) }));
	const answers = await Promise.all(all.map(async (one) => one && one.parse(await connector.query(one.sql))));
	const { facts } = combine(answers);
	if (!facts) throw new Error('No facts');
	const texts = Object.fromEntries(
		briefingOf(facts).flatMap(({ sentences }) => sentences.map(({ key, text }) => [key, text]))
	);
	return { facts, texts };
}

test('the whole: what is there, what is missing, who has not reported', async () => {
	const { facts, texts } = await briefing();
	expect(texts).toEqual({
		// 300 of 2 of 3 districts against a full 250: a third of the reports is missing.
		'lead-0': '2026年二季度，示例市参赛300人次（暂定），报送程度相差过大（本期2/3已报，对比期已报齐），不作比较。',
		// 30 of 120 workers.
		'main-0': '职工参与率为25.0%，上年同期暂无数据。',
		'main-1': '举办竞赛3项，上年同期暂无数据。',
		// 甲 100 → 200, 乙 150 → 100, 丙 silent.
		'moves-parts-0': '分地区看，参赛人次同比可比的2个中，1个上升、1个下降。',
		'moves-parts-1': '增幅最大的是甲区（增长100.0%）。',
		'moves-parts-2': '降幅最大的是乙区（下降33.3%）。',
		'target-0':
			'参赛人次（2026年目标1,000人次以上）截至2026年二季度实际400人次（暂定），完成年度目标的40.0%，时间进度49.6%，落后9.6个百分点。',
		// 甲 C and 乙 E hold competitions; of 3 × 2 cells 4 are empty; nobody reports workers by industry.
		'coverage-0':
			'按举办竞赛看，纳入统计的6个“地区—行业”组合中，2个有记录，覆盖面33.3%，空白最多的是丙区（2个行业没有记录）。',
		// 甲 and 乙 have not said how many took part.
		'blanks-0': '甲区、乙区已报送，但部分主要指标空缺。',
		'reports-0': '参赛人次：应报3个地区，已报2个，未报的是丙区。',
		'provisional-0': '因报送未齐，下列为暂定数：参赛人次。'
	});
	// A district that has not reported has no bar: a bar of nothing would read as 0.
	expect(barPictures(facts)[0]?.lines.map(({ name, text }) => [name, text])).toEqual([
		['甲', '200人次'],
		['乙', '100人次']
	]);
	expect(figureLines(facts).map(({ value, change }) => [value, change])).toEqual([
		['300人次', '不可比'],
		['25.0%', '—'],
		['3项', '—']
	]);
});

test('coverage leaves out the parts that have not told who works where, and says so', async () => {
	// 甲 has workers in both sections, 乙 in building alone, 丙 tells nothing: 3 pairs, of which 甲 C and 乙 E hold some.
	await connector.run(
		new Sql(
			`INSERT INTO rollup (measure, region, industry, ownership, period, value, how, complete) VALUES ${[
				['5001', 'C', 90],
				['5001', 'E', 10],
				['5002', 'E', 20]
			]
				.map(
					([region, industry, value]) =>
						`('workers_total', '${region}', '${industry}', 'all', '2026Q2', ${value}, 'reported', true)`
				)
				.join(', ')}`
		)
	);
	const { texts } = await briefing();
	await connector.run(new Sql(`DELETE FROM rollup WHERE measure = 'workers_total' AND industry <> 'all'`));
	expect(texts['coverage-0']).toBe(
		'按举办竞赛看，纳入统计的3个“地区—行业”组合中，2个有记录，覆盖面66.7%，空白最多的是甲区（1个行业没有记录），丙区没有分行业的职工数，未计入。'
	);
});

test('an industry, and a district without parts', async () => {
	const manufacturing = (await briefing({ industry: 'C' })).texts;
	// 180 of 300, but the 300 are not complete: no share. Nobody has a rate by industry.
	expect(manufacturing['lead-0']).toBe('2026年二季度，示例市制造业参赛180人次。');
	expect(manufacturing['baseless-0']).toBe('各项主要指标上年同期均无数据，不作比较。');
	expect(manufacturing['share-0']).toBeUndefined();
	expect(manufacturing['missing-0']).toBe('暂无数据的主要指标：职工参与率。');
	expect(manufacturing['target-0']).toBeUndefined();
	expect(manufacturing['gap-regions-0']).toBe('3个地区中有2个在本行业没有举办竞赛的记录：乙区、丙区。');

	const district = (await briefing({ region: '5003' })).texts;
	expect(district['lead-0']).toBe('2026年二季度，丙区参赛人次暂无数据。');
	expect(district['reports-0']).toBeUndefined();
});

test('a figure that was reported as about so many is told so', async () => {
	await connector.run(
		sql`UPDATE rollup SET qualifier = '≈' WHERE measure = 'participations' AND region = '5002' AND period = '2026Q2'`
	);
	// 150 a year before.
	expect((await briefing({ region: '5002' })).texts['lead-0']).toBe('2026年二季度，乙区参赛约100人次，同比下降33.3%。');
});
