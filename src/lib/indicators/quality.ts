import { periodBounds, type YearStart } from '#lib/dimensions/period.ts';
import { list, sql, type Sql } from '#lib/sql/sql.ts';

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

/**
 * Blank cells of the summary returns, by region and period. A cell is a measure that anybody reports for that period; a
 * region that reports at least one of them owes the rest, one that reports none has not reported at all.
 * Rows: `region`, `period`, `reported` (cells), `expected` (cells), `batches` (ids, joined by a blank).
 */
export function blankCells(regions: readonly string[], periods: readonly string[], measures: readonly string[]): Sql {
	return sql`WITH cell AS (
			SELECT DISTINCT measure, region, period, batch FROM fact
			WHERE industry = 'all' AND ownership = 'all' AND region IN ${list(regions)} AND period IN ${list(periods)} AND measure IN ${list(measures)}
		), asked AS (SELECT period, count(DISTINCT measure) AS expected FROM cell GROUP BY period)
		SELECT r.code AS region, a.period, CAST(count(DISTINCT c.measure) AS INTEGER) AS reported, CAST(a.expected AS INTEGER) AS expected,
			coalesce(string_agg(DISTINCT c.batch, ' ' ORDER BY c.batch), '') AS batches
		FROM (SELECT code FROM region WHERE code IN ${list(regions)} AND expected) r CROSS JOIN asked a
		LEFT JOIN cell c ON c.region = r.code AND c.period = a.period
		GROUP BY r.code, a.period, a.expected ORDER BY a.period, r.code`;
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
 * Differences between a stated total and the sum of its parts, and between summary and register, that are not within
 * the tolerance of rounding: how many, by code. Rows: `code`, `measure`, `count`, `largest` (absolute, decimal text).
 */
export function totalDifferences(regions: readonly string[], periods: readonly string[]): Sql {
	return sql`SELECT code, measure, CAST(count(*) AS INTEGER) AS count, CAST(max(abs(difference)) AS VARCHAR) AS largest FROM finding
		WHERE code IN ${list(totalCodes)} AND NOT coalesce(within_tolerance, false)
			AND region IN ${list(regions)} AND period IN ${list(periods)}
		GROUP BY code, measure ORDER BY count DESC, code, measure`;
}
