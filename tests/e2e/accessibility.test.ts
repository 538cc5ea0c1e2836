import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const views = ['/', '/regions', '/regions/500000', '/industries', '/competitions', '/dictionary'];

test.each(views.flatMap((view) => [[view, 'light', 1280, 'zh-CN'] as const, [view, 'dark', 390, 'en'] as const]))(
	'%s, %s, %i px wide, %s: no serious violation, nothing wider than the screen',
	async (view, colorScheme, width, language) => {
		const { page, context, troubles } = await visit(browser, origin, view, {
			colorScheme,
			language,
			viewport: { width, height: 844 }
		});
		await drawn(page);
		const { violations } = await new AxeBuilder({ page }).analyze();
		const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
		expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBeLessThanOrEqual(0);
		expect(troubles).toEqual([]);
		await context.close();
	}
);
