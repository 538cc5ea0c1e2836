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
import { forecastText, targetRows } from '#lib/views/target-rows.ts';
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
	test('a page about a place has its own targets and those of its parts', () => {
		const at = (code: string) => {
			const [place, home] = [placeOf(code, lists, 'zh'), placeOf('310000', lists, 'zh')];
			return place && home ? aimsWithin(aims, place, home, lists).length : null;
		};
		expect([at('310000'), at('310112'), at('310101')]).toEqual([6, 3, 1]);
	});
});
