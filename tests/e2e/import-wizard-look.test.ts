import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { seriousViolations } from './sound.ts';
import { dropFile, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const report =
	'统计时期,地区,参赛职工,参赛人次,甲栏\n2024Q3,江苏省,1000,2000,x\n2024Q3,浙江省,1O48,2096,x\n2024Q3,大洋国,1100,2200,x\n';
const steps = {
	'zh-CN': ['结构', '列', '名称', '单元格', '合计', '预览', '回执'],
	en: ['Structure', 'Columns', 'Names', 'Cells', 'Totals', 'Preview', 'Receipt']
} as const;
const other = { 'zh-CN': '其他步骤', en: 'Other steps' } as const;
const choose = { 'zh-CN': '选择文件', en: 'Choose files' } as const;

test.each([
	['zh-CN', 'light', 1280],
	['en', 'dark', 390]
] as const)(
	'%s, %s, %i px: every step without a serious violation, nothing wider than the screen',
	async (language, colorScheme, width) => {
		const { page, context, troubles } = await visit(browser, origin, '/import', {
			language,
			colorScheme,
			viewport: { width, height: 844 }
		});
		await page.getByRole('button', { name: choose[language] }).first().waitFor({ timeout: 60_000 });
		await dropFile(page, '汇总.csv', new TextEncoder().encode(report));
		await page.locator('.scroller').last().waitFor({ timeout: 60_000 });
		const nav = page.getByRole('navigation').filter({ has: page.locator('[aria-current="step"]') });
		for (const name of steps[language]) {
			const shown = nav.getByRole('listitem').getByRole('button', { name: new RegExp(`^${name}`) });
			const others = page.getByRole('button', { name: other[language] });
			// A step may come into the row while the file is still being read: then it is not among the others any more.
			const go = async () => {
				if ((await shown.count()) > 0) return shown.click({ timeout: 2000 });
				await others.click({ timeout: 2000 });
				return page.getByRole('option', { name, exact: true }).click({ timeout: 2000 });
			};
			await expect
				.poll(async () => {
					await go().catch(() => page.keyboard.press('Escape'));
					return page.locator('[aria-current="step"]').textContent();
				})
				.toContain(name);
			await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 60_000 }).toBe(0);
			expect([name, ...(await seriousViolations(page))]).toEqual([name]);
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
			expect([name, overflow]).toEqual([name, 0]);
		}
		expect(troubles).toEqual([]);
		await context.close();
	}
);
