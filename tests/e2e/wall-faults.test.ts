import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { layLine, type FaultyLine } from './faulty-line.ts';
import { serveTwoReleases, type TwoReleases } from './two-releases.ts';

/*
 * What befalls a wall that nobody watches. After each the wall shows a scene within five seconds, and nothing was thrown
 * that nobody caught. The figures of the two releases: 300 in the older one, 350 in the newer.
 */
const path = '/wall?profile=chongqing&name=e2e';
const figures = `${path}&scene=figures`;
/** Each takes a start of the engine; `WALL_KILLS=100` is the long form. */
const kills = Number(process.env.WALL_KILLS ?? 20);
const [seconds, minutes] = [1000, 60_000];
/** Longer than a release that was refused waits for its next try, with the look after it. */
const nextTry = 5 * minutes + 21 * seconds;

let browser: Browser;
let two: TwoReleases;
let line: FaultyLine;
beforeAll(async () => {
	[browser, two] = await Promise.all([launchChromium(), serveTwoReleases()]);
	line = await layLine(two.origin);
});
afterAll(async () => {
	await browser?.close();
	await line?.close();
	await two?.close();
});

/** A wall whose clock is in the test's hand, and what was thrown in it. */
async function wall(address: string, options: BrowserContextOptions & { at?: Date } = {}) {
	const { at, ...rest } = options;
	line.become('well');
	line.damage(null);
	line.age(null);
	line.offer(two.newer);
	const context = await browser.newContext({
		...{ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', timezoneId: morning() },
		...rest
	});
	const page = await context.newPage();
	const thrown = errorsOf(page);
	await page.clock.install(at && { time: at });
	await page.goto(line.origin + address);
	await stands(page);
	await page.waitForSelector('.wall[data-playing]');
	await page.waitForLoadState('networkidle');
	return { context, page, thrown };
}

/** A zone where it is six in the morning: hours pass here, and at night a wall loads itself anew. */
function morning(): string {
	const ahead = ((6 - new Date().getUTCHours() + 36) % 24) - 12;
	return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

function errorsOf(page: Page): string[] {
	const thrown: string[] = [];
	page.on('pageerror', (error) => thrown.push(String(error)));
	return thrown;
}

/** A scene is on the screen, with its headline. */
async function stands(page: Page): Promise<void> {
	await page.waitForFunction(
		() => {
			const on = document.querySelector('.layer.on');
			const title = on?.querySelector('h1');
			return title?.textContent?.trim() && title.getBoundingClientRect().height > 0;
		},
		undefined,
		{ timeout: 5000, polling: 50 }
	);
}

/** Lets time pass in steps, and what was begun in each come to its end. */
async function pass(page: Page, ms: number, step = ms): Promise<void> {
	for (let gone = 0; gone < ms; gone += step) {
		// What is worked out takes its own time, of which the page's clock knows nothing: it would be given up as too slow.
		if (line.state === 'well') await page.waitForSelector('.wall:not([data-working])', { timeout: 60_000 });
		await page.clock.fastForward(step);
		await page.waitForTimeout(20);
	}
}

/** Another release is seen, worked out behind in its own time, and shown with the next scene. */
async function comes(page: Page, wanted: string, after = 21 * seconds): Promise<void> {
	line.offer(wanted);
	await pass(page, after, Math.min(after, 110 * seconds));
	for (let step = 0; step < 120 && (await release(page)) !== wanted; step++) await pass(page, seconds);
	expect(await release(page)).toBe(wanted);
	await stands(page);
}

const release = (page: Page) => page.getAttribute('.wall', 'data-release');
const foot = (page: Page) => page.locator('.wall > .foot').innerText();
/** What the page has noted of itself; it does so every half minute. */
async function noted(
	page: Page
): Promise<{ faults: { where: string; what: string }[]; counts: { recoveries: number } }> {
	await pass(page, 31 * seconds);
	await page.waitForTimeout(200);
	return page.evaluate(() => JSON.parse(localStorage.getItem('gongbang-wall-reports') ?? '[]')[0]);
}

test('a server that is gone for an hour: the wall goes on and says how old it is, and is up to date when the server is back', async () => {
	const { context, page, thrown } = await wall(path);
	line.become('gone');
	await pass(page, 3 * minutes, minutes);
	expect(await foot(page)).toMatch(/[234] 分钟未更新/);
	await pass(page, 58 * minutes, 2 * minutes);
	await stands(page);
	expect(await foot(page)).toContain('1 小时未更新');
	line.become('well');
	await comes(page, two.older);
	await expect.poll(() => foot(page), { timeout: 5000 }).not.toContain('未更新');
	await stands(page);
	expect(thrown).toEqual([]);
	await context.close();
});

test('a server that hangs for an hour is not asked by more and more requests', async () => {
	const { context, page, thrown } = await wall(path);
	line.become('hangs');
	await pass(page, 30 * minutes, minutes);
	const { open } = line;
	await pass(page, 30 * minutes, minutes);
	await stands(page);
	// Some of the page, some of the service worker: none is asked again before it is given up.
	expect(line.open).toBeLessThanOrEqual(Math.max(open, 8));
	line.become('well');
	await pass(page, 41 * seconds, 41 * seconds);
	await expect.poll(() => foot(page), { timeout: 5000 }).not.toContain('未更新');
	expect(thrown).toEqual([]);
	await context.close();
});

test('a release that is damaged is refused; whole again it comes, and so does the one before when it is taken back', async () => {
	const { context, page, thrown } = await wall(figures);
	await expect.poll(() => page.locator('.layer.on').innerText()).toContain('350');
	line.damage(two.older);
	line.offer(two.older);
	await pass(page, 21 * seconds);
	await expect.poll(async () => (await noted(page)).faults.some(({ what }) => /SHA-256/.test(what))).toBe(true);
	expect(await release(page)).toBe(two.newer);
	await stands(page);
	line.damage(null);
	await comes(page, two.older, nextTry);
	await expect.poll(() => page.locator('.layer.on').innerText()).toContain('300');
	await comes(page, two.newer);
	expect(thrown).toEqual([]);
	await context.close();
});

test('a release of a later program: the page is loaded anew, but not more than once an hour', async () => {
	const { context, page, thrown } = await wall(figures);
	let loads = 0;
	page.on('load', () => loads++);
	line.age(two.older);
	line.offer(two.older);
	await pass(page, 21 * seconds);
	await expect.poll(() => loads).toBe(1);
	await page.waitForSelector('.wall[data-playing]');
	await stands(page);
	await pass(page, 50 * minutes, 30 * seconds);
	expect(loads).toBe(1);
	await stands(page);
	const again = () => loads >= 2;
	for (let step = 0; step < 60 && !again(); step++) await pass(page, 30 * seconds);
	await expect.poll(() => loads).toBe(2);
	await stands(page);
	expect(thrown).toEqual([]);
	await context.close();
});

test('the engine’s worker is killed in the middle of questions, again and again', { timeout: 300_000 }, async () => {
	const { context, page, thrown } = await wall(figures);
	await page.evaluate((most) => {
		/* What a worker that runs out of memory does: it is gone, and its page is told. */
		const counts = ((window as unknown as { killed: { done: number; most: number } }).killed = { done: 0, most });
		const { postMessage } = Worker.prototype;
		const seen = new WeakMap<Worker, number>();
		Worker.prototype.postMessage = function (this: Worker, ...told: Parameters<typeof postMessage>) {
			postMessage.apply(this, told);
			const count = (seen.get(this) ?? 0) + 1;
			seen.set(this, count);
			// Sooner or later: while it starts, while the release is laid, at the first question or at a later one.
			if (counts.done >= counts.most || count !== 2 + ((counts.done * 7) % 12)) return;
			counts.done++;
			this.terminate();
			this.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
		} as typeof postMessage;
	}, kills);
	const killed = () => page.evaluate(() => (window as unknown as { killed: { done: number } }).killed.done);
	for (let turn = 0; (await killed()) < kills; turn++) {
		line.offer((await release(page)) === two.older ? two.newer : two.older);
		await pass(page, nextTry);
		await stands(page);
		expect(turn).toBeLessThan(120);
	}
	await comes(page, (await release(page)) === two.older ? two.newer : two.older, nextTry);
	expect((await noted(page)).counts.recoveries).toBeGreaterThan(0);
	expect(page.workers().filter((worker) => worker.url().includes('duckdb'))).toEqual([]);
	expect(thrown).toEqual([]);
	await context.close();
});

test('a storage that is full: the wall plays from memory and takes newer data', async () => {
	const { context, page, thrown } = await wall(figures);
	const session = await context.newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: 1 });
	await page.evaluate(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await comes(page, two.older);
	await pass(page, 11 * minutes, minutes);
	await stands(page);
	expect(thrown).toEqual([]);
	await context.close();
});

test('started again without a network, or at a server that answers by errors, the wall shows what it last had', async () => {
	const { context, page, thrown } = await wall(figures);
	await pass(page, 5 * seconds);
	// Everything that a start needs is kept.
	await expect.poll(() => page.evaluate(async () => Boolean(await caches.match('/kept/complete')))).toBe(true);
	await page.close();
	for (const state of ['gone', 'fails', 'hangs'] as const) {
		line.become(state);
		const again = await context.newPage();
		thrown.push(...errorsOf(again));
		await again.clock.install({ time: Date.now() + 26 * 60 * minutes });
		await again.goto(line.origin + figures);
		await stands(again);
		expect(await again.locator('.layer.on').innerText(), state).toContain('350');
		await again.waitForSelector('.wall[data-playing]');
		await pass(again, 3 * minutes, minutes);
		await stands(again);
		// By the note of the browser, not by the start of this page.
		expect(await foot(again), state).toContain('26 小时未更新');
		await again.close();
	}
	// Other pages are the server's own business.
	line.become('fails');
	const other = await context.newPage();
	expect((await other.goto(`${line.origin}/studios`))?.status()).toBe(500);
	expect(thrown).toEqual([]);
	await context.close();
});

test('nothing is drawn by a graphics context that could be lost, and the process that paints may die', async () => {
	const { context, page, thrown } = await wall(path);
	await page.evaluate(() => {
		const asked: string[] = ((window as unknown as { asked: string[] }).asked = []);
		for (const kind of [HTMLCanvasElement, OffscreenCanvas]) {
			const { getContext } = kind.prototype as HTMLCanvasElement;
			(kind.prototype as HTMLCanvasElement).getContext = function (this: HTMLCanvasElement, type: string) {
				asked.push(type);
				return getContext.call(this, type);
			} as typeof getContext;
		}
	});
	for (let change = 0; change < 20; change++) await pass(page, 12 * seconds, 6 * seconds);
	expect(
		await page.evaluate(() => (window as unknown as { asked: string[] }).asked.filter((type) => /gl|gpu/.test(type)))
	).toEqual([]);
	expect(await page.locator('.wall canvas').count()).toBe(0);
	const session = await browser.newBrowserCDPSession();
	await session.send('Browser.crashGpuProcess').catch(() => {});
	await stands(page);
	// There is no picture until another process has taken over.
	await expect.poll(() => page.screenshot().then(Boolean, () => false)).toBe(true);
	await stands(page);
	expect(thrown).toEqual([]);
	await context.close();
});

test('a clock that is set by a day, forward and back, does not stop the scenes nor make the data look old', async () => {
	const { context, page, thrown } = await wall(path);
	for (const day of [1, -1, -1, 1]) {
		const now = await page.evaluate(() => Date.now());
		await page.clock.setSystemTime(now + day * 24 * 60 * minutes);
		await pass(page, seconds);
		await stands(page);
		expect(await foot(page)).not.toContain('未更新');
		const before = await page.locator('.layer.on').innerText();
		await pass(page, 5 * minutes, 10 * seconds);
		await expect
			.poll(async () => {
				await pass(page, 10 * seconds);
				return page.locator('.layer.on').innerText();
			})
			.not.toBe(before);
	}
	// A release is seen, though the time of its last refusal would be tomorrow.
	await comes(page, two.older);
	expect(thrown).toEqual([]);
	await context.close();
});

test.each([
	['summer', '2026-03-29T00:59:30Z', '03:00'],
	['winter', '2026-10-25T00:59:30Z', '02:00']
])('the change to %s time is a minute like any other', async (_, at, clock) => {
	const { context, page, thrown } = await wall(path, { timezoneId: 'Europe/Berlin', at: new Date(at) });
	await pass(page, minutes, 10 * seconds);
	await stands(page);
	expect(await page.locator('.clock .time').innerText()).toContain(clock);
	expect(await foot(page)).not.toContain('未更新');
	expect(thrown).toEqual([]);
	await context.close();
});

test('walls tell their server how they are, and what is no report is refused', async () => {
	const { context, page } = await wall(`${path}&scene=figures`);
	await pass(page, 31 * seconds);
	const status = `${line.origin}/wall/status.json`;
	await expect
		.poll(async () => JSON.stringify(await (await fetch(status)).json()))
		.toContain('"path":"/wall?profile=chongqing&name=e2e&scene=figures"');
	const post = (body: string, type = 'application/json') =>
		fetch(status, { method: 'POST', body, headers: { 'content-type': type, origin: 'https://example.com' } });
	expect((await post('{}')).status).toBe(400);
	expect((await post('x'.repeat(100_000))).status).toBe(413);
	expect([403, 415]).toContain((await post('{}', 'text/plain')).status);
	const health = await context.newPage();
	await health.clock.install();
	await health.goto(`${line.origin}/wall/status`);
	await expect.poll(() => health.locator('main').innerText()).toContain('/wall?profile=chongqing&name=e2e');
	line.become('gone');
	await health.clock.fastForward(11 * seconds);
	await expect.poll(() => health.locator('main').innerText()).toContain('服务器没有应答');
	expect(await health.locator('section').count()).toBe(1);
	await context.close();
});
