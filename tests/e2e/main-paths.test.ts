import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, dropFile, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** The bar of a target is filled as far as the share that is printed below it. */
async function expectTargetsDrawn(page: Page): Promise<void> {
	const drawn = await page.locator('main article .target').evaluateAll((targets) =>
		targets.map((target) => {
			const [track, fill] = ['.track', '.track i'].map(
				(part) => target.querySelector(part)?.getBoundingClientRect().width
			);
			return {
				said: Number(/完成\s*([\d.,]+)%/.exec(target.textContent ?? '')?.[1]),
				filled: (100 * (fill ?? 0)) / (track ?? 0)
			};
		})
	);
	expect(drawn.filter(({ said }) => said < 90).length).toBeGreaterThan(0);
	// The track ends with a mark of its own.
	for (const { said, filled } of drawn) expect(Math.abs(filled - Math.min(100, said))).toBeLessThan(1);
}

const census = 'data/real/nbs-2004-census-1-18-skill-levels.gb18030.csv';

test('a first start shows the country’s figures, says that they are invented, and asks nobody else', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/');
	await drawn(page);
	expect(await page.textContent('main')).toMatch(/全国参赛人次 [\d,.]+\s?[万亿]人次/);
	expect(await page.textContent('body')).toContain('示例数据');
	expect(await page.locator('.chart').count()).toBeGreaterThanOrEqual(4);
	expect(await page.title()).toBe('总览 · 工榜');
	expect(await page.locator('main article .change').allInnerTexts()).not.toContainEqual(
		expect.stringMatching(/[升降]\s*[+−]/)
	);
	await expectTargetsDrawn(page);
	expect(troubles).toEqual([]);
	await context.close();
});

test('the census file dropped on the page is a draft that every view shows, survives a reload and can be taken out', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/');
	await drawn(page);
	await dropFile(page, census);
	await page.getByText('已作为草稿叠加').waitFor({ timeout: 60_000 });
	expect(await page.getByRole('dialog').textContent()).toContain('GB18030');
	await page.keyboard.press('Escape');
	await page.getByText('草稿：1 个文件').waitFor();

	await page.goto(`${origin}/regions?indicator=metric:法人单位数&period=2004`);
	await drawn(page);
	const jiangsu = page.getByRole('row').filter({ hasText: '江苏' });
	await expect.poll(() => jiangsu.first().textContent()).toMatch(/430,488|43\.05\s?万/);
	expect(await page.textContent('main')).toContain('430,488');
	await page.goto(`${origin}/regions/320000?indicator=metric:就业人数&period=2004`);
	await drawn(page);
	await expect.poll(() => page.textContent('main')).toMatch(/1,882\.67\s?万\s?人/);

	await page.getByRole('button', { name: '撤下' }).first().click();
	await expect.poll(() => page.textContent('body')).not.toContain('草稿：1 个文件');
	await page.reload();
	await page.waitForSelector('h1');
	await expect.poll(() => page.textContent('main')).not.toMatch(/1,882\.67/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('filter, drill, back, and the link shows the same to somebody else', async () => {
	const first = await visit(browser, origin, '/regions?period=2024');
	await drawn(first.page);
	const whole = await first.page.textContent('h1, main header');
	await first.page.goto(`${origin}/regions?period=2024&region=500000`);
	await drawn(first.page);
	await expect.poll(() => first.page.textContent('main')).toMatch(/重庆/);
	await first.page.getByRole('link', { name: /重庆/ }).first().click();
	await first.page.waitForURL(/\/regions\/500000/);
	await drawn(first.page);
	expect(first.page.url()).toContain('period=2024');
	await first.page.goBack();
	await first.page.waitForURL(/region=500000/);
	await first.page.goBack();
	await drawn(first.page);
	expect(await first.page.textContent('h1, main header')).toBe(whole);

	const address = `${origin}/regions/500000?period=2024&indicator=high_skilled_share`;
	await first.page.goto(address);
	await drawn(first.page);
	const second = await visit(browser, origin, address.slice(origin.length));
	await drawn(second.page);
	const figures = (text: string | null) => text?.match(/[\d,.]+\s?[%万亿]/g);
	expect(figures(await second.page.textContent('main'))).toEqual(figures(await first.page.textContent('main')));
	expect([...first.troubles, ...second.troubles]).toEqual([]);
	await first.context.close();
	await second.context.close();
});

test('a damaged link is named and the rest of it is used', async () => {
	const { page, context, troubles } = await visit(
		browser,
		origin,
		`/?period=2024&region=999999&compare=${encodeURIComponent('<img src=x onerror=alert(1)>')}&colour=red`
	);
	await drawn(page);
	const note = page.getByText('链接中有看不懂的条件');
	await note.waitFor();
	expect(await note.textContent()).toContain('colour=red');
	expect(await note.textContent()).toContain('<img');
	expect(await page.textContent('main')).toContain('2024年');
	expect(troubles).toEqual([]);
	await context.close();
});

test('an unknown profile says so and shows another', async () => {
	const { page, context } = await visit(browser, origin, '/?profile=atlantis');
	await drawn(page);
	await page.getByText('没有名为“atlantis”的数据').waitFor();
	await context.close();
});

test('the census release stands beside the demo, with its source', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=census-2004');
	await drawn(page);
	const text = (await page.textContent('body')) ?? '';
	expect(text).toContain('国家统计局');
	expect(text).not.toContain('示例数据');
	expect(text).toMatch(/516\.8\s?万|5,168,303/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('one competition: register, search, results with computed ranks', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/competitions');
	await drawn(page);
	const rows = page.getByRole('row');
	await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(10);
	await page.getByRole('searchbox').fill('焊工');
	await expect.poll(() => rows.nth(2).textContent()).toContain('焊工');
	await rows.nth(1).click();
	await page.waitForURL(/\/competitions\/.+/);
	await drawn(page);
	expect(await page.textContent('main')).toMatch(/名次|成绩/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('the language is switched and kept in the link', async () => {
	const { page, context } = await visit(browser, origin, '/?lang=en&period=2024');
	await drawn(page);
	expect(await page.title()).toMatch(/Overview/);
	expect(await page.getAttribute('html', 'lang')).toBe('en');
	const text = (await page.textContent('main')) ?? '';
	// Words around figures stand in the order of their language.
	expect(text.replaceAll(/\s+/g, ' ')).toMatch(/Target [^·]+ · [\d.,]+% reached · (On course|Slow|Behind)/);
	const han = text.match(/[\u4e00-\u9fff]+/g) ?? [];
	expect(han).toEqual([]);
	await context.close();
});
