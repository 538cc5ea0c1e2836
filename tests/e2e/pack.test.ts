import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { violationsOf } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
let place: string;
let pack: string;
let release: string;
/** A server that has no releases at all. */
let other: { readonly process: ChildProcess; readonly origin: string };

beforeAll(async () => {
	browser = await launchChromium();
	place = await mkdtemp(join(tmpdir(), 'gongbang-packs-'));
	const server = spawn(process.execPath, ['src/cli/serve.ts'], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production', RELEASES: place },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = (await once(server.stdout, 'data')) as [Buffer];
	other = { process: server, origin: line.toString().trim() };
	pack = join(place, '工榜交接-甘肃.gongbang');
	const { page, context } = await visit(browser, origin, '/data?profile=gansu');
	await drawn(page);
	release = await newest('gansu');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '导出交接包' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^工榜交接-.+-\d{4}-\d\d-\d\d\.gongbang$/);
	await download.saveAs(pack);
	await context.close();
});
afterAll(async () => {
	await browser.close();
	const ended = once(other.process, 'exit');
	other.process.kill();
	await ended;
	await rm(place, { recursive: true, force: true });
});

async function newest(profile: string): Promise<string> {
	const catalogue = (await (await fetch(`${origin}/releases/catalogue.json`)).json()) as {
		profile: string;
		release: string;
	}[];
	return catalogue.find((entry) => entry.profile === profile)?.release ?? '';
}

/** Files that were chosen in the dialog of the import button. */
async function choose(page: Page, ...paths: string[]): Promise<void> {
	await page.locator('input[type=file]').first().setInputFiles(paths);
}

/** The figures of the tiles as they are read. */
async function figures(page: Page): Promise<string[]> {
	await drawn(page);
	await page.locator('article').first().waitFor();
	const texts = await page.locator('main').locator('article').allInnerTexts();
	return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

const banner = (page: Page) => page.getByText('当前数据来自交接包');

test('a pack opens on a server without releases: same figures, same detail, kept for the next start, removable', async () => {
	const from = await visit(browser, origin, '/?profile=gansu');
	const expected = await figures(from.page);
	expect(expected.length).toBeGreaterThan(3);
	await from.page.goto(`${origin}/competitions?profile=gansu`);
	await drawn(from.page);
	const lead = await from.page.locator('main h1 + *, main h1').allInnerTexts();
	await from.context.close();

	const { page, context, troubles } = await visit(browser, other.origin, '/');
	await page.getByText('服务器上还没有发布过数据', { exact: false }).first().waitFor({ timeout: 30_000 });
	await choose(page, pack);
	await banner(page).waitFor({ timeout: 60_000 });
	expect(await figures(page)).toEqual(expected);
	expect(new URL(page.url()).searchParams.get('profile')).toBe('gansu');

	// Row-level tables are read out of the pack.
	await page.goto(`${other.origin}/competitions?profile=gansu`);
	await drawn(page);
	expect(await page.locator('main h1 + *, main h1').allInnerTexts()).toEqual(lead);
	await page.getByRole('row').nth(2).waitFor();

	// A link that names the release finds it; so does the next start.
	await page.goto(`${other.origin}/?profile=gansu&release=${release}&pin=1`);
	await banner(page).waitFor({ timeout: 60_000 });
	expect(await figures(page)).toEqual(expected);
	await page.goto(`${other.origin}/`);
	await banner(page).waitFor({ timeout: 60_000 });
	expect(await figures(page)).toEqual(expected);

	await page.goto(`${other.origin}/data`);
	await page.getByRole('heading', { name: '本浏览器里的交接包' }).waitFor();
	expect(await violationsOf(page)).toEqual([]);
	const [again] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: /另存交接包/ }).click()
	]);
	const copy = join(place, 'copy.gongbang');
	await again.saveAs(copy);
	expect((await readFile(copy)).equals(await readFile(pack))).toBe(true);
	await page.getByRole('button', { name: /移除/ }).click();
	await page.getByText('服务器上还没有发布过数据', { exact: false }).first().waitFor({ timeout: 30_000 });
	await page.reload();
	await page.getByText('服务器上还没有发布过数据', { exact: false }).first().waitFor({ timeout: 30_000 });
	expect(await banner(page).count()).toBe(0);
	expect(troubles.filter((trouble) => !/kept\.json|404/.test(trouble))).toEqual([]);
	await context.close();
});

test('a damaged pack, a foreign file under its name, and nothing is opened', async () => {
	const bytes = await readFile(pack);
	bytes[Math.floor(bytes.length / 2)]! ^= 1;
	const damaged = join(place, '损坏.gongbang');
	const foreign = join(place, '表格.gongbang');
	await writeFile(damaged, bytes);
	await writeFile(foreign, '地区,职工\n北京,1\n');
	const { page, context, troubles } = await visit(browser, origin, '/?profile=census-2004', { language: 'en' });
	await drawn(page);
	await choose(page, damaged, foreign);
	const dialog = page.getByRole('dialog');
	await dialog.getByText('is not what its hash says', { exact: false }).waitFor({ timeout: 60_000 });
	await dialog.getByText('This is no hand-over pack of Gongbang', { exact: false }).waitFor({ timeout: 60_000 });
	await dialog.getByRole('button', { name: 'Close' }).click();
	expect(await page.getByText('This data is from a hand-over pack').count()).toBe(0);
	expect(await page.evaluate(() => localStorage.getItem('gongbang-packs'))).toBe(null);
	expect(troubles).toEqual([]);
	await context.close();
});

test('of several packs the right one opens, and the wrong one is named', async () => {
	const foreign = join(place, '不是.gongbang');
	await writeFile(foreign, 'x');
	const { page, context, troubles } = await visit(browser, other.origin, '/');
	await page.getByText('服务器上还没有发布过数据', { exact: false }).first().waitFor({ timeout: 30_000 });
	await choose(page, pack, foreign);
	await banner(page).waitFor({ timeout: 60_000 });
	const dialog = page.getByRole('dialog');
	await dialog.getByText('没有打开 不是.gongbang').waitFor();
	await page.keyboard.press('Escape');
	await expect.poll(() => dialog.count()).toBe(0);
	await drawn(page);
	expect(troubles.filter((trouble) => !/404/.test(trouble))).toEqual([]);
	await context.close();
});

test('a pack among tables: it is opened, the tables are read', async () => {
	const table = join(place, '甲.csv');
	await writeFile(table, '年份,地区,参赛职工\n2031年,兰州市,123\n');
	const { page, context } = await visit(browser, other.origin, '/');
	await page.getByText('服务器上还没有发布过数据', { exact: false }).first().waitFor({ timeout: 30_000 });
	await choose(page, pack, table);
	await banner(page).waitFor({ timeout: 60_000 });
	await page.getByRole('dialog').getByRole('heading', { name: '甲.csv' }).first().waitFor({ timeout: 60_000 });
	await context.close();
});
