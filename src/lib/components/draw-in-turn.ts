import { ownTask } from '#lib/engine/own-task.ts';

/** A drawing that waits for its turn. */
export interface WaitingDrawing {
	/** Settles when its turn is over: it is drawn, or was cancelled before. */
	readonly done: Promise<void>;
	cancel(): void;
}

let last: Promise<void> = Promise.resolve();

/**
 * Draws one picture after the other, each in a task of its own, so that what moves on the screen goes on moving. `ready`
 * fetches what drawing needs and gives the drawing itself.
 */
export function drawInTurn(ready: () => Promise<() => void>): WaitingDrawing {
	let cancelled = false;
	const draw = async () => {
		const paint = await ready();
		await ownTask();
		if (!cancelled) paint();
	};
	const done = last.then(() => (cancelled ? undefined : draw()));
	last = done.catch(() => {});
	return { done, cancel: () => (cancelled = true) };
}
