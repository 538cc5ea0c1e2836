import type { Browser } from 'playwright-core';
import { median } from './median.ts';
import { freshContext } from './product.ts';
import type { Address } from './site-server.ts';

export interface BoardTimes {
	readonly results: number;
	/** Milliseconds: the first board of a page, and the median of those after it. */
	readonly first: number;
	readonly later: number;
}

interface BoardPage {
	readonly board: { rank(count: number): { milliseconds: number; ranked: number } };
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
		const times: number[] = [];
		for (let run = 0; run <= runs; run++) {
			const { milliseconds, ranked } = await page.evaluate(
				(count) => (window as unknown as BoardPage).board.rank(count),
				results
			);
			if (ranked !== results) throw new Error(`${ranked} of ${results} results were ranked`);
			times.push(milliseconds);
		}
		const [first = Number.NaN, ...later] = times;
		return { results, first, later: median(later) };
	} finally {
		await context.close();
	}
}
