/** What a watchdog sees of a wall at one look. Times in ms of a clock that never jumps. */
export interface Sight {
	readonly now: number;
	/** When the wall last took the time. */
	readonly ticked: number;
	/** Which scene is on; null: none. */
	readonly place: number | null;
	/** How long the scene that is on stands, all its steps; null where it may stand for ever. */
	readonly standsMs: number | null;
}

/** Why a wall counts as stuck. */
export type Stuck = 'clock' | 'scene';

/** How often it looks, and after what gap between two looks the machine, not the page, stood still. */
export const lookEveryMs = 5000;
const sleptMs = 30_000;
/** The wall takes the time five times a second; a browser that saves power once a minute. */
const tickLimitMs = 90_000;
/** A scene that is on for so many times its time. */
const overTime = 3;
const leastLimitMs = 60_000;

/** Watches over a wall: told what it sees every few seconds, it says when nothing moves that should. */
export class Watchdog {
	#looked: number | null = null;
	#place: number | null = null;
	#since = 0;
	#ticked = 0;

	/** Null: all is well. */
	look({ now, ticked, place, standsMs }: Sight): Stuck | null {
		const slept = this.#looked === null || now - this.#looked > sleptMs;
		this.#looked = now;
		if (slept || place !== this.#place || standsMs === null) {
			this.#place = place;
			this.#since = now;
		}
		// What stood still with the machine gets its time anew.
		if (slept) this.#ticked = now;
		if (now - Math.max(ticked, this.#ticked) > tickLimitMs) return 'clock';
		return standsMs !== null && now - this.#since > Math.max(leastLimitMs, overTime * standsMs) ? 'scene' : null;
	}
}
