/**
 * A wall for months, time compressed: its clock is set forward so that scenes change as fast as they can be drawn, while one
 * release after the other is offered. `node tests/bench/wall-soak.ts [CHANGES SWAPS]` runs it alone.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { layLine, type FaultyLine } from '../e2e/faulty-line.ts';
import { serveTwoReleases } from '../e2e/two-releases.ts';
import { measureWallMemory, memoryReport, type WallMemory } from './wall-memory.ts';
import { longTasks, openWall, sceneSeconds, shown } from './wall-page.ts';
import { measureTransitions, type Transitions } from './wall-transitions.ts';

/** What stands at one moment, after the garbage is gone, with the release that is on. Bytes. */
export interface SoakState {
	readonly release: string;
	readonly scripts: number;
	/** How many there are of each tag and first class. */
	readonly elements: Readonly<Record<string, number>>;
	readonly nodes: number;
	readonly canvases: number;
	readonly engines: number;
}

export interface Soak {
	readonly changes: number;
	readonly swaps: number;
	readonly seconds: number;
	/** After a tenth of all, with the release that is on at the end; at the end. */
	readonly early: SoakState;
	readonly late: SoakState;
	readonly errors: readonly string[];
	/** Tasks over 50 ms while scenes were shown and newer releases worked out behind. */
	readonly longTasks: number;
	readonly longestTask: number;
	readonly transitions: Transitions;
}

/** Changes that are not measured: code is compiled, pools are filled. */
const warmUp = 30;
/** Changes while one release is worked out. */
const mostBehind = 60;

/** Plays until both counts are reached. */
export async function measureWallSoak(
	browser: Browser,
	wanted: { changes: number; swaps: number },
	told: (line: string) => void = () => {}
): Promise<Soak> {
	const two = await serveTwoReleases();
	const line = await layLine(two.origin);
	try {
		line.offer(two.newer);
		const transitions = await measureTransitions(browser, line, two.older);
		line.offer(two.newer);
		told(`${transitions.frames.toFixed(1)} frames/s`);
		const began = Date.now();
		const soak = await play(browser, line, [two.older, two.newer], wanted, told);
		return { ...soak, transitions, seconds: (Date.now() - began) / 1000 };
	} finally {
		await line.close();
		await two.close();
	}
}

async function play(
	browser: Browser,
	line: FaultyLine,
	releases: readonly [string, string],
	wanted: { changes: number; swaps: number },
	told: (line: string) => void
): Promise<Omit<Soak, 'transitions' | 'seconds'>> {
	const { page, errors, close } = await openWall(browser, line, true);
	const session = await page.context().newCDPSession(page);
	let [changes, swaps, offered] = [0, 0, 0];
	// Two releases do not say the same: each is held against itself.
	const early = new Map<string, SoakState>();
	let last = await shown(page);
	let behind = 0;
	while (changes < warmUp + wanted.changes || swaps < wanted.swaps) {
		// A release that is worked out takes its own time; by the wall's clock it must not take so long as to be given up.
		behind = last.working ? behind + 1 : 0;
		if (behind > mostBehind) {
			await page.waitForTimeout(50);
			last = { ...last, working: (await shown(page)).working };
			continue;
		}
		// The next scene is laid out behind; then it is on; then the one before is gone.
		for (const seconds of [sceneSeconds - 1.5, 0.8, 0.7]) await page.clock.fastForward(seconds * 1000);
		const now = await shown(page);
		await painted(session);
		if (now.title !== last.title || now.place !== last.place) changes++;
		if (changes % 50 === 0) told(`${changes} scenes, ${swaps} releases`);
		if (now.release !== last.release) swaps++;
		if (swaps < wanted.swaps && now.release === releases[offered % 2 === 0 ? 1 : 0])
			line.offer(releases[offered++ % 2]!);
		last = now;
		const due = changes >= warmUp + wanted.changes / 10 && swaps >= wanted.swaps / 10;
		if (due && early.size < releases.length && !early.has(now.release)) {
			const state = await standing(page, session);
			if (!early.has(state.release)) early.set(state.release, state);
		}
	}
	const late = await standing(page, session);
	const sameEarly = early.get(late.release);
	if (!sameEarly) throw new Error(`release ${late.release} was not held at the beginning`);
	const tasks = await longTasks(page);
	await close();
	const counts = { changes: changes - warmUp, swaps, errors };
	return {
		...counts,
		early: sameEarly,
		late,
		longTasks: tasks.length,
		longestTask: Math.max(0, ...tasks)
	};
}

/** Waits for a picture: the clock in our hand has its own frames, those of the screen are asked of the browser. */
async function painted(session: CDPSession): Promise<void> {
	await session.send('Page.captureScreenshot', {
		format: 'jpeg',
		quality: 1,
		clip: { x: 0, y: 0, width: 8, height: 8, scale: 1 }
	});
}

/**
 * The elements of a wall that rests: its first scene is on, no other is laid out behind it, no release is being worked out. Its
 * clock goes on, so they are counted in the very look that finds it at rest.
 */
async function elementsAtRest(page: Page): Promise<Record<string, number>> {
	for (let step = 0; step < 600; step++) {
		const elements = await page.evaluate(() => {
			const first = document.querySelector('.round i')?.classList.contains('on');
			if (!first || document.querySelectorAll('.layer').length > 1) return null;
			if (document.querySelector('.wall[data-working]')) return null;
			const counts: Record<string, number> = {};
			for (const element of document.getElementsByTagName('*')) {
				const name = `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''}`;
				counts[name] = (counts[name] ?? 0) + 1;
			}
			return counts;
		});
		if (elements) return elements;
		await page.clock.fastForward(900);
		await page.waitForTimeout(20);
	}
	throw new Error('the wall never rests');
}

async function standing(page: Page, session: CDPSession): Promise<SoakState> {
	const enginesOf = () => page.workers().filter((worker) => worker.url().includes('duckdb')).length;
	let engines = -1;
	// A look at the server may fall into the rest: then the release on offer has an engine for a while.
	for (let turn = 0; turn < 10 && engines !== 0; turn++) {
		await elementsAtRest(page);
		await page.waitForTimeout(1500);
		engines = enginesOf();
	}
	const counted = await longTasks(page);
	for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
	// To collect everything at once is our task, not the wall's.
	await page.waitForTimeout(500);
	await page.evaluate((tasks) => Object.assign(window, { tasks }), counted);
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const elements = await elementsAtRest(page);
	return {
		release: (await shown(page)).release,
		scripts: usedSize,
		elements,
		nodes: Object.values(elements).reduce((sum, count) => sum + count, 0),
		canvases: await page.locator('canvas').count(),
		engines
	};
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The section of docs/benchmarks.md. */
export function soakReport({ changes, swaps, seconds, early, late, errors, ...rest }: Soak, memory: WallMemory | null) {
	const { longTasks, longestTask, transitions } = rest;
	const line = (name: string, state: SoakState) =>
		`| ${name} | ${megabytes(state.scripts)} | ${state.nodes} | ${state.canvases} | ${state.engines} |`;
	return `## A wall for months

One page, its clock set forward so that scenes change as fast as they can be drawn: ${changes.toLocaleString('en')} changes of scenes and
${swaps.toLocaleString('en')} changes of the release, in ${Math.round(seconds / 60)} minutes. After each release the engine is ended, so that none stays.

| after collection of garbage | scripts | nodes | canvases | engines |
|---|---|---|---|---|
${line('after a tenth', early)}
${line('at the end', late)}

Scripts grew by ${megabytes(late.scripts - early.scripts)} (limit 20 MB), nodes by ${late.nodes - early.nodes}. Errors that nobody caught:
${errors.length}. Tasks over 50 ms: ${longTasks}${longTasks === 0 ? '' : `, the longest ${longestTask} ms`}. In its own time, ${transitions.count} scenes gave way to the next at ${transitions.frames.toFixed(1)} frames/s
while a newer release was worked out and came (longest gap ${Math.round(transitions.longest)} ms, tasks over 50 ms by the clock: ${transitions.longTasks}; the heaviest took
${Math.round(transitions.heaviestTask)} ms of the processor).

${memoryReport(memory)}
`;
}

if (import.meta.main) {
	const [changes = 10_000, swaps = 1000] = process.argv.slice(2).map(Number);
	const browser = await launchChromium();
	const told = (line: string) => console.error(line);
	try {
		const soak = await measureWallSoak(browser, { changes, swaps }, told);
		console.log(soakReport(soak, await measureWallMemory(browser, Math.min(swaps, 100), told)));
	} finally {
		await browser.close();
	}
}
