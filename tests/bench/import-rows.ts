import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Profile } from '#lib/dimensions/profile.ts';
import { median } from './median.ts';
import { freshContext } from './product.ts';
import type { Address } from './site-server.ts';

export interface ImportTimes {
	readonly rows: number;
	/** Milliseconds, medians. */
	readonly ours: number;
	readonly bare: number;
	readonly longestTask: number;
	/** Growth of the page's process over what it held before, at its highest, in bytes, median of the runs. */
	readonly memory: number;
	/** The same in the run with the most of it. */
	readonly mostMemory: number;
	/** `memory` of the bare `read_csv`: what the engine alone takes. */
	readonly bareMemory: number;
}

/** Milliseconds, rows, longest task of the main thread, growth of the page's process at its highest in bytes. */
export interface OneImport {
	readonly milliseconds: number;
	readonly count: number;
	readonly longestTask: number;
	readonly growth: number;
}

/** One file of the served folder through all steps into DuckDB, and DuckDB-wasm's own `read_csv` of it, by turns. */
export async function measureImport(
	browser: Browser,
	site: Address,
	path: string,
	profile: Profile,
	runs: number
): Promise<ImportTimes> {
	const ours: number[] = [];
	const bare: number[] = [];
	let longestTask = 0;
	let rows = 0;
	const memory: number[] = [];
	const bareMemory: number[] = [];
	for (let run = 0; run < runs; run++) {
		const own = await importChosen(browser, site, path, profile);
		const theirs = await onPage(browser, site, async (page) => {
			await page.evaluate(() => (window as unknown as SiteWindow).bare.start());
			return growthWhile(page, () =>
				page.evaluate((url) => (window as unknown as SiteWindow).bare.readCsv(url), `/${basename(path)}`)
			);
		});
		if (own.count !== theirs.count) throw new Error(`${own.count} rows imported, ${theirs.count} read`);
		ours.push(own.milliseconds);
		bare.push(theirs.milliseconds);
		longestTask = Math.max(longestTask, own.longestTask);
		memory.push(own.growth);
		bareMemory.push(theirs.growth);
		rows = own.count;
	}
	return {
		rows,
		ours: median(ours),
		bare: median(bare),
		longestTask,
		memory: median(memory),
		mostMemory: Math.max(...memory),
		bareMemory: median(bareMemory)
	};
}

/** A file on the disk, chosen as users choose it, through all steps into DuckDB, once. */
export function importChosen(browser: Browser, site: Address, path: string, profile: Profile): Promise<OneImport> {
	return onPage(browser, site, async (page) => {
		await page.evaluate(() => (window as unknown as SiteWindow).product.start());
		await page.setInputFiles('input', path);
		return growthWhile(page, () =>
			page.evaluate((told) => (window as unknown as SiteWindow).product.importFile(told), profile)
		);
	});
}

/** Something on a page in a process of its own. */
async function onPage<T>(browser: Browser, site: Address, work: (page: Page) => Promise<T>): Promise<T> {
	const context = await freshContext(browser);
	try {
		const page = await context.newPage();
		await page.goto(site.address);
		return await work(page);
	} finally {
		await context.close();
	}
}

/** The answer of `work`, and by how much the memory of the page's process grew at the highest. */
async function growthWhile<T>(page: Page, work: () => Promise<T>): Promise<T & { growth: number }> {
	const stop = await watchMemory(page);
	const answer = await work();
	return { ...answer, growth: stop() };
}

/** Samples the resident memory of the renderer with the most of it; the answer is its growth at the highest. */
async function watchMemory(page: Page): Promise<() => number> {
	const session = await page.context().browser()?.newBrowserCDPSession();
	const info = await session?.send('SystemInfo.getProcessInfo');
	const renderers = (info?.processInfo ?? []).filter(({ type }) => type === 'renderer').map(({ id }) => id);
	const resident = () => renderers.reduce((sum, id) => sum + residentBytes(id), 0);
	const before = resident();
	let highest = before;
	const timer = setInterval(() => (highest = Math.max(highest, resident())), 20);
	return () => {
		clearInterval(timer);
		return highest - before;
	};
}

/** Linux only; elsewhere 0. */
function residentBytes(process: number): number {
	try {
		const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'));
		return Number(line?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}

interface SiteWindow {
	readonly product: {
		start(): Promise<void>;
		importFile(profile: Profile): Promise<{ milliseconds: number; count: number; longestTask: number }>;
	};
	readonly bare: { start(): Promise<void>; readCsv(url: string): Promise<{ milliseconds: number; count: number }> };
}
