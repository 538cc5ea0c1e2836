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
		onMount(() => {
			const element = box();
			if (!element) return;
			const own = (turns = new DrawingTurns(element));
			return () => own.close();
		});
		/* After the page was changed, as charts do: turns go to those further up first. */
		$effect(() => {
			const latest = given();
			const show = () => void (this.#shown = latest);
			untrack(() => (turns ? turns.draw(show) : show()));
		});
	}

	get shown(): T {
		return this.#shown;
	}
}
