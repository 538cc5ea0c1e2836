import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import { datasets } from '#lib/datasets/index.ts';
import { namingLevels, trainingKinds } from '#lib/datasets/code-lists.ts';
import { noFilters } from '#lib/filters/filters.ts';
import { dictionaryRows, dimensionsOf } from '#lib/indicators/dictionary.ts';
import { degreeTraining, provincialLevels, registerMembers, type RegisterName } from '#lib/indicators/fixed-members.ts';
import { applicable, indicatorById, indicators, metricIndicator, type Indicator } from '#lib/indicators/index.ts';
import { summaryMeasures } from '#lib/indicators/measures.ts';
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
			.flatMap((measure) =>
				measure
					? [...(measure.terms?.map((term) => term.measure) ?? [measure.id]), ...Object.values(measure.kept ?? {})]
					: []
			);
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
	test('members of registers are those of the code lists that the datasets declare', () => {
		const listed = (dataset: RegisterName, ...names: string[]) =>
			datasets[dataset].fields.find(({ name }) => names.includes(name))?.codes?.map(({ code }) => code) ?? [];
		for (const name of ['competitions', 'studios', 'innovations', 'trainings', 'honours'] as const) {
			expect([name, registerMembers[name].kind]).toEqual([name, listed(name, 'kind', 'honour')]);
			const level = datasets[name].fields.find((field) => field.name === 'level');
			const levels =
				level?.type === 'competition_level' ? competitionLevels.map(({ code }) => code) : listed(name, 'level');
			expect([name, registerMembers[name].level]).toEqual([name, levels]);
			const graded = datasets[name].fields.some((field) => field.type === 'skill_level');
			expect([name, registerMembers[name].skill_level.length > 0]).toEqual([name, graded]);
		}
		expect(registerMembers.results).toMatchObject({
			kind: registerMembers.competitions.kind,
			level: registerMembers.competitions.level,
			skill_level: skillLevels.map(({ code }) => code)
		});
		expect(Object.keys(registerMembers)).toEqual(registers);
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
	test('what another register tells apart is refused with the reason, not answered with nothing', () => {
		const why = (id: string, selection: object) => {
			const answer = applicable(named(id), selection);
			return answer.ok ? null : answer.reason.zh;
		};
		// A kind of honour for studios, a kind that is counted elsewhere, kinds that both have.
		expect(why('studios', { kind: 'pioneer' })).toMatch(/种类不在本指标的来源（工作室和工匠学院台账）/);
		expect(why('studios', { kind: 'academy' })).toMatch(/种类不在/);
		expect(why('academies', { kind: 'academy' })).toBeNull();
		expect(why('studios_per_10k', { kind: 'academy' })).toMatch(/种类不在/);
		expect(why('enrolled', { kind: 'skills' })).toBeNull();
		expect(why('honours', { kind: 'skills' })).toMatch(/荣誉台账/);
		expect(why('honours', { ...noFilters, kind: 'labour' })).toMatch(/荣誉台账/);
		// Levels: of competitions, of naming, of skills, none.
		expect(why('competitions_held', { level: 'provincial' })).toMatch(/级别不在/);
		expect(why('honours', { level: 'national-1' })).toMatch(/级别不在/);
		expect(why('enrolled', { level: 'senior' })).toMatch(/培训台账不登记级别/);
		expect(why('enrolled', { skillLevel: 'senior' })).toBeNull();
		expect(why('enrolled', { skillLevel: 'municipal' })).toMatch(/技能等级不在/);
		expect(why('innovations_registered', { level: 'municipal' })).toMatch(/创新成果台账不登记级别/);
		expect(why('coverage', { skillLevel: 'senior' })).toMatch(/汇总填报数不分技能等级/);
		expect(why('competitions_held', { unionSystem: 'space-travel' })).toMatch(/产业工会不在/);
		// Campaigns are names out of files: known where the release is.
		const campaigns = new Map([['competitions', new Set(['建功'])]]);
		expect(applicable(named('competitions_held'), { campaign: '建功' }, [], campaigns).ok).toBe(true);
		expect(applicable(named('trainings_held'), { campaign: '建功' }, [], campaigns)).toMatchObject({
			ok: false,
			reason: { en: expect.stringContaining('training register') }
		});
		expect(why('trainings_held', { campaign: '建功' })).toBeNull();
		// Rows that state none of it can be asked for.
		expect(why('honours', { kind: 'all', level: 'all' })).toBeNull();
	});
	test('skill levels are those of trainings and of those who rose', () => {
		const able = indicators.filter((indicator) => applicable(indicator, {}, ['skill_level']).ok);
		expect(new Set(able.map(({ source }) => source))).toEqual(new Set(['trainings', 'results']));
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
	expect(rows.find(({ id }) => id === 'coverage')?.usedIn).toEqual([
		...['overview', 'regions', 'industries', 'balance']
	]);
	expect(rows.find(({ id }) => id === 'studios')?.usedIn).toEqual(['regions', 'industries', 'balance', 'studios']);
	expect(rows.at(-1)?.usedIn).toEqual(['regions', 'balance', 'metrics']);
});

test('docs/indicators.md says what the declarations say', () => {
	expect(readFileSync('docs/indicators.md', 'utf8')).toBe(indicatorPage(indicators, datasets));
});
