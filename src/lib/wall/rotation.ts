/** How long a scene stands: so many steps of so many seconds. */
export interface SceneLength {
	readonly steps: number;
	readonly seconds: number;
}

/** What is on at a moment. Times in ms since 1970. */
export interface Turn {
	/** Place of the scene in the list. */
	readonly scene: number;
	/** Step of the scene, from 0. */
	readonly step: number;
	/** When the scene began. */
	readonly since: number;
	/** When the step ends. */
	readonly until: number;
	/** When the scene ends. */
	readonly end: number;
}

const lengthMs = ({ steps, seconds }: SceneLength) => Math.max(1, steps) * Math.max(1, seconds) * 1000;

/**
 * What is on at `now`. It follows from the clock alone, so that walls with the same list show the same, whenever each of
 * them was switched on, and a clock that jumps does no harm. `anchor` moves the beginning of the list. Null for an
 * empty list.
 */
export function turnAt(scenes: readonly SceneLength[], now: number, anchor = 0): Turn | null {
	const round = scenes.reduce((sum, scene) => sum + lengthMs(scene), 0);
	if (round === 0) return null;
	const within = (((now - anchor) % round) + round) % round;
	let begin = 0;
	for (const [scene, length] of scenes.entries()) {
		const end = begin + lengthMs(length);
		if (within < end) return turnWithin(scene, length, now - (within - begin), now);
		begin = end;
	}
	return null;
}

/** The same for a scene that stays: its steps go round. */
export function turnOfPinned(scene: number, length: SceneLength, since: number, now: number): Turn {
	const round = lengthMs(length);
	const begun = since + Math.floor((now - since) / round) * round;
	return turnWithin(scene, length, begun, now);
}

/** The anchor by which the scene begins at `now`. */
export function anchorFor(scenes: readonly SceneLength[], scene: number, now: number): number {
	return now - scenes.slice(0, scene).reduce((sum, one) => sum + lengthMs(one), 0);
}

function turnWithin(scene: number, length: SceneLength, since: number, now: number): Turn {
	const stepMs = lengthMs({ ...length, steps: 1 });
	const step = Math.min(Math.max(1, length.steps) - 1, Math.max(0, Math.floor((now - since) / stepMs)));
	return { scene, step, since, until: since + (step + 1) * stepMs, end: since + lengthMs(length) };
}
