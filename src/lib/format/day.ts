/** The day of a time in UTC+8, wherever the reader is: 2026-11-21. Null where it is no time. */
export function chinaDay(time: string): string | null {
	const parsed = Date.parse(time);
	return Number.isNaN(parsed) ? null : new Date(parsed + 8 * 3_600_000).toISOString().slice(0, 10);
}
