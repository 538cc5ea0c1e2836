/** How old something is, told in one unit, as a wall says it. */
export interface AgeWords {
	readonly unit: 'minute' | 'hour' | 'day';
	readonly count: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A server that has just not been heard is nothing to tell: six polls may fail. */
const silenceToldMs = 2 * minuteMs;

/**
 * How long a server has not been heard, in steps, so that the mark does not run like a clock: every minute up to ten,
 * every five up to an hour, hours up to two days, then days. Null while there is nothing to tell.
 */
export function silenceOf(silentMs: number): AgeWords | null {
	if (!(silentMs > silenceToldMs)) return null;
	const minutes = Math.floor(silentMs / minuteMs);
	if (minutes <= 10) return { unit: 'minute', count: minutes };
	if (minutes < 60) return { unit: 'minute', count: Math.floor(minutes / 5) * 5 };
	if (silentMs < 2 * dayMs) return { unit: 'hour', count: Math.floor(silentMs / hourMs) };
	return { unit: 'day', count: Math.floor(silentMs / dayMs) };
}

/**
 * When the server was last heard by a page that has only just started: the latest of what it has kept and of what came
 * with it. What lies in the future is of a clock that was wrong, then or now, and does not count. Null: not known.
 */
export function heardBefore(kept: readonly (number | null)[], now: number): number | null {
	const past = kept.filter((at) => at !== null && Number.isFinite(at) && at <= now) as number[];
	return past.length > 0 ? Math.max(...past) : null;
}

/** By how much a clock jumped between two looks at it, against one that does not; 0 where it only drifted. In ms. */
export function clockJump(elapsedByClock: number, elapsed: number): number {
	const jump = elapsedByClock - elapsed;
	return Math.abs(jump) > driftMs ? jump : 0;
}

/** Clocks that are set by the network move by less than that. */
const driftMs = 5000;
