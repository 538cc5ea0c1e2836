import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector, Row } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { applicable, indicatorQuery, type By, type Selection } from '#lib/indicators/compile.ts';
import { indicatorById, indicators, metricIndicator } from '#lib/indicators/index.ts';
import { splitDimensions, single } from '#lib/indicators/selection.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { handMadeRelease } from './hand-made-release.ts';

let native: Connector;
let wasm: Connector;
beforeAll(async () => {
	native = await openNative();
	wasm = await openWasmInNode();
	await handMadeRelease(native);
	await handMadeRelease(wasm);
});
afterAll(async () => {
	await native.close();
	await wasm.close();
});

const country = [single('100000')];
const provinces = ['110000', '120000', '130000'].map(single);
const north = { key: 'group:north', codes: ['110000', '120000'] };

async function ask(ids: readonly string[], by: readonly By[], selection: Selection): Promise<Row[]> {
	const asked = ids.map((id) => indicatorById(id) ?? metricNamed(id));
	const statement = indicatorQuery(asked, by, selection);
	const rows = await native.query(statement);
	expect(await wasm.query(statement)).toEqual(rows);
	return rows;
}

function metricNamed(id: string) {
	const ratio = id === 'metric:占比';
	const row = { measure: id, indicator: id.slice(7), basis: '', unit: ratio ? 'percent' : '个', additive: !ratio };
	return metricIndicator({ ...row, kind: ratio ? 'ratio' : 'stock', title_zh: null, title_en: null, source: null });
}

async function values(
	ids: readonly string[],
	by: readonly By[],
	selection: Selection
): Promise<Record<string, unknown>> {
	const rows = await ask(ids, by, selection);
	return Object.fromEntries(
		rows.map((row) => [
			[row.indicator, ...by.filter((name) => name !== 'period').map((name) => row[name]), row.period].join(' '),
			row.value
		])
	);
}

describe('every indicator by every dimension', () => {
	test.each(splitDimensions)('%s: both engines agree', async (by) => {
		const able = indicators.filter((indicator) => applicable(indicator, {}, [by]).ok);
		expect(able.length).toBeGreaterThan(0);
		const industry = by === 'industry' ? ['C', 'C13', 'E'].map(single) : undefined;
		const ownership = by === 'ownership' ? ['all', 'state', 'private'].map(single) : undefined;
		for (const indicator of able) {
			const rows = await ask([indicator.id], [by], {
				...{ region: [...country, ...provinces, north], industry, ownership },
				period: ['2023', '2024', '2024Q1']
			});
			for (const row of rows) {
				expect(Object.keys(row)).toContain(by);
				expect(row.indicator).toBe(indicator.id);
				if (row.value !== null) expect(Number.isFinite(row.value)).toBe(true);
			}
		}
		await ask(
			able.map(({ id }) => id),
			['region', by, 'period'],
			{
				...{ region: [...provinces, north], industry, ownership, period: ['2024'] }
			}
		);
	});

	test('with every filter that it can obey', async () => {
		const facets = [
			{ unionSystem: 'railway' },
			{ level: 'municipal' },
			{ skillLevel: 'senior' },
			{ kind: 'skills' },
			{ campaign: 'all' },
			{ ownership: [{ key: 'nonpublic', codes: ['private', 'hmt', 'foreign', 'individual'] }] },
			{ industry: [{ key: 'food', codes: ['C13', 'C14'] }] }
		];
		for (const facet of facets) {
			const able = indicators.filter((indicator) => applicable(indicator, facet).ok);
			await ask(
				able.map(({ id }) => id),
				['region'],
				{ region: [...provinces, north], period: ['2024'], ...facet }
			);
		}
	});

	test('several dimensions at once', async () => {
		const selection = {
			region: [...provinces, north],
			industry: [single('all'), single('C')],
			ownership: [single('all'), single('state')],
			period: ['2024', '2024Q2']
		};
		await ask(
			indicators.map(({ id }) => id),
			['region', 'industry', 'ownership', 'period'],
			selection
		);
		await ask(
			indicators.map(({ id }) => id),
			[...splitDimensions],
			selection
		);
		await ask([], ['region', 'kind'], selection);
	});
});

describe('figures worked out by hand', () => {
	test('a flow and a ratio by province', async () => {
		expect(await values(['units_competing', 'coverage'], ['region'], { region: provinces, period: ['2024'] })).toEqual({
			'units_competing 110000 2024': 40,
			'units_competing 120000 2024': 25,
			'units_competing 130000 2024': 7,
			'coverage 110000 2024': 80,
			'coverage 120000 2024': 50,
			// 7 of 0 units: a division by nothing is missing.
			'coverage 130000 2024': null
		});
	});

	test('a group is added up before it is divided, and its provenance says so', async () => {
		const [row] = await ask(['coverage'], ['region'], { region: [north], period: ['2024'] });
		expect(row).toMatchObject({
			...{ region: 'group:north', value: 65, numerator: 65, denominator: 100, numerator_exact: '65.0000' },
			...{ how: 'summed', parts_reported: 2, parts_expected: 2, complete: true }
		});
	});

	test('a reported total keeps its qualifier, its parts and their sum', async () => {
		const [row] = await ask(['units_total'], ['region'], { region: country, period: ['2024'] });
		expect(row).toMatchObject({
			value: 101,
			how: 'reported',
			parts_reported: 3,
			parts_expected: 3,
			parts_sum: '100.0000',
			qualifier: '≈'
		});
	});

	test('without a split by region all member sets are added up', async () => {
		const rows = await ask(['units_competing'], [], { region: provinces, period: ['2024'] });
		expect(rows).toMatchObject([{ value: 72, how: 'summed', parts_reported: 3, parts_expected: 3 }]);
	});

	test('missing members make a sum provisional; a missing denominator makes a ratio missing', async () => {
		const rows = await ask(['units_competing', 'coverage'], ['region'], {
			region: [{ key: 'all3', codes: ['110000', '120000', '130000'] }, single('120000'), single('130000')],
			period: ['2023']
		});
		expect(rows).toMatchObject([
			{ indicator: 'units_competing', region: '120000', value: 0, complete: true },
			{
				indicator: 'units_competing',
				region: 'all3',
				value: 32,
				parts_reported: 2,
				parts_expected: 3,
				complete: false
			},
			{ indicator: 'coverage', region: '120000', value: null, numerator: 0, denominator: null, complete: false },
			{ indicator: 'coverage', region: 'all3', value: 80, complete: false, parts_reported: 2, parts_expected: 3 }
		]);
	});

	test('a stock is taken at its period, a ratio of flow and stock from both', async () => {
		expect(
			await values(['workers_total', 'participation_rate'], ['period'], {
				region: country,
				period: ['2024Q1', '2024Q2']
			})
		).toEqual({
			'workers_total 2024Q1': 1000,
			'workers_total 2024Q2': 1100,
			'participation_rate 2024Q1': 10,
			'participation_rate 2024Q2': (60.5 * 100) / 1100
		});
	});

	test('non-public coverage adds the non-public kinds up; kinds that nobody reports are not missing', async () => {
		const rows = await ask(['nonpublic_coverage'], ['region'], {
			region: [single('110000'), single('120000')],
			period: ['2024']
		});
		expect(rows).toMatchObject([
			// (9 + 3) of (20 + 4)
			{
				region: '110000',
				value: 50,
				numerator: 12,
				denominator: 24,
				complete: true,
				parts_reported: 2,
				parts_expected: 2
			},
			// Foreign units are reported elsewhere, not here.
			{
				region: '120000',
				value: 50,
				numerator: 5,
				denominator: 10,
				complete: false,
				parts_reported: 1,
				parts_expected: 2
			}
		]);
	});

	test('industries are exact cells', async () => {
		expect(
			await values(['units_competing'], ['industry'], {
				region: country,
				industry: [single('C'), single('E'), single('C13')],
				period: ['2024']
			})
		).toEqual({ 'units_competing C 2024': 20, 'units_competing E 2024': 8 });
	});

	test('a register flow adds up regions below, months and divisions', async () => {
		const region = [...country, ...provinces, single('130100')];
		expect(await values(['competitions_held'], ['region'], { region, period: ['2024', '2024Q2'] })).toEqual({
			'competitions_held 100000 2024': 19,
			'competitions_held 100000 2024Q2': 7,
			'competitions_held 110000 2024': 5,
			'competitions_held 110000 2024Q2': 3,
			'competitions_held 130000 2024': 14,
			'competitions_held 130000 2024Q2': 4,
			'competitions_held 130100 2024': 4,
			'competitions_held 130100 2024Q2': 4
		});
		expect(
			await values(['competitions_held'], ['industry'], {
				region: country,
				industry: ['all', 'C', 'C13', 'E'].map(single),
				period: ['2024']
			})
		).toEqual({
			'competitions_held all 2024': 19,
			'competitions_held C 2024': 5,
			'competitions_held C13 2024': 2,
			'competitions_held E 2024': 4
		});
	});

	test('registers obey union system, level, kind and ownership', async () => {
		const at = { region: country, period: ['2024'] };
		expect(await values(['competitions_held'], [], { ...at, unionSystem: 'railway' })).toEqual({
			'competitions_held 2024': 6
		});
		expect(await values(['competitions_held'], [], { ...at, level: 'municipal', kind: 'skills' })).toEqual({
			'competitions_held 2024': 7
		});
		expect(
			await values(['competitions_held'], [], { ...at, ownership: [{ key: 'x', codes: ['private', 'foreign'] }] })
		).toEqual({
			'competitions_held 2024': 3
		});
		expect(await values(['competitions_held'], ['union_system'], at)).toEqual({
			'competitions_held all 2024': 13,
			'competitions_held railway 2024': 6
		});
		expect(
			await values(['competitions_held'], ['ownership'], { ...at, ownership: ['all', 'state'].map(single) })
		).toEqual({
			'competitions_held all 2024': 19,
			'competitions_held state 2024': 6
		});
	});

	test('register stocks are all that is there at the end of the period, undated rows included', async () => {
		expect(
			await values(['studios'], ['region'], {
				region: [...country, single('110000')],
				period: ['2022', '2023', '2024Q1', '2024']
			})
		).toEqual({
			'studios 100000 2022': 3,
			'studios 100000 2023': 3,
			'studios 100000 2024Q1': 6,
			'studios 100000 2024': 11,
			'studios 110000 2022': 3,
			'studios 110000 2023': 3,
			'studios 110000 2024Q1': 6,
			'studios 110000 2024': 6
		});
	});

	test('a share of a register is 0, not missing, where the register holds none of the kind', async () => {
		expect(await values(['studios_provincial_share'], ['region'], { region: provinces, period: ['2024'] })).toEqual({
			'studios_provincial_share 110000 2024': (2 * 100) / 6,
			'studios_provincial_share 120000 2024': 0
		});
	});

	test('a register over a workforce: kinds are told apart above, not below', async () => {
		expect(await values(['studios_per_10k'], ['region'], { region: provinces, period: ['2024'] })).toEqual({
			'studios_per_10k 110000 2024': 3,
			'studios_per_10k 120000 2024': 5
		});
		expect(await values(['studios_per_10k'], ['level'], { region: country, period: ['2024'] })).toEqual({
			'studios_per_10k county 2024': (5 * 10000) / 30000,
			'studios_per_10k municipal 2024': (4 * 10000) / 30000,
			'studios_per_10k national 2024': (2 * 10000) / 30000
		});
	});

	test('medals and points; entries without a medal make 0', async () => {
		expect(
			await values(['medals_gold', 'medals', 'medal_points', 'promotion_rate'], ['region'], {
				region: provinces,
				period: ['2024Q1']
			})
		).toEqual({
			'medals_gold 110000 2024Q1': 1,
			'medals_gold 120000 2024Q1': 0,
			'medals 110000 2024Q1': 6,
			'medals 120000 2024Q1': 0,
			// 5 + 2 × 3 + 3 × 2 + (10 − 6) × 1
			'medal_points 110000 2024Q1': 21,
			'medal_points 120000 2024Q1': 0,
			'promotion_rate 110000 2024Q1': 7.5
		});
	});

	test('the ladder of skill levels and the kinds of a register', async () => {
		const at = { region: country, period: ['2024'] };
		expect(await values(['certified', 'certification_rate', 'promoted_entrants'], ['skill_level'], at)).toEqual({
			'certified senior 2024': 12,
			'certified junior 2024': 5,
			// 12 of 20, 5 of 10; nobody is certified for degree studies, whose level is not stated.
			'certification_rate senior 2024': 60,
			'certification_rate junior 2024': 50,
			'promoted_entrants senior 2024': 4,
			'promoted_entrants technician 2024': 1
		});
		expect(await values(['enrolled'], ['kind'], at)).toEqual({
			'enrolled skills 2024': 20,
			'enrolled drill 2024': 10,
			'enrolled degree 2024': 30
		});
		expect(await values(['enrolled', 'certification_rate'], [], { ...at, skillLevel: 'senior' })).toEqual({
			'enrolled 2024': 20,
			'certification_rate 2024': 60
		});
		// 17 certified of the 30 in trainings that certify; the 30 in degree studies are none of them.
		expect(await values(['certification_rate'], [], at)).toEqual({ 'certification_rate 2024': (17 * 100) / 30 });
		expect(await values(['certification_rate'], ['kind'], at)).toEqual({
			'certification_rate skills 2024': 60,
			'certification_rate drill 2024': 50
		});
		expect(await values(['honours', 'honours_per_10k', 'honours_women_share'], ['kind'], at)).toEqual({
			'honours may-day-medal 2024': 6,
			// 6 for 30,000 workers; 2 women of the 5 whose gender is recorded
			'honours_per_10k may-day-medal 2024': 2,
			'honours_women_share may-day-medal 2024': 40
		});
	});

	test('metrics: stocks add up over regions, reported percentages never', async () => {
		const rows = await ask(['metric:站点', 'metric:占比'], ['region'], {
			region: [north, single('110000')],
			period: ['2024']
		});
		expect(rows.map((row) => [row.indicator, row.region, row.value])).toEqual([
			['metric:站点', '110000', 3],
			['metric:站点', 'group:north', 7],
			['metric:占比', '110000', 31.7],
			['metric:占比', 'group:north', null]
		]);
	});
});
