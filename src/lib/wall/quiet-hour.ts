import { minutesOf } from './day-time.ts';

/** Within how many minutes after the quiet hour a wall loads itself anew: many walls do not ask at once. */
export const quietSpreadMinutes = 20;
const minuteMs = 60_000;

/**
 * The next moment of the quiet hour after `now`, by the wall's own clock, `late` minutes (0 ≤ late < spread) after it.
 * An hour that a change to summer time leaves out comes an hour later; one that comes twice counts once.
 */
export function nextQuiet(now: number, quietHour: string, late: number): number {
	const minutes = minutesOf(quietHour);
	const at = (day: number) => {
		const date = new Date(now);
		date.setDate(date.getDate() + day);
		date.setHours(Math.floor(minutes / 60), (minutes % 60) + Math.floor(late), 0, 0);
		return date.getTime();
	};
	return [0, 1].map(at).find((moment) => moment > now) ?? at(2);
}

/** Whether it is time: not long after, lest a wall that slept, or whose clock was set, reloads in the middle of the day. */
export function isQuietNow(due: number, now: number): boolean {
	return now >= due && now - due < 2 * quietSpreadMinutes * minuteMs;
}
