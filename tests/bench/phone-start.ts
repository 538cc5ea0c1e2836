import { devices, type Browser, type CDPSession, type Page } from 'playwright-core';
import { median } from './median.ts';
import type { Product } from './product.ts';

/** A shared link opened on a phone: when its first chart stands on the screen, and what had come by then. */
export interface PhoneStart {
	readonly milliseconds: number;
	readonly bytes: number;
}

/** What Lighthouse reports of a page, measured until it is quiet. */
export interface PageVitals {
	readonly firstPaint: number;
	readonly largestPaint: number;
	/** Sum of what main-thread tasks took beyond 50 ms, ms. */
	readonly blocked: number;
	/** Sum of layout shifts, without unit. */
	readonly shift: number;
}

/** A slow mobile line and a processor of a quarter of this one: what Lighthouse takes for a phone. */
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slowdown = 4;
const patience = 300_000;

/** Medians of `runs` openings with nothing kept. */
export async function measurePhoneStart(
	browser: Browser,
	product: Product,
	path: string,
	runs: number
): Promise<PhoneStart & PageVitals> {
	const starts: (PhoneStart & PageVitals)[] = [];
	for (let run = 0; run < runs; run++) starts.push(await openOnPhone(browser, product.address + path));
	const of = (name: keyof (PhoneStart & PageVitals)) => median(starts.map((start) => start[name]));
	return {
		milliseconds: of('milliseconds'),
		bytes: of('bytes'),
		firstPaint: of('firstPaint'),
		largestPaint: of('largestPaint'),
		blocked: of('blocked'),
		shift: of('shift')
	};
}

async function openOnPhone(browser: Browser, address: string): Promise<PhoneStart & PageVitals> {
	const context = await browser.newContext({ ...devices['Pixel 7'] });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		const received = await countBytes(session);
		await session.send('Network.emulateNetworkConditions', line);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		await page.addInitScript(watch);
		await page.goto(address, { waitUntil: 'commit', timeout: patience });
		await page.waitForFunction(() => (window as unknown as Watched).chartAt !== null, undefined, {
			timeout: patience,
			polling: 50
		});
		const bytes = received();
		const milliseconds = await page.evaluate(() => (window as unknown as Watched).chartAt ?? Number.NaN);
		await page.waitForTimeout(5000);
		return { milliseconds, bytes, ...(await vitals(page)) };
	} finally {
		await context.close();
	}
}

/** Bytes as they come over the line, also of answers that are still under way. */
async function countBytes(session: CDPSession): Promise<() => number> {
	let bytes = 0;
	session.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
	session.on('Network.responseReceived', ({ response }) => (bytes += response.encodedDataLength));
	await session.send('Network.enable');
	return () => bytes;
}

interface Watched {
	/** When the first chart of the page was on the screen, ms since navigation. */
	chartAt: number | null;
	largest: number;
	shift: number;
	blocked: number;
}

/** Runs in the page before anything of it. */
function watch(): void {
	const seen = window as unknown as Watched;
	Object.assign(seen, { chartAt: null, largest: 0, shift: 0, blocked: 0 });
	const observe = (type: string, each: (entry: PerformanceEntry & { value?: number }) => void) =>
		new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
	observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
	observe('layout-shift', ({ value }) => (seen.shift += value ?? 0));
	observe('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
	const look = () => {
		const image = document.querySelector<HTMLImageElement>('.chart img[src]');
		const there = (image?.complete && image.naturalWidth > 0) || document.querySelector('.chart [data-pictures]');
		// What this frame finds is on the screen with the next.
		if (there) requestAnimationFrame(() => (seen.chartAt = performance.now()));
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

async function vitals(page: Page): Promise<PageVitals> {
	return page.evaluate(() => {
		const { largest, shift, blocked } = window as unknown as Watched;
		const [first] = performance.getEntriesByName('first-contentful-paint');
		return { firstPaint: first?.startTime ?? Number.NaN, largestPaint: largest, shift, blocked };
	});
}
