import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
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

/** Follows a link within the open page: the release stays open. */
async function goTo(page: Page, href: string): Promise<void> {
	const before = await page.textContent('h1');
	await page.evaluate((address) => {
		const link = Object.assign(document.createElement('a'), { href: address });
		document.body.append(link);
		link.click();
		link.remove();
	}, href);
	await page.waitForURL(`**${href}`);
	await page.waitForFunction((old) => (document.querySelector('h1')?.textContent ?? old) !== old, before);
	await drawn(page);
}

/** Each page with what a reader does on it first. */
const pages: readonly { path: string; use: (page: Page) => Promise<void> }[] = [
	{
		path: '/training?profile=chongqing',
		use: async (page) => {
			const title = page.getByRole('heading', { name: /台账登记培训/ });
			const all = await title.textContent();
			await page.getByLabel('类别').selectOption('mentoring');
			await page.waitForURL(/kind=mentoring/);
			await expect.poll(() => title.textContent()).not.toBe(all);
		}
	},
	{
		path: '/honours?profile=chongqing',
		use: async (page) => {
			// The year runs: nothing is held against the whole year before.
			expect(await page.textContent('.sentence')).not.toContain('同比');
			await page.getByText('尚未结束，已登记的不与上年全年比较').waitFor();
			await page.getByRole('button', { name: '万人荣誉数' }).click();
			await page.waitForURL(/indicator=honours_per_10k/);
			await page
				.getByRole('heading', { name: /万人荣誉数/ })
				.first()
				.waitFor();
		}
	},
	{
		path: '/targets?profile=shanghai',
		use: async (page) => {
			await page.getByText('闵行区总工会，2022').first().waitFor();
			await page.locator('main li .figures button').first().click();
			await page.getByRole('dialog').waitFor();
		}
	},
	{
		path: '/campaigns?profile=gansu',
		use: async (page) => {
			await page
				.getByRole('cell', { name: '技能提升' })
				.or(page.getByRole('rowheader', { name: '技能提升' }))
				.first()
				.click();
			await page.waitForURL(/campaign=/);
			await page.getByRole('heading', { name: /技能提升.*各市州/ }).waitFor();
		}
	},
	{
		path: '/metrics?profile=enterprise',
		use: async (page) => {
			await page.getByRole('cell', { name: '岗位练兵覆盖率', exact: true }).first().click();
			await page.getByRole('heading', { level: 2, name: '岗位练兵覆盖率', exact: true }).waitFor();
		}
	}
];

test.each(pages)('$path: sound at 1280 px in Chinese, and it does what it is for', async ({ path, use }) => {
	const { page, context, troubles } = await visit(browser, origin, path, {
		language: 'zh-CN',
		viewport: { width: 1280, height: 844 }
	});
	await drawn(page);
	await expectSound(page);
	await use(page);
	expect(troubles).toEqual([]);
	await context.close();
});

test('all of them are sound on a phone in the dark, in English', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=chongqing', {
		colorScheme: 'dark',
		language: 'en',
		viewport: { width: 390, height: 844 }
	});
	await drawn(page);
	for (const name of ['training', 'honours', 'targets', 'campaigns', 'metrics']) {
		await goTo(page, `/${name}?profile=chongqing`);
		await expectSound(page);
	}
	expect(troubles).toEqual([]);
	await context.close();
});

/** The cells of a published file, by plain splitting: none of them holds a comma. */
function published(file: string, encoding: string): string[][] {
	const text = new TextDecoder(encoding).decode(readFileSync(`data/real/${file}`));
	return text
		.split(/\r?\n/)
		.slice(1)
		.filter(Boolean)
		.map((line) => line.split(','));
}

/** Every row of the page's only table, which holds no more rows than are in view. */
async function allRows(page: Page): Promise<string[]> {
	const rows = new Set<string>();
	for (let step = 0; step < 10; step++) {
		for (const row of await page.locator('tbody tr').allTextContents()) rows.add(row.replaceAll(/\s+/g, ''));
		await page
			.locator('table')
			.first()
			.evaluate((table) => table.parentElement?.scrollBy(0, 200));
		await page.waitForTimeout(30);
	}
	return [...rows];
}

/** 58万余 as the page prints it: every digit, or 万 where a large figure was reported so; 余 and 多 both say more. */
function printed(text: string, unit: string): string {
	const [, digits = '', scale = ''] = /^([\d.]+)(万|亿)?/.exec(text.replace('多万', '万')) ?? [];
	const value = Math.round(Number(digits) * (scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1) * 100) / 100;
	const shown =
		unit === '%' ? `${value}%` : value >= 1e7 ? `${(value / 1e4).toLocaleString('en')}万` : value.toLocaleString('en');
	return /余|多/.test(text) ? `${shown}余` : shown;
}

test('every figure and every target of the published documents is on the page, with its qualifier and source', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/metrics?profile=union-documents');
	await drawn(page);
	const rows = await allRows(page);
	const figures = published('union-documents-figures.csv', 'utf-8');
	expect(figures).toHaveLength(19);
	for (const [name, place, , value = '', unit = '', basis, source] of figures) {
		const row = rows.find((one) => one.startsWith(`${name}（${basis}）`)) ?? `no row of ${name}`;
		for (const said of [printed(value, unit), place, source]) expect(row).toContain(said);
	}
	await page.goto(`${origin}/targets?profile=union-documents`);
	await drawn(page);
	const items = (await page.locator('main li').allTextContents()).map((item) => item.replaceAll(/\s+/g, ''));
	const targets = published('union-documents-targets.csv', 'gb18030');
	expect(targets).toHaveLength(6);
	for (const [name, place, , end, , , , source = ''] of targets) {
		const item = items.find((one) => one.includes(String(name))) ?? `no item of ${name}`;
		for (const said of [place, end, source.replaceAll(/\s+/g, '')]) expect(item).toContain(said);
	}
	expect(troubles).toEqual([]);
	await context.close();
});

/** What places are called where they are divisions. */
const divisions = { 'zh-CN': /.{0,12}(?:地区|区县|省份|市州|各地).{0,12}/g, en: /.{0,20}\bregion(?:s|al)?\b.{0,20}/gi };

test.each(['zh-CN', 'en'] as const)('%s: every page of an enterprise speaks of units', async (language) => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=enterprise', { language });
	await drawn(page);
	const hrefs = await page.evaluate(() => {
		const keys = ['regions', 'industries', 'competitions', 'innovation', 'studios', 'training', 'honours'];
		return [...keys, 'balance', 'targets', 'campaigns', 'metrics', 'quality', 'briefing', 'data', 'import', ''].map(
			(key) => `/${key}${location.search}`
		);
	});
	const said: string[] = [];
	for (const href of hrefs) {
		await goTo(page, href);
		const texts = await page.evaluate(() => [
			document.title,
			document.body.innerText,
			...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].map((element) =>
				['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '').join('\n')
			)
		]);
		said.push(...texts.flatMap((text) => text.match(divisions[language]) ?? []).map((text) => `${href}: ${text}`));
	}
	expect(said).toEqual([]);
	// What the filters offer.
	await page.getByRole('button', { name: language === 'en' ? /By unit/ : /按下级单位/ }).click();
	expect((await page.locator('body').innerText()).match(divisions[language]) ?? []).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});
