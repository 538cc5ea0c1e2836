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

/**
 * The gzipped bytes of the scripts that the overview needs before anything runs: the two entries of its HTML, its layout
 * and page, and all that these import. What is fetched later, ECharts and the engine, is not among them.
 */
export async function initialScripts(product: Product): Promise<number> {
	const html = await (await fetch(product.address)).text();
	const entries = [...html.matchAll(/import\("\.(\/_app\/[^"]+\.js)"\)/g)].map((match) => match[1] ?? '');
	const nodes = (/node_ids: \[([\d, ]+)\]/.exec(html)?.[1] ?? '').split(',').map((id) => id.trim());
	const bytes = new Map<string, number>();
	const wanted = entries.map((path) => new URL(path, product.address).href);
	for (let url = wanted.pop(); url !== undefined; url = wanted.pop()) {
		if (bytes.has(url)) continue;
		const packed = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
		bytes.set(url, Number(packed.headers.get('content-length')));
		const text = await packed.text();
		const imports = [...text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)].map((match) => match[1] ?? '');
		const pages = [...text.matchAll(/import\(["`](\.\.\/nodes\/(\d+)\.[^"`]+\.js)["`]\)/g)]
			.filter((match) => nodes.includes(match[2] ?? ''))
			.map((match) => match[1] ?? '');
		for (const path of [...imports, ...pages]) wanted.push(new URL(path, url).href);
	}
	return [...bytes.values()].reduce((sum, size) => sum + size, 0);
}
