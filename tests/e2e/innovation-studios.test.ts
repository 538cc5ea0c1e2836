import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { expectSound, seriousViolations } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

test.each([
	['/innovation', 'light', 1280, 'zh-CN'],
	['/innovation?by=industry', 'dark', 390, 'en'],
	['/studios', 'light', 390, 'zh-CN'],
	['/studios', 'dark', 3840, 'en']
] as const)(
	'%s, %s, %i px wide, %s: no serious violation, nothing wider than the screen',
	async (view, colorScheme, width, language) => {
		const { page, context, troubles } = await visit(browser, origin, view, {
			colorScheme,
			language,
			viewport: { width, height: 844 }
		});
		await drawn(page);
		await expectSound(page);
		expect(troubles).toEqual([]);
		await context.close();
	}
);

test('innovation: the order and the split of the funnels are in the link, a kind narrows the register alone', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/innovation');
	await drawn(page);
	expect(await page.textContent('main')).toMatch(/全国职工提出合理化建议 [\d.,]+\s?万?件/);
	await page.getByRole('button', { name: '按行业' }).click();
	await page.waitForURL(/by=industry/);
	await page.getByRole('button', { name: '采纳率', exact: true }).click();
	await page.waitForURL(/sort=adoption/);
	const sentence = await page.textContent('.sentence');
	const title = page.getByRole('heading', { name: /台账登记成果/ });
	await title.waitFor();
	const all = await title.textContent();
	await page.getByLabel('类别').selectOption('invention');
	await page.waitForURL(/kind=invention/);
	await expect.poll(() => title.textContent()).not.toBe(all);
	await drawn(page);
	expect(await page.textContent('.sentence')).toBe(sentence);
	await page.getByLabel('查找创新成果').fill('没有这一项');
	await page.getByText('没有找到“没有这一项”').waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('studios: searched, opened, placed among their kind, and back; an unknown number is said', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/studios?profile=chongqing');
	await drawn(page);
	expect(await page.textContent('.sentence')).toMatch(/重庆市?有创新工作室 [\d,.]+/);
	await page.getByLabel('查找工作室').fill('工作室 九龙坡');
	await page.getByRole('heading', { name: /“工作室 九龙坡”：找到/ }).waitFor();
	// The rows come after the heading that counts them.
	const found = page.getByRole('row').filter({ hasText: '九龙坡', has: page.getByRole('link') });
	await found.first().waitFor();
	await expect
		.poll(() =>
			page
				.getByRole('row')
				.filter({ hasNotText: '九龙坡', has: page.getByRole('link') })
				.count()
		)
		.toBe(0);
	const link = found.getByRole('link', { name: /示例创新工作室/ }).first();
	const name = (await link.textContent()) ?? '';
	await link.click();
	await page.waitForURL(/\/studios\//);
	await drawn(page);
	expect(await page.textContent('h1')).toBe(name);
	expect(await page.getByRole('rowheader').count()).toBeGreaterThan(2);
	expect(await seriousViolations(page)).toEqual([]);
	await page.goto(`${origin}/studios/NOWHERE?profile=chongqing`);
	await page.getByText('没有编号为“NOWHERE”的工作室或学院').waitFor();
	await page.getByRole('link', { name: '返回工作室台账' }).click();
	await drawn(page);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a release without such data says what is missing and where to bring it', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/innovation?profile=census-2004');
	await page.getByText('还没有职工创新的数据').waitFor({ timeout: 60_000 });
	await page.goto(`${origin}/studios?profile=census-2004`);
	await page.getByText('还没有创新工作室和工匠学院的数据').waitFor({ timeout: 60_000 });
	expect(await seriousViolations(page)).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});
