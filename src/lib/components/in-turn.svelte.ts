import { onMount, untrack } from 'svelte';
import { DrawingTurns } from './drawing-turns.ts';

/**
 * What a box shows of what it is given: the latest while it can be seen; out of sight what it showed before, until it has
 * its turn. Made during initialisation; `given` is a `$derived`, so that the same is known to be the same.
 */
export class InTurn<T> {
	#shown = $state.raw() as T;

	constructor(given: () => T, box: () => Element | null) {
		this.#shown = untrack(given);
		let turns: DrawingTurns | null = null;
		const show = (latest: T) => () => void (this.#shown = latest);
		$effect.pre(() => {
			const latest = given();
			untrack(() => {
				if (turns) turns.draw(show(latest));
				else if (latest !== this.#shown) this.#shown = latest;
			});
		});
		onMount(() => {
			const element = box();
			if (!element) return;
			const own = (turns = new DrawingTurns(element));
			return () => own.close();
		});
	}

	get shown(): T {
		return this.#shown;
	}
}
