import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { namingLevels, trainingKinds } from '#lib/datasets/code-lists.ts';
import { noFilters } from '#lib/filters/filters.ts';
import { balanceOf } from '#lib/indicators/balance.ts';
import { dictionaryRows, dimensionsOf } from '#lib/indicators/dictionary.ts';
import { degreeTraining, provincialLevels } from '#lib/indicators/fixed-members.ts';
import { applicable, indicatorById, indicators, metricIndicator, type Indicator } from '#lib/indicators/index.ts';
import { summaryMeasures } from '#lib/indicators/measures.ts';
import { targetProgress } from '#lib/indicators/target.ts';
import { registerSources, registers } from '#lib/release/register-measures.ts';
import { summaryKind, summaryMeasures as builtMeasures } from '#lib/release/measures.ts';
import { indicatorPage } from '../../src/cli/indicator-page.ts';

const named = (id: string) => indicatorById(id) as Indicator;
const metric = metricIndicator({
	...{
		measure: 'metric:法人单位数',
		indicator: '法人单位数',
		basis: null,
		unit: 'unit',
		kind: 'stock',
		additive: true
	},
	...{ title_zh: '法人单位数', title_en: 'Legal units', source: '国家统计局' }
});

describe('declarations', () => {
	test('ids and titles are told apart', () => {
		for (const names of [
			indicators.map(({ id }) => id),
			indicators.map(({ title }) => title.zh),
			indicators.map(({ title }) => title.en)
		]) {
			expect(new Set(names).size).toBe(names.length);
		}
	});
	test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
		'%s says everything in both languages',
		(_, indicator) => {
			for (const text of [
				indicator.title,
				indicator.short,
				indicator.definition,
				indicator.formula,
				indicator.unit,
				indicator.sourceDocument
			]) {
				expect(text.zh).toMatch(/\S/);
				expect(text.en).toMatch(/\S/);
				expect(text.en).not.toMatch(/[。；，]/);
			}
			expect([...indicator.short.zh].length).toBeLessThanOrEqual(8);
			expect(indicator.kind === 'ratio').toBe(indicator.denominator !== undefined);
			if (indicator.unit.zh.startsWith('%')) expect(indicator.scale).toBe(100);
			if (indicator.unit.zh.endsWith('/万人')) expect(indicator.scale).toBe(10_000);
		}
	);
	test('every measure is one that the build makes', () => {
		const known = new Set([
			...builtMeasures,
			...registers.flatMap((name) => registerSources[name].measures.map((measure) => `${name}.${measure.name}`))
		]);
		const asked = indicators
			.flatMap(({ numerator, denominator }) => [numerator, denominator])
			.flatMap((measure) => (measure ? (measure.terms?.map((term) => term.measure) ?? [measure.id]) : []));
		expect(asked.filter((id) => !known.has(id))).toEqual([]);
	});
	test('summary measures go over time as the build takes them', () => {
		expect(Object.keys(summaryMeasures).sort()).toEqual([...builtMeasures].sort());
		for (const [measure, kind] of Object.entries(summaryMeasures))
			expect([measure, summaryKind(measure)]).toEqual([measure, kind]);
	});
	test('fixed members are members of the code lists', () => {
		expect(namingLevels.map(({ code }) => code)).toEqual(expect.arrayContaining([...provincialLevels]));
		expect(trainingKinds.map(({ code }) => code)).toEqual(expect.arrayContaining([...degreeTraining]));
	});
	test('counting once a year is stated where it holds', () => {
		for (const id of ['units_competing', 'participants']) {
			expect(named(id).definition.zh).toMatch(/只计一次/);
			expect(named(id).definition.en).toMatch(/counted once/);
		}
	});
});

describe('what an indicator can obey', () => {
	test('reported totals know region, industry, ownership and period', () => {
		expect(dimensionsOf(named('coverage'))).toEqual(['region', 'industry', 'ownership', 'period']);
		expect(dimensionsOf(named('nonpublic_coverage'))).toEqual(['region', 'industry', 'period']);
		expect(applicable(named('coverage'), { ...noFilters, unionSystem: 'railway' })).toMatchObject({
			ok: false,
			reason: { zh: expect.stringContaining('产业工会') }
		});
		expect(applicable(named('nonpublic_coverage'), { ...noFilters, ownership: 'state' }).ok).toBe(false);
		expect(
			applicable(named('coverage'), { ...noFilters, ownership: 'nonpublic', industry: 'C', level: 'groups' })
		).toEqual({ ok: true });
	});
	test('registers know all; shares of the workforce not the union system', () => {
		expect(dimensionsOf(named('competitions_held'))).toHaveLength(8);
		expect(applicable(named('honours_per_10k'), { kind: 'pioneer' }).ok).toBe(true);
		expect(applicable(named('honours_per_10k'), { unionSystem: 'railway' }).ok).toBe(false);
		expect(applicable(named('degree_students'), { kind: 'skills' }).ok).toBe(false);
	});
	test('the level of competitions is not that of studios', () => {
		expect(applicable(named('promotion_rate'), { ...noFilters, competitionLevel: 'municipal' }).ok).toBe(true);
		expect(applicable(named('studios'), { ...noFilters, competitionLevel: 'municipal' }).ok).toBe(false);
		expect(applicable(named('studios'), { level: 'municipal' }).ok).toBe(true);
	});
});

test('a metric becomes an indicator', () => {
	expect(metric).toMatchObject({
		id: 'metric:法人单位数',
		kind: 'stock',
		unit: { zh: '家', en: 'units' },
		numerator: { source: 'cell' }
	});
	expect(dimensionsOf(metric)).toEqual(['region', 'period']);
});

test('dictionary rows tell where an indicator is used', () => {
	const rows = dictionaryRows([...indicators, metric], ['coverage']);
	expect(rows).toHaveLength(indicators.length + 1);
	expect(rows.find(({ id }) => id === 'coverage')?.usedIn).toEqual(['overview', 'regions', 'industries']);
	expect(rows.at(-1)?.usedIn).toEqual(['regions']);
});

test('balance: spread of the known values', () => {
	// mean 4, deviations −2, 0, 2: variance 8/3
	expect(balanceOf([2, 4, 6, null])).toEqual({ count: 3, maxMin: 3, variation: Math.sqrt(8 / 3) / 4 });
	expect(balanceOf([0, 5])).toMatchObject({ maxMin: null, variation: 1 });
	expect(balanceOf([0, 0])).toMatchObject({ maxMin: null, variation: null });
	expect(balanceOf([7, null])).toBeNull();
});

test('targets: completion, and pace against the time passed', () => {
	const target = { target: 50, startYear: 2023, endYear: 2026, direction: 'at-least' } as const;
	// Half of the four years: 2023-01-01 to 2024-12-31 is 731 of 1461 days.
	expect(targetProgress(30, target, '2024-12-31')).toEqual({ completion: 0.6, pace: 0.6 - 731 / 1461, reached: false });
	expect(targetProgress(60, target, '2030-01-01')).toMatchObject({ reached: true, pace: 60 / 50 - 1 });
	expect(targetProgress(40, { ...target, direction: 'at-most' }, '2024-12-31')).toMatchObject({
		pace: null,
		reached: true
	});
	expect(targetProgress(null, target, '2024-12-31')).toEqual({ completion: null, pace: null, reached: null });
	expect(targetProgress(5, { ...target, target: 0 }, '2024-12-31').completion).toBeNull();
});

test('docs/indicators.md says what the declarations say', () => {
	expect(readFileSync('docs/indicators.md', 'utf8')).toBe(indicatorPage(indicators, datasets));
});
