import type { Frame } from './frames.ts';

/** A scene that is laid out: coming behind the one that is on, on, or going. */
export interface Layer {
	readonly frame: Frame;
	readonly is: 'coming' | 'on' | 'going';
}

/** How long a scene takes to go, in ms; `Wall.svelte` has the same. */
export const goingMs = 700;

/** The scenes that are laid out: at most three, for as long as one gives way to the other. */
export class SceneLayers {
	#layers = $state.raw<readonly Layer[]>([]);
	#goneAt = 0;

	get current(): readonly Layer[] {
		return this.#layers;
	}

	/** Lays out what is on and what comes next; what was on before goes. `now` in ms. */
	arrange(on: Frame | null, next: Frame | null, now: number): void {
		const before = this.#layers.find((layer) => layer.is === 'on')?.frame ?? null;
		if (before && before !== on) this.#goneAt = now + goingMs;
		const going =
			before && before !== on
				? before
				: now < this.#goneAt && this.#goneAt - now <= goingMs
					? (this.#layers.find((layer) => layer.is === 'going')?.frame ?? null)
					: null;
		const wanted: Layer[] = [];
		const lay = (frame: Frame | null, is: Layer['is']) => {
			if (frame && !wanted.some((layer) => layer.frame === frame)) wanted.push({ frame, is });
		};
		lay(on, 'on');
		lay(next, 'coming');
		lay(going, 'going');
		const same =
			wanted.length === this.#layers.length &&
			wanted.every(({ frame, is }, index) => this.#layers[index]?.frame === frame && this.#layers[index].is === is);
		if (!same) this.#layers = wanted;
	}
}
