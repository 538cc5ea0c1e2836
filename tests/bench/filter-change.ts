import type { Browser } from 'playwright-core';
import type { Address } from './site-server.ts';
import { clickChart, follow, freshContext, settled, type Product } from './product.ts';
import { percentile } from './median.ts';

export interface Spread {
	readonly p50: number;
	readonly p95: number;
}

const spread = (samples: readonly number[]): Spread => ({
	p50: percentile(samples, 0.5),
	p95: percentile(samples, 0.95)
});

const years = [2025, 2024, 2023];
/** Every quarter of three years, over and over: never the one that is shown. */
const quarterOf = (run: number) => `${years[Math.floor(run / 4) % 3]}Q${(run % 4) + 1}`;

/** Where the bars of the industries are among the overview's charts, and how many rows they have. */
const [industries, rows] = [2, 12];

/**
 * From the click on an industry's bar to all panels of the overview painted. Every click is another industry in another
 * quarter, so that no answer is one of before; only a hand that rests on the bar lets the page ask ahead.
 */
export async function measureFilterChange(
	browser: Browser,
	product: Product,
	profile: string,
	runs: number,
	pointer: 'hand' | 'finger'
): Promise<Spread> {
	const context = await browser.newContext({ viewport: { width: 1920, height: 2400 } });
	const page = await context.newPage();
	await page.goto(`${product.address}/?profile=${profile}`);
	await settled(page);
	const samples: number[] = [];
	for (let run = 0; run < runs + rows; run++) {
		if (run % rows === 0) await follow(page, `/?profile=${profile}&period=${quarterOf(run / rows)}`);
		const time = await clickChart(page, industries, [0.3, ((run % rows) + 0.5) / rows], pointer);
		if (run >= rows) samples.push(time);
	}
	await context.close();
	return spread(samples);
}

/** The same four groupings of the unrolled facts through bare DuckDB-wasm, drawn by plain ECharts. */
export async function measureBareChange(
	browser: Browser,
	site: Address,
	summary: string,
	runs: number
): Promise<Spread & { facts: number }> {
	const context = await freshContext(browser);
	const page = await context.newPage();
	await page.goto(site.address);
	const facts = await page.evaluate(async (url) => {
		const { bare } = window as unknown as BareWindow;
		await bare.start();
		return bare.loadFacts(url);
	}, summary);
	const samples: number[] = [];
	for (let run = 0; run < runs + 5; run++) {
		const time = await page.evaluate(
			(period) => (window as unknown as BareWindow).bare.change(period, 'participations'),
			quarterOf(run)
		);
		if (run >= 5) samples.push(time);
		await page.waitForTimeout(350);
	}
	await context.close();
	return { ...spread(samples), facts };
}

interface BareWindow {
	readonly bare: {
		start(): Promise<void>;
		loadFacts(url: string): Promise<number>;
		change(period: string, measure: string): Promise<number>;
	};
}
