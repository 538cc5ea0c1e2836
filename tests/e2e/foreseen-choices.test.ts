import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, engineRuns, visit } from './visit.ts';

/** What a choice of the filters would ask is asked while the pointer, or the keyboard, rests on it. */
const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

interface Counted {
	asked: number;
}

async function opened(path: string): Promise<{ page: Page; end: () => Promise<void> }> {
	const { page, context, troubles } = await visit(browser, origin, path, { language: 'zh-CN' });
	await page.addInitScript(() => {
		const { postMessage } = Worker.prototype;
		const counted = window as unknown as Counted;
		counted.asked = 0;
		Worker.prototype.postMessage = function (this: Worker, ...told: Parameters<typeof postMessage>) {
			if (/QUERY|PREPARED/.test(String((told[0] as { type?: string } | null)?.type))) counted.asked++;
			return postMessage.apply(this, told);
		} as typeof postMessage;
	});
	await page.reload();
	await drawn(page);
	await engineRuns(page);
	// The engine opens the release behind the page's first picture.
	await page.waitForFunction(() => (window as unknown as Counted).asked > 0);
	await calm(page);
	return {
		page,
		end: async () => {
			expect(troubles).toEqual([]);
			await context.close();
		}
	};
}

const asked = (page: Page) => page.evaluate(() => (window as unknown as Counted).asked);

/** Waits until nothing has been asked for a while; the number of statements by then. */
async function calm(page: Page): Promise<number> {
	for (let before = -1, now = await asked(page); ; before = now, now = await asked(page)) {
		if (before === now) return now;
		await page.waitForTimeout(1000);
	}
}

/** Waits until more has been asked than before, and then nothing for a while; the number of statements by then. */
async function askedSince(page: Page, before: number): Promise<number> {
	await page.waitForFunction((count) => (window as unknown as Counted).asked > count, before);
	return calm(page);
}

test.each(['/', '/balance', '/briefing'])('%s has the answer before the choice is made', async (path) => {
	const { page, end } = await opened(`${path}?profile=national&period=2025`);
	await page.locator('.bar .word').first().click();
	const option = page.getByRole('option', { name: '江苏省', exact: true });
	const before = await calm(page);
	await option.hover();
	const foreseen = await askedSince(page, before);
	await option.click();
	await page.waitForURL(/region=320000/);
	await drawn(page);
	expect(await calm(page)).toBe(foreseen);
	await end();
});

test('a pointer that passes over a list asks for nothing; the keyboard that rests asks like a pointer', async () => {
	const { page, end } = await opened('/briefing?profile=national&period=2025');
	await page.locator('.bar .word').first().click();
	const options = page.getByRole('option');
	await options.nth(8).waitFor();
	const before = await calm(page);
	await page.evaluate(() => {
		for (const option of [...document.querySelectorAll('[role=option]')].slice(5, 15))
			option.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
		document.querySelector('[role=option]')?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
	});
	// The last one is the choice that is made already.
	expect(await calm(page)).toBe(before);
	for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
	const foreseen = await askedSince(page, before);
	await page.keyboard.press('Enter');
	await page.waitForURL(/region=110000/);
	await drawn(page);
	expect(await calm(page)).toBe(foreseen);
	await end();
});
