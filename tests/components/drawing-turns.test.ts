import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DrawingTurns } from '#lib/components/drawing-turns.ts';

let frames: (() => void)[];
let idle: (() => void)[];
let sees: (box: Element, top: number, bottom?: number) => void;
let DrawingTurnsHere: typeof DrawingTurns;

beforeEach(async () => {
	[frames, idle] = [[], []];
	vi.stubGlobal('window', { innerHeight: 1000 });
	vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
	vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(callback: (entries: object[]) => void) {
				sees = (target, top, bottom = top + 200) =>
					callback([{ target, isIntersecting: bottom > 0 && top < 1000, boundingClientRect: { top, bottom } }]);
			}
			observe() {}
			unobserve() {}
		}
	);
	vi.resetModules();
	({ DrawingTurns: DrawingTurnsHere } = await import('#lib/components/drawing-turns.ts'));
});
afterEach(() => vi.unstubAllGlobals());

const boxAt = (top: number): Element =>
	({ getBoundingClientRect: () => ({ top, bottom: top + 200 }) }) as unknown as Element;
const next = (queue: (() => void)[]) => queue.splice(0).forEach((work) => work());

test('what can be seen is drawn at once, the rest one a turn after the next frame', () => {
	const done: string[] = [];
	const draw = (name: string, top: number) => new DrawingTurnsHere(boxAt(top)).draw(() => done.push(name));
	draw('below', 1500);
	draw('in sight', 900);
	draw('at the edge', 960);
	draw('further down', 3000);
	draw('above', -300);
	expect(done).toEqual(['in sight']);
	expect(idle).toEqual([]);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below']);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below', 'at the edge']);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below', 'at the edge', 'further down']);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below', 'at the edge', 'further down', 'above']);
	expect(frames).toEqual([]);
});

test('a quarter of a chart, or of the screen, is enough to count as in sight', () => {
	const done: number[] = [];
	const box = boxAt(3000);
	const turns = new DrawingTurnsHere(box);
	for (const [top, bottom, seen] of [
		[951, 1151, false],
		[949, 1149, true],
		[-149, 51, true],
		[-151, 49, false],
		[760, 9000, false],
		[740, 9000, true],
		[-8000, 240, false],
		[-8000, 260, true]
	] as const) {
		turns.draw(() => done.push(top));
		sees(box, top, bottom);
		expect(turns.seen, `${top}–${bottom}`).toBe(seen);
		expect(done.at(-1) === top, `${top}–${bottom}`).toBe(seen);
		sees(box, 3000);
	}
});

test('a chart that waits is drawn as it was last asked for, and at once when it comes into sight', () => {
	const done: string[] = [];
	const box = boxAt(1500);
	const turns = new DrawingTurnsHere(box);
	turns.draw(() => done.push('first'));
	turns.draw(() => done.push('second'));
	sees(box, 300);
	expect(done).toEqual(['second']);
	expect(turns.seen).toBe(true);
	turns.draw(() => done.push('third'));
	next(frames);
	next(idle);
	expect(done).toEqual(['second', 'third']);
	expect(frames).toEqual([]);
});

test('a chart that left sight waits again, and one that is gone is not drawn', () => {
	const done: string[] = [];
	const box = boxAt(0);
	const turns = new DrawingTurnsHere(box);
	turns.draw(() => done.push('seen'));
	sees(box, 1100);
	turns.draw(() => done.push('gone'));
	expect(turns.seen).toBe(false);
	turns.close();
	next(frames);
	next(idle);
	expect(done).toEqual(['seen']);
});
