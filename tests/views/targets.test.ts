import { describe, expect, test } from 'vitest';
import type { Answer } from '#lib/indicators/compare.ts';
import { noFilters } from '#lib/filters/filters.ts';
import { metricIndicator, indicators } from '#lib/indicators/index.ts';
import { noLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { Figures, type Figure } from '#lib/views/figure.ts';
import { placeOf } from '#lib/views/members.ts';
import { lightWord, progressOf } from '#lib/views/overview/target.ts';
import { scopeOf, type Scope } from '#lib/views/scope.ts';
import type { StatedTarget } from '#lib/views/target-pace.ts';
import { aimsOf, aimsWithin } from '#lib/views/target-aims.ts';
import { askedPeriods, followTarget, readings } from '#lib/views/target-follow.ts';
import { targetQuestion } from '#lib/views/target-questions.ts';
import { doneText, forecastText, targetRows } from '#lib/views/target-rows.ts';
import { targetColumns } from '#lib/views/targets/columns.ts';
import { targetsFigures, targetsSentence } from '#lib/views/targets/sentence.ts';

import { known } from './fixture.ts';

/** 百名工匠 of 闵行 as the district’s federation published it. */
const craftsmen: StatedTarget = {
	...{ indicator: '当代工匠', region: '310112', startYear: 2022, endYear: 2027, target: 100 },
	...{ unit: '名', direction: 'at-least', source: '闵行区总工会，2022' }
};
const row = {
	...{ measure: 'metric:当代工匠', indicator: '当代工匠', basis: '', unit: '人', kind: 'flow', additive: false },
	...{ title_zh: '当代工匠（新选树）', title_en: 'Craftsmen named', source: '示例' }
};
const metric = metricIndicator(row);
const region = (code: string, parent: string | null, name: string) => ({
	...{ code, parent, name, short: name, nameEn: '', level: 'x', expected: true, sort: 0, tileRow: null, tileCol: null }
});
const lists: ReleaseLists = {
	...noLists,
	regions: [
		region('310000', null, '上海市'),
		region('310112', '310000', '闵行区'),
		region('310101', '310000', '黄浦区')
	],
	metrics: [row]
};

/** 2022 as a whole, then quarters: 14 + 16 + 17 + 17 + (3 + 4 + 6) = 77. */
const values: Readonly<Record<string, number>> = {
	...{ '2022': 14, '2023Q1': 3, '2023Q2': 5, '2023Q3': 4, '2023Q4': 4, '2024Q1': 3, '2024Q2': 5, '2024Q3': 4 },
	...{ '2024Q4': 5, '2025Q1': 3, '2025Q2': 4, '2025Q3': 6, '2025Q4': 4, '2026Q1': 3, '2026Q2': 4, '2026Q3': 6 }
};
const answers =
	(some: Readonly<Record<string, number>>) =>
	(period: string): Answer | null => {
		const value = some[period];
		return value === undefined ? null : { value, numerator: value, denominator: null, complete: true };
	};

describe('how a target is followed', () => {
	test('a flow that does not add up over regions adds up over time, years of their quarters', () => {
		const { pace, period } = followTarget(craftsmen, metric, '2026Q3', answers(values), 'calendar');
		// From 1 January 2022 to 30 September 2026 are 1734 of 2191 days.
		expect(period).toBe('2026Q3');
		expect(pace).toMatchObject({ value: 77, completion: 0.77, provisional: false, light: 'green' });
		expect(pace.elapsed).toBeCloseTo(1734 / 2191, 10);
		expect(pace.forecast).toBeCloseTo((77 * 2191) / 1734, 10);
		expect(forecastText(pace, metric, 'zh')).toBe('97\u2009人');
	});
	test('a missing quarter makes it provisional, not smaller without a word', () => {
		const { '2024Q2': _, ...gap } = values;
		const { pace } = followTarget(craftsmen, metric, '2026Q3', answers(gap), 'calendar');
		expect(pace).toMatchObject({ value: 72, provisional: true });
	});
	test('what is reported by the year is held against the end of the last year', () => {
		const yearly = answers({ '2022': 20, '2023': 20, '2024': 20 });
		const { pace, period } = followTarget(craftsmen, metric, '2026Q3', yearly, 'calendar');
		// 1096 of 2191 days by the end of 2024.
		expect(period).toBe('2024');
		expect(pace).toMatchObject({ value: 60, asOf: '2024-12-31', light: 'green' });
		expect(pace.elapsed).toBeCloseTo(1096 / 2191, 10);
	});
	test('without any figure it stays at the page’s period, without a value', () => {
		const { pace, period } = followTarget(craftsmen, metric, '2026Q3', () => null, 'calendar');
		expect([period, pace.value, pace.light]).toEqual(['2026Q3', null, 'none']);
	});
	test('which periods are looked at: the year so far backwards, then whole years', () => {
		expect(readings(craftsmen, metric, '2024Q2', 'calendar')).toEqual(['2024Q2', '2024Q1', '2023', '2022']);
		expect(readings(craftsmen, metric, '2030Q1', 'calendar')[0]).toBe('2027');
		expect(askedPeriods(craftsmen, metric, '2023Q1', 'calendar')).toEqual(
			expect.arrayContaining(['2022', '2022Q1', '2022Q4', '2023Q1'])
		);
	});
});

/** The page of Shanghai in a period. */
function scopeAt(period: string): Scope {
	const filters = { ...noFilters, period, region: '310000' };
	const indicator = known('studios');
	return scopeOf({ filters, lists, homeCode: '310000', indicator, language: 'zh' }) as Scope;
}

describe('what the page lists', () => {
	const all = [...indicators, metric];
	const targets: StatedTarget[] = [
		craftsmen,
		{ ...craftsmen, indicator: '没有的指标' },
		{ ...craftsmen, indicator: '竞赛场次', region: '310000' },
		{ ...craftsmen, region: '999999' },
		{ ...craftsmen, region: '310101' },
		{ ...craftsmen, startYear: null, endYear: 2026 }
	];
	const aims = aimsOf(targets, [metric, known('studios')], lists, 'zh');

	test('a reason for each target that cannot be followed', () => {
		expect(aims.map(({ problem }) => problem)).toEqual([
			null,
			expect.stringContaining('“没有的指标”'),
			expect.stringContaining('本版本没有“举办竞赛项数”'),
			expect.stringContaining('999999'),
			null,
			null
		]);
		expect(aimsOf([{ ...craftsmen, startYear: 2029 }], all, lists, 'zh')[0]?.problem).toContain('晚于目标年');
	});
	test('rows with light, value and reason; those without a figure last', () => {
		const figures = new Figures(
			Object.entries(values).map(([period, value]): Figure => ({
				...{ indicator: metric.id, region: '310112', industry: null, unionSystem: null, kind: null, level: null },
				...{ skillLevel: null, period, value, numerator: value, denominator: null, how: 'reported' },
				...{ partsReported: null, partsExpected: null, complete: true }
			}))
		);
		const rows = targetRows(aims, figures, '2026Q3', 'zh', 'calendar');
		expect(rows).toHaveLength(6);
		expect(rows[0]).toMatchObject({
			title: '当代工匠',
			place: '闵行区',
			years: '2022–2027',
			light: 'green',
			reason: null
		});
		const huangpu = rows.find(({ place }) => place === '黄浦区');
		expect(huangpu).toMatchObject({ pace: null, light: 'none' });
		expect(huangpu?.reason).toContain('黄浦区在目标期内还没有“当代工匠”');
		// 3 + 4 + 6 in 2026 of 100, nobody says since when.
		const unstarted = rows.find(({ years }) => years === '2026');
		expect(unstarted?.pace?.value).toBe(13);
		expect(unstarted?.reason).toContain('未写起始年');
	});
	test('a goal whose indicator nobody knows has its unit in the language of the page', () => {
		const unknown = aims.filter(({ indicator }) => indicator === null);
		const goals = (language: 'zh' | 'en') =>
			targetRows(unknown, null, '2026Q3', language, 'calendar').map(({ goal }) => goal.replaceAll(/\s+/g, ' '));
		expect([goals('zh'), goals('en')]).toEqual([['≥ 100 名'], ['≥ 100 people']]);
	});
	test('a level whose start nobody reported has neither a bar nor a rating, and says why', () => {
		const studios: StatedTarget = { ...craftsmen, indicator: 'studios', region: '310000', target: 2000 };
		const figure = (period: string, value: number): Figure => ({
			...{ indicator: 'studios', region: '310000', industry: null, unionSystem: null, kind: null, level: null },
			...{ skillLevel: null, period, value, numerator: value, denominator: null, how: 'reported' },
			...{ partsReported: null, partsExpected: null, complete: true }
		});
		const [aim] = aimsOf([studios], all, lists, 'zh');
		const rowOf = (...told: Figure[]) => targetRows([aim!], new Figures(told), '2026Q3', 'zh', 'calendar')[0];
		const now = figure('2026Q3', 1500);
		expect(rowOf(now)).toMatchObject({ light: 'none', lightTitle: '不评', done: null });
		expect(rowOf(now)?.pace).toMatchObject({ value: 1500, completion: 0.75, pace: null });
		expect(rowOf(now)?.reason).toBe('起点无数据（2021 年末），不评快慢；报送该年的数后自动评定。');
		// The overview's tile goes by the same rule: the share, without a word for the pace.
		const scope = scopeAt('2026Q3');
		const tile = progressOf(studios, known('studios'), scope, new Figures([now]), 'calendar');
		expect(tile && [tile.completion, tile.pace, lightWord(tile, scope)]).toEqual([0.75, null, '']);
		// From 1,000 half of the way in 1734 of 2191 days, 29 points behind.
		const followed = rowOf(figure('2021', 1000), now);
		expect(followed).toMatchObject({ light: 'red', done: 0.5, reason: null });
		expect(rowOf(figure('2021', 2100), now)?.reason).toContain('起点 2,100');
	});
	/** The figures of a place, and a target as the table prints it by its columns. */
	const told = (id: string, values: Readonly<Record<string, number>>) =>
		new Figures(
			Object.entries(values).map(([period, value]): Figure => ({
				...{ indicator: id, region: '310000', industry: null, unionSystem: null, kind: null, level: null },
				...{ skillLevel: null, period, value, numerator: value, denominator: 100, how: 'reported' },
				...{ partsReported: null, partsExpected: null, complete: true }
			}))
		);
	function printed(stated: Partial<StatedTarget>, figures: Figures) {
		const target = { ...craftsmen, region: '310000', startYear: 2021, endYear: 2026, ...stated };
		const [row] = targetRows(aimsOf([target], all, lists, 'zh'), figures, '2026Q3', 'zh', 'calendar');
		if (!row) throw new Error('No row');
		const columns = targetColumns('zh').map(({ key, text }) => [key, text?.(row).replaceAll('\u2009', ' ')]);
		const answer = (what: 'completion' | 'way' | 'pace') => targetQuestion(row, what, 'zh', 'calendar');
		const done = row.pace && doneText(row.pace);
		return { row, columns: Object.fromEntries(columns) as Record<string, string>, answer, done };
	}
	test('the columns subtract as they are printed: the share of the way less the time passed is the pace', () => {
		// 70,000 of 1 January 2021, now 81,454 of 82,000: 81,454 ÷ 82,000 = 99.3 %; 11,454 ÷ 12,000 = 95.45 % → 95.5 %;
		// 2,099 of 2,191 days = 95.80 % → 95.8 %; 95.45 − 95.80 = −0.35 → −0.4, but 95.5 − 95.8 = −0.3.
		const { columns, answer } = printed(
			{ indicator: 'studios', target: 82_000 },
			told('studios', { '2020': 70_000, '2026Q3': 81_454 })
		);
		expect(columns).toMatchObject({ completion: '99.3%', way: '95.5%', elapsed: '95.8%', pace: '−0.3' });
		expect(answer('way')).toMatchObject({
			...{ derived: 'way', value: '95.5%' },
			numbers: { actual: '81,454', base: '70,000', target: '82,000' }
		});
		expect(answer('pace')).toMatchObject({ value: '−0.3 个百分点', numbers: { done: '95.5%', elapsed: '95.8%' } });
		// A flow starts at 0: 80 ÷ 100; the same 95.8 % of the time.
		const flow = printed({ indicator: 'participations', target: 100 }, told('participations', { '2026Q3': 80 }));
		expect(flow.columns).toMatchObject({ completion: '80.0%', way: '80.0%', elapsed: '95.8%', pace: '−15.8' });
		expect(flow.answer('way')).toEqual(flow.answer('completion'));
	});
	test('from ten times the target on it is said how many times, and nothing of percentage points', () => {
		// 290 of 10 is 29 times; 99 of 10 is 990 %.
		const { columns, answer, done } = printed(
			{ indicator: 'participations', target: 10 },
			told('participations', { '2026Q3': 290 })
		);
		expect(columns).toMatchObject({ completion: '目标的 29 倍', way: '目标的 29 倍', pace: '—' });
		expect(done).toBe('已达目标的 29 倍');
		expect(answer('pace')).toBeNull();
		const below = printed({ indicator: 'participations', target: 10 }, told('participations', { '2026Q3': 99 }));
		expect(below.columns).toMatchObject({ completion: '990.0%', pace: '+894.2' });
		expect(below.done).toBe('完成 990.0%');
	});
	test('what is not rated by pace and what cannot be told are counted apart, as the page lists them', () => {
		const stated = [
			{ ...craftsmen, region: '310000', indicator: 'studios', target: 2000 },
			{ ...craftsmen, region: '310000', indicator: 'participations', target: 100 },
			{ ...craftsmen, indicator: '没有的指标' }
		];
		const figures = told('studios', { '2026Q3': 1500 });
		const rows = targetRows(aimsOf(stated, all, lists, 'zh'), figures, '2026Q3', 'zh', 'calendar');
		expect(targetsSentence(rows, scopeAt('2026Q3'))).toBe(
			'截至2026年三季度，上海市 3 项目标中，1 项不评快慢，2 项无法计算。'
		);
		expect(targetsFigures(rows, scopeAt('2026Q3'), 'calendar').map(({ text }) => text)).toEqual(['3', '1', '2']);
		expect(rows.map(({ lightTitle }) => lightTitle)).toEqual(['不评', '无法计算', '无法计算']);
	});
	test('a ratio that starts each year at 0 is not late before its last year, and says why', () => {
		// 18 ÷ 28 = 64.3 %, 10.5 points behind the 273 of 365 days of 2026 (74.8 %).
		const { row, columns } = printed(
			{ indicator: 'coverage', target: 28, startYear: 2023, endYear: 2027 },
			told('coverage', { '2022': 20, '2026Q3': 18 })
		);
		expect(columns).toMatchObject({
			completion: '64.3%',
			way: '64.3%',
			elapsed: '74.8%',
			pace: '−10.5'
		});
		expect(row.lightTitle).toBe('不评');
		expect(row.reason).toBe('2026 年落后于当年时间进度，但该比率每年从 0 起，目标年 2027 年未到，不评快慢。');
	});
	test('a page about a place has its own targets and those of its parts', () => {
		const at = (code: string) => {
			const [place, home] = [placeOf(code, lists, 'zh'), placeOf('310000', lists, 'zh')];
			return place && home ? aimsWithin(aims, place, home, lists).length : null;
		};
		expect([at('310000'), at('310112'), at('310101')]).toEqual([6, 3, 1]);
	});
});
