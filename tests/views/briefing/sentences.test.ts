import { beforeAll, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import type { BriefingFacts } from '#lib/views/briefing/facts.ts';
import type { SectionId } from '#lib/views/briefing/kind.ts';
import { barPictures, figureLines } from '#lib/views/briefing/pictures.ts';
import { briefingOf, briefingText, sentenceKinds } from '#lib/views/briefing/sentences.ts';
import type { StatedTarget } from '#lib/views/target-pace.ts';
import { followTarget } from '#lib/views/target-follow.ts';
import { targetRows } from '#lib/views/target-rows.ts';
import { Figures } from '#lib/views/figure.ts';
import { placeOf } from '#lib/views/members.ts';
import { completenessOf } from '#lib/views/member-rows.ts';
import { known, openFixture } from '../fixture.ts';
import { factsByHand, figure, measured, part } from './facts-by-hand.ts';

let lists: ReleaseLists;
beforeAll(async () => {
	const fixture = await openFixture();
	lists = fixture.lists;
	await fixture.connector.close();
});

type Told = Parameters<typeof factsByHand>[1];

/** What one kind says of facts, in Chinese. */
function said(kind: string, told: Told, filters = {}): string[] {
	overwriteGetLocale(() => 'zh-CN');
	const facts = factsByHand(lists, told, filters);
	return (sentenceKinds.find(({ id }) => id === kind)?.say(facts) ?? []).map(({ text }) => text);
}

const [participations, rate] = [known('participations'), known('participation_rate')];

describe('the headline', () => {
	const lead =
		(now: number | null, then: number | null): Told =>
		(scope) => ({
			lead: measured(participations, now === null ? null : figure(now), then === null ? null : figure(then), scope)
		});

	test('rising, falling, flat', () => {
		// 1,397,130 against 1,343,666 is +53,464, 3.979 %.
		expect(said('lead', lead(1_397_130, 1_343_666))).toEqual(['2026年二季度，示例市参赛139.7万人次，同比增长4.0%。']);
		expect(said('lead', lead(900, 1000))).toEqual(['2026年二季度，示例市参赛900人次，同比下降10.0%。']);
		expect(said('lead', lead(1000, 1000))).toEqual(['2026年二季度，示例市参赛1,000人次，与上年同期持平。']);
		expect(said('lead', lead(2_000_050, 2_000_000))).toEqual(['2026年二季度，示例市参赛200万人次，与上年同期持平。']);
	});
	test('a missing figure is never 0, a missing base is said, a base of 0 gives no percentage', () => {
		expect(said('lead', lead(null, 500))).toEqual(['2026年二季度，示例市参赛人次暂无数据。']);
		expect(said('lead', lead(500, null))).toEqual(['2026年二季度，示例市参赛500人次，上年同期暂无数据。']);
		expect(said('lead', lead(500, 0))).toEqual(['2026年二季度，示例市参赛500人次，上年同期为0，不计增速。']);
		expect(said('lead', lead(0, 500))).toEqual(['2026年二季度，示例市参赛0人次，同比下降100.0%。']);
	});
	test('a small base is compared by difference: 2 to 7 is no 250 %', () => {
		expect(said('lead', lead(7, 2))).toEqual(['2026年二季度，示例市参赛7人次，比上年同期增加5人次。']);
		expect(said('lead', lead(45, 30))).toEqual(['2026年二季度，示例市参赛45人次，同比增长50.0%。']);
	});
	test('the table beside the text compares as the text does', () => {
		const lines = (now: number, then: number) =>
			figureLines(factsByHand(lists, lead(now, then))).map(({ change }) => change);
		expect([lines(7, 2), lines(45, 30), lines(1000, 1000)]).toEqual([['+5人次'], ['+50.0%'], ['持平']]);
	});
	test('what differs in who reported is not compared, and why', () => {
		const open = figure(1200, { complete: false, partsReported: 20, partsExpected: 38 });
		const text = said('lead', (scope) => ({ lead: measured(participations, open, figure(1000), scope) }));
		expect(text).toEqual([
			'2026年二季度，示例市参赛1,200人次（暂定），报送程度相差过大（本期20/38已报，对比期已报齐），不作比较。'
		]);
	});
	test('provisional by a little is compared and marked once', () => {
		const open = figure(1200, { complete: false, partsReported: 36, partsExpected: 38 });
		expect(said('lead', (scope) => ({ lead: measured(participations, open, figure(1000), scope) }))).toEqual([
			'2026年二季度，示例市参赛1,200人次（暂定），同比增长20.0%。'
		]);
	});
	test('where reports are missing, changes are of those who reported both times', () => {
		const open = figure(1200, { complete: false, partsReported: 36, partsExpected: 38 });
		const then = { ...figure(1300), likeForLike: { value: 1200, base: 1000, units: 36 } };
		const few = { ...figure(20), likeForLike: { value: 18, base: 12, units: 36 } };
		const seen: Told = (scope) => ({
			lead: measured(participations, open, then, scope),
			main: [
				measured(participations, open, then, scope),
				measured(participations, { ...open, value: 18, numerator: 18 }, few, scope)
			]
		});
		expect(said('lead', seen)).toEqual([
			'2026年二季度，示例市参赛1,200人次（暂定），同比增长20.0%，按两期都报齐的36个单位比较。'
		]);
		// Of a small base the amount: 18 less 12.
		expect(said('main', seen)).toEqual([
			'参赛1,200人次（暂定），同口径同比增长20.0%。',
			'参赛18人次（暂定），同口径比上年同期增加6人次。'
		]);
	});
	test('ratios move in points; a ratio whose denominator moved is a hint', () => {
		const of = (value: number, denominator: number) => figure(value, { denominator });
		expect(
			said('main', (scope) => ({
				main: [
					measured(rate, of(13.46, 1000), of(13.08, 1000), scope),
					measured(rate, of(12.1, 1000), of(13.4, 1000), scope),
					measured(rate, of(12, 2000), of(11, 1000), scope)
				]
			}))
		).toEqual([
			'职工参与率为13.5%，同比提高0.4个百分点。',
			'职工参与率为12.1%，同比下降1.3个百分点。',
			'职工参与率为12.0%，同比提高1.0个百分点（仅供参考）。'
		]);
	});
	test('against the period before', () => {
		expect(said('lead', lead(110, 100), { comparison: 'previous' })).toEqual([
			'2026年二季度，示例市参赛110人次，环比增长10.0%。'
		]);
	});
	test('qualified figures keep their word', () => {
		const text = (qualifier: string) =>
			said('main', (scope) => ({
				main: [measured(participations, figure(580_000), figure(580_000), scope, { qualifier })]
			}));
		expect(text('≈')).toEqual(['参赛约58万人次，与上年同期持平。']);
		expect(text('>')).toEqual(['参赛超过58万人次，与上年同期持平。']);
	});
	test('a record of at least four comparable periods', () => {
		const trail =
			(...values: number[]): Told =>
			(scope) => ({
				lead: measured(participations, figure(values.at(-1) ?? null), null, scope, {
					trail: values.map((value, index) => ({ period: `202${index}`, figure: figure(value) }))
				})
			});
		expect(said('record', trail(3, 2, 1, 4))).toEqual(['参赛人次为近4期最高。']);
		expect(said('record', trail(3, 2, 4, 1))).toEqual(['参赛人次为近4期最低。']);
		expect(said('record', trail(1, 2, 3))).toEqual([]);
		expect(said('record', trail(1, 4, 2, 4))).toEqual([]);
	});
	test('without any base it is said once', () => {
		const told: Told = (scope) => ({ lead: measured(participations, figure(5), null, scope), baseless: true });
		expect(said('lead', told)).toEqual(['2026年二季度，示例市参赛5人次。']);
		expect(said('baseless', told)).toEqual(['各项主要指标上年同期均无数据，不作比较。']);
	});
});

describe('moves and ranks of the parts', () => {
	test('how many went which way; named from 5 % on a base of 30', () => {
		const rows: Told = (scope) => ({
			parts: [
				part('甲', 130, 100, scope),
				part('乙', 104, 100, scope),
				part('丙', 60, 20, scope),
				part('丁', 80, 100, scope),
				part('戊', 100, 100, scope),
				part('己', 100, null, scope)
			]
		});
		// 乙 moved by 4 %, 丙 stands on a base of 20; 己 cannot be compared.
		expect(said('moves-parts', rows)).toEqual([
			'分地区看，参赛人次同比可比的5个中，3个上升、1个下降、1个持平。',
			'增幅最大的是甲区（增长30.0%）。',
			'降幅最大的是丁区（下降20.0%）。'
		]);
	});
	test('all of one way, and none at all', () => {
		expect(said('moves-parts', (scope) => ({ parts: [part('甲', 2, 1, scope), part('乙', 3, 1, scope)] }))).toEqual([
			'分地区看，参赛人次同比可比的2个全部上升。'
		]);
		expect(said('moves-parts', (scope) => ({ parts: [part('甲', 2, null, scope)] }))).toEqual([]);
	});
	test('the first of the parts, with equal ones tied and those missing told', () => {
		const parts: Told = (scope) => ({
			lead: measured(participations, figure(1000), null, scope),
			parts: [400, 200, 200, 100, 100].map((value, index) => part('ABCDE'[index] ?? '', value, null, scope))
		});
		expect(said('leaders', parts)).toEqual([
			'参赛人次居前的地区为A区（400人次）、B区（200人次，并列第2位）、C区（200人次，并列第2位），合计占80.0%。'
		]);
		const missing: Told = (scope) => ({
			parts: [...(parts(scope).parts ?? []), part('F', null, null, scope)]
		});
		expect(said('leaders', missing)[0]).toContain('报送未齐，位次为暂定');
	});
	test('a rank among peers: 居全市第3位, tied, provisional; of three peers none', () => {
		const standing = { rank: 3, tied: false, ranked: 38, provisional: false };
		const at =
			(told: Partial<typeof standing>): Told =>
			(scope) => ({
				lead: measured(participations, figure(5), null, scope, { standing: { ...standing, ...told } })
			});
		const region = { region: '5001' };
		expect(said('rank', at({}), region)).toEqual(['参赛人次居全市第3位（按有数据的38个地区排列）。']);
		expect(said('rank', at({ tied: true, provisional: true }), region)).toEqual([
			'参赛人次居全市并列第3位（按有数据的38个地区排列），报送未齐，位次为暂定。'
		]);
		expect(said('rank', at({ ranked: 3 }), region)).toEqual([]);
	});
	test('spread of a rate: of the printed values', () => {
		const rows = [70.06, 50, 40, 20.34].map((value, index) => ({ key: String(index), value }));
		const text = said('spread', (scope) => ({
			partRates: { indicator: rate, rows: rows.map(({ key, value }) => part(key, value, null, scope, rate)) }
		}));
		// 70.1 − 20.3 as printed; 49.72 in full.
		expect(text).toEqual(['职工参与率最高的地区是0区（70.1%），最低的是3区（20.3%），相差49.8个百分点。']);
	});
});

describe('targets', () => {
	const target: StatedTarget = {
		...{ indicator: 'competitions_held', region: '50', startYear: 2026, endYear: 2026, target: 1000 },
		...{ unit: '项', direction: 'at-least', source: '示例' }
	};
	const place = () => placeOf('50', lists, 'zh');
	function rows(value: number | null, told: Partial<StatedTarget> = {}, base: number | null = null): Told {
		return () => {
			const stated = { ...target, ...told };
			const indicator = known(stated.indicator);
			const at = (period: string, amount: number | null) =>
				amount === null
					? []
					: [figure(amount, { indicator: indicator.id, region: '50', period, numerator: amount, denominator: 100 })];
			const figures = new Figures([
				...at('2026Q1', value),
				...at('2026Q2', value === null ? null : 0),
				...at('2025', base)
			]);
			const stock = indicator.kind === 'flow' ? figures : new Figures([...at('2026Q2', value), ...at('2025', base)]);
			const title = indicator.title.zh;
			const aim = { key: 'a', target: { ...stated, indicator: title }, indicator, place: place(), problem: null };
			expect(followTarget(stated, indicator, '2026Q2', () => null, 'calendar').pace.value).toBeNull();
			return { targets: targetRows([aim], stock, '2026Q2', 'zh', 'calendar') };
		};
	}

	test('behind, on course, reached: a year’s target on 30 June, 181 of 365 days', () => {
		expect(said('target', rows(300))).toEqual([
			'举办竞赛项数（2026年目标1,000项以上）截至2026年二季度实际300项，完成年度目标的30.0%，时间进度49.6%，落后19.6个百分点。'
		]);
		expect(said('target', rows(467))[0]).toContain('完成年度目标的46.7%，时间进度49.6%，落后2.9个百分点，仍属正常。');
		expect(said('target', rows(867))[0]).toContain('完成年度目标的86.7%，时间进度49.6%，快于时间进度37.1个百分点。');
		expect(said('target', rows(1032))[0]).toContain('实际1,032项，为目标的103.2%，已达成目标。');
		expect(said('target', rows(2500))[0]).toContain('达到目标的2.5倍。');
	});
	test('a level goes its way from where it began; without that nothing is said of its pace', () => {
		const level = { indicator: 'studios', target: 2500, endYear: 2027 };
		// (1900 − 1700) ÷ (2500 − 1700) = 25 %; 181 of 730 days are 24.8 %.
		expect(said('target', rows(1900, level, 1700))[0]).toContain(
			'实际1,900个，为目标值的76.0%，从起点1,700个到目标已走完25.0%，时间进度24.8%，快于时间进度0.2个百分点。'
		);
		expect(said('target', rows(1900, level))[0]).toContain('实际1,900个，为目标值的76.0%，起点无数据，不评快慢。');
		expect(said('target', rows(1900, { ...level, startYear: null }))[0]).toContain(
			'为目标值的76.0%，目标表未写起始年，不评快慢。'
		);
		expect(said('target', rows(1900, level, 2600))[0]).toContain(
			'为目标值的76.0%，起点已达到目标而现未达到，不评快慢。'
		);
	});
	test('of a ceiling it is said how much is used and how much of the time has passed', () => {
		// 300 of 1,000 by 30 June; a level that must come down from 2,900 to 2,500 and stands at 2,700 is half way.
		expect(said('target', rows(300, { direction: 'at-most' }))[0]).toContain(
			'实际300项，未超过上限，已用上限的30.0%，时间进度49.6%。'
		);
		const level = { indicator: 'studios', target: 2500, direction: 'at-most' };
		expect(said('target', rows(2700, level, 2900))[0]).toContain(
			'已超过上限，从起点2,900个到目标已走完50.0%，时间进度49.6%，快于时间进度0.4个百分点。'
		);
	});
	test('a level below its start has gone back', () => {
		// (1,600 − 1,700) ÷ (2,500 − 1,700) = −12.5 %; −12.5 − 24.8 = −37.3.
		const level = { indicator: 'studios', target: 2500, endYear: 2027 };
		expect(said('target', rows(1600, level, 1700))[0]).toContain(
			'为目标值的64.0%，低于起点1,700个，已走完−12.5%，时间进度24.8%，落后37.3个百分点。'
		);
	});
	/** Targets of one indicator each, at a value in the first half of 2026. */
	function several(
		told: readonly (Partial<StatedTarget> & { value: number | null; name: string; base?: number })[]
	): Told {
		return () => ({
			targets: told.flatMap((one) => rowsOf(rows(one.value, one, one.base ?? null), one.name))
		});
	}
	const rowsOf = (one: Told, title: string) =>
		one({} as never).targets?.map((row) => ({ ...row, key: title, title })) ?? [];
	test('a ratio that starts each year at 0 goes by the time of the year; before its last year it is not late', () => {
		const rate = { indicator: 'participation_rate', target: 65, endYear: 2026 };
		const of = (value: number, more = {}) => rows(value, { ...rate, ...more }, 71.7);
		const half = (told: Told) => said('target', told)[0] ?? '';
		// 26 ÷ 65 = 40 %, 9.6 points behind 49.6 %; that last year ended at 71.7 % is no start.
		expect(half(of(26))).toContain('为目标值的40.0%，时间进度49.6%，落后9.6个百分点。');
		expect(half(of(26, { endYear: 2027 }))).toContain('为目标值的40.0%，当年时间进度49.6%，目标年未到，不评快慢。');
	});
	test('of more than six targets those that are not described are named, and those that are not drawn', () => {
		const many = several([
			...['甲', '乙', '丙', '丁', '戊', '壬'].map((name) => ({ name, value: 300 })),
			{ name: '己', value: 29_000 },
			{ name: '庚', value: 1900, indicator: 'studios', target: 2500 },
			{ name: '辛', value: null }
		]);
		const texts = said('target', many);
		expect(texts).toHaveLength(7);
		expect(texts[6]).toBe('未逐项说明的（落后的在前，最多6项）：己、庚。');
		expect(said('targets-count', many)).toEqual(['共9项目标，1项已达成，6项偏慢或滞后，1项不评快慢，1项无法计算。']);
		const picture = barPictures(factsByHand(lists, many)).find(({ id }) => id === 'targets');
		expect(picture?.lines.map(({ name, text }) => [name, text]).slice(4)).toEqual([
			['戊', '30.0%'],
			['壬', '30.0%']
		]);
		expect(picture).toMatchObject({
			title: '各项目标已走完路程',
			note: '竖线为时间进度 · 从0累计的，路程即完成率 · 前6个，共7个 · 没有路程可算、未画：庚、辛'
		});
	});
	test('those behind are counted in the words of their rating, ceilings in theirs', () => {
		// 300 of 1,000 in half the year is behind; 700 at half time is going to pass 1,000.
		const two = several([
			{ name: '甲', value: 300 },
			{ name: '乙', value: 700, direction: 'at-most' }
		]);
		expect(said('targets-count', two)).toEqual(['共2项目标，1项偏慢或滞后，1项临近或超出上限。']);
	});
	test('unknown and not yet begun are told apart', () => {
		expect(said('targets-unknown', rows(null))).toEqual(['尚无填报数、无法计算的目标：举办竞赛项数。']);
		expect(said('targets-unknown', rows(null, { startYear: 2027, endYear: 2028 }))).toEqual([
			'目标期尚未开始的：举办竞赛项数。'
		]);
	});
});

describe('reports', () => {
	test('who has not reported, who only in part, and that a place reported for itself', () => {
		const some: Told = (scope) => {
			const parts = [
				part('甲', 1, null, scope),
				part('乙', null, null, scope),
				{ ...part('丙', 2, null, scope), provisional: true }
			];
			return {
				parts,
				reports: completenessOf(parts, participations),
				lead: measured(participations, figure(3), null, scope)
			};
		};
		expect(said('reports', some)).toEqual(['参赛人次：应报3个地区，已报2个，未报的是乙区，报送未齐的是丙区。']);
		const own: Told = (scope) => {
			const parts = [part('甲', null, null, scope), part('乙', null, null, scope)];
			return {
				parts,
				reports: completenessOf(parts, participations),
				lead: measured(participations, figure(3), null, scope)
			};
		};
		expect(said('reports', own)).toEqual(['参赛人次为示例市本级填报数，地区暂无分报数据。']);
	});
	test('what is provisional or missing is listed by name', () => {
		const told: Told = (scope) => ({
			lead: measured(participations, figure(1, { complete: false }), null, scope),
			main: [measured(rate, null, null, scope)]
		});
		expect(said('provisional', told)).toEqual(['因报送未齐，下列为暂定数：参赛人次。']);
		expect(said('missing', told)).toEqual(['暂无数据的主要指标：职工参与率。']);
	});
});

test('in English: the same facts as whole sentences', () => {
	overwriteGetLocale(() => 'en');
	const facts = factsByHand(lists, (scope) => ({
		lead: measured(participations, figure(1_397_130), figure(1_343_666), scope),
		main: [
			measured(rate, figure(13.46, { denominator: 1 }), figure(13.08, { denominator: 1 }), scope),
			measured(known('economic_benefit'), figure(1_430_671_900), figure(1_506_451_100), scope),
			measured(known('studios'), figure(1880), figure(1880), scope)
		]
	}));
	const inEnglish = { ...facts, language: 'en', scope: { ...facts.scope, language: 'en' } } as const;
	const texts = briefingOf(inEnglish)[0]?.sentences.map(({ text }) => text);
	overwriteGetLocale(() => 'zh-CN');
	expect(texts).toEqual([
		'In Q2 2026, participations in 示例市 came to 1.397 million, up 4.0% on a year earlier.',
		'The participation rate stood at 13.5%, up 0.4 percentage points on a year earlier.',
		'Economic benefit of innovation came to 1.431 billion yuan, down 5.0% on a year earlier.',
		'Innovation studios stood at 1,880, unchanged from a year earlier.'
	]);
});

test('every kind has its rule in both languages, and nothing is said of nothing but that it is missing', () => {
	for (const language of ['zh-CN', 'en'] as const) {
		overwriteGetLocale(() => language);
		for (const { rule } of sentenceKinds) expect(rule().length).toBeGreaterThan(10);
	}
	overwriteGetLocale(() => 'zh-CN');
	const facts: BriefingFacts = factsByHand(lists, () => ({}));
	const parts = briefingOf(facts);
	expect(parts.map(({ id }): SectionId => id)).toEqual(['overview']);
	expect(briefingText('简报', parts, '注', 'zh')).toBe(
		'简报\n一、总体情况\n2026年二季度，示例市参赛人次暂无数据。\n注'
	);
});
