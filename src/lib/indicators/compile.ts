import { identifier, join, sql, Sql } from '#lib/sql/sql.ts';
import { applicable } from './applicable.ts';
import { cellTerms } from './cell-terms.ts';
import type { Indicator, Measure } from './indicator.ts';
import { termKey } from './measures.ts';
import { registerTerms } from './register-terms.ts';
import { isTotalled, totalTerms } from './register-totals.ts';
import { measuresOf, registerDimensions, splitDimensions, type By, type Selection } from './selection.ts';

export type { By, MemberSet, Selection } from './selection.ts';
export { applicable } from './applicable.ts';

/**
 * One statement for several indicators × member sets × periods. Rows: `indicator`, the columns of `by`, `period`, then
 * `value`, `numerator`, `denominator` (numbers), `numerator_exact`, `denominator_exact`, `parts_sum` (decimal text),
 * `how` (reported, summed, register), `parts_reported`, `parts_expected`, `complete`, `qualifier`. A member without a
 * row is missing. Indicators that cannot obey the selection give no rows; see `applicable`.
 */
export function indicatorQuery(indicators: readonly Indicator[], by: readonly By[], selection: Selection): Sql {
	const names = splitDimensions.filter((name) => by.includes(name));
	const able = indicators.filter((indicator) => applicable(indicator, selection, names).ok);
	const ratios = able.some((indicator) => indicator.denominator);
	const dimensions = names.map((name) => sql`n.${identifier(name)},`);
	const order = [new Sql('i.position'), ...names.map((name) => sql`n.${identifier(name)}`), new Sql('n.period')];
	return sql`WITH term AS MATERIALIZED (${terms(measuresOf(able), names, selection)})
		SELECT i.indicator, ${join(dimensions, new Sql(' '))} n.period, ${figures(ratios)}
		FROM ${asked(able)} JOIN term n ON n.term = i.numerator ${ratios ? denominators(names) : new Sql('')}
		ORDER BY ${join(order)}`;
}

function terms(measures: readonly Measure[], by: readonly By[], selection: Selection): Sql {
	const unique = [...new Map(measures.map((measure) => [termKey(measure), measure])).values()];
	const totalled = unique.filter((measure) => isTotalled(measure, by, selection));
	const others = unique.filter((measure) => !totalled.includes(measure));
	const selects = [
		...cellTerms(others, by, selection),
		...totalTerms(totalled, by, selection),
		...registerTerms(others, by, selection)
	];
	return selects.length === 0 ? none(by) : join(selects, new Sql(' UNION ALL '));
}

/** No rows, with the columns of `term`. */
function none(by: readonly By[]): Sql {
	const texts = ['term', ...by, 'period'].map((name) => sql`CAST(NULL AS VARCHAR) AS ${identifier(name)},`);
	return sql`SELECT ${join(texts, new Sql(' '))} CAST(NULL AS DECIMAL(38, 4)) AS value, CAST(NULL AS VARCHAR) AS how,
		CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected,
		CAST(NULL AS DECIMAL(18, 4)) AS parts_sum, CAST(NULL AS BOOLEAN) AS complete, CAST(NULL AS VARCHAR) AS qualifier WHERE FALSE`;
}

function asked(indicators: readonly Indicator[]): Sql {
	const rows = indicators.map(
		({ id, numerator, denominator, scale }, position) =>
			sql`(CAST(${position} AS INTEGER), ${id}, ${termKey(numerator)}, CAST(${denominator ? termKey(denominator) : null} AS VARCHAR), CAST(${scale} AS DOUBLE))`
	);
	const empty = new Sql(`(0, '', '', CAST(NULL AS VARCHAR), CAST(1 AS DOUBLE))`);
	return sql`(VALUES ${join(rows.length === 0 ? [empty] : rows)}) AS i(position, indicator, numerator, denominator, scale)`;
}

/** A denominator of reported totals knows nothing of level and kind: it is the same for all of them. */
function denominators(by: readonly By[]): Sql {
	const shared = by.filter((name) => !(name in registerDimensions));
	const loose = by.filter((name) => name in registerDimensions);
	const matches = [
		new Sql('d.term = i.denominator AND d.period = n.period'),
		...shared.map((name) => sql`d.${identifier(name)} = n.${identifier(name)}`),
		...loose.map((name) => sql`(d.${identifier(name)} = n.${identifier(name)} OR d.${identifier(name)} IS NULL)`)
	];
	return sql`LEFT JOIN term d ON ${join(matches, new Sql(' AND '))}`;
}

/** Doubles appear here for the first time: everything before is exact. */
function figures(ratios: boolean): Sql {
	const plain = new Sql('CAST(n.value AS DOUBLE) * i.scale');
	const numerator = new Sql('CAST(n.value AS DOUBLE) AS numerator, CAST(n.value AS VARCHAR) AS numerator_exact');
	if (!ratios) {
		return sql`${plain} AS value, ${numerator}, CAST(NULL AS DOUBLE) AS denominator, CAST(NULL AS VARCHAR) AS denominator_exact,
			n.how, n.parts_reported, n.parts_expected, CAST(n.parts_sum AS VARCHAR) AS parts_sum, n.complete, n.qualifier`;
	}
	const whole = new Sql('i.denominator IS NULL');
	// Of the two sides, the less complete one tells how complete the ratio is.
	const side = new Sql('(i.denominator IS NULL OR NOT n.complete OR coalesce(d.complete, TRUE))');
	return sql`CASE WHEN ${whole} THEN ${plain} ELSE CAST(n.value AS DOUBLE) * i.scale / nullif(CAST(d.value AS DOUBLE), 0) END AS value,
		${numerator}, CAST(d.value AS DOUBLE) AS denominator, CAST(d.value AS VARCHAR) AS denominator_exact,
		CASE WHEN d.how = 'summed' THEN d.how ELSE n.how END AS how,
		CASE WHEN ${side} THEN n.parts_reported ELSE d.parts_reported END AS parts_reported,
		CASE WHEN ${side} THEN n.parts_expected ELSE d.parts_expected END AS parts_expected,
		CASE WHEN ${whole} THEN CAST(n.parts_sum AS VARCHAR) END AS parts_sum,
		n.complete AND (${whole} OR coalesce(d.complete, FALSE)) AS complete,
		CASE WHEN ${whole} THEN n.qualifier END AS qualifier`;
}
