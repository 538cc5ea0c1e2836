import type { Browser } from 'playwright-core';
import type { Address } from './site-server.ts';
import { changeFilter, freshContext, settled, type Product } from './product.ts';
import { percentile } from './median.ts';

export interface Spread {
	readonly p50: number;
	readonly p95: number;
}

const spread = (samples: readonly number[]): Spread => ({
	p50: percentile(samples, 0.5),
	p95: percentile(samples, 0.95)
});

const years = [2023, 2024, 2025];
/** Every quarter of three years, over and over: never the one that is shown. */
const quarterOf = (run: number) => `${years[Math.floor(run / 4) % 3]}Q${(run % 4) + 1}`;

/** From the click to all panels of the overview painted; answers of earlier changes are not asked for again. */
export async function measureFilterChange(
	browser: Browser,
	product: Product,
	profile: string,
	runs: number
): Promise<Spread> {
	const context = await freshContext(browser);
	const page = await context.newPage();
	await page.goto(`${product.address}/?profile=${profile}`);
	await settled(page);
	const samples: number[] = [];
	// Another industry each time round, so that no answer is in the cache.
	const sections = 'CDEFGHIJKLMN';
	for (let run = 0; run < runs + 5; run++) {
		const industry = sections[Math.floor(run / 12) % sections.length];
		const time = await changeFilter(page, `/?profile=${profile}&period=${quarterOf(run)}&industry=${industry}`);
		if (run >= 5) samples.push(time);
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
