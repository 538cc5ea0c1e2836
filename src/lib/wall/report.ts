/** What went wrong and was got over. */
export interface ReportedFault {
	/** ISO time. */
	readonly at: string;
	readonly where: string;
	readonly what: string;
}

/** How a wall is, as it tells its server: numbers and names of things, nothing of persons. */
export interface WallReport {
	/** Random, kept by the browser: one browser, one wall. */
	readonly id: string;
	/** From `?name=` of its address; empty where there is none. */
	readonly name: string;
	readonly path: string;
	/** ISO times: of this report, of the start of the page. */
	readonly at: string;
	readonly started: string;
	/** Version of the program. */
	readonly program: string;
	readonly profile: string;
	readonly release: string;
	/** ISO times: when the release was made, when the server was last heard; null: not known. */
	readonly releasedAt: string | null;
	readonly heardAt: string | null;
	readonly scene: string;
	readonly playing: boolean;
	readonly counts: {
		readonly changes: number;
		readonly swaps: number;
		readonly recoveries: number;
		readonly longTasks: number;
	};
	/** Ms of the longest task of its page. */
	readonly longestTask: number;
	/** Bytes of its scripts; null where the browser does not say. */
	readonly memory: number | null;
	readonly nodes: number;
	readonly screen: { readonly width: number; readonly height: number; readonly ratio: number };
	/** Whether its page is kept for a start without network, and whether the screen is held awake. */
	readonly kept: boolean;
	readonly awake: boolean;
	readonly faults: readonly ReportedFault[];
}

/** Characters of a report at most. */
export const longestReport = 8000;
const keptFaults = 8;
/** Characters of what is told in words; the rest is cut. */
export const longestWord = 200;

/** After that a wall counts as gone; it tells every half minute. */
export const staleMs = 120_000;

/** Reads a report that came from elsewhere; null when it is none. Nothing but what is known is taken over. */
export function readReport(value: unknown): WallReport | null {
	if (typeof value !== 'object' || value === null) return null;
	const given = value as { [Key in keyof WallReport]?: unknown };
	const id = wordOf(given.id);
	const [at, started] = [timeOf(given.at), timeOf(given.started)];
	if (!/^[\w-]{8,40}$/.test(id) || at === null || started === null) return null;
	const counts = objectOf(given.counts);
	const screen = objectOf(given.screen);
	return {
		...{ id, at, started },
		name: wordOf(given.name),
		path: wordOf(given.path),
		program: wordOf(given.program),
		profile: wordOf(given.profile),
		release: wordOf(given.release),
		releasedAt: timeOf(given.releasedAt),
		heardAt: timeOf(given.heardAt),
		scene: wordOf(given.scene),
		playing: given.playing === true,
		counts: {
			changes: countOf(counts.changes),
			swaps: countOf(counts.swaps),
			recoveries: countOf(counts.recoveries),
			longTasks: countOf(counts.longTasks)
		},
		longestTask: countOf(given.longestTask),
		memory: given.memory === null ? null : countOf(given.memory),
		nodes: countOf(given.nodes),
		screen: { width: countOf(screen.width), height: countOf(screen.height), ratio: ratioOf(screen.ratio) },
		kept: given.kept === true,
		awake: given.awake === true,
		faults: (Array.isArray(given.faults) ? given.faults : []).slice(0, keptFaults).flatMap((fault: unknown) => {
			const { at: when, where, what } = objectOf(fault);
			const time = timeOf(when);
			return time === null ? [] : [{ at: time, where: wordOf(where), what: wordOf(what) }];
		})
	};
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
/** Control characters, and those that turn the direction of writing, are no part of a word. */
const wordOf = (value: unknown): string =>
	typeof value === 'string'
		? value
				.replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
				.slice(0, longestWord)
				.trim()
		: '';
const countOf = (value: unknown): number =>
	typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? Math.round(value) : 0;
const ratioOf = (value: unknown): number =>
	typeof value === 'number' && value > 0 && value <= 16 ? Math.round(value * 100) / 100 : 1;
function timeOf(value: unknown): string | null {
	const at = typeof value === 'string' && value.length <= 40 ? Date.parse(value) : Number.NaN;
	return Number.isNaN(at) ? null : new Date(at).toISOString();
}
