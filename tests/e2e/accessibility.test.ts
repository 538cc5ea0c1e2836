import type { Browser } from 'playwright-core';
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
		await expectSound(page);
		expect(troubles).toEqual([]);
		await context.close();
	}
);
