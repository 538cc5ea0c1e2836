import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { WallState } from '../../src/lib/wall/wall-state.ts';
import { launchChromium } from './chromium.ts';
import { illegible, wallSizes } from './wall-look.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** Every scene and, where it has several steps, its second. */
async function faultsOf(page: Page, about: string): Promise<string[]> {
	await listen(page);
	const scenes = await stateOf(page).then(({ scenes: all }) => all);
	expect(scenes.length, about).toBeGreaterThan(3);
	const faults: string[] = [];
	for (const { scene } of scenes) {
		await tell(page, { do: 'pin', scene });
		for (const step of [1, 2]) {
			await page.clock.runFor(step === 1 ? 2000 : 20_000);
			await drawnPictures(page);
			const kind = await page.locator('.layer.on .scene').first().getAttribute('data-scene');
			for (const fault of await illegible(page)) faults.push(`${about} scene ${scene} ${kind} ${step}: ${fault}`);
		}
	}
	return faults;
}

interface Listening extends Window {
	channel: BroadcastChannel;
	heard: WallState | null;
}

async function listen(page: Page): Promise<void> {
	await page.evaluate(() => {
		const here = window as unknown as Listening;
		here.channel = new BroadcastChannel('gongbang-wall');
		here.heard = null;
		here.channel.addEventListener('message', ({ data }: MessageEvent<{ state?: WallState }>) => {
			if (data.state) here.heard = data.state;
		});
	});
}

async function stateOf(page: Page): Promise<WallState> {
	const heard = () => page.evaluate(() => (window as unknown as Listening).heard);
	await page.evaluate(() => (window as unknown as Listening).channel.postMessage({ ask: true }));
	await expect
		.poll(async () => {
			await page.clock.runFor(500);
			return (await heard()) !== null;
		})
		.toBe(true);
	return (await heard()) as WallState;
}

async function tell(page: Page, command: object): Promise<void> {
	await page.evaluate((told) => {
		const { channel, heard } = window as unknown as Listening;
		channel.postMessage({ wall: heard?.wall, command: told });
	}, command);
	await page.clock.runFor(300);
}

/** Charts are drawn when their box is known, one after the other; texts move off the seams with the frame after. */
async function drawnPictures(page: Page): Promise<void> {
	for (let round = 0, still = 0; round < 100 && still < 3; round++) {
		await page.clock.runFor(50);
		const waiting = await page.evaluate(
			() =>
				[...document.querySelectorAll('.layer.on .picture .holder')].some((holder) => holder.childElementCount === 0) ||
				document.querySelectorAll('.layer').length > 1
		);
		still = waiting ? 0 : still + 1;
	}
}

/**
 * A wall whose time passes when it is told to, and which has not heard its server for days: it has the most to say then.
 */
async function wallOn(path: string, size: { width: number; height: number }) {
	const context = await browser.newContext({ viewport: size, serviceWorkers: 'block' });
	const page = await context.newPage();
	const troubles: string[] = [];
	page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
	page.on('pageerror', (error) => troubles.push(error.message));
	await page.clock.install({ time: new Date('2026-11-20T10:00:00') });
	await page.goto(origin + path);
	await page.waitForSelector('.layer.on .scene');
	await page.waitForSelector('body[data-answers]', { state: 'attached' });
	await page.waitForLoadState('networkidle');
	await page.route('**/*', () => {});
	// An answer that was on its way when the lines were cut counts as heard when it comes: then the days pass once more.
	await expect
		.poll(async () => {
			await page.clock.fastForward(12 * 24 * 3_600_000);
			await page.clock.runFor(2000);
			return page.locator('.foot .day').count();
		})
		.toBe(1);
	return { page, context, troubles };
}

const walls = [
	{ profile: 'gansu', language: 'zh', sizes: wallSizes },
	{ profile: 'national', language: 'en', sizes: wallSizes.filter((_, index) => [0, 2, 3, 6, 7].includes(index)) },
	{ profile: 'enterprise', language: 'zh', sizes: wallSizes.filter((_, index) => [2, 4, 7].includes(index)) },
	{ profile: 'shanghai', language: 'zh', sizes: wallSizes.slice(7) },
	{ profile: 'enterprise', language: 'en', sizes: wallSizes.slice(7) }
];

test.each(walls)(
	'every scene of $profile ($language) can be read from five metres on every screen',
	{ timeout: 240_000 },
	async ({ profile, language, sizes }) => {
		const faults: string[] = [];
		for (const { width, height, query } of sizes) {
			const path = `/wall?profile=${profile}&lang=${language}${query ? `&${query}` : ''}`;
			const { page, context, troubles } = await wallOn(path, { width, height });
			faults.push(...(await faultsOf(page, `${width}×${height}`)));
			expect(troubles).toEqual([]);
			await context.close();
		}
		expect(faults).toEqual([]);
	}
);
