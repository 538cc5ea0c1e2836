import { periodBounds, type YearStart } from '#lib/dimensions/period.ts';
import { list, sql, Sql } from '#lib/sql/sql.ts';

/** What has been reported of what should have been. */
export interface Reporting {
	readonly reported: number;
	readonly expected: number;
	/** reported ÷ expected, 0–1; null where nothing is expected. */
	readonly share: number | null;
}

/** Completeness of reports: those there ÷ those owed. */
export function reportingOf(reported: number, expected: number): Reporting {
	return { reported, expected, share: expected === 0 ? null : reported / expected };
}

/** Days after the end of a period by which its report is due, unless an office sets its own. */
export const standardGraceDays = 15;

/** The last day on which a report of a period is in time (ISO): so many days after the period’s last day. */
export function reportDue(period: string, graceDays = standardGraceDays, yearStart: YearStart = 'calendar'): string {
	const end = Date.parse(`${periodBounds(period, yearStart).end}T00:00:00Z`);
	return new Date(end + graceDays * 86_400_000).toISOString().slice(0, 10);
}

/**
 * How many days late a report came: 0 in time, null not known. `receivedAt` is an ISO time or day; the day in UTC+8,
 * where the offices are, counts.
 */
export function daysLate(receivedAt: string | null, due: string): number | null {
	if (receivedAt === null) return null;
	const time = Date.parse(receivedAt);
	if (Number.isNaN(time)) return null;
	const day = receivedAt.length === 10 ? receivedAt : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
	return Math.max(0, Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${due}T00:00:00Z`)) / 86_400_000));
}

/** Which of the two kinds of reported figures a measure belongs to: its dataset. */
const datasetOf = new Sql(`CASE WHEN starts_with(measure, 'metric:') THEN 'metrics' ELSE 'summary' END`);

/** Cells that are there (`cell`), regions that owe (`owing`) and what is asked of them (`asked`), for `reportedCells`. */
function askedCells(regions: readonly string[], periods: readonly string[]): Sql {
	return sql`WITH cell AS (
			SELECT ${datasetOf} AS dataset, measure, region, period, value, how, complete, batch, line FROM rollup
			WHERE industry = 'all' AND ownership = 'all' AND value IS NOT NULL
				AND region IN ${list(regions)} AND period IN ${list(periods)}
		), owing AS (SELECT code FROM region WHERE code IN ${list(regions)} AND expected),
		usual AS (
			SELECT c.measure FROM cell c JOIN owing o ON o.code = c.region
			GROUP BY c.measure HAVING count(DISTINCT c.region) * 2 >= (SELECT count(*) FROM owing)
		), asked AS (SELECT DISTINCT dataset, measure, period FROM cell SEMI JOIN usual USING (measure))`;
}

/** One report of one region: a dataset at a period. */
export interface ReportAt {
	readonly dataset: string;
	readonly region: string;
	readonly period: string;
}

/** The cells of one report that `reportedCells` counts as there. Rows: `measure`, `value`, `batch`, `line`. */
export function cellsOfReport(
	regions: readonly string[],
	periods: readonly string[],
	{ dataset, region, period }: ReportAt
): Sql {
	return sql`${askedCells(regions, periods)}
		SELECT c.measure, CAST(c.value AS DOUBLE) AS value, c.batch, c.line FROM cell c
		JOIN asked a ON a.dataset = c.dataset AND a.measure = c.measure AND a.period = c.period
		WHERE c.dataset = ${dataset} AND c.region = ${region} AND c.period = ${period}`;
}

/** The rows of reports of some regions: of each its lines, without one where it was summed. Rows: `region`, `batch`, `line`. */
export function linesOfReports(regions: readonly string[], { dataset, period }: Omit<ReportAt, 'region'>): Sql {
	return sql`SELECT DISTINCT region, batch, line FROM rollup WHERE ${datasetOf} = ${dataset} AND region IN ${list(regions)}
		AND period = ${period} AND industry = 'all' AND ownership = 'all' AND value IS NOT NULL`;
}

/**
 * Cells of reports that are there and those that are owed, by dataset, region and period. A cell is a measure that
 * anybody of these regions reports for that period and half of them in any of the periods: what only a few report is
 * their own. A region that has at least one of them owes the rest, one that has none has not reported at all. A region for which its parts reported has reported. Rows: `dataset`, `region`, `period`,
 * `reported` and `expected` (cells), `own` (those it reported itself), `whole` (nothing below it is missing), `blank`
 * (the measures that are missing, one a line), `batches` (ids, joined by a blank).
 */
export function reportedCells(regions: readonly string[], periods: readonly string[]): Sql {
	return sql`${askedCells(regions, periods)}
		SELECT a.dataset, r.code AS region, a.period, CAST(count(c.measure) AS INTEGER) AS reported,
			CAST(count(*) AS INTEGER) AS expected, CAST(count(*) FILTER (c.how = 'reported') AS INTEGER) AS own,
			coalesce(bool_and(c.complete), false) AS whole,
			coalesce(string_agg(a.measure, chr(10) ORDER BY a.measure) FILTER (c.measure IS NULL), '') AS blank,
			coalesce(string_agg(DISTINCT c.batch, ' ' ORDER BY c.batch), '') AS batches
		FROM owing r CROSS JOIN asked a
		LEFT JOIN cell c ON c.region = r.code AND c.period = a.period AND c.measure = a.measure
		GROUP BY a.dataset, r.code, a.period ORDER BY a.dataset, a.period, r.code`;
}

/** Share of blank cells among those of the regions that reported at all, 0–1; null where none did. */
export function blankShare(cells: readonly { readonly reported: number; readonly expected: number }[]): number | null {
	const some = cells.filter(({ reported }) => reported > 0);
	const expected = some.reduce((sum, cell) => sum + cell.expected, 0);
	return expected === 0 ? null : 1 - some.reduce((sum, cell) => sum + cell.reported, 0) / expected;
}

/** Findings that hold a total against something: the sum of its parts, or a register. */
const totalCodes = ['TOTAL_MISMATCH', 'SOURCES_DIFFER'];

/**
 * Differences between a stated total and the sum of its parts, and between summary and register, that nothing explains:
 * neither rounding nor parts that have not come, nor that a register lists only some of what the summary states. How many,
 * by code. Rows: `code`, `measure`, `count`, `largest` (absolute, decimal text).
 */
export function totalDifferences(regions: readonly string[], periods: readonly string[]): Sql {
	return sql`SELECT code, measure, CAST(count(*) AS INTEGER) AS count, CAST(max(abs(difference)) AS VARCHAR) AS largest FROM finding
		WHERE code IN ${list(totalCodes)} AND NOT coalesce(within_tolerance, false)
			AND (severity <> 'I' OR (code = 'SOURCES_DIFFER' AND difference > 0))
			AND region IN ${list(regions)} AND period IN ${list(periods)}
		GROUP BY code, measure ORDER BY count DESC, code, measure`;
}

/** From here on a figure is no growth any more: a digit too many or too few, or another unit. As at the import. */
export const suspectFactor = 7;
/** Small counts jump: 3 competitions may be followed by 30. */
const smallest = 100;

/**
 * Figures that are at least `suspectFactor` times as large or as small as what the same region reported in the period
 * before and, likewise, in the same period of the year before; where it reported only one of the two, as that. The largest
 * jumps first. Rows: `measure`, `region`, `industry`, `ownership`, `period`, `value`, `before_period`, `before` (numbers),
 * `batch`, `line`.
 */
export function suspectFigures(regions: readonly string[], periods: readonly string[]): Sql {
	// Equal keys in every join: a search for the last report of each region would take ten times as long.
	const earlier = (alias: string, period: string) =>
		new Sql(
			[
				...['measure', 'region', 'industry', 'ownership'].map((name) => `${alias}.${name} = n.${name}`),
				`${alias}.period = n.${period}`,
				`${alias}.value > 0`
			].join(' AND ')
		);
	const jump = (against: string) => new Sql(`ln(CAST(n.value AS DOUBLE) / CAST(${against} AS DOUBLE))`);
	return sql`WITH shown AS (
			SELECT p.code, arg_max(q.code, q.end_date) FILTER (q.end_date < p.start_date) AS prev,
				any_value(q.code) FILTER (q.start_date = CAST(CAST(left(p.start_date, 4) AS INTEGER) - 1 AS VARCHAR) || substr(p.start_date, 5)) AS ago
			FROM period p LEFT JOIN period q ON q.kind = p.kind WHERE p.code IN ${list(periods)} GROUP BY p.code
		), n AS (
			SELECT f.*, s.prev, s.ago FROM fact f JOIN shown s ON s.code = f.period LEFT JOIN metric m ON m.measure = f.measure
			WHERE f.value > 0 AND coalesce(m.kind, '') <> 'ratio' AND f.region IN ${list(regions)}
		), held AS (
			SELECT n.*, b.value AS before_value, y.value AS ago_value, coalesce(b.value, y.value) AS reference
			FROM n LEFT JOIN fact b ON ${earlier('b', 'prev')} LEFT JOIN fact y ON ${earlier('y', 'ago')}
		)
		SELECT n.measure, n.region, n.industry, n.ownership, n.period, CAST(n.value AS DOUBLE) AS value,
			CASE WHEN n.before_value IS NULL THEN n.ago ELSE n.prev END AS before_period,
			CAST(n.reference AS DOUBLE) AS before, n.batch, n.line
		FROM held n WHERE greatest(n.value, n.reference) >= ${smallest} AND abs(${jump('n.reference')}) >= ln(${suspectFactor})
			AND (n.ago_value IS NULL OR (abs(${jump('n.ago_value')}) >= ln(${suspectFactor}) AND (n.value > n.ago_value) = (n.value > n.reference)))
		ORDER BY abs(${jump('n.reference')}) DESC, n.measure, n.region, n.industry, n.ownership, n.period`;
}
