import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** A page whose troubles are kept: errors, policy violations, and requests to anywhere else. */
export interface Visit {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly troubles: string[];
}

/** Opens a page in a browser profile of its own. */
export async function visit(
	browser: Browser,
	origin: string,
	path: string,
	options: BrowserContextOptions & { language?: 'zh-CN' | 'en' } = {}
): Promise<Visit> {
	const { language, ...rest } = options;
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		...rest
	});
	if (language) await context.addCookies([{ name: 'lang', value: language, url: origin }]);
	const page = await context.newPage();
	const troubles = watch(page, origin);
	await page.goto(origin + path);
	return { page, context, troubles };
}

function watch(page: Page, origin: string): string[] {
	const troubles: string[] = [];
	page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
	page.on('pageerror', (error) => troubles.push(error.message));
	page.on('dialog', (dialog) => {
		troubles.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) troubles.push(`request to ${url}`);
	});
	return troubles;
}

/** Waits until every panel has what it shows. */
export async function drawn(page: Page): Promise<void> {
	await page.waitForSelector('body[data-answers]', { state: 'attached', timeout: 60_000 });
	await page.waitForSelector('h1', { state: 'attached', timeout: 60_000 });
	await page.waitForFunction(
		() => {
			const charts = [...document.querySelectorAll('.chart')];
			const busy = document.querySelector('[aria-busy="true"]');
			return !busy && charts.every((chart) => chart.querySelector('[data-pictures]'));
		},
		undefined,
		{ timeout: 60_000 }
	);
}

/** Waits until the page has an engine of its own: what came with it needs none. */
export async function engineRuns(page: Page): Promise<void> {
	const runs = () => page.workers().some((worker) => worker.url().includes('duckdb'));
	for (const end = Date.now() + 60_000; !runs() && Date.now() < end;) await page.waitForTimeout(100);
	if (!runs()) throw new Error('The page has no engine.');
	await page.waitForLoadState('networkidle');
}

/** Drops a file on the middle of the page, as a hand with a mouse does. */
export async function dropFile(page: Page, path: string, bytes: Uint8Array = readFileSync(path)): Promise<void> {
	const name = path.split('/').at(-1) ?? path;
	const transfer = await page.evaluateHandle(
		([text, fileName]) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], fileName));
			return data;
		},
		[Buffer.from(bytes).toString('base64'), name] as const
	);
	for (const type of ['dragenter', 'dragover', 'drop'])
		await page.dispatchEvent('body', type, { dataTransfer: transfer });
}
