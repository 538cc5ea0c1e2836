import { devices, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const pages = [
	'/',
	'/?period=2026Q2&industry=C&compare=previous',
	'/regions',
	'/regions/440000?indicator=high_skilled_share',
	'/industries',
	'/balance',
	'/competitions',
	'/innovation',
	'/studios',
	'/training',
	'/honours',
	'/campaigns',
	'/targets',
	'/metrics',
	'/quality',
	'/briefing',
	'/leaderboards',
	'/leaderboards/region-participations'
] as const;

/** Everything that a page says, as a reader meets it. */
async function said(page: Page): Promise<string> {
	const text = await page.locator('main').evaluate((main) => {
		const copy = main.cloneNode(true) as HTMLElement;
		// What stands in a field is no text of the page once a script has put it there.
		for (const field of copy.querySelectorAll('textarea')) field.remove();
		return copy.textContent;
	});
	return text.replaceAll(/\s+/g, ' ').trim();
}

const numbers = (text: string) => text.match(/\d[\d,.]*\s?[%万亿]?/g) ?? [];

/** Numbers of the first text that the second does not have. */
function missing(first: string, second: string): string[] {
	const there = new Map<string, number>();
	for (const each of numbers(second)) there.set(each, (there.get(each) ?? 0) + 1);
	return numbers(first).filter((each) => {
		const left = there.get(each) ?? 0;
		there.set(each, left - 1);
		return left <= 0;
	});
}

describe('the server’s figures are those that the browser’s own engine gives', () => {
	let own: Page;
	let served: Page;
	beforeAll(async () => {
		const viewport = { width: 1280, height: 800 };
		const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
		// The cookie of a browser with drafts: the server leaves the figures to it.
		await context.addCookies([{ name: 'drafts', value: 'national', url: origin }]);
		own = await context.newPage();
		await own.goto(`${origin}/dictionary`);
		served = await (await browser.newContext({ javaScriptEnabled: false, viewport })).newPage();
	});

	test.each(pages)('%s', async (path) => {
		// By a link, so that the engine stays.
		await own.evaluate((to) => {
			const link = document.body.appendChild(document.createElement('a'));
			link.href = to;
			link.click();
			link.remove();
		}, path);
		await own.waitForURL(origin + path);
		await drawn(own);
		await served.goto(origin + path);
		const first = await said(served);
		expect(numbers(first).length).toBeGreaterThan(5);
		await expect.poll(async () => missing(first, await said(own)), { timeout: 20_000 }).toEqual([]);
	});
});

test('on a phone the pictures stand in the page before any script has run, and the charts take their places', async () => {
	const phone = { ...devices['Pixel 7'], reducedMotion: 'reduce' as const };
	const plain = await browser.newContext({ ...phone, javaScriptEnabled: false });
	const served = await plain.newPage();
	await served.goto(`${origin}/?profile=chongqing`);
	const images = served.locator('.chart img[src^="data:image/svg+xml,"]');
	expect(await images.count()).toBe(4);
	const sizes = await images.evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
	expect(sizes.every((width) => width === 358)).toBe(true);
	await plain.close();

	const { page, context, troubles } = await visit(browser, origin, '/?profile=chongqing', phone);
	await drawn(page);
	expect(await page.locator('.chart img').count()).toBe(0);
	// What the server has not answered the page’s own engine answers.
	await page.getByRole('link', { name: '行业' }).first().click();
	await page.waitForURL(/\/industries/);
	await drawn(page);
	expect(await said(page)).toMatch(/制造业/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('what is pressed and typed before the page can answer is done when it can', async () => {
	const { page, context } = await visit(browser, origin, '/dictionary');
	// The page's own code comes late, as on a slow line.
	let release = () => {};
	const held = new Promise<void>((done) => (release = done));
	await context.route('**/_app/immutable/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${origin}/innovation`, { waitUntil: 'commit' });
	await page.getByRole('button', { name: '按行业' }).click();
	expect(page.url()).not.toContain('by=industry');
	release();
	await page.waitForURL(/by=industry/);
	await page.goto(`${origin}/innovation?by=industry`, { waitUntil: 'commit' });
	await page.getByLabel('查找创新成果').fill('没有这一项');
	await page.getByText('没有找到“没有这一项”').waitFor();
	await context.close();
});

test('one chart stands alone, with its source and the way to its page; a name that is none says so', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/chart/regions.500000/trend?period=2026Q2');
	await page.waitForSelector('[data-panel] [data-pictures]');
	expect(await page.locator('[data-panel]').count()).toBe(1);
	expect(await page.locator('nav:visible').count()).toBe(0);
	const shown = await page.evaluate(() => document.body.innerText);
	expect(shown).toMatch(/参赛人次/);
	expect(shown).toContain('版本号');
	expect(await page.getByRole('link', { name: '打开完整页面' }).getAttribute('href')).toBe(
		'/regions/500000?period=2026Q2'
	);
	await page.goto(`${origin}/chart/overview/nothing`);
	await page.getByText('没有名为“nothing”的图').waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('a chat finds title, sentence and picture of a link', async () => {
	const html = await (await fetch(`${origin}/?profile=chongqing&period=2026Q2`)).text();
	const of = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
	expect(of('og:title')).toBe('总览 · 重庆市');
	expect(of('og:description')).toMatch(/^2026年二季度，重庆市参赛人次 .+万人次/);
	const picture = of('og:image')?.replaceAll('&amp;', '&');
	if (!picture) {
		// A machine without a face for Chinese makes no pictures rather than empty boxes.
		expect((await fetch(`${origin}/picture/overview/first.png`)).status).toBe(404);
		return;
	}
	const response = await fetch(picture);
	expect(response.headers.get('content-type')).toBe('image/png');
	const bytes = Buffer.from(await response.arrayBuffer());
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
	expect(bytes.length).toBeGreaterThan(20_000);
});

test('a page names a picture only where it has drawn one, and that is there', async () => {
	for (const [path, drawn] of [
		['/quality', true],
		['/regions', true],
		['/chart/regions.500000/trend', true],
		['/chart/overview/nothing', false],
		['/wall/edit', false],
		['/dictionary', false]
	] as const) {
		const html = await (await fetch(origin + path)).text();
		const [, named] = /<meta property="og:image" content="([^"]*)"/.exec(html) ?? [];
		expect(html, path).not.toContain('%preview%');
		if (!drawn) expect(named, path).toBeUndefined();
		// A machine without a face for Chinese makes none.
		else if (named) expect((await fetch(named.replaceAll('&amp;', '&'))).status, path).toBe(200);
		else expect((await fetch(`${origin}/picture/overview/first.png`)).status, path).toBe(404);
	}
});

test.each([
	'/picture/overview/nothing.png',
	'/picture/nowhere/map.png',
	'/picture/overview/map.svg',
	'/picture/%2e%2e%2f%2e%2e/map.png',
	'/chart/nowhere/map'
])('%s is not there, and nothing breaks', async (path) => {
	expect((await fetch(origin + path)).status).toBe(404);
});
