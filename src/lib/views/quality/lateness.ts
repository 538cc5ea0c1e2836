import type { YearStart } from '#lib/dimensions/period.ts';
import { chinaDay } from '#lib/format/day.ts';
import { daysLate, reportDue, standardGraceDays } from '#lib/indicators/quality.ts';
import type { BatchItem } from '#lib/state/release-lists.ts';
import type { Report } from './reports.ts';

/** From so many periods on that come in on one day, the day says when somebody caught up, not when the reports came. */
const backfillFrom = 3;

/** When reports came, as far as their files tell. */
export interface Receipts {
	/** First day a report's files came in (ISO, UTC+8); null where that is not known. */
	readonly received: (report: Report) => string | null;
	/** Days after it was due: 0 in time, null not known. */
	readonly late: (report: Report) => number | null;
	/** Days on which reports of three periods or more came in. */
	readonly backfills: readonly string[];
}

/**
 * Lateness by the day on which a file was imported. Days on which a backlog came in tell nothing, nor does a file that took
 * the place of earlier figures (`corrections`): when these came is not kept.
 */
export function receiptsOf(
	reports: readonly Report[],
	batches: readonly Pick<BatchItem, 'id' | 'createdAt'>[],
	yearStart: YearStart = 'calendar',
	corrections: ReadonlySet<string> = new Set()
): Receipts {
	const days = new Map(batches.map(({ id, createdAt }) => [id, chinaDay(createdAt)]));
	const periodsOn = new Map<string, Set<string>>();
	for (const { batches: ids, dataset, period } of reports)
		for (const id of ids) {
			const day = days.get(id);
			if (!day) continue;
			const known = periodsOn.get(`${dataset} ${day}`) ?? new Set();
			periodsOn.set(`${dataset} ${day}`, known.add(period));
		}
	const backfill = new Set([...periodsOn].filter(([, periods]) => periods.size >= backfillFrom).map(([key]) => key));
	const received = ({ batches: ids }: Report) =>
		ids
			.flatMap((id) => days.get(id) ?? [])
			.toSorted()
			.at(0) ?? null;
	return {
		received,
		late: (report) => {
			const day = received(report);
			if (day === null || backfill.has(`${report.dataset} ${day}`)) return null;
			if (report.batches.some((id) => corrections.has(id))) return null;
			return daysLate(day, reportDue(report.period, standardGraceDays, yearStart));
		},
		backfills: [...new Set([...backfill].map((key) => key.split(' ')[1] ?? ''))].toSorted()
	};
}
