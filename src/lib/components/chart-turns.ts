/** Pictures out of sight that wait for their turn, the first to ask first. */
const waiting = new Map<Element, () => void>();
const inSight = new WeakMap<Element, boolean>();
let observer: IntersectionObserver | null = null;
let turn = false;

/**
 * When a chart is drawn: at once where it can be seen, and otherwise one after the other while the browser has nothing
 * better to do, so that a page shows what is in sight no later than a page without the rest of it. What comes into
 * sight before its turn is drawn then.
 */
export class ChartTurns {
	readonly #box: Element;

	constructor(box: Element) {
		this.#box = box;
		look(box);
		observer ??= new IntersectionObserver(noteSight);
		observer.observe(box);
	}

	/** Whether the chart, or some of it, can be seen. */
	get seen(): boolean {
		return inSight.get(this.#box) ?? true;
	}

	/** Work that a later one replaces. A box that has just become another may have come into sight with that. */
	draw(work: () => void, resized: boolean): void {
		waiting.delete(this.#box);
		if (resized) look(this.#box);
		if (this.seen) return work();
		waiting.set(this.#box, work);
		nextTurn();
	}

	close(): void {
		waiting.delete(this.#box);
		observer?.unobserve(this.#box);
	}
}

function look(box: Element): void {
	const { top, bottom } = box.getBoundingClientRect();
	inSight.set(box, bottom > 0 && top < window.innerHeight);
}

function noteSight(changes: readonly IntersectionObserverEntry[]): void {
	for (const { target, isIntersecting } of changes) {
		inSight.set(target, isIntersecting);
		if (isIntersecting) take(target);
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
