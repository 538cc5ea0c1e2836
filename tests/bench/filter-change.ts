import type { Browser } from 'playwright-core';
import type { Address } from './site-server.ts';
import { chooseFilter, clickChart, follow, freshContext, settled, type Product } from './product.ts';
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

/** Changes of filters on a page that stays open, a block at a time: each for every industry in the next quarter. */
export interface Changes {
	block(index: number): Promise<number[]>;
	close(): Promise<void>;
}

/**
 * From the click on an industry's bar to all panels of the overview painted. Every click is another industry in another
 * quarter, so that no answer is one of before; only a hand that rests on the bar lets the page ask ahead.
 */
export async function openFilterChanges(
	browser: Browser,
	product: Product,
	profile: string,
	pointer: 'hand' | 'finger'
): Promise<Changes> {
	const context = await browser.newContext({ viewport: { width: 1920, height: 2400 } });
	const page = await context.newPage();
	await page.goto(`${product.address}/?profile=${profile}`);
	await settled(page);
	return {
		block: async (index) => {
			await page.bringToFront();
			await follow(page, `/?profile=${profile}&period=${quarterOf(index)}`);
			const samples: number[] = [];
			for (let row = 0; row < rows; row++)
				samples.push(await clickChart(page, industries, [0.3, (row + 0.5) / rows], pointer));
			return samples;
		},
		close: () => context.close()
	};
}

const places = ['北京市', '辽宁省', '上海市', '浙江省', '河南省', '四川省'];

/**
 * From the choice of another place in the filter sentence until everything in sight on a screen of 1920 × 1080 shows it:
 * what pages of any kind, with or without charts, are held against each other by. Every block is another quarter.
 */
export async function openChoices(
	browser: Browser,
	product: Product,
	profile: string,
	path: string,
	pointer: 'hand' | 'finger'
): Promise<Changes> {
	const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	const page = await context.newPage();
	await page.goto(`${product.address}${path}?profile=${profile}`);
	await page.waitForSelector('h1');
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(2000);
	return {
		block: async (index) => {
			await page.bringToFront();
			await follow(page, `${path}?profile=${profile}&period=${quarterOf(index)}`);
			const samples: number[] = [];
			for (const place of places) samples.push(await chooseFilter(page, 0, place, pointer));
			return samples;
		},
		close: () => context.close()
	};
}

/** The same four groupings of the unrolled facts through bare DuckDB-wasm, drawn by plain ECharts. */
export async function openBareChanges(
	browser: Browser,
	site: Address,
	summary: string
): Promise<Changes & { facts: number }> {
	const context = await freshContext(browser);
	const page = await context.newPage();
	await page.goto(site.address);
	const facts = await page.evaluate(async (url) => {
		const { bare } = window as unknown as BareWindow;
		await bare.start();
		return bare.loadFacts(url);
	}, summary);
	return {
		facts,
		block: async (index) => {
			await page.bringToFront();
			const samples: number[] = [];
			for (let row = 0; row < rows; row++) {
				samples.push(
					await page.evaluate(
						(period) => (window as unknown as BareWindow).bare.change(period, 'participations'),
						quarterOf(index * rows + row)
					)
				);
				await page.waitForTimeout(350);
			}
			return samples;
		},
		close: () => context.close()
	};
}

/**
 * Blocks of all of them by turns, so that whatever else the machine does falls on all alike; the first blocks only
 * warm up.
 */
export async function measureByTurns<Name extends string>(
	all: Readonly<Record<Name, Changes>>,
	blocks: number
): Promise<Record<Name, Spread>> {
	const names = Object.keys(all) as Name[];
	const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
	for (let index = 0; index <= blocks; index++) {
		for (const name of index % 2 === 0 ? names : names.toReversed()) {
			const times = await all[name].block(index);
			if (index > 0) samples.get(name)?.push(...times);
		}
	}
	for (const name of names) await all[name].close();
	return Object.fromEntries(names.map((name) => [name, spread(samples.get(name) ?? [])])) as Record<Name, Spread>;
}

interface BareWindow {
	readonly bare: {
		start(): Promise<void>;
		loadFacts(url: string): Promise<number>;
		change(period: string, measure: string): Promise<number>;
	};
}
