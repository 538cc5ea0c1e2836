import { expect, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { indicators } from '#lib/indicators/index.ts';
import { registerTerms } from '#lib/indicators/register-terms.ts';
import { isTotalled, totalTerms } from '#lib/indicators/register-totals.ts';
import { measuresOf, type By, type Selection } from '#lib/indicators/selection.ts';
import { join, sql, Sql } from '#lib/sql/sql.ts';
import { handMadeRelease } from './hand-made-release.ts';

const registers = [
	...new Map(
		measuresOf(indicators)
			.filter(({ among }) => !among)
			.map((measure) => [measure.id, measure])
	).values()
].filter(({ source, only, terms }) => source === 'register' && !only && !terms);
const single = (...codes: string[]) => codes.map((code) => ({ key: code, codes: [code] }));
const regions = single('100000', '110000', '120000', '310000');

const cases: readonly [string, readonly By[], Selection][] = [
	['by region', ['region'], { region: regions, period: ['2024', '2024Q1', '2024H1', '2023'] }],
	['one region', [], { region: single('100000'), period: ['2024', '2024Q2', '2024Q4'] }],
	['by industry', ['industry'], { region: single('100000'), industry: single('C', 'E', 'all'), period: ['2024'] }],
	['within a section', ['region'], { region: regions, industry: single('C'), period: ['2024Q1', '2024'] }]
];

test.each(cases)('%s: what is looked up is what summing the rows gives', async (_, by, selection) => {
	const connector = await openNative();
	await handMadeRelease(connector);
	const asked = registers.filter((measure) => isTotalled(measure, by, selection));
	expect(asked.length).toBe(registers.length);
	const columns = join([...by, 'term', 'period', 'value'].map((name) => new Sql(name)));
	const answer = async (terms: Sql[]) => {
		const union = join(terms, new Sql(' UNION ALL '));
		return connector.query(
			sql`SELECT * REPLACE (CAST(value AS VARCHAR) AS value) FROM (SELECT ${columns} FROM (${union})) ORDER BY ALL`
		);
	};
	const looked = await answer(totalTerms(asked, by, selection));
	expect(looked.length).toBeGreaterThan(3);
	expect(looked).toEqual(await answer(registerTerms(asked, by, selection)));
	await connector.close();
});

test('months, groups, kinds and systems are left to the rows', () => {
	const [measure] = registers;
	if (!measure) throw new Error('no register measure');
	const base: Selection = { region: single('100000'), period: ['2024'] };
	expect(isTotalled(measure, [], base)).toBe(true);
	expect(isTotalled(measure, [], { ...base, period: ['2024-05'] })).toBe(false);
	expect(isTotalled(measure, [], { ...base, kind: 'skills' })).toBe(false);
	expect(isTotalled(measure, ['union_system'], base)).toBe(false);
	expect(isTotalled(measure, [], { ...base, industry: single('C13') })).toBe(false);
	expect(isTotalled(measure, ['region'], { ...base, region: [{ key: 'group:a', codes: ['1', '2'] }] })).toBe(false);
});
