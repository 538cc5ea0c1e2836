import type { ReleaseLists } from '#lib/state/release-lists.ts';

/** Whether the latest period that was reported lies in a year without reaching its end. */
export function isRunning(
	year: string,
	{ periods, latestPeriod }: Pick<ReleaseLists, 'periods' | 'latestPeriod'>
): boolean {
	const whole = periods.find(({ code }) => code === year);
	const latest = periods.find(({ code }) => code === latestPeriod);
	return whole !== undefined && latest !== undefined && latest.end >= whole.start && latest.end < whole.end;
}
