import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readTable } from '#lib/import/read-table.ts';
import { launchChromium } from './chromium.ts';
import { violationsOf } from './sound.ts';
import { drawn, dropFile, engineRuns, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

interface Saved {
	readonly name: string;
	readonly bytes: Uint8Array;
}

async function openMenu(page: Page, panel: string): Promise<void> {
	await page.locator(`[data-panel="${panel}"] button[aria-haspopup="menu"]`).click();
	await page.getByRole('menu').waitFor();
}

/** A panel as a file of this kind, by its menu. */
async function save(page: Page, panel: string, kind: string): Promise<Saved> {
	await openMenu(page, panel);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.click(`[role=menu] [data-kind="${kind}"]`)
	]);
	return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

type Row = (string | number | null)[];

/** A CSV by the reader of our own, as text. */
async function csvOf({ name, bytes }: Saved): Promise<{ rows: string[][]; encoding: string | null }> {
	const { rows, receipt } = await readTable(bytes, { fileName: name });
	return { rows, encoding: receipt.encoding };
}

/** What the table of a panel shows, the rows in sight: names to texts by the column's head. */
async function shownRows(page: Page, panel: string): Promise<{ heads: string[]; rows: string[][] }> {
	return page.locator(`[data-panel="${panel}"] table`).evaluate((table) => ({
		heads: [...table.querySelectorAll('thead th')].map((cell) => cell.textContent?.trim() ?? ''),
		rows: [...table.querySelectorAll('tbody tr:not(.spacer)')].map((row) =>
			[...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '')
		)
	}));
}

/** The number that a page prints: 1,234 · 31.7% · −1.2% · 1,882.67万; null where it prints none. */
function printed(text: string): { value: number; step: number } | null {
	const [, sign, digits = '', fraction = '', scale] = /^([+−-]?)([\d,]+)(?:\.(\d+))?(万|%)?/.exec(text) ?? [];
	if (digits === '') return null;
	const times = scale === '万' ? 1e4 : scale === '%' ? 0.01 : 1;
	const value = Number(`${digits.replaceAll(',', '')}.${fraction || 0}`) * times;
	return { value: sign === '−' || sign === '-' ? -value : value, step: 10 ** -fraction.length * times };
}

/**
 * Every number that the page prints stands in the file, to its last printed digit; what it does not print is empty, a place
 * that did not move apart, which is a 0.
 */
function expectSame(heads: readonly string[], shown: readonly string[][], sheet: readonly Row[]): number {
	const [head = [], ...rows] = sheet;
	let compared = 0;
	for (const cells of shown) {
		const row = rows.find(([name]) => name === cells[0]);
		expect(row, `${cells[0]} is missing`).toBeDefined();
		for (const [at, text] of cells.entries()) {
			const value = row?.[at] ?? null;
			const number = printed(text);
			if (typeof value === 'number' && number) {
				expect(Math.abs(value - number.value), `${cells[0]} ${heads[at]}: ${value} is not ${text}`).toBeLessThanOrEqual(
					number.step * 0.501
				);
				compared += 1;
			} else if (text === '未报' || (text === '—' && heads[at] !== '升降'))
				expect(value, `${cells[0]} ${head[at]}`).toBeNull();
		}
	}
	return compared;
}

test('the map of the overview: every format holds the numbers of the page', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=chongqing', {
		language: 'zh-CN',
		acceptDownloads: true
	});
	await drawn(page);
	const workbook = await save(page, 'map', 'xlsx');
	expect(workbook.name).toMatch(/^工榜-重庆市-.+-\d{4}年.+-地图\.xlsx$/);
	const sheet = (await readSheet(Buffer.from(workbook.bytes), '数据')) as Row[];
	expect(sheet.length).toBeGreaterThan(30);

	const utf8 = await save(page, 'map', 'csv');
	const gb = await save(page, 'map', 'csv-gb18030');
	expect([...utf8.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const [first, second] = [await csvOf(utf8), await csvOf(gb)];
	expect(first.encoding).toBe('utf-8 BOM');
	expect(second.encoding).toBe('gb18030');
	expect(second.rows).toEqual(first.rows);
	const shares = first.rows[0]?.map((head) => head.endsWith('（%）')) ?? [];
	expect(first.rows.slice(1)).toEqual(
		sheet.slice(1).map((row) =>
			row.map((cell, at) => {
				if (cell === null) return '';
				return typeof cell === 'number' && shares[at] ? String(Number((cell * 100).toPrecision(15))) : String(cell);
			})
		)
	);

	const definitions = new Map(
		((await readSheet(Buffer.from(workbook.bytes), '口径')) as Row[]).map(([label, text]) => [label, text])
	);
	for (const label of ['标题', '范围', '时期', '数据来源', '数据版本', '导出时间', '指标', '口径', '计算'])
		expect(definitions.get(label), label).toBeTruthy();
	expect(String(definitions.get('范围'))).toContain('重庆市');
	const catalogue = await (await fetch(`${origin}/releases/catalogue.json`)).text();
	expect(catalogue).toContain(String(definitions.get('数据版本')));

	const svg = await save(page, 'map', 'svg');
	const text = new TextDecoder().decode(svg.bytes);
	const read = await page.evaluate((source) => {
		const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
		return {
			broken: parsed.querySelector('parsererror') !== null,
			size: ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name))),
			texts: [...parsed.querySelectorAll('text')].map((one) => one.textContent ?? ''),
			foreign: [...parsed.querySelectorAll('script, image, foreignObject, a, use')].length
		};
	}, text);
	expect(read).toMatchObject({ broken: false, foreign: 0 });
	const [, ...rows] = sheet;
	const leader = rows.reduce((best, row) => (Number(row[1] ?? 0) > Number(best[1] ?? 0) ? row : best));
	/* Four significant digits of a whole number, half up. */
	const step = 10 ** (String(leader[1]).length - 4);
	const tenThousands = `${(Math.round(Number(leader[1]) / step) * step) / 1e4}万`;
	expect(read.texts).toContain(tenThousands);
	expect(read.texts.join('')).toContain(String(definitions.get('标题')).slice(0, 8));
	expect(read.texts.join('')).toContain(String(definitions.get('数据版本')).slice(0, 12));

	for (const scale of [1, 2, 4]) {
		const { bytes, name } = await save(page, 'map', `png-${scale}`);
		expect(name.endsWith('.png')).toBe(true);
		const view = new DataView(bytes.buffer, bytes.byteOffset);
		expect([view.getUint32(16), view.getUint32(20)]).toEqual(read.size.map((side) => side * scale));
		/* The title is there: ink in its line, beside the paper. */
		const ink = await page.evaluate(
			async ([png, times]) => {
				const pixels = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
				const image = await createImageBitmap(new Blob([pixels]));
				const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
				context?.drawImage(image, 0, 0);
				const { data } = context!.getImageData(
					24 * Number(times),
					20 * Number(times),
					200 * Number(times),
					30 * Number(times)
				);
				let dark = 0;
				for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 90) dark += 1;
				return dark / (data.length / 4);
			},
			[Buffer.from(bytes).toString('base64'), scale] as const
		);
		expect(ink).toBeGreaterThan(0.03);
	}

	await page.locator('[data-panel="map"] header button.toggle').click();
	const shown = await shownRows(page, 'map');
	expect(shown.rows.length).toBeGreaterThan(8);
	expect(expectSame(shown.heads, shown.rows, sheet)).toBeGreaterThan(16);
	/* A picture that stands behind its table leaves all the same, as large as it was. */
	const behind = await save(page, 'map', 'png-1');
	const view = new DataView(behind.bytes.buffer, behind.bytes.byteOffset);
	expect(view.getUint32(16)).toBe(read.size[0]);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a board leaves with its rules and fingerprint, exactly, and all of its rows', async () => {
	const path = '/leaderboards/region-participations?profile=gansu&table=board';
	const { page, context, troubles } = await visit(browser, origin, path, { language: 'zh-CN', acceptDownloads: true });
	await drawn(page);
	const { name, bytes } = await save(page, 'board', 'xlsx');
	expect(name).toMatch(/^工榜-甘肃省-.*-榜单\.xlsx$/);
	const sheet = (await readSheet(Buffer.from(bytes), '数据')) as Row[];
	const shown = await shownRows(page, 'board');
	const byName = (rows: readonly Row[]) => rows.map(([rank, who, ...rest]) => [who ?? null, rank ?? null, ...rest]);
	const swapped = shown.rows.map(([rank = '', who = '', ...rest]) => [who, rank, ...rest]);
	expect(expectSame(shown.heads, swapped, byName(sheet))).toBeGreaterThan(10);
	const definitions = new Map(
		((await readSheet(Buffer.from(bytes), '口径')) as Row[]).map(([label, text]) => [label, text])
	);
	expect(String(definitions.get('规则指纹'))).toMatch(/^[0-9a-f]{64}$/);
	expect([...definitions.keys()].length).toBeGreaterThan(12);
	await openMenu(page, 'board');
	expect(await page.locator('[role=menu] [data-kind="svg"]').count()).toBe(0);
	expect(troubles).toEqual([]);
	await context.close();
});

test('the menu is a menu: arrows, Escape, focus, a telephone, and nothing that axe minds', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/', {
		language: 'zh-CN',
		viewport: { width: 390, height: 844 }
	});
	await drawn(page);
	const button = page.locator('[data-panel="trend"] button[aria-haspopup="menu"]');
	await button.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menu').waitFor();
	expect(await button.getAttribute('aria-expanded')).toBe('true');
	await page.keyboard.press('End');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('打印');
	for (const item of await page.getByRole('menuitem').all())
		expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(40);
	const box = await page.getByRole('menu').boundingBox();
	expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
	expect(await violationsOf(page, '[role=menu]')).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('menu').waitFor({ state: 'detached' });
	expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
	await page.locator('[data-panel="map"] header button.toggle').click();
	expect(troubles).toEqual([]);
	await context.close();
});

test('a hostile name of a draft stays text in every file', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/competitions?profile=gansu', {
		language: 'zh-CN',
		acceptDownloads: true
	});
	await drawn(page);
	await engineRuns(page);
	const hostile = `=cmd|'/C calc'!A0`;
	const head = '竞赛编号,竞赛名称,竞赛类别,级别,开始日期,结束日期,地区,参赛人次';
	const file = `${head}\nHOSTILE-1,${hostile},技能竞赛,县区级,2026-07-01,2026-07-03,兰州市,120\n`;
	await dropFile(page, '敌意.csv', new TextEncoder().encode(file));
	await page.waitForFunction((name) => document.body.textContent?.includes(name), hostile, { timeout: 60_000 });
	await page.keyboard.press('Escape');
	await drawn(page);
	const workbook = await save(page, 'register', 'xlsx');
	const sheet = (await readSheet(Buffer.from(workbook.bytes), '数据')) as Row[];
	expect(sheet.flat()).toContain(hostile);
	const definitions = new Map(
		((await readSheet(Buffer.from(workbook.bytes), '口径')) as Row[]).map(([label, text]) => [label, text])
	);
	expect(String(definitions.get('草稿'))).toContain('1');
	const { rows } = await csvOf(await save(page, 'register', 'csv'));
	expect(rows.flat()).toContain(`'${hostile}`);
	expect(rows.flat().filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});

test('the page on paper: every chart drawn anew as a whole, tables with all rows and their heads on every sheet', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/regions?profile=chongqing', {
		language: 'zh-CN',
		colorScheme: 'dark'
	});
	await drawn(page);
	await page.waitForTimeout(3000);
	await page.evaluate(() => {
		addEventListener('beforeprint', () => {
			Object.assign(globalThis, {
				paper: {
					charts: document.querySelectorAll('.chart').length,
					drawn: document.querySelectorAll('.chart .paper > svg').length,
					rows: document.querySelectorAll('[data-panel="table"] tbody tr:not(.spacer)').length,
					light: [...document.querySelectorAll('.chart .paper text')].every(
						(text) => text.getAttribute('fill') !== '#ece8e0'
					)
				}
			});
		});
	});
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.length).toBeGreaterThan(50_000);
	const paper = await page.evaluate(() => (globalThis as unknown as { paper: Record<string, unknown> }).paper);
	expect(paper['charts']).toBeGreaterThan(2);
	expect(paper['drawn']).toBe(paper['charts']);
	expect(paper['rows']).toBeGreaterThan(35);
	expect(paper['light']).toBe(true);
	/* Afterwards the screen is as it was. */
	expect(await page.locator('.chart .paper').count()).toBe(0);
	expect(await page.locator('[data-paper]').count()).toBe(0);
	expect(troubles).toEqual([]);
	await context.close();
});
