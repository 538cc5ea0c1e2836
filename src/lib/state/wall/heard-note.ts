import { browserStorage } from '../kept-boards.ts';

const key = 'gongbang-wall-heard';
/** A disk need not be written to more often. */
const everyMs = 60_000;
let written = -everyMs;

/** When the server was last heard in this browser, in ms since 1970; null: not known. */
export function heardKept(): number | null {
	try {
		const kept = browserStorage()?.getItem(key) ?? null;
		return kept === null || !Number.isFinite(Number(kept)) ? null : Number(kept);
	} catch {
		return null;
	}
}

/** Notes it for the next start, at most once a minute. */
export function keepHeard(at: number): void {
	if (performance.now() - written < everyMs) return;
	written = performance.now();
	try {
		browserStorage()?.setItem(key, String(at));
	} catch {
		// A full storage: the next start knows when the page was drawn.
	}
}
