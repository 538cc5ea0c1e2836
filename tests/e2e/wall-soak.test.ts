import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { measureWallSoak } from '../bench/wall-soak.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser?.close());

test(
	'500 scenes and 10 releases leave nothing behind; the long form is in `npm run bench`',
	{ timeout: 240_000 },
	async () => {
		const { early, late, errors, changes, swaps } = await measureWallSoak(browser, { changes: 500, swaps: 10 });
		expect(changes).toBeGreaterThanOrEqual(500);
		expect(swaps).toBeGreaterThanOrEqual(10);
		expect(errors).toEqual([]);
		expect(late.elements).toEqual(early.elements);
		expect([early.canvases, late.canvases]).toEqual([0, 0]);
		expect([early.engines, late.engines]).toEqual([0, 0]);
		expect(late.scripts - early.scripts).toBeLessThan(4e6);
	}
);
