import type { CellValue, Row } from '#lib/engine/connector.ts';
import { join, list, sql, Sql } from '#lib/sql/sql.ts';
import { applicable } from './applicable.ts';
import { indicatorQuery } from './compile.ts';
import type { Indicator, KeptMeasure, Measure } from './indicator.ts';
import { leftOutCells, leftOutName, withoutLeftOut } from './left-out.ts';
import { likeForLikeCells, likeForLikeRows } from './like-for-like.ts';
import { entriesOf } from './measures.ts';
import { stockUntil, weightedSum } from './register-stock.ts';
import { isTotalled, periodsUntil } from './register-totals.ts';
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

/**
 * A statement and how its rows become those of `indicatorQuery`, less the exact texts, `parts_sum` and `qualifier`; of
 * compared figures followed by those of `likeForLikeRows`.
 */
export interface FiguresQuery {
	readonly sql: Sql;
	readonly read: (rows: Row[]) => Row[];
}

/**
 * What pages ask most, single members and no further narrowing, is read cell by cell with the plainest of statements
 * and put together here: small statements cost the engine more to plan than to run. Indicators that this cannot answer
 * go to `indicatorQuery`, in the same statement. `compared`: with what comparisons among the periods come to like for like.
 */
export function figuresQuery(
	indicators: readonly Indicator[],
	by: readonly By[],
	selection: Selection,
	{ compared = false } = {}
): FiguresQuery {
	const names = splitDimensions.filter((name) => by.includes(name));
	const able = indicators.filter((indicator) => applicable(indicator, selection, names).ok);
	const plain = able.filter((one) => measuresOf([one]).every((measure) => isPlain(measure, names, selection)));
	if (plain.length === 0) return { sql: indicatorQuery(indicators, by, selection), read: (rows) => rows };
	const rest = able.filter((indicator) => !plain.includes(indicator));
	const parts = measuresOf(plain).flatMap(partsOf);
	const measures = [...new Map(parts.map((measure) => [measure.id, measure])).values()];
	const alike = compared ? likeForLikeCells(plain, selection) : null;
	const selects = [cells(measures, selection), leftOutCells(measuresOf(plain), selection), alike];
	const looked = join(
		selects.filter((select) => select !== null),
		new Sql(' UNION ALL ')
	);
	const put = (rows: Row[]) => [
		...figures(plain, names, selection, rows),
		...(alike ? likeForLikeRows(plain, names, selection, rows) : [])
	];
	if (rest.length === 0) return { sql: looked, read: put };
	return {
		sql: sql`SELECT *, CAST(NULL AS DOUBLE) AS numerator, CAST(NULL AS DOUBLE) AS denominator FROM (${looked})
			UNION ALL ${asCells(indicatorQuery(rest, by, selection), names)}`,
		read: (rows) => {
			const made = (row: Row) => row.ownership === worked;
			const own = rows.filter(made).map((row) => workedRow(row, names));
			const order = new Map(able.map(({ id }, position) => [id, position]));
			const position = (row: Row) => order.get(String(row.indicator)) ?? 0;
			return [...put(rows.filter((row) => !made(row))), ...own].sort(
				(a, b) => position(a) - position(b) || (a.indicator === b.indicator ? byKeys(a, b, names) : 0)
			);
		}
	};
}

/** Marks the rows of a mixed answer that `indicatorQuery` worked out; no ownership has this code. */
const worked = '=';

/** The rows of `indicatorQuery` under the columns of looked-up cells: keys of members joined as one. */
function asCells(query: Sql, names: readonly By[]): Sql {
	const key = names.length === 0 ? new Sql(`''`) : new Sql(`concat_ws(chr(1), ${names.join(', ')})`);
	return sql`SELECT indicator AS measure, ${key} AS region, '' AS industry, ${worked} AS ownership, period, CAST(value AS VARCHAR) AS value, how,
		parts_reported, parts_expected, complete, numerator, denominator FROM (${query})`;
}

function workedRow(row: Row, names: readonly By[]): Row {
	const keys = String(row.region).split('\u0001');
	const { period = null, how = null, parts_reported = null, parts_expected = null, complete = null } = row;
	return {
		indicator: row.measure ?? null,
		...Object.fromEntries(names.map((name, index) => [name, keys[index] ?? ''])),
		...{ period, value: number(row.value), numerator: number(row.numerator), denominator: number(row.denominator) },
		...{ how, parts_reported, parts_expected, complete }
	};
}

function byKeys(a: Row, b: Row, names: readonly By[]): number {
	for (const name of [...names, 'period']) {
		const [one, other] = [String(a[name]), String(b[name])];
		if (one !== other) return one < other ? -1 : 1;
	}
	return 0;
}

/** A weighted sum is looked up part by part, what is narrowed for good by what the build keeps of it: see `keptFigure`. */
function partsOf(measure: Measure): readonly Measure[] {
	const { terms, kept, kind } = measure;
	const looked = (id: string): Measure => ({ id, source: 'register', kind });
	if (kept) return [looked(kept.sum), ...(kept.entries ? [looked(kept.entries)] : []), entriesOf(measure)];
	return terms ? terms.map((term) => looked(term.measure)) : [measure];
}

function isPlain(measure: Measure, by: readonly By[], selection: Selection): boolean {
	if (measure.source === 'register')
		return (
			(!measure.only || measure.kept !== undefined) &&
			partsOf(measure).every(({ among: _, ...part }) => isTotalled(part, by, selection))
		);
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
		stocks.length > fewStocks
			? levels(stocks, place, selection)
			: sql`${register} WHERE measure IN ${list(stocks)} AND ${place}`,
		// A level is asked of periods that the release knows; which these are comes with the answer.
		sql`SELECT '' AS measure, '' AS region, '' AS industry, '' AS ownership, code AS period, NULL AS value, 'period' AS how,
			CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, TRUE AS complete
			FROM period WHERE code IN ${list(selection.period)}`
	].filter((_, index) => [reported, flows, stocks, stocks][index]?.length !== 0);
	return join(selects, new Sql(' UNION ALL '));
}

/** Of more stocks than this, every quarter of every region is more to hand over than the engine takes to add them up. */
const fewStocks = 2;
/** Before the id of a stock whose level the engine has added up. */
const levelMark = '=';

function levels(stocks: readonly string[], place: Sql, selection: Selection): Sql {
	return sql`SELECT ${levelMark} || t.measure AS measure, t.region, t.industry, 'all' AS ownership, c.period, CAST(sum(t.value) AS VARCHAR) AS value,
			'register' AS how, CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, TRUE AS complete
		FROM (SELECT * FROM register_total WHERE measure IN ${list(stocks)} AND ${place}) t
		JOIN (${periodsUntil(selection.period)}) c ON c.added = t.period GROUP BY ALL`;
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
	const added = rows.some((row) => String(row.measure).startsWith(levelMark));
	const stocks = stockUntil(added ? [] : rows.filter((row) => row.how === 'register'));
	const cellAt = ({ id, source, kind }: Measure, place: readonly string[], period: string): Row | null => {
		if (source === 'cell' || kind === 'flow') return found.get(keyOf(id, ...place, period)) ?? null;
		if (added) return found.get(keyOf(levelMark + id, ...place, period)) ?? null;
		return known.has(period) ? stocks(keyOf(id, place[0] ?? '', place[1] ?? ''), period) : null;
	};
	const at = (measure: Measure, place: readonly string[], period: string): Row | null => {
		const parts = partsOf(measure).map((part) => {
			const others = part.among === undefined ? undefined : found.get(keyOf(leftOutName(part), ...place, period));
			return withoutLeftOut(cellAt(part, place, period), others);
		});
		if (measure.kept) return keptFigure(measure.kept, parts);
		const some = parts.find((row) => row !== null) ?? null;
		const weights = measure.terms?.map(({ weight }) => weight);
		return some && weights ? { ...some, value: weightedSum(parts, weights) } : some;
	};
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

/** What is narrowed for good, out of its `partsOf`: 0 where the register has no such entry, missing where none of them states it. */
function keptFigure({ entries }: KeptMeasure, [sum, ...others]: readonly (Row | null)[]): Row | null {
	const [such, all] = entries === undefined ? [null, others[0]] : others;
	if (sum) return sum;
	return such || !all ? null : { ...all, value: '0.0000' };
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
