import type { WallCommand } from '#lib/wall/commands.ts';
import type { WallState } from '#lib/wall/wall-state.ts';
import type { WallControl } from './remote.ts';

/** A wall that says nothing for so long is gone: it tells of itself every two seconds. In ms. */
const goneAfterMs = 6500;

/** The walls that can be controlled from here, and the one that is. */
export class RemoteDesk {
	readonly #control: WallControl;
	#heard = $state.raw<ReadonlyMap<string, { readonly state: WallState; readonly at: number }>>(new Map());
	#chosen = $state<string | null>(null);

	constructor(control: WallControl) {
		this.#control = control;
	}

	get walls(): readonly WallState[] {
		return [...this.#heard.values()].map(({ state }) => state);
	}
	/** The one that was chosen, else the first; null where there is none. */
	get wall(): WallState | null {
		return this.walls.find(({ wall }) => wall === this.#chosen) ?? this.walls[0] ?? null;
	}

	choose(wall: string): void {
		this.#chosen = wall;
	}

	send(command: WallCommand): void {
		if (this.wall) this.#control.send(this.wall.wall, command);
	}

	/** Begins to listen; gives what ends it. */
	start(now: () => number = Date.now): () => void {
		const deaf = this.#control.listen((state) => {
			this.#heard = new Map(this.#heard).set(state.wall, { state, at: now() });
		});
		this.#control.ask();
		const forgetting = setInterval(() => {
			const left = [...this.#heard].filter(([, { at }]) => now() - at < goneAfterMs);
			if (left.length < this.#heard.size) this.#heard = new Map(left);
		}, 1000);
		return () => {
			deaf();
			clearInterval(forgetting);
		};
	}
}
