import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, engineRuns, visit } from './visit.ts';

/** Pictures and tables that changed with the filters, against those of the same link opened; and what comes first. */
const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const size = { width: 1920, height: 1080 };

/** What stands on every canvas in sight or not, once nothing moves any more. */
async function pictures(page: Page): Promise<{ description: string; height: number; pixels: string }[]> {
	await drawn(page);
	const seen = () =>
		page.evaluate(() =>
			[...document.querySelectorAll<HTMLElement>('.chart')].map((chart) => ({
				description: chart.getAttribute('aria-label') ?? '',
				height: chart.offsetHeight,
				pixels: [...chart.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join()
			}))
		);
	for (let before = await seen(); ;) {
		await page.waitForTimeout(700);
		const now = await seen();
		if (JSON.stringify(now) === JSON.stringify(before)) return now;
		before = now;
	}
}

const tablesOf = (page: Page) => page.locator('main table').allInnerTexts();

/** Notes in the page, in their order, what is drawn anew: `chart` or `table`. */
const noteChanges = (page: Page) =>
	page.evaluate(() => {
		const noted: string[] = [];
		const note = (name: string) => () => noted.at(-1) !== name && noted.push(name);
		const charts = new MutationObserver(note('chart'));
		const seen = [...document.querySelectorAll('.chart')].filter(
			(one) => one.getBoundingClientRect().top < innerHeight
		);
		for (const chart of seen) charts.observe(chart, { subtree: true, attributeFilter: ['data-pictures'] });
		const table = document.querySelector('main table') as Node;
		new MutationObserver(note('table')).observe(table, { subtree: true, childList: true, characterData: true });
		Object.assign(window, { noted });
	});
const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: string[] }).noted);

test('a table out of sight follows the pictures that are in sight', async () => {
	const options = { language: 'zh-CN', viewport: size } as const;
	const { page, context, troubles } = await visit(browser, origin, '/industries?profile=national', options);
	await drawn(page);
	await engineRuns(page);
	await pictures(page);
	await noteChanges(page);
	await page.locator('.bar .word').first().click();
	await page.getByRole('option', { name: '四川省', exact: true }).click();
	await expect.poll(() => noted(page)).toContain('table');
	await pictures(page);
	expect(await noted(page)).toEqual(['chart', 'table']);
	expect(troubles).toEqual([]);
	await context.close();
});

test.each(['/honours', '/innovation', '/industries', '/'])(
	'%s shows after a choice what its link shows',
	async (path) => {
		const { page, context, troubles } = await visit(browser, origin, `${path}?profile=national`, {
			language: 'zh-CN',
			viewport: size
		});
		await drawn(page);
		await engineRuns(page);
		const heights = (await pictures(page)).map(({ height }) => height);
		for (const place of ['北京市', '四川省']) {
			await page.locator('.bar .word').first().click();
			await page.getByRole('option', { name: place, exact: true }).click();
			await page.waitForURL(/region=/);
			await page.mouse.move(1, 1);
			await pictures(page);
		}
		const changed = await pictures(page);
		const tables = await tablesOf(page);
		const { search } = new URL(page.url());
		const fresh = await visit(browser, origin, path + search, { language: 'zh-CN', viewport: size });
		const anew = await pictures(fresh.page);
		expect(changed.map(({ description }) => description)).toEqual(anew.map(({ description }) => description));
		expect(changed.map(({ height }) => height)).toEqual(anew.map(({ height }) => height));
		for (const [index, { description, pixels }] of changed.entries())
			expect(pixels === anew[index]?.pixels, description).toBe(true);
		expect(tables).toEqual(await tablesOf(fresh.page));
		if (path === '/industries') expect(tables[0]).toMatch(/制造业[^]*采矿业/);
		if (path === '/honours') expect(anew.map(({ height }) => height)).not.toEqual(heights);
		expect([...troubles, ...fresh.troubles]).toEqual([]);
		await context.close();
		await fresh.context.close();
	}
);
