/** How far a target is. Shares are 0–1 and may pass 1. */
export interface TargetProgress {
	readonly completion: number | null;
	/** Completion less the share of time that has passed; above 0 is ahead. */
	readonly pace: number | null;
	/** Whether it is reached, in its own direction. */
	readonly reached: boolean | null;
}

/**
 * Progress of a target that runs from the beginning of `startYear` to the end of `endYear`. A ceiling (≤) has no pace:
 * it is kept or it is not. `asOf`: the last day that the value counts, ISO.
 */
export function targetProgress(
	value: number | null,
	target: { target: number; startYear: number | null; endYear: number; direction: 'at-least' | 'at-most' },
	asOf: string
): TargetProgress {
	if (value === null) return { completion: null, pace: null, reached: null };
	const ceiling = target.direction === 'at-most';
	const completion = target.target === 0 ? null : value / target.target;
	const reached = ceiling ? value <= target.target : value >= target.target;
	if (ceiling || completion === null || target.startYear === null) return { completion, pace: null, reached };
	const [start, end] = [Date.UTC(target.startYear, 0, 1), Date.UTC(target.endYear + 1, 0, 1)];
	const now = Date.parse(`${asOf}T00:00:00Z`) + 86_400_000;
	const elapsed = Math.min(1, Math.max(0, (now - start) / (end - start)));
	return { completion, pace: completion - elapsed, reached };
}
