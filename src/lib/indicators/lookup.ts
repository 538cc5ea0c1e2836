import type { CellValue, Row } from '#lib/engine/connector.ts';
import { join, list, sql, Sql } from '#lib/sql/sql.ts';
import { applicable } from './applicable.ts';
import { indicatorQuery } from './compile.ts';
import type { Indicator, Measure } from './indicator.ts';
import { stockUntil } from './register-stock.ts';
import { isTotalled } from './register-totals.ts';
import {
	codesOf,
	measuresOf,
	registerDimensions,
	setsOf,
	sharedDimensions,
	splitDimensions,
	type By,
	type Selection
} from './selection.ts';

/** A statement and how its rows become those of `indicatorQuery`, less the exact texts, `parts_sum` and `qualifier`. */
export interface FiguresQuery {
	readonly sql: Sql;
	readonly read: (rows: Row[]) => Row[];
}

/**
 * What pages ask most, single members and no further narrowing, is read cell by cell with the plainest of statements
 * and put together here: small statements cost the engine more to plan than to run. The rest goes to `indicatorQuery`.
 */
export function figuresQuery(indicators: readonly Indicator[], by: readonly By[], selection: Selection): FiguresQuery {
	const names = splitDimensions.filter((name) => by.includes(name));
	const able = indicators.filter((indicator) => applicable(indicator, selection, names).ok);
	const measures = [...new Map(measuresOf(able).map((measure) => [measure.id, measure])).values()];
	if (measures.length === 0 || !measuresOf(able).every((measure) => isPlain(measure, names, selection)))
		return { sql: indicatorQuery(indicators, by, selection), read: (rows) => rows };
	return { sql: cells(measures, selection), read: (rows) => figures(able, names, selection, rows) };
}

function isPlain(measure: Measure, by: readonly By[], selection: Selection): boolean {
	if (measure.source === 'register') return isTotalled(measure, by, selection);
	return (
		!measure.only &&
		!by.some((name) => name in registerDimensions) &&
		sharedDimensions.every((name) => {
			const sets = setsOf(selection, name);
			return sets.every((set) => set.codes.length === 1) && (by.includes(name) || sets.length === 1);
		})
	);
}

/** One row a cell: reported figures, register flows, and of register stocks what each period added. */
function cells(measures: readonly Measure[], selection: Selection): Sql {
	const [region, industry, ownership] = sharedDimensions.map((name) => list(codesOf(setsOf(selection, name))));
	const ids = (wanted: (measure: Measure) => boolean) => measures.filter(wanted).map(({ id }) => id);
	const reported = ids(({ source }) => source === 'cell');
	const flows = ids(({ source, kind }) => source === 'register' && kind === 'flow');
	const stocks = ids(({ source, kind }) => source === 'register' && kind === 'stock');
	const place = sql`region IN ${region ?? null} AND industry IN ${industry ?? null}`;
	const period = sql`period IN ${list(selection.period)}`;
	const register = sql`SELECT measure, region, industry, 'all' AS ownership, period, CAST(value AS VARCHAR) AS value, 'register' AS how,
		CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, TRUE AS complete FROM register_total`;
	const selects = [
		sql`SELECT measure, region, industry, ownership, period, CAST(value AS VARCHAR) AS value, how, parts_reported, parts_expected, complete
			FROM rollup WHERE measure IN ${list(reported)} AND ${place} AND ownership IN ${ownership ?? null} AND ${period}`,
		sql`${register} WHERE measure IN ${list(flows)} AND ${place} AND ${period}`,
		sql`${register} WHERE measure IN ${list(stocks)} AND ${place}`,
		// A level is asked of periods that the release knows; which these are comes with the answer.
		sql`SELECT '' AS measure, '' AS region, '' AS industry, '' AS ownership, code AS period, NULL AS value, 'period' AS how,
			CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, TRUE AS complete
			FROM period WHERE code IN ${list(selection.period)}`
	].filter((_, index) => [reported, flows, stocks, stocks][index]?.length !== 0);
	return join(selects, new Sql(' UNION ALL '));
}

const keyOf = (...parts: readonly CellValue[]) => parts.join('\u0001');

function figures(indicators: readonly Indicator[], by: readonly By[], selection: Selection, rows: Row[]): Row[] {
	const found = new Map(
		rows.map((row) => [
			keyOf(row.measure ?? '', row.region ?? '', row.industry ?? '', row.ownership ?? '', row.period ?? ''),
			row
		])
	);
	const known = new Set(rows.flatMap((row) => (row.how === 'period' ? [row.period] : [])));
	const stocks = stockUntil(rows.filter((row) => row.how === 'register'));
	const at = (measure: Measure, place: readonly string[], period: string): Row | null =>
		measure.source === 'register' && measure.kind === 'stock'
			? !known.has(period)
				? null
				: stocks(keyOf(measure.id, place[0] ?? '', place[1] ?? ''), period)
			: (found.get(keyOf(measure.id, ...place, period)) ?? null);
	const places = sharedDimensions
		.map((name) => setsOf(selection, name).toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)))
		.reduce<{ keys: string[]; codes: string[] }[]>(
			(before, sets) =>
				before.flatMap(({ keys, codes }) =>
					sets.map((set) => ({ keys: [...keys, set.key], codes: [...codes, set.codes[0] ?? ''] }))
				),
			[{ keys: [], codes: [] }]
		);
	const periods = [...new Set(selection.period)].sort();
	return indicators.flatMap((indicator) =>
		places.flatMap(({ keys, codes }) =>
			periods.flatMap((period) => {
				const numerator = at(indicator.numerator, codes, period);
				if (!numerator) return [];
				const denominator = indicator.denominator ? at(indicator.denominator, codes, period) : null;
				const members = Object.fromEntries(
					sharedDimensions.flatMap((name, index) => (by.includes(name) ? [[name, keys[index] ?? '']] : []))
				);
				return [{ indicator: indicator.id, ...members, period, ...figure(indicator, numerator, denominator) }];
			})
		)
	);
}

/** Of the two sides of a ratio, the less complete one tells how complete it is. */
function figure(indicator: Indicator, numerator: Row, denominator: Row | null): Row {
	const above = number(numerator.value);
	const below = number(denominator?.value);
	const whole = !indicator.denominator;
	const side = whole || numerator.complete !== true || denominator?.complete !== false ? numerator : denominator;
	const value = whole ? above : above === null || !below ? null : (above * indicator.scale) / below;
	return {
		value: whole && above !== null ? above * indicator.scale : value,
		numerator: above,
		denominator: whole ? null : below,
		how: denominator?.how === 'summed' ? 'summed' : (numerator.how ?? null),
		parts_reported: side.parts_reported ?? null,
		parts_expected: side.parts_expected ?? null,
		complete: numerator.complete === true && (whole || denominator?.complete === true)
	};
}

function number(value: CellValue | undefined): number | null {
	return value === null || value === undefined ? null : Number(value);
}
