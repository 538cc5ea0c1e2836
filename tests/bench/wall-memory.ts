/**
 * What the process of a wall holds while releases come and go, engines with them. `node tests/bench/wall-memory.ts [SWAPS]`
 * runs it alone.
 */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from 'playwright-core';
import { launchChromium } from '../e2e/chromium.ts';
import { layLine } from '../e2e/faulty-line.ts';
import { serveTwoReleases } from '../e2e/two-releases.ts';
import { wallPath } from './wall-page.ts';

/** Bytes of the page's process alone, after the garbage is gone. */
export interface WallMemory {
	readonly swaps: number;
	/** After a tenth of all releases; at the end. */
	readonly early: number;
	readonly late: number;
}

/** Takes one release after the other; null where the system does not say what a process holds. */
export async function measureWallMemory(
	browser: Browser,
	swaps: number,
	told: (line: string) => void = () => {}
): Promise<WallMemory | null> {
	const two = await serveTwoReleases();
	const line = await layLine(two.origin);
	line.offer(two.newer);
	const page = await openUnwatched(browser, line.origin + wallPath);
	try {
		await page.until(`document.querySelector('.layer.on h1')`);
		let early: number | null = null;
		for (let swap = 1; swap <= swaps; swap++) {
			const wanted = swap % 2 === 0 ? two.newer : two.older;
			line.offer(wanted);
			await page.until(comesAt(wanted));
			await page.until(`document.querySelector('.wall:not([data-working])')`);
			if (swap % 10 === 0) told(`${swap} releases`);
			if (early === null && swap >= swaps / 10) early = await page.memory();
		}
		const late = await page.memory();
		return early === null || late === null ? null : { swaps, early, late };
	} finally {
		await page.close();
		await line.close();
		await two.close();
	}
}

/** Whether a release is on; while it is not, it is looked for, and the next scene asked for once it is worked out. */
const comesAt = (release: string) => `(() => {
	const wall = document.querySelector('.wall');
	if (wall.dataset.release === ${JSON.stringify(release)}) return true;
	if (wall.dataset.working === undefined) {
		dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
		dispatchEvent(new Event('online'));
	}
	return false;
})()`;

/**
 * A page that nobody watches. Those of Playwright are watched over the network, and their process keeps what came by it for
 * whoever may ask: two hundred megabytes and more, which grow with every release.
 */
async function openUnwatched(browser: Browser, url: string) {
	const session = await browser.newBrowserCDPSession();
	const others = new Set(await pageProcesses(session));
	const { targetId } = await session.send('Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await session.send('Target.attachToTarget', { targetId });
	const waiting = new Map<number, (result: unknown) => void>();
	session.on('Target.receivedMessageFromTarget', ({ message }) => {
		const { id, result } = JSON.parse(message) as { id: number; result: unknown };
		waiting.get(id)?.(result);
		waiting.delete(id);
	});
	let sent = 0;
	const send = async (method: string, params: object = {}) => {
		const id = ++sent;
		const answered = new Promise<unknown>((resolve) => waiting.set(id, resolve));
		await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
		return answered;
	};
	const size = { width: 1920, height: 1080, deviceScaleFactor: 1, mobile: false };
	await send('Emulation.setDeviceMetricsOverride', size);
	await send('Page.navigate', { url });
	return {
		/** Until an expression is true. */
		async until(expression: string): Promise<void> {
			for (let look = 0; look < 600; look++) {
				const wrapped = { expression: `Boolean(${expression})`, returnByValue: true };
				const { result } = (await send('Runtime.evaluate', wrapped)) as { result?: { value?: unknown } };
				if (result?.value === true) return;
				await new Promise((done) => setTimeout(done, 200));
			}
			throw new Error(`It never was: ${expression}`);
		},
		/** What its process holds alone. */
		async memory(): Promise<number | null> {
			// An engine that was ended takes its memory along as soon as its thread has come to its end.
			await new Promise((done) => setTimeout(done, 3000));
			for (let turn = 0; turn < 3; turn++) await send('HeapProfiler.collectGarbage');
			await new Promise((done) => setTimeout(done, 500));
			const own = (await pageProcesses(session)).filter((id) => !others.has(id));
			return privateBytes(own);
		},
		async close(): Promise<void> {
			await session.send('Target.closeTarget', { targetId });
			await session.detach();
		}
	};
}

async function pageProcesses(session: CDPSession): Promise<number[]> {
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function privateBytes(processes: readonly number[]): number | null {
	try {
		return processes
			.flatMap((id) => [...readFileSync(`/proc/${id}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm)])
			.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
	} catch {
		return null;
	}
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The paragraph of docs/benchmarks.md. */
export function memoryReport(memory: WallMemory | null): string {
	if (!memory) return 'What its process holds is not told by this system.';
	const { swaps, early, late } = memory;
	return `The process of a wall that nobody watches (what a debugger keeps of the network would be counted too) held ${megabytes(early)} after
${Math.ceil(swaps / 10)} releases and ${megabytes(late)} after ${swaps}, each with an engine of its own (limit: 36 MB more).`;
}

if (import.meta.main) {
	const [swaps = 100] = process.argv.slice(2).map(Number);
	const browser = await launchChromium();
	try {
		console.log(memoryReport(await measureWallMemory(browser, swaps, (line) => console.error(line))));
	} finally {
		await browser.close();
	}
}
