import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { Sql } from '#lib/sql/sql.ts';
import { launchChromium } from './chromium.ts';
import { expectSound, seriousViolations } from './sound.ts';
import { drawn, dropFile, engineRuns, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** A small release: drafts are laid in a moment. */
const census = '/data?profile=census-2004';

const first = file('甲.csv', '年份,地区,参赛职工,培训人次\n2031年,江苏省,12345,67\n2031年,浙江省,23456,78\n');
const second = file('乙.csv', '年份,地区,参赛职工\n2031年,江苏省,11111\n');

function file(name: string, text: string) {
	return { name, bytes: new TextEncoder().encode(text), text };
}

/** Drops a file and waits until it lies over the release. */
async function lay(page: Page, { name, bytes }: ReturnType<typeof file>): Promise<void> {
	await dropFile(page, name, bytes);
	await page.getByRole('dialog').getByText('已作为草稿叠加').first().waitFor({ timeout: 60_000 });
	await page.getByRole('heading', { name }).first().waitFor();
	await page.keyboard.press('Escape');
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
/** The state and the cells in use that the ledger shows of a file. */
const shown = async (page: Page, name: string) => {
	const cells = await rowOf(page, name).getByRole('cell').allTextContents();
	return [cells[1], cells[7]?.replaceAll(/\s/g, '')];
};

/** Laying and taking out builds the release's sums anew. */
const becomes = (page: Page, name: string, state: string[]) =>
	expect.poll(() => shown(page, name), { timeout: 30_000, interval: 200 }).toEqual(state);

test('the ledger names every file of the release as it was built, and what plain SQL counts of it', async () => {
	const { page, context, troubles } = await visit(browser, origin, census);
	await drawn(page);
	const rows = page.getByRole('row');
	await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(3);
	const catalogue = (await (await fetch(`${origin}/releases/catalogue.json`)).json()) as {
		profile: string;
		path: string;
	}[];
	const path = `${origin}${catalogue.find(({ profile }) => profile === 'census-2004')?.path}`;
	const db = await openNative();
	await db.writeFile('summary.duckdb', new Uint8Array(await (await fetch(`${path}/summary.duckdb`)).arrayBuffer()));
	await db.run(new Sql(`ATTACH '${db.fileName('summary.duckdb')}' AS release (READ_ONLY)`));
	const counted = await db.query(
		new Sql(`SELECT b.file, b.sha256, count(f.value) AS used, b.brought FROM release.batch b
			LEFT JOIN release.fact f ON f.batch = b.id GROUP BY ALL ORDER BY b.file`)
	);
	await db.close();
	expect(counted.length).toBe(2);
	for (const { file: name, used, brought, sha256 } of counted) {
		const count = (value: unknown) => Number(value).toLocaleString('en');
		expect(await shown(page, String(name))).toEqual(['已发布', `${count(used)}/${count(brought)}`]);
		await rowOf(page, String(name)).click();
		await page.getByRole('heading', { name: String(name) }).waitFor();
		expect(await page.textContent('main')).toContain(String(sha256));
		await page.getByText('回执', { exact: true }).click();
		await page.getByText('列的对应').first().waitFor();
		await page.getByRole('button', { name: '关闭' }).click();
	}
	expect(troubles).toEqual([]);
	await context.close();
});

describe('drafts', () => {
	test('stay through a reload, are taken out, undone, put in another order, deleted', async () => {
		const { page, context, troubles } = await visit(browser, origin, census);
		await drawn(page);
		await lay(page, first);
		await lay(page, second);
		await becomes(page, '甲.csv', ['草稿', '3/4']);
		expect(await shown(page, '乙.csv')).toEqual(['草稿', '1/1']);

		await page.reload();
		await drawn(page);
		await becomes(page, '甲.csv', ['草稿', '3/4']);

		await rowOf(page, '乙.csv').click();
		await page.getByRole('button', { name: '撤下', exact: true }).last().click();
		await becomes(page, '乙.csv', ['已撤下', '—']);
		await becomes(page, '甲.csv', ['草稿', '4/4']);
		await page.getByRole('button', { name: '撤销' }).click();
		await becomes(page, '乙.csv', ['草稿', '1/1']);
		expect(await page.getByRole('button', { name: '撤销' }).count()).toBe(0);

		await page.getByRole('button', { name: '提前' }).click();
		await becomes(page, '乙.csv', ['草稿', '0/1']);
		await page.getByRole('button', { name: '撤下', exact: true }).last().click();
		await becomes(page, '乙.csv', ['已撤下', '—']);
		await page.reload();
		await drawn(page);
		// Still out, and still before the other.
		await becomes(page, '乙.csv', ['已撤下', '—']);
		await page.getByRole('button', { name: '放回' }).click();
		await becomes(page, '乙.csv', ['草稿', '0/1']);

		await page.getByRole('button', { name: '删除' }).click();
		await page.getByRole('alert').getByRole('button', { name: '删除' }).click();
		await expect.poll(() => rowOf(page, '乙.csv').count(), { timeout: 30_000 }).toBe(0);
		await page.reload();
		await drawn(page);
		await becomes(page, '甲.csv', ['草稿', '4/4']);
		expect(await rowOf(page, '乙.csv').count()).toBe(0);
		expect(troubles).toEqual([]);
		await context.close();
	});

	test('the same file twice is said at once and not laid; published ones are known too', async () => {
		const { page, context } = await visit(browser, origin, census);
		await drawn(page);
		await lay(page, first);
		await dropFile(page, '另一个名字.csv', first.bytes);
		await page.getByText('这个文件已经是草稿（甲.csv').waitFor({ timeout: 30_000 });
		await page.keyboard.press('Escape');
		expect(await rowOf(page, '另一个名字.csv').count()).toBe(0);

		await page.goto(origin + census);
		await drawn(page);
		await dropFile(page, 'data/real/nbs-2004-census-1-18-skill-levels.gb18030.csv');
		await page.getByText('这个文件已在发布的数据里').waitFor({ timeout: 30_000 });
		await page.getByRole('button', { name: '仍要叠加' }).click();
		await page.getByRole('dialog').getByText('已作为草稿叠加').waitFor({ timeout: 30_000 });
		await context.close();
	});

	test('two tabs: the other sees what one does, waits its turn and says so, and loses nothing', async () => {
		const { page, context } = await visit(browser, origin, census);
		await drawn(page);
		const other = await context.newPage();
		await other.goto(origin + census);
		await drawn(other);
		await lay(page, first);
		await becomes(other, '甲.csv', ['草稿', '4/4']);

		await page.evaluate(() => {
			void navigator.locks.request(
				'gongbang-drafts',
				() => new Promise((done) => Object.assign(window, { letGo: done }))
			);
		});
		await dropFile(other, second.name, second.bytes);
		await other.getByText('另一个窗口正在保存草稿').waitFor({ timeout: 30_000 });
		await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
		await other.getByText('另一个窗口正在保存草稿').waitFor({ state: 'detached', timeout: 10_000 });
		await becomes(page, '乙.csv', ['草稿', '1/1']);
		await other.reload();
		await drawn(other);
		await becomes(other, '甲.csv', ['草稿', '3/4']);
		await context.close();
	});

	test('a draft that the browser cleared away is missed by name, once', async () => {
		const { page, context } = await visit(browser, origin, census);
		await drawn(page);
		await lay(page, first);
		await page.evaluate(
			() =>
				new Promise<void>((done) => {
					const request = indexedDB.open('gongbang');
					request.onsuccess = () => {
						const clearing = request.result.transaction(['drafts'], 'readwrite');
						clearing.objectStore('drafts').clear();
						clearing.oncomplete = () => done();
					};
				})
		);
		await page.reload();
		await page.getByText('浏览器清理空间时删除了草稿：甲.csv').waitFor({ timeout: 60_000 });
		await page.getByRole('alert').filter({ hasText: '甲.csv' }).getByRole('button').click();
		await page.reload();
		await drawn(page);
		expect(await page.getByText('浏览器清理空间').count()).toBe(0);
		await context.close();
	});

	test('drafts that an earlier version stored are read as they are', async () => {
		const { page, context, troubles } = await visit(browser, origin, '/favicon.svg');
		// The first layout: no table of places, and batches that know no decisions.
		await page.evaluate(
			(text) =>
				new Promise<void>((done, fail) => {
					const request = indexedDB.open('gongbang', 1);
					request.onerror = () => fail(request.error as unknown as Error);
					request.onupgradeneeded = () => {
						const store = request.result.createObjectStore('drafts', { autoIncrement: true });
						store.createIndex('profile', 'profile');
						store.createIndex('id', ['profile', 'id'], { unique: true });
						const receipt = {
							...{
								file: '旧.csv',
								sha256: 'ab',
								bytes: 9,
								format: 'csv',
								encoding: 'utf-8',
								dialect: null,
								sheet: null
							},
							...{ table: null, dataset: 'summary', mapping: [], rowsRead: 1, rowsLoaded: 1, rowsSetAside: 0 },
							...{
								setAside: [],
								controlTotals: [],
								issues: [],
								certainty: { encoding: 1, delimiter: 1, header: 1, dataset: 1 }
							}
						};
						const batch = {
							...{
								id: 'abcdef0123456789',
								dataset: 'summary',
								mode: 'append',
								createdAt: '2026-01-01T00:00:00Z',
								createdBy: ''
							},
							...{ csv: new TextEncoder().encode(text), receipt }
						};
						store.add({ profile: 'census-2004', id: batch.id, batch });
					};
					request.onsuccess = () => {
						request.result.close();
						done();
					};
				}),
			'_line,period,region,participants\n2,2031,320000,77\n'
		);
		await page.goto(origin + census);
		await drawn(page);
		await becomes(page, '旧.csv', ['草稿', '1/1']);
		// A picture alone has no icon.
		expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
		await context.close();
	});

	test('a figure leads to batch, line and the cell as printed', async () => {
		const { page, context, troubles } = await visit(browser, origin, census);
		await drawn(page);
		const printed = '地区,统计时期,法人单位数（万个）,就业人数（万人）\n江苏省,2031年,1.2,67\n浙江省,2031年,２.5,78\n';
		await lay(page, file('原文.csv', printed));
		const indicator = encodeURIComponent('metric:法人单位数');
		await page.goto(`${origin}/regions/330000?profile=census-2004&period=2031&indicator=${indicator}`);
		await drawn(page);
		await page
			.getByRole('button', { name: /法人单位数.*怎么算的/ })
			.first()
			.click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText('由文件直接填报').first().waitFor({ timeout: 20_000 });
		const text = (await dialog.textContent()) ?? '';
		expect(text).toContain('25,000');
		expect(text).toContain('第 3 行');
		expect(text).toContain('“法人单位数（万个）”列');
		expect(text).toContain('２.5');
		expect(await seriousViolations(page)).toEqual([]);
		await dialog.getByRole('link', { name: '原文.csv', exact: true }).first().click();
		await page.waitForURL(/\/data\?/);
		await page.getByRole('heading', { name: '原文.csv' }).waitFor();

		await page.goto(`${origin}/?profile=census-2004&period=2031`);
		await drawn(page);
		await page.getByRole('button', { name: '就业人数：怎么算的' }).first().click();
		await dialog.getByText('由 2 个填报数汇总').waitFor({ timeout: 20_000 });
		// 67万 and 78万.
		expect(await dialog.textContent()).toContain('1,450,000');
		expect(troubles).toEqual([]);
		await context.close();
	});
});

test('on a full disk the draft counts now, says that it was not kept, and is gone after a reload', async () => {
	const { page, context, troubles } = await visit(browser, origin, census);
	await drawn(page);
	await engineRuns(page);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await dropFile(page, first.name, first.bytes);
	const dialog = page.getByRole('dialog');
	await dialog.getByText('浏览器没能保存这份草稿：现在看得到，关闭页面后就没有了').first().waitFor({ timeout: 60_000 });
	await dialog.getByText('或清理磁盘，再导入一次').first().waitFor();
	await page.keyboard.press('Escape');
	await becomes(page, first.name, ['草稿', '4/4']);
	await page.reload();
	await drawn(page);
	await expect.poll(() => page.getByRole('row').count(), { timeout: 20_000 }).toBe(3);
	expect(await rowOf(page, first.name).count()).toBe(0);
	expect(troubles).toEqual([]);
	await context.close();
});

test.each([
	['light', 1280, 'zh-CN'],
	['dark', 390, 'en'],
	['dark', 3840, 'zh-CN']
] as const)(
	'the ledger, %s, %i px wide, %s: no serious violation, nothing wider than the screen, keyboard',
	async (colorScheme, width, language) => {
		const { page, context, troubles } = await visit(browser, origin, '/data', {
			colorScheme,
			language,
			viewport: { width, height: 844 }
		});
		await drawn(page);
		await page.getByRole('row').nth(1).focus();
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 2 }).first().waitFor();
		await page.waitForURL(/batch=/);
		await expectSound(page);
		expect(troubles).toEqual([]);
		await context.close();
	}
);
