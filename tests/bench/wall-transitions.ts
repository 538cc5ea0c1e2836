import type { Browser } from 'playwright-core';
import type { FaultyLine } from '../e2e/faulty-line.ts';
import { longTasks, openWall, shown } from './wall-page.ts';

/** How scenes give way, in real time, while a newer release is worked out and comes. */
export interface Transitions {
	readonly count: number;
	/** Pictures a second while they do. */
	readonly frames: number;
	/** Ms between two pictures, the longest. */
	readonly longest: number;
	readonly longTasks: number;
	/** Ms of the processor that the page's longest task took: by the clock it waits for all others of the machine too. */
	readonly heaviestTask: number;
}

const watched = 12;

/** Some changes in their own time, every picture noted; meanwhile another release is offered. */
export async function measureTransitions(browser: Browser, line: FaultyLine, other: string): Promise<Transitions> {
	const { page, close } = await openWall(browser, line, false);
	await browser.startTracing(page, { categories: ['toplevel'] });
	line.offer(other);
	const gaps = await page.evaluate(
		([count, going]) =>
			new Promise<number[]>((done) => {
				const found: number[] = [];
				let [last, place, until, seen] = [0, '', 0, 0];
				const on = () => document.querySelector('.layer.on h1')?.textContent ?? '';
				place = on();
				const frame = (now: number) => {
					const title = on();
					if (title !== place) [place, until, seen] = [title, now + going, seen + 1];
					if (now < until) found.push(now - last);
					last = now;
					if (seen < count || now < until) requestAnimationFrame(frame);
					else done(found);
				};
				requestAnimationFrame((now) => {
					last = now;
					requestAnimationFrame(frame);
				});
			}),
		[watched, 600] as const
	);
	const heaviestTask = heaviest(await browser.stopTracing());
	const tasks = await longTasks(page);
	const { release } = await shown(page);
	if (release !== other) throw new Error('The newer release did not come.');
	await close();
	const total = gaps.reduce((sum, gap) => sum + gap, 0);
	return {
		...{ count: watched, frames: (gaps.length / total) * 1000, longest: Math.max(...gaps) },
		...{ longTasks: tasks.length, heaviestTask }
	};
}

interface TraceEvent {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds of the processor. */
	readonly tdur?: number;
	readonly args?: { readonly name?: string };
}

/** Ms of the processor that the heaviest task of a page took, by Chromium's own trace. */
function heaviest(trace: Buffer): number {
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
	const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
	const pages = new Set(
		traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf)
	);
	const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && pages.has(threadOf(event)));
	if (tasks.length === 0) throw new Error('The trace holds no task of a page.');
	return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}
