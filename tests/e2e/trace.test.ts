import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { seriousViolations } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const exports = join(import.meta.dirname, '../../data/demo/exports/national/汇总');
const explained = async (page: Page) => {
	const dialog = page.getByRole('dialog');
	await dialog.locator('dl').waitFor({ timeout: 30_000 });
	return dialog;
};
/** The part of a row that a press on opens. */
const number = (page: Page, panel: string, name: RegExp) =>
	page.locator(`[data-panel="${panel}"]`).getByRole('button', { name });

test('a tile says its number, its formula, who has not reported, and the file and line of each row', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=national');
	await drawn(page);
	await page.evaluate(() => {
		const tops = Object.assign(window, { tops: new Set<number>() }).tops;
		const look = () => {
			const dialog = document.querySelector('dialog[open]');
			if (dialog) tops.add(Math.round(dialog.getBoundingClientRect().top));
			requestAnimationFrame(look);
		};
		look();
	});
	await page.getByRole('button', { name: '参赛人次：怎么算的' }).click();
	const dialog = await explained(page);
	const text = (await dialog.textContent()) ?? '';
	expect(text).toMatch(/参赛人次 = 51 个填报数之和 = [\d,]{9,}/);
	expect(text).toMatch(/暂定：参赛人次还有 2 个没有报/);
	expect(text).toMatch(/未报：贵州省、青海省/);
	expect(text).toMatch(/同比：（[\d,]+ − [\d,]+）÷ [\d,]+ = [−+][\d.]+%/);
	const step = dialog.locator('li').filter({ hasText: '河北省' });
	const [, amount = '', file = '', line = ''] =
		/河北省\s*([\d,]+)\s*(\S+\.csv) 第 (\d+) 行/.exec((await step.textContent()) ?? '') ?? [];
	const row = readFileSync(join(exports, file), 'utf8').split(/\r?\n/)[Number(line) - 1] ?? '';
	expect(row).toContain('河北');
	expect(row.replaceAll(/["\s]/g, '')).toContain(amount.replaceAll(',', ''));
	expect(await seriousViolations(page)).toEqual([]);

	/* What it is compared with has a way of its own, and a way back. */
	await dialog.getByRole('button', { name: /对比期.*怎么算的/ }).click();
	await dialog.getByText('2025年三季度').first().waitFor();
	await dialog.getByRole('button', { name: /返回/ }).click();
	await dialog.getByText('2026年三季度，参赛人次').first().waitFor();
	/* What comes grows downwards: a press on the head does not miss it. */
	expect(await page.evaluate(() => [...(window as unknown as { tops: Set<number> }).tops])).toHaveLength(1);
	await page.keyboard.press('Escape');
	await expect.poll(() => dialog.count()).toBe(0);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a citation is copied: figure, place, period, definition, files, release, address', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=national', {
		permissions: ['clipboard-read', 'clipboard-write']
	});
	await drawn(page);
	await page.getByRole('button', { name: '参赛人次：怎么算的' }).click();
	const dialog = await explained(page);
	await dialog.getByRole('button', { name: '复制引用' }).click();
	await dialog.getByText('已复制').waitFor();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	for (const part of ['参赛人次', '全国', '2026年三季度', '（暂定）', '口径：', '汇总表', '.csv》', '发布 ', origin])
		expect(text).toContain(part);
	expect(text).toMatch(/[\d,]{9,} 人次/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('numbers of tables on other pages: a change, a rank, a ratio down to both sides', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/regions?profile=national');
	await drawn(page);
	const table = page.locator('[data-panel="table"]');
	await table
		.getByRole('button', { name: /^广东省 .*%：怎么算的$/ })
		.first()
		.click();
	let dialog = await explained(page);
	await dialog
		.getByText(/^（[\d,]+ − [\d,]+）÷ [\d,]+ = /)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');
	await table.getByRole('button', { name: /^广东省 1：怎么算的$/ }).click();
	dialog = await explained(page);
	await dialog.getByText('0 个排在前面：0 + 1 = 1').first().waitFor();
	await dialog.getByRole('button', { name: /^广东省 .*怎么算的$/ }).click();
	await dialog
		.getByText(/广东省 · 2026年三季度/)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');

	await page.goto(`${origin}/innovation?profile=national`);
	await drawn(page);
	await page
		.locator('[data-panel="funnel"]')
		.getByRole('button', { name: /以表格查看/ })
		.first()
		.click();
	await number(page, 'funnel', /%：怎么算的$/)
		.first()
		.click();
	dialog = await explained(page);
	await dialog
		.getByText(/[\d,]+ ÷ [\d,]+ × 100% = [\d.]+%/)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');

	await page.goto(`${origin}/targets?profile=national`);
	await drawn(page);
	await page
		.getByRole('button', { name: /完成率.*怎么算的|完成.*怎么算的/ })
		.first()
		.click();
	dialog = await explained(page);
	await dialog
		.getByText(/÷ .* × 100% = /)
		.first()
		.waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('the marks of a chart by keyboard and by a right click', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=national');
	await drawn(page);
	const map = page.locator('[data-panel="map"]');
	const walk = map.locator('.walk');
	await walk.waitFor({ state: 'attached' });
	await walk.focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	expect(await walk.textContent()).toMatch(/^河北省 · 参赛人次 [\d,]+ /);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('i');
	const dialog = await explained(page);
	expect(await dialog.textContent()).toMatch(/河北省 · 2026年三季度/);
	await page.keyboard.press('Escape');
	await expect.poll(() => dialog.count()).toBe(0);

	const bars = page.locator('[data-panel="industries"] .holder');
	await bars.scrollIntoViewIfNeeded();
	const box = await bars.boundingBox();
	if (!box) throw new Error('No chart');
	await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 24, { button: 'right' });
	await page.locator('.offer').getByRole('button', { name: '怎么算的' }).click();
	expect(await (await explained(page)).textContent()).toContain('制造业');
	expect(troubles).toEqual([]);
	await context.close();
});

test('a table is one stop of the keyboard; arrow keys lead to its numbers', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/regions/320000?profile=national', {
		language: 'en',
		viewport: { width: 390, height: 844 },
		colorScheme: 'dark'
	});
	await drawn(page);
	const row = page.locator('tr[data-row="0"]').last();
	await row.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	const dialog = await explained(page);
	expect(await dialog.textContent()).toContain('Definition');
	expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
	expect(await seriousViolations(page)).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});
