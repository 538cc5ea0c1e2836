/** Why a wall loads its page anew. */
const reloadCauses = ['stuck', 'program', 'night'] as const;
export type ReloadCause = (typeof reloadCauses)[number];

/** A reload that was done. `at` in ms since 1970. */
export interface Reload {
	readonly cause: ReloadCause;
	readonly at: number;
}

/** How often within which time: a page that does not get well by it must not flicker all day. */
const limits: Readonly<Record<ReloadCause, { readonly times: number; readonly withinMs: number }>> = {
	stuck: { times: 3, withinMs: 3600_000 },
	program: { times: 1, withinMs: 3600_000 },
	night: { times: 1, withinMs: 12 * 3600_000 }
};
const keptReloads = 20;

/** Whether there may be another reload. Those of the future are of a clock that was set back: they count as just done. */
export function mayReload(cause: ReloadCause, done: readonly Reload[], now: number): boolean {
	const { times, withinMs } = limits[cause];
	return done.filter((reload) => reload.cause === cause && Math.abs(now - reload.at) < withinMs).length < times;
}

/** The reloads with one more; the oldest go. */
export function withReload(done: readonly Reload[], reload: Reload): readonly Reload[] {
	return [...done, reload].slice(-keptReloads);
}

/** Reads what was kept; what is none is left out. */
export function readReloads(text: string | null): readonly Reload[] {
	try {
		const value: unknown = JSON.parse(text ?? '[]');
		return Array.isArray(value) ? value.filter(isReload).slice(-keptReloads) : [];
	} catch {
		return [];
	}
}

function isReload(value: unknown): value is Reload {
	const { cause, at } = (value ?? {}) as Partial<Reload>;
	return reloadCauses.includes(cause as ReloadCause) && typeof at === 'number' && Number.isFinite(at);
}
