import type { Browser, Page } from 'playwright-core';
import { packPlaylist } from '#lib/wall/packed-playlist.ts';
import type { Playlist } from '#lib/wall/playlist.ts';
import type { FaultyLine } from '../e2e/faulty-line.ts';

/** How long each scene of the wall stands. */
export const sceneSeconds = 5;
/** Scenes of one step, so that a change comes every five seconds; figures with different filters among them. */
const playlist: Playlist = {
	id: 'soak',
	title: { zh: '久播', en: 'Soak' },
	seconds: sceneSeconds,
	transition: 'fade',
	quietHour: '03:30',
	scenes: [
		{ kind: 'figures' },
		{ kind: 'map', rows: 4 },
		{ kind: 'figures', filters: 'period=2026Q2' },
		{ kind: 'announcement', text: { zh: '安全生产', en: 'Safety first' } },
		{ kind: 'figures', filters: 'region=500103' },
		{ kind: 'trend' },
		{ kind: 'figures', filters: 'region=500105' }
	]
};
/** Where it is played, without a page that the server has drawn: each edition is worked out. */
export const wallPath = `/wall/play?profile=chongqing${packPlaylist(playlist)}`;
/** A wall, its clock in our hand or not; what is thrown in it; its long tasks, once it stands. */
export async function openWall(browser: Browser, line: FaultyLine, inHand: boolean) {
	const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	await page.addInitScript(() => {
		// Every night is a new page: here it is one page for all of them.
		const { getItem } = Storage.prototype;
		Storage.prototype.getItem = function (key: string) {
			if (key !== 'gongbang-wall-reloads') return getItem.call(this, key);
			return JSON.stringify([{ cause: 'night', at: Date.now() }]);
		};
	});
	if (inHand) await page.clock.install();
	await page.goto(line.origin + wallPath);
	await page.waitForSelector('.layer.on h1', { timeout: 60_000 });
	await page.evaluate(() => {
		const seen = Object.assign(window, { tasks: [] as number[] });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.tasks.push(Math.round(duration));
		}).observe({ type: 'longtask' });
	});
	return { page, errors, close: () => context.close() };
}

/** Ms of each task over 50 ms, since the page stands. */
export const longTasks = (page: Page) => page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);

/** What is on. */
export function shown(page: Page): Promise<{ release: string; place: number; title: string; working: boolean }> {
	return page.evaluate(() => ({
		release: document.querySelector<HTMLElement>('.wall')?.dataset.release ?? '',
		place: [...document.querySelectorAll('.round i')].findIndex((dot) => dot.classList.contains('on')),
		title: document.querySelector('.layer.on h1')?.textContent ?? '',
		working: document.querySelector('.wall[data-working]') !== null
	}));
}
