import type { Browser } from 'playwright-core';
import { countedPage, firstChart, freshContext, settled, type Product, type Traffic } from './product.ts';
import { median } from './median.ts';

/** How a start went: milliseconds to the first chart, bytes on the wire until then, by kind. */
export interface Start {
	readonly milliseconds: number;
	readonly traffic: Traffic;
}

/** Starts with nothing kept and again with what the first start kept; medians of `runs`. */
export async function measureStartup(
	browser: Browser,
	product: Product,
	runs: number
): Promise<{ cold: Start; second: Start }> {
	const cold: Start[] = [];
	const second: Start[] = [];
	for (let run = 0; run < runs; run++) {
		const context = await freshContext(browser);
		for (const starts of [cold, second]) {
			const { page, traffic } = await countedPage(context);
			await page.goto(product.address);
			const milliseconds = await firstChart(page);
			const until = { ...traffic };
			await settled(page);
			starts.push({ milliseconds, traffic: until });
			await page.close();
		}
		await context.close();
	}
	return { cold: middle(cold), second: middle(second) };
}

function middle(starts: readonly Start[]): Start {
	const kinds = Object.keys(starts[0]?.traffic ?? {}) as (keyof Traffic)[];
	return {
		milliseconds: median(starts.map(({ milliseconds }) => milliseconds)),
		traffic: Object.fromEntries(
			kinds.map((kind) => [kind, median(starts.map(({ traffic }) => traffic[kind]))])
		) as Traffic
	};
}

/** The gzipped bytes of the scripts that the overview's HTML names: what must be there before anything runs. */
export async function initialScripts(product: Product): Promise<number> {
	const html = await (await fetch(product.address)).text();
	const paths = new Set([...html.matchAll(/["'(]\.?(\/_app\/[^"')]+\.js)/g)].map((match) => match[1] ?? ''));
	let bytes = 0;
	for (const path of paths) {
		const response = await fetch(product.address + path, { headers: { 'accept-encoding': 'gzip' } });
		bytes += Number(response.headers.get('content-length') ?? (await response.arrayBuffer()).byteLength);
		await response.body?.cancel();
	}
	return bytes;
}
