import type { Row } from '#lib/engine/connector.ts';
import { datasets } from '#lib/datasets/index.ts';
import { reportedCells, suspectFigures } from '#lib/indicators/quality.ts';
import type { Query } from '#lib/query/query.ts';
import { list, sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';

/** Which kinds of periods a dataset comes in: quarter, year … */
export type DatasetKinds = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The datasets that the open release has anything of, with the kinds of their periods; a kind in which less than half as
 * many places report as in the usual one is somebody's own. Stocks count what each quarter added.
 */
export const kindsQuery: Query<DatasetKinds> = {
	sql: sql`SELECT dataset, kind FROM (
			SELECT CASE WHEN starts_with(f.measure, 'metric:') THEN 'metrics' ELSE 'summary' END AS dataset, p.kind, f.region
			FROM (SELECT DISTINCT measure, region, period FROM fact) f JOIN period p ON p.code = f.period
			UNION ALL SELECT split_part(t.measure, '.', 1) AS dataset, p.kind, t.region FROM register_total t
			JOIN period p ON p.code = t.period
			WHERE t.industry = 'all' AND (t.measure LIKE '%.count' OR t.measure = 'results.entries'))
		GROUP BY dataset, kind
		QUALIFY count(DISTINCT region) * 2 >= max(count(DISTINCT region)) OVER (PARTITION BY dataset)
		ORDER BY dataset, kind`,
	parse: (rows: Row[]) => {
		const byDataset = Map.groupBy(rows, (row) => String(row.dataset));
		return new Map([...byDataset].map(([name, some]) => [name, new Set(some.map((row) => String(row.kind)))]));
	}
};

/** What a unit has of a report: cells there and owed, as `reportedCells` tells them. */
export interface ReportedCells {
	readonly dataset: string;
	readonly region: string;
	readonly period: string;
	readonly reported: number;
	readonly expected: number;
	readonly own: number;
	readonly whole: boolean;
	readonly blank: readonly string[];
	readonly batches: readonly string[];
}

/** Where a measure stands in the report; figures of their own come last. */
const place = new Map(datasets.summary.fields.map(({ name }, index) => [name, index]));
const inOrder = (a: string, b: string) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || (a < b ? -1 : 1);

/** Reported figures of units by period; what is blank in the order of the report. */
export function reportsQuery(units: readonly string[], periods: readonly string[]): Query<readonly ReportedCells[]> {
	const split = (cell: unknown, by: string) =>
		String(cell ?? '')
			.split(by)
			.filter((part) => part !== '');
	return {
		sql: reportedCells(units, periods),
		parse: (rows: Row[]) =>
			rows.map((row) => ({
				dataset: String(row.dataset),
				region: String(row.region),
				period: String(row.period),
				reported: Number(row.reported),
				expected: Number(row.expected),
				own: Number(row.own),
				whole: row.whole === true,
				blank: split(row.blank, '\n').toSorted(inOrder),
				batches: split(row.batches, ' ')
			}))
	};
}

/** How many entries a register has of a unit in a period. */
export interface RegisterEntries {
	readonly dataset: string;
	readonly region: string;
	readonly period: string;
	readonly entries: number;
}

/** Entries of registers by unit and period: flows in the period, studios by when they were named. */
export function entriesQuery(units: readonly string[], periods: readonly string[]): Query<readonly RegisterEntries[]> {
	return {
		sql: sql`SELECT dataset, region, period, CAST(sum(value) AS DOUBLE) AS entries FROM (
				SELECT split_part(measure, '.', 1) AS dataset, region, period, value FROM register_total
				WHERE industry = 'all' AND region IN ${list(units)} AND period IN ${list(periods)}
					AND (measure LIKE '%.count' OR measure = 'results.entries') AND measure <> 'studios.count'
				UNION ALL SELECT 'studios' AS dataset, t.region, a.ancestor AS period, t.value FROM register_total t
				JOIN period_ancestor a ON a.period = t.period AND a.ancestor IN ${list(periods)}
				WHERE t.measure = 'studios.count' AND t.industry = 'all' AND t.region IN ${list(units)})
			GROUP BY dataset, region, period HAVING sum(value) > 0 ORDER BY dataset, period, region`,
		parse: (rows: Row[]) =>
			rows.map((row) => ({
				dataset: String(row.dataset),
				region: String(row.region),
				period: String(row.period),
				entries: Number(row.entries)
			}))
	};
}

/** One finding of the release about its own data. */
export interface Finding {
	readonly code: string;
	readonly severity: string;
	readonly dataset: string | null;
	readonly measure: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly period: string | null;
	readonly expected: number | null;
	readonly actual: number | null;
	readonly difference: number | null;
	/** Rounding explains it. */
	readonly rounding: boolean;
	readonly note: string | null;
	readonly batch: string | null;
	readonly line: number | null;
}

/** More findings than anybody reads. */
export const findingLimit = 2000;

/** The findings about some regions and about no region, the latest periods and the largest differences first. */
export function findingsQuery(regions: readonly string[]): Query<readonly Finding[]> {
	return {
		sql: sql`SELECT f.code, f.severity, f.dataset, f.measure, f.region, f.industry, f.period, CAST(f.expected AS DOUBLE) AS expected,
				CAST(f.actual AS DOUBLE) AS actual, CAST(f.difference AS DOUBLE) AS difference,
				coalesce(f.within_tolerance, false) AS rounding, f.note, f.batch, f.line
			FROM finding f LEFT JOIN period p ON p.code = f.period
			WHERE (f.region IS NULL OR f.region IN ${list(regions)}) AND f.code <> 'REGIONS_MISSING'
			ORDER BY f.within_tolerance, p.end_date DESC NULLS LAST, abs(CAST(f.difference AS DOUBLE)) / nullif(abs(CAST(f.expected AS DOUBLE)), 0) DESC NULLS LAST,
				f.code, f.measure, f.region LIMIT ${findingLimit}`,
		parse: (rows: Row[]) =>
			rows.map((row) => ({
				code: String(row.code),
				severity: String(row.severity),
				dataset: text(row.dataset),
				measure: text(row.measure),
				region: text(row.region),
				industry: text(row.industry),
				period: text(row.period),
				expected: number(row.expected),
				actual: number(row.actual),
				difference: number(row.difference),
				rounding: row.rounding === true,
				note: text(row.note),
				batch: text(row.batch),
				line: number(row.line)
			}))
	};
}

/** Files that took the place of figures reported before: what came first is not kept with them. */
export const correctionsQuery: Query<ReadonlySet<string>> = {
	sql: sql`SELECT DISTINCT batch AS id FROM finding WHERE code = 'KEY_DUPLICATE' AND batch IS NOT NULL
		UNION SELECT id FROM batch WHERE mode <> 'append'`,
	parse: (rows: Row[]) => new Set(rows.map(({ id }) => String(id)))
};

/** A figure about seven times or more, or a seventh or less, of what the same unit reported before. */
export interface Suspect {
	readonly measure: string;
	readonly region: string;
	readonly industry: string;
	readonly ownership: string;
	readonly period: string;
	readonly value: number;
	readonly beforePeriod: string;
	readonly before: number;
	readonly batch: string | null;
	readonly line: number | null;
}

/** The suspect figures of some regions in some periods. */
export function suspectsQuery(regions: readonly string[], periods: readonly string[]): Query<readonly Suspect[]> {
	return {
		sql: suspectFigures(regions, periods),
		parse: (rows: Row[]) =>
			rows.map((row) => ({
				measure: String(row.measure),
				region: String(row.region),
				industry: String(row.industry),
				ownership: String(row.ownership),
				period: String(row.period),
				value: Number(row.value),
				beforePeriod: String(row.before_period),
				before: Number(row.before),
				batch: text(row.batch),
				line: number(row.line)
			}))
	};
}
