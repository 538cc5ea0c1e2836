/** Values in the order they were decided, with a way back and forth again. Never changed; each step gives another. */
export interface History<T> {
	readonly past: readonly T[];
	readonly now: T;
	readonly future: readonly T[];
}

/** A history of one value. */
export function startHistory<T>(now: T): History<T> {
	return { past: [], now, future: [] };
}

/** With another value on top; what had been undone is gone. */
export function record<T>(history: History<T>, now: T): History<T> {
	return { past: [...history.past, history.now], now, future: [] };
}

/** One step back; the same history where there is none. */
export function undo<T>(history: History<T>): History<T> {
	const now = history.past.at(-1);
	if (now === undefined) return history;
	return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] };
}

/** One step forth again; the same history where there is none. */
export function redo<T>(history: History<T>): History<T> {
	const [now, ...future] = history.future;
	if (now === undefined) return history;
	return { past: [...history.past, history.now], now, future };
}
