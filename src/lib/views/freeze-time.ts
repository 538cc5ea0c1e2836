import type { FreezeRule } from '#lib/leaderboard/rules.ts';

/** A time as it is typed here, `2026-11-21 18:00`, with the zone of this machine; null where it is none. */
export function zonedTime(text: string): string | null {
	const found = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]+(\d{1,2})[:：](\d{2})$/.exec(text.trim());
	if (!found) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
	const time = new Date(year, month - 1, day, hour, minute);
	// The 31st of February would quietly become a day of March.
	const same =
		time.getMonth() === month - 1 && time.getDate() === day && time.getHours() === hour && time.getMinutes() === minute;
	if (!same) return null;
	const offset = -time.getTimezoneOffset();
	const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
	return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00${zone}`;
}

/** The same time as people here read it: 2026-11-21 18:00. What is no time stays as it is. */
export function localTime(iso: string): string {
	const time = new Date(iso);
	if (Number.isNaN(time.getTime())) return iso;
	return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** When or at which release a board is frozen, as people read it. */
export function freezeText({ at, release }: FreezeRule): string {
	return at === undefined ? (release ?? '') : localTime(at);
}
