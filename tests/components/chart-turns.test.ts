import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChartTurns } from '#lib/components/chart-turns.ts';

let frames: (() => void)[];
let idle: (() => void)[];
let sees: (box: Element, isIntersecting: boolean) => void;
let ChartTurnsHere: typeof ChartTurns;

beforeEach(async () => {
	[frames, idle] = [[], []];
	vi.stubGlobal('window', { innerHeight: 1000 });
	vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
	vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(callback: (entries: object[]) => void) {
				sees = (target, isIntersecting) => callback([{ target, isIntersecting }]);
			}
			observe() {}
			unobserve() {}
		}
	);
	vi.resetModules();
	({ ChartTurns: ChartTurnsHere } = await import('#lib/components/chart-turns.ts'));
});
afterEach(() => vi.unstubAllGlobals());

const boxAt = (top: number): Element =>
	({ getBoundingClientRect: () => ({ top, bottom: top + 200 }) }) as unknown as Element;
const next = (queue: (() => void)[]) => queue.splice(0).forEach((work) => work());

test('what can be seen is drawn at once, the rest one a turn after the next frame', () => {
	const done: string[] = [];
	const draw = (name: string, top: number) => new ChartTurnsHere(boxAt(top)).draw(() => done.push(name), false);
	draw('below', 1500);
	draw('in sight', 900);
	draw('further down', 3000);
	draw('above', -300);
	expect(done).toEqual(['in sight']);
	expect(idle).toEqual([]);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below']);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below', 'further down']);
	next(frames);
	next(idle);
	expect(done).toEqual(['in sight', 'below', 'further down', 'above']);
	expect(frames).toEqual([]);
});

test('a chart that waits is drawn as it was last asked for, and at once when it comes into sight', () => {
	const done: string[] = [];
	const box = boxAt(1500);
	const turns = new ChartTurnsHere(box);
	turns.draw(() => done.push('first'), false);
	turns.draw(() => done.push('second'), false);
	sees(box, true);
	expect(done).toEqual(['second']);
	expect(turns.seen).toBe(true);
	turns.draw(() => done.push('third'), false);
	next(frames);
	next(idle);
	expect(done).toEqual(['second', 'third']);
	expect(frames).toEqual([]);
});

test('a box of another size is looked at anew, and a chart that is gone is not drawn', () => {
	const done: string[] = [];
	let top = 0;
	const box = { getBoundingClientRect: () => ({ top, bottom: top + 200 }) } as unknown as Element;
	const turns = new ChartTurnsHere(box);
	sees(box, false);
	turns.draw(() => done.push('shown again'), true);
	expect(done).toEqual(['shown again']);
	top = 1500;
	turns.draw(() => done.push('gone'), true);
	turns.close();
	next(frames);
	next(idle);
	expect(done).toEqual(['shown again']);
});
