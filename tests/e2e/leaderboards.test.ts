import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { expectSound } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const rowOf = (page: Page, name: string) => page.getByRole('table').first().getByRole('row').filter({ hasText: name });

test('the list has every kind of board with its leader, and leads to each', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/leaderboards?profile=chongqing', {
		language: 'zh-CN'
	});
	await drawn(page);
	await page.getByRole('heading', { name: '竞赛赛项和团体' }).waitFor({ timeout: 60_000 });
	for (const name of [
		'总量榜',
		'比率榜',
		'综合指数榜',
		'进步榜',
		'奖牌榜和积分榜',
		'行业总量榜',
		'片区总量榜',
		'工作室成果榜'
	])
		await page.getByRole('heading', { level: 2, name }).first().waitFor();
	await expectSound(page);
	await page.getByRole('link', { name: '参赛人次区县榜', exact: true }).click();
	await page.waitForURL(/\/leaderboards\/region-participations\?profile=chongqing/);
	await drawn(page);
	expect(await page.textContent('.sentence')).toMatch(/居首/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a board explains its rows, remembers one’s own, is searched, and its link says all of it', async () => {
	const { page, context, troubles } = await visit(
		browser,
		origin,
		'/leaderboards/region-participations?profile=gansu',
		{
			language: 'zh-CN'
		}
	);
	await drawn(page);
	const table = page.getByRole('table').first();
	await table.getByRole('row').nth(3).getByRole('button').click();
	const dialog = page.getByRole('dialog');
	await dialog.getByText('上一名是').waitFor();
	await page.waitForURL(/row=/);
	const name = (await dialog.getByRole('heading').textContent()) ?? '';
	await dialog.getByRole('button', { name: '设为我的单位' }).click();
	await dialog.getByRole('button', { name: '关闭' }).click();
	await expect.poll(() => page.url()).not.toMatch(/row=/);
	await rowOf(page, name).getByText('我的单位').waitFor();
	await expectSound(page);

	// Another board of the same kind marks the same unit, and a search leaves its rank as it is.
	await page.goto(`${origin}/leaderboards/medals-region?profile=gansu`);
	await drawn(page);
	await page.getByRole('button', { name: `我的单位：${name}` }).click();
	await page.getByRole('searchbox').fill(name);
	await page.waitForURL(/q=/);
	await page.getByRole('heading', { name: '找到 1 个' }).waitFor();
	await page.reload();
	await drawn(page);
	await page.getByRole('heading', { name: '找到 1 个' }).waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('another period takes the place of the baseline, and the board names it', async () => {
	const { page, context, troubles } = await visit(
		browser,
		origin,
		'/leaderboards/region-participation_rate?profile=gansu&period=2026Q2',
		{ language: 'zh-CN' }
	);
	await drawn(page);
	await page.getByText('升降与2025年二季度比较').waitFor();
	await page.getByLabel('与什么比较').selectOption('2026Q1');
	await page.waitForURL(/against=2026Q1/);
	await page.getByText('升降与2026年一季度比较').waitFor();
	await page.getByText('分母下限').waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('an event of a competition leads to its board, which compares the published ranks', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/leaderboards?profile=gansu', { language: 'en' });
	await drawn(page);
	// The list names those that have results; not every competition of the register does.
	const listed = page.locator('a[href*="/leaderboards/competition-"]').first();
	await listed.waitFor({ timeout: 60_000 });
	const id = /competition-([^?]+)/.exec((await listed.getAttribute('href')) ?? '')?.[1] ?? '';
	await page.goto(`${origin}/competitions/${id}?profile=gansu`);
	await page.getByRole('link', { name: /Open the board/ }).click();
	await page.waitForURL(/\/leaderboards\/competition-.*event=/);
	await drawn(page);
	await page
		.getByText(/ranks that the file states/)
		.first()
		.waitFor();
	await expectSound(page);
	expect(troubles).toEqual([]);
	await context.close();
});

test('ten thousand studios scroll: only the rows in sight are in the page', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/leaderboards/studio-benefit', {
		language: 'zh-CN'
	});
	await drawn(page);
	const table = page.getByRole('table').first();
	await expect.poll(() => table.getAttribute('aria-rowcount'), { timeout: 60_000 }).toMatch(/^1\d{4}$/);
	expect(await table.getByRole('row').count()).toBeLessThan(80);
	await table.evaluate((element) => (element.scrollTop = element.scrollHeight));
	await expect.poll(() => table.getByRole('row').last().getAttribute('aria-rowindex')).toMatch(/^1\d{4}$/);
	await page.getByText(/只列出前/).waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('a board that the release does not have says so', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/leaderboards/nothing-here?profile=census-2004', {
		language: 'zh-CN'
	});
	await page.getByText('没有“nothing-here”这个榜').waitFor({ timeout: 60_000 });
	await page.getByRole('link', { name: '回到榜单' }).click();
	await drawn(page);
	await page.getByRole('link', { name: /榜$/ }).first().waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});
