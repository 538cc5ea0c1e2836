import { join, list, sql, Sql } from '#lib/sql/sql.ts';
import { termKey } from './measures.ts';
import type { Measure } from './indicator.ts';
import { codesOf, isWhole, registerDimensions, setsOf, type By, type Selection } from './selection.ts';

/** Months and spans of several years are no periods of `register_total`. */
const totalled = /^\d{4}(?:H[12]|Q[1-4])?$/;
const section = /^(?:all|[A-T])$/;

/** Whether `register_total` holds what is asked of a measure: no further narrowing, single members, whole quarters. */
export function isTotalled(measure: Measure, by: readonly By[], selection: Selection): boolean {
	const industries = setsOf(selection, 'industry');
	const regions = setsOf(selection, 'region');
	const plain = [...industries, ...regions].every((set) => set.codes.length === 1);
	return (
		measure.source === 'register' &&
		!measure.only &&
		!measure.terms &&
		measure.among === undefined &&
		!by.includes('ownership') &&
		isWhole(setsOf(selection, 'ownership')) &&
		Object.values(registerDimensions).every((name) => !selection[name]) &&
		!by.some((name) => name in registerDimensions) &&
		plain &&
		(by.includes('region') || regions.length === 1) &&
		(by.includes('industry') || industries.length === 1) &&
		codesOf(industries).every((code) => section.test(code)) &&
		selection.period.every((period) => totalled.test(period))
	);
}

/** Selects of what registers come to, looked up; stocks are added up from what each quarter brought. */
export function totalTerms(measures: readonly Measure[], by: readonly By[], selection: Selection): Sql[] {
	const flows = measures.filter(({ kind }) => kind === 'flow');
	const stocks = measures.filter(({ kind }) => kind === 'stock');
	return [
		...(flows.length === 0 ? [] : [select(flows, by, selection, false)]),
		...(stocks.length === 0 ? [] : [select(stocks, by, selection, true)])
	];
}

function select(measures: readonly Measure[], by: readonly By[], selection: Selection, stock: boolean): Sql {
	const key = (name: 'region' | 'industry') => {
		const sets = setsOf(selection, name);
		if (sets.every((set) => set.key === set.codes[0])) return new Sql(`t.${name} AS ${name},`);
		const cases = sets.map((set) => sql`WHEN ${set.codes[0] ?? null} THEN ${set.key}`);
		return sql`CASE t.${new Sql(name)} ${join(cases, new Sql(' '))} END AS ${new Sql(name)},`;
	};
	const keys = join(
		by.flatMap((name) => (name === 'region' || name === 'industry' ? [key(name)] : [])),
		new Sql(' ')
	);
	const names = measures.map(termKey);
	const where = sql`t.measure IN ${list(names)} AND t.industry IN ${list(codesOf(setsOf(selection, 'industry')))}
		AND t.region IN ${list(codesOf(setsOf(selection, 'region')))}`;
	const rest =
		new Sql(`'register' AS how, CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected,
		CAST(NULL AS DECIMAL(18, 4)) AS parts_sum, TRUE AS complete, CAST(NULL AS VARCHAR) AS qualifier`);
	if (!stock) {
		return sql`SELECT t.measure AS term, ${keys} t.period, CAST(t.value AS DECIMAL(38, 4)) AS value, ${rest}
			FROM register_total t WHERE ${where} AND t.period IN ${list(selection.period)}`;
	}
	return sql`SELECT t.measure AS term, ${keys} c.period, sum(t.value) AS value, ${rest}
		FROM register_total t JOIN (${periodsUntil(selection.period)}) c ON c.added = t.period WHERE ${where} GROUP BY ALL`;
}

/** Pairs of what was `added` in a quarter, half or year, or undated, and the `period` whose level it belongs to. */
export function periodsUntil(periods: readonly string[]): Sql {
	return sql`SELECT earlier.code AS added, p.code AS period FROM period earlier JOIN period p ON earlier.end_date <= p.end_date
			WHERE p.code IN ${list(periods)} AND earlier.kind IN ('quarter', 'half', 'year')
		UNION ALL SELECT '' AS added, code AS period FROM period WHERE code IN ${list(periods)}`;
}
