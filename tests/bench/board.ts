import type { Browser, Page } from 'playwright-core';
import { median } from './median.ts';
import { freshContext } from './product.ts';
import type { Address } from './site-server.ts';

export interface BoardTimes {
	readonly results: number;
	/** Milliseconds: the first board of a page, and the median of those after it. */
	readonly first: number;
	readonly later: number;
	/** The same in milliseconds of the processor, main thread of the page: what a busy machine lengthens little. */
	readonly cpuFirst: number;
	readonly cpuLater: number;
}

interface BoardPage {
	readonly board: { prepare(count: number): void; rank(): { milliseconds: number; ranked: number } };
}

/** So many results by a chain of four with an award tier, ranked in a page. */
export async function measureBoard(
	browser: Browser,
	site: Address,
	results: number,
	runs: number
): Promise<BoardTimes> {
	const context = await freshContext(browser);
	try {
		const page = await context.newPage();
		await page.goto(site.address);
		await page.waitForFunction(() => 'board' in window);
		const used = await processorTime(page);
		const times: number[] = [];
		const processor: number[] = [];
		for (let run = 0; run <= runs; run++) {
			await page.evaluate((count) => (window as unknown as BoardPage).board.prepare(count), results);
			const before = await used();
			const { milliseconds, ranked } = await page.evaluate(() => (window as unknown as BoardPage).board.rank());
			if (ranked !== results) throw new Error(`${ranked} of ${results} results were ranked`);
			times.push(milliseconds);
			processor.push((await used()) - before);
		}
		const [first = Number.NaN, ...later] = times;
		const [cpuFirst = Number.NaN, ...cpuLater] = processor;
		return { results, first, later: median(later), cpuFirst, cpuLater: median(cpuLater) };
	} finally {
		await context.close();
	}
}

/** Asks for the milliseconds of the processor that the main thread of a page has used, waiting for others left out. */
async function processorTime(page: Page): Promise<() => Promise<number>> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	return async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
	};
}
