import { fork, type ChildProcess } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** The built product, served by a process of its own, with the releases of a folder. */
export interface Product {
	readonly address: string;
	stop(): void;
}

/** Serves `build/` with the releases below `releases` on a free port; `settings` are those of its environment. */
export async function serveProduct(releases: string, settings: NodeJS.ProcessEnv = {}): Promise<Product> {
	const child: ChildProcess = fork('tests/bench/serve-process.ts', [], {
		env: { ...process.env, RELEASES: releases, ...settings },
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const address = await new Promise<string>((done, fail) => {
		child.once('message', (message) => done(String(message)));
		child.once('exit', (code) => fail(new Error(`The server ended with ${code}`)));
	});
	return { address, stop: () => child.kill() };
}

/** Bytes over the network, by kind, as they were on the wire. */
export type Traffic = Record<'document' | 'script' | 'engine' | 'data' | 'font' | 'other', number>;

/** A page whose traffic is counted, those of its workers included. */
export async function countedPage(
	context: BrowserContext
): Promise<{ page: Page; traffic: Traffic; requests: string[] }> {
	const traffic: Traffic = { document: 0, script: 0, engine: 0, data: 0, font: 0, other: 0 };
	const requests: string[] = [];
	const page = await context.newPage();
	context.on('requestfinished', (request) => {
		requests.push(request.url());
		void request
			.sizes()
			.then(
				(sizes) =>
					(traffic[kindOf(request.url(), request.resourceType())] += sizes.responseBodySize + sizes.responseHeadersSize)
			)
			.catch(() => undefined);
	});
	return { page, traffic, requests };
}

function kindOf(url: string, type: string): keyof Traffic {
	if (/duckdb[^/]*\.(wasm|js)/.test(url)) return 'engine';
	if (/\/releases\//.test(url)) return 'data';
	if (type === 'document') return 'document';
	if (type === 'font') return 'font';
	return type === 'script' || type === 'worker' || url.endsWith('.js') ? 'script' : 'other';
}

/** Waits until the first chart of the page stands on the screen; milliseconds since navigation began. */
export async function firstChart(page: Page): Promise<number> {
	await page.waitForSelector('[data-pictures]', { state: 'attached', timeout: 60_000 });
	return page.evaluate(
		() =>
			new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
	);
}

/** Waits until the page has drawn everything and asks for nothing more. */
export async function settled(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForFunction(() => {
		const charts = [...document.querySelectorAll<HTMLElement>('.chart')];
		return charts.length > 0 && charts.every((chart) => chart.querySelector('[data-pictures]'));
	});
	// A page that came with its figures opens the engine behind them, when it has nothing better to do.
	await page.waitForFunction(() =>
		performance.getEntriesByType('resource').some(({ name }) => /duckdb.*\.wasm/.test(name))
	);
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(1500);
}

/** For so long nothing may be drawn any more before a change counts as done. */
const calm = 400;

/** Shows another filter by a link, unmeasured. */
export async function follow(page: Page, href: string): Promise<void> {
	await page.evaluate((to) => {
		const link = document.body.appendChild(document.createElement('a'));
		link.href = to;
		link.click();
		link.remove();
	}, href);
	await page.waitForTimeout(2 * calm);
}

/**
 * Opens the choices of a part of the filter sentence and chooses one: with a hand, that comes to rest on it before it
 * clicks, or with a finger, without a pointer before. Milliseconds from the click to the frame after the last change of
 * what is in sight, at least a quarter of it.
 */
export async function chooseFilter(
	page: Page,
	part: number,
	choice: string,
	pointer: 'hand' | 'finger'
): Promise<number> {
	await page.locator('.bar .part .word').nth(part).click();
	const option = page.getByRole('option', { name: choice, exact: true });
	await option.waitFor();
	if (pointer === 'hand') await option.hover();
	await page.waitForTimeout(calm);
	await page.evaluate((quiet) => {
		const main = document.querySelector('main') as HTMLElement;
		(window as unknown as Painted).painted = new Promise<number>((done, fail) => {
			let begun: number | null = null;
			let last: number | null = null;
			const inSight = ({ target }: MutationRecord) => {
				const box = (target instanceof Element ? target : target.parentElement)?.getBoundingClientRect();
				if (!box) return false;
				const shown = Math.min(box.bottom, window.innerHeight) - Math.max(box.top, 0);
				return shown > 0 && shown >= 0.25 * Math.min(box.height, window.innerHeight);
			};
			const changed = new MutationObserver((changes) => {
				if (begun !== null && changes.some(inSight)) requestAnimationFrame(() => (last = performance.now()));
			});
			changed.observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
			addEventListener('click', () => (begun = performance.now()), { capture: true, once: true });
			const look = () => {
				const now = performance.now();
				const calmNow = last !== null && now - last > quiet;
				const given = begun !== null && now - begun > 10_000;
				if (calmNow || given) changed.disconnect();
				if (calmNow) done((last as number) - (begun as number));
				else if (given) fail(new Error('Nothing changed'));
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
	}, calm);
	await (pointer === 'hand' ? option.click() : option.dispatchEvent('click'));
	return page.evaluate(() => (window as unknown as Painted).painted);
}

/**
 * Clicks into a chart at a share of its width and height: as a hand does, that comes to rest before it clicks, or as a
 * finger, without a pointer before. Milliseconds from the click to the frame after the last chart of the page has drawn
 * its new picture.
 */
export async function clickChart(
	page: Page,
	chart: number,
	[x, y]: readonly [number, number],
	pointer: 'hand' | 'finger'
): Promise<number> {
	const box = await page.locator('.chart').nth(chart).boundingBox();
	if (!box) throw new Error(`There is no chart ${chart}`);
	if (pointer === 'hand') await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
	else await page.mouse.move(1, 1);
	await page.waitForTimeout(calm);
	await page.evaluate((quiet) => {
		(window as unknown as Painted).painted = new Promise<number>((done, fail) => {
			const state = () =>
				[...document.querySelectorAll<HTMLElement>('[data-pictures]')].map((each) => each.dataset.pictures).join();
			let shown = state();
			let begun: number | null = null;
			let last: number | null = null;
			addEventListener('click', () => (begun = performance.now()), { capture: true, once: true });
			const look = () => {
				const now = performance.now();
				const current = state();
				// A picture that this frame finds was drawn before it; it is on the screen with the next.
				if (current !== shown) requestAnimationFrame(() => (last = performance.now()));
				shown = current;
				if (begun !== null && last !== null && now - last > quiet) done(last - begun);
				else if (begun !== null && now - begun > 10_000) fail(new Error('Nothing was drawn'));
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
	}, calm);
	await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
	return page.evaluate(() => (window as unknown as Painted).painted);
}

interface Painted {
	painted: Promise<number>;
}

/** A browser profile of its own: nothing in any cache. */
export const freshContext = (browser: Browser): Promise<BrowserContext> =>
	browser.newContext({ viewport: { width: 1920, height: 1080 } });
