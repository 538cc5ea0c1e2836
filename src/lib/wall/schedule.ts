import { minutesOf } from './day-time.ts';
import type { Playlist, Schedule } from './playlist.ts';

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
const dayMinutes = 24 * 60;

/**
 * Whether something is shown at a moment, by the clock of the machine that asks. What is on over midnight belongs to
 * the day on which it began: Friday from 22:00 to 02:00 is on at one o'clock on Saturday.
 */
export function isOn(schedule: Schedule | undefined, at: Date): boolean {
	if (!schedule) return true;
	const minute = at.getHours() * 60 + at.getMinutes();
	const from = schedule.from === undefined ? 0 : minutesOf(schedule.from);
	const to = schedule.to === undefined ? dayMinutes : minutesOf(schedule.to);
	if (from < to) return minute >= from && minute < to && isDay(schedule, at);
	return (minute >= from && isDay(schedule, at)) || (minute < to && isDay(schedule, dayBefore(at)));
}

/** When it next begins or ends; null where it never does again. */
export function nextChange(schedule: Schedule | undefined, at: Date): Date | null {
	if (!schedule) return null;
	const now = at.getTime();
	const on = isOn(schedule, at);
	const found = moments(schedule, at).find((time) => time > now && isOn(schedule, new Date(time)) !== on);
	return found === undefined ? null : new Date(found);
}

/** What of a playlist is on: whether the screen is, and which of its scenes are, by place. */
export interface OnAir {
	readonly on: boolean;
	readonly scenes: readonly boolean[];
}

/**
 * What of a playlist is on at a moment. Null: a moment that is not known, as on a server, which has another clock than
 * the wall; then nothing is on that depends on it.
 */
export function onAir({ schedule, scenes }: Playlist, at: Date | null): OnAir {
	const is = (one: Schedule | undefined) => (at ? isOn(one, at) : one === undefined);
	const shown = scenes.map((scene) => is(scene.schedule));
	return { on: is(schedule) && shown.includes(true), scenes: shown };
}

function dayBefore(at: Date): Date {
	// Noon is in every day, whatever the clocks are put to.
	return new Date(at.getFullYear(), at.getMonth(), at.getDate() - 1, 12);
}

function isDay({ days, dates }: Schedule, day: Date): boolean {
	if (days && !days.includes(day.getDay() === 0 ? 7 : day.getDay())) return false;
	if (!dates) return true;
	const date = isoDate(day);
	return dates.some((range) => {
		const [first = '', last = first] = range.split('/');
		return first <= date && date <= last;
	});
}

function isoDate(day: Date): string {
	const pad = (value: number, length = 2) => String(value).padStart(length, '0');
	return `${pad(day.getFullYear(), 4)}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/**
 * Every moment from `at` on at which it could begin or end, in order. Days of a week repeat themselves, so nine of them
 * from now and from the beginning of every range are enough; clocks are put forward and back at half hours of UTC.
 */
function moments(schedule: Schedule, at: Date): number[] {
	const beginnings = [at, ...(schedule.dates ?? []).flatMap(ends)].filter(
		(day) => day.getTime() >= at.getTime() - 12 * dayMinutes * minuteMs
	);
	const times = new Set<number>();
	for (const begin of beginnings) {
		const first = Math.floor(begin.getTime() / halfHourMs) * halfHourMs;
		for (let step = -48; step <= 9 * 48; step++) times.add(first + step * halfHourMs);
		for (let day = -1; day <= 9; day++)
			for (const time of [schedule.from, schedule.to]) {
				if (time === undefined) continue;
				const on = new Date(begin.getFullYear(), begin.getMonth(), begin.getDate() + day, 0, minutesOf(time)).getTime();
				// An hour that comes twice has the time twice.
				for (const later of [0, halfHourMs, 2 * halfHourMs]) times.add(on + later);
			}
	}
	return [...times].sort((a, b) => a - b);
}

function ends(range: string): Date[] {
	return range.split('/').map((date) => new Date(`${date}T12:00:00`));
}
