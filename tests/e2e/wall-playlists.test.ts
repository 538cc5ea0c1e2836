import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { packPlaylist } from '#lib/wall/packed-playlist.ts';
import type { Playlist } from '#lib/wall/playlist.ts';
import { readPlaylists } from '#lib/wall/read-playlist.ts';
import { launchChromium } from './chromium.ts';
import { layLine } from './faulty-line.ts';
import { expectSound } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const onScene = (page: Page) => page.locator('.layer.on [data-scene]').first().getAttribute('data-scene');
const said = (page: Page) => page.locator('.wall .said').innerText();
const shown = (scenes: Playlist['scenes'], more: Partial<Playlist> = {}): Playlist => ({
	...{ id: 'test', title: { zh: '试放', en: 'Test' }, seconds: 3600, transition: 'none', quietHour: '03:30' },
	...more,
	scenes
});

test('a playlist is edited with its preview, kept, exported, imported and played from its address alone', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/wall/edit?profile=gansu', {
		viewport: { width: 1440, height: 1000 },
		language: 'zh-CN'
	});
	await drawn(page);
	const list = page.locator('.scenes ol li');
	const preview = page.getByLabel('预览');
	await expect.poll(() => list.count()).toBe(10);
	await expect.poll(() => preview.locator('[data-scene="figures"] h1').innerText()).toContain('甘肃省');

	// The profile's own stays as it is: a change makes a copy.
	await page.getByRole('button', { name: '上移 · 十大行动进展' }).click();
	await expect.poll(() => page.getByText('已另存到本机').count()).toBe(1);
	expect(await list.first().innerText()).toContain('十大行动进展');
	await list.nth(1).locator('.scene').click();
	await page.getByLabel('秒数', { exact: true }).last().fill('33');
	await page.keyboard.press('Enter');
	await expect.poll(() => list.nth(1).innerText()).toContain('33 秒');

	await page.getByRole('button', { name: '删除画面“地图”' }).click();
	await expect.poll(() => list.count()).toBe(9);
	await page.getByRole('button', { name: '撤销' }).click();
	await expect.poll(() => list.nth(2).innerText()).toContain('地图');

	await page.getByLabel('添加画面').selectOption('announcement');
	await page.getByLabel('文字（中文）').fill('安全生产月');
	await page.getByLabel('文字（英文）').click();
	await expect.poll(() => preview.locator('[data-scene="announcement"]').innerText()).toContain('安全生产月');
	await preview.getByLabel('屏幕').selectOption('1080x1920');
	await expect.poll(() => preview.locator('[data-arrangement="tall"]').count()).toBe(1);

	await page.reload();
	await drawn(page);
	await page.getByLabel('播放列表').selectOption('own:campaigns');
	await expect.poll(() => list.count()).toBe(11);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '导出 JSON' }).click()
	]);
	const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as Playlist[];
	const { playlists, problems } = readPlaylists(exported);
	expect(problems).toEqual([]);
	expect(playlists[0]?.scenes.map(({ kind }) => kind).slice(0, 3)).toEqual(['campaigns', 'figures', 'map']);
	expect(playlists[0]?.scenes[1]?.seconds).toBe(33);

	const imported = [{ ...exported[0], id: 'brought', scenes: [...(exported[0]?.scenes ?? []), { kind: 'pie' }] }];
	await page.getByLabel('导入 JSON').setInputFiles({
		...{ name: 'walls.json', mimeType: 'application/json' },
		buffer: Buffer.from(JSON.stringify(imported))
	});
	await expect.poll(() => page.getByText('“[0].scenes[11].kind”须是 figures、').count()).toBe(1);
	await expect.poll(() => page.getByLabel('播放列表').inputValue()).toBe('own:brought');

	const href = (await page.getByRole('link', { name: '播放', exact: true }).getAttribute('href')) ?? '';
	expect(href).toMatch(/^\/wall\/play\?profile=gansu#p=[\w-]{100,}$/);
	expect(await page.getByLabel('用一个地址播放').inputValue()).toBe(origin + href);
	const wall = await context.newPage();
	const asked: string[] = [];
	wall.on('request', (request) => asked.push(request.url()));
	await wall.goto(origin + href.replace('#', '&scene=announcement#'));
	await expect
		.poll(() => wall.locator('.layer.on [data-scene="announcement"]').allInnerTexts(), { timeout: 60_000 })
		.toEqual([expect.stringContaining('安全生产月')]);
	expect(asked.filter((url) => url.includes('#p=') || url.includes(encodeURIComponent('安全生产月')))).toEqual([]);
	await expectSound(page);
	expect(troubles).toEqual([]);
	await context.close();
});

test('keys of a wall, and its remote control in a second window', async () => {
	const {
		page: wall,
		context,
		troubles
	} = await visit(browser, origin, '/wall?profile=gansu&name=大厅', {
		viewport: { width: 1920, height: 1080 },
		language: 'zh-CN'
	});
	await wall.waitForSelector('body[data-answers]', { state: 'attached' });
	await expect.poll(() => onScene(wall)).toBeTruthy();

	await wall.keyboard.press(' ');
	await expect.poll(() => said(wall)).toBe('已暂停');
	const before = await onScene(wall);
	await wall.keyboard.press('PageDown');
	await expect.poll(() => onScene(wall)).not.toBe(before);
	await wall.keyboard.press('PageUp');
	await expect.poll(() => onScene(wall)).toBe(before);
	await wall.keyboard.press('p');
	await expect.poll(() => said(wall)).toBe('停在这个画面');
	// The word goes by itself.
	await expect.poll(() => said(wall)).toBe('');
	await wall.keyboard.press('b');
	await expect.poll(() => wall.locator('[data-over="blank"]').count()).toBe(1);
	await wall.keyboard.press('Escape');
	await expect.poll(() => wall.locator('[data-over="blank"]').count()).toBe(0);
	await wall.keyboard.press('a');
	await wall.keyboard.type('会议改到三楼 b');
	await wall.keyboard.press('Enter');
	await expect.poll(() => wall.getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining('会议改到三楼')]);
	expect(await wall.locator('[data-over="blank"]').count()).toBe(0);

	const remote = await context.newPage();
	await remote.setViewportSize({ width: 390, height: 844 });
	await remote.goto(`${origin}/wall/remote`);
	await expect.poll(() => remote.getByText('正在显示通知').count()).toBe(1);
	expect(await remote.locator('main').innerText()).toContain('大厅');
	await remote.getByRole('button', { name: '撤下通知' }).click();
	await expect.poll(() => wall.getByRole('alert').count()).toBe(0);
	await remote.getByRole('button', { name: '恢复轮播' }).click();
	await remote.getByRole('button', { name: '暂停' }).click();
	await expect.poll(() => remote.getByText('已暂停').count()).toBe(1);
	const scenes = remote.locator('ol button');
	await scenes.filter({ hasText: '走势' }).click();
	await expect.poll(() => onScene(wall)).toBe('trend');
	await expect.poll(() => remote.locator('ol [aria-current]').innerText()).toContain('走势');
	await remote.getByLabel('通知文字').fill('请就座');
	await remote.getByRole('button', { name: '显示通知' }).click();
	await expect.poll(() => wall.getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining('请就座')]);
	expect(await remote.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

	// What the service worker of walls answers to other pages is what the server would: their engine starts.
	const kept = () => wall.evaluate(async () => (await caches.match('/kept/complete')) !== undefined);
	await expect.poll(kept, { timeout: 60_000 }).toBe(true);
	const edit = await context.newPage();
	await edit.goto(`${origin}/wall/edit?profile=gansu`);
	await drawn(edit);
	await edit.locator('.scenes ol li .scene').filter({ hasText: '逐个看' }).click();
	await expect.poll(() => edit.getByLabel('预览').locator('[data-scene="spotlight"] h1').count()).toBe(1);
	await edit.close();

	await wall.close();
	await expect.poll(() => remote.getByText('没有找到正在播放的大屏').count()).toBe(1);
	await expectSound(remote);
	expect(troubles).toEqual([]);
	await context.close();
});

test('outside its hours a wall is dark but for the time; scenes outside theirs are left out', async () => {
	const never = { dates: ['2001-01-01'] };
	const text = { zh: '今天', en: 'Today' };
	const { page, context } = await visit(
		browser,
		origin,
		`/wall/play?profile=census-2004${packPlaylist(shown([{ kind: 'announcement', text }], { schedule: never }))}`,
		{ language: 'zh-CN' }
	);
	await expect.poll(() => page.locator('[data-over="dark"]').innerText()).toMatch(/^\d\d:\d\d$/);
	const scenes = [
		{ kind: 'announcement', text: { zh: '昨天', en: 'Yesterday' }, schedule: never },
		{ kind: 'announcement', text }
	] as const;
	await page.evaluate((hash) => (location.hash = hash), packPlaylist(shown(scenes)));
	await expect.poll(() => page.locator('.layer.on').allInnerTexts(), { timeout: 60_000 }).toHaveLength(1);
	expect(await page.locator('.layer.on').innerText()).toContain('今天');
	expect(await page.locator('.round i').count()).toBe(1);
	expect(await page.locator('[data-over="dark"]').count()).toBe(0);
	await context.close();
});

test('a playlist that there is none of: the usual one plays, and says so; so does a damaged address', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/wall/nowhere?profile=gansu', { language: 'en' });
	await expect.poll(() => said(page)).toBe('There is no playlist called “nowhere”; “Ten campaigns” is playing');
	await expect.poll(() => onScene(page)).toBeTruthy();
	await page.goto(`${origin}/wall/play?profile=census-2004#p=damaged`);
	await expect.poll(() => said(page), { timeout: 60_000 }).toContain('The playlist of the address cannot be read');
	expect(troubles).toEqual([]);
	await context.close();
});

test(
	'one that its address carries plays without a network too, worked out from what this browser keeps',
	{ timeout: 240_000 },
	async () => {
		const line = await layLine(origin);
		const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
		const address = `${line.origin}/wall/play?profile=census-2004${packPlaylist(shown([{ kind: 'figures' }]))}`;
		const first = await context.newPage();
		await first.goto(address);
		await expect.poll(() => onScene(first), { timeout: 60_000 }).toBe('figures');
		const isKept = () => first.evaluate(async () => Boolean(await caches.match('/kept/complete')));
		await expect.poll(isKept, { timeout: 120_000 }).toBe(true);
		// What a browser keeps by itself, it may let go of.
		await (await context.newCDPSession(first)).send('Network.clearBrowserCache');
		const figures = await first.locator('.layer.on').innerText();
		await first.close();
		line.become('gone');
		const again = await context.newPage();
		await again.goto(address);
		await expect.poll(() => onScene(again), { timeout: 60_000 }).toBe('figures');
		expect(await again.locator('.layer.on').innerText()).toBe(figures);
		await context.close();
		await line.close();
	}
);
