/** Charts and tables out of sight that wait for their turn, the first to ask first. */
const waiting = new Map<Element, () => void>();
const inSight = new WeakMap<Element, boolean>();
let observer: IntersectionObserver | null = null;
let turn = false;

/** What shows less of itself, or takes less of the screen, is at the edge of sight and no more. */
const leastShare = 0.25;
/** A box may be higher than the screen: a share of it is asked about in steps. */
const steps = [0, 0.05, 0.1, 0.15, 0.2, 0.25];

/**
 * When a chart or a table is drawn: at once where it can be seen, and otherwise one after the other while the browser has
 * nothing better to do, so that a page shows what is in sight no later than a page without the rest of it. What comes
 * into sight before its turn is drawn then.
 */
export class DrawingTurns {
	readonly #box: Element;

	constructor(box: Element) {
		this.#box = box;
		inSight.set(box, shows(box.getBoundingClientRect()));
		observer ??= new IntersectionObserver(noteSight, { threshold: steps });
		observer.observe(box);
	}

	/** Whether the box, or a good part of it, can be seen. */
	get seen(): boolean {
		return inSight.get(this.#box) ?? true;
	}

	/** Work that a later one replaces. */
	draw(work: () => void): void {
		waiting.delete(this.#box);
		if (this.seen) return work();
		waiting.set(this.#box, work);
		nextTurn();
	}

	close(): void {
		waiting.delete(this.#box);
		observer?.unobserve(this.#box);
	}
}

function shows({ top, bottom }: DOMRectReadOnly): boolean {
	const shown = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
	return shown > 0 && shown >= leastShare * Math.min(bottom - top, window.innerHeight);
}

function noteSight(changes: readonly IntersectionObserverEntry[]): void {
	for (const { target, isIntersecting, boundingClientRect } of changes) {
		const seen = isIntersecting && shows(boundingClientRect);
		inSight.set(target, seen);
		if (seen) take(target);
	}
}

function take(box: Element): void {
	const work = waiting.get(box);
	waiting.delete(box);
	work?.();
}

function nextTurn(): void {
	if (turn || waiting.size === 0) return;
	turn = true;
	whenFree(() => {
		turn = false;
		const [box] = waiting.keys();
		if (box) take(box);
		nextTurn();
	});
}

/** Not before the frame that shows what is in sight. */
function whenFree(work: () => void): void {
	requestAnimationFrame(() =>
		typeof requestIdleCallback === 'function' ? requestIdleCallback(work, { timeout: 200 }) : setTimeout(work, 20)
	);
}
