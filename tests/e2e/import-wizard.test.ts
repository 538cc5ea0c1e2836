import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, dropFile, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const wizard = async () => {
	const opened = await visit(browser, origin, '/import');
	await opened.page.getByText('还没有打开文件').waitFor({ timeout: 60_000 });
	return opened;
};
const lead = (page: Page) => page.locator('.sentence').textContent();
const leads = (page: Page, text: string | RegExp) =>
	expect.poll(() => lead(page), { timeout: 60_000 }).toMatch(text instanceof RegExp ? text : new RegExp(text));
const step = (page: Page, name: string) =>
	page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name, exact: false });
async function openStep(page: Page, name: string) {
	await page.getByRole('button', { name: '其他步骤' }).click();
	await page.getByRole('option', { name, exact: true }).click();
}
/** A row of the file beside what was read from it, by its line. */
const rowAt = (page: Page, line: number) => page.locator(`tr[data-line="${line}"]`);

const report = [
	'2024年三季度劳动竞赛汇总表,,,',
	'统计时期,地区,参赛职工,参赛人次',
	'2024Q3,江苏省,1000,2000',
	'2024Q3,浙江省,1O48,2096',
	'2024Q3,亚特兰蒂斯省,1100,2200',
	'2024Q2,亚特兰蒂斯省,1200,2400',
	'2024Q3,安徽省,900,1800,多',
	'2024Q3,福建省,5000,2500'
].join('\n');

test('a file with unknown names and damaged cells: one sentence, then decision by decision to the receipt', async () => {
	const { page, context, troubles } = await wizard();
	await dropFile(page, '2024年三季度汇总.csv', bytes(report));
	await leads(page, '读了 6 行，载入 1 行；5 处要处理，第一处在第 5 行“地区”列');
	// Only what needs a decision is a step; the first of them is open, its place marked on both sides.
	expect(await page.getByRole('navigation', { name: '步骤' }).getByRole('listitem').allTextContents()).toEqual([
		expect.stringContaining('名称'),
		expect.stringContaining('单元格'),
		expect.stringContaining('回执')
	]);
	expect(await rowAt(page, 5).locator('td.grave.target').textContent()).toBe('亚特兰蒂斯省');
	expect(await page.locator('.read tr.here').textContent()).toContain('不认识的地区');

	await page.getByRole('button', { name: '为“亚特兰蒂斯省”查找' }).click();
	await page.keyboard.type('江西');
	await page.keyboard.press('Enter');
	await leads(page, '载入 3 行；3 处要处理，第一处在第 4 行“参赛职工”列');
	expect(await page.textContent('main')).toContain('“亚特兰蒂斯省”定为 江西省');

	await page.getByRole('button', { name: '下一步：单元格' }).click();
	const cell = page.getByRole('textbox', { name: '改为' });
	await expect.poll(() => cell.inputValue(), { timeout: 30_000 }).toBe('1O48');
	await cell.fill('1048');
	await cell.press('Enter');
	await leads(page, '载入 4 行；2 处要处理');
	// The next place is in view: a row with a cell too many, which can only be skipped or accepted.
	await page.getByRole('button', { name: '跳过第 7 行' }).click();
	await leads(page, '1 处要处理');
	await page.getByRole('button', { name: /接受.*参赛职工.*大于/ }).click();
	await leads(page, '没有要处理的');

	// Undo by keyboard takes the acceptance back, redo gives it again.
	await page.keyboard.press('Control+z');
	await leads(page, '1 处要处理');
	await page.keyboard.press('Control+Shift+z');
	await leads(page, '没有要处理的');

	await page.getByRole('button', { name: '下一步：回执' }).click();
	await page.getByRole('button', { name: '叠加到数据上' }).click();
	await page.getByText('已作为草稿叠加到数据上').waitFor({ timeout: 60_000 });
	await page.getByText('草稿：1 个文件').waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

const real: [name: string, facts: RegExp[]][] = [
	[
		'nbs-2004-census-1-18-skill-levels.gb18030.csv',
		[/读了 32 行，全部载入/, /gb18030/, /第 2–3 行/, /第 4–35 行/, /5,168,303/, /212,616,600/]
	],
	['nbs-2004-census-1-21-union-coverage.partial.csv', [/读了 27 行，全部载入/, /缺陕西/, /1,166,154/, /122,908,000/]],
	['union-documents-figures.csv', [/读了 19 行，全部载入/, /约数/, /580,000/, /58,060,000/]],
	['union-documents-targets.csv', [/读了 6 行，全部载入/, /GB18030/i, /10,000/]]
];

test.each(real)('%s goes to its receipt with the published facts and no decision but the last', async (name, facts) => {
	const { page, context, troubles } = await wizard();
	await dropFile(page, `data/real/${name}`);
	await leads(page, /没有要处理的/);
	expect(await page.getByRole('button', { name: '叠加到数据上' }).isVisible()).toBe(true);
	await page.locator('.scroller').last().scrollIntoViewIfNeeded();
	for (const fact of facts) await expect.poll(() => page.textContent('main'), { timeout: 30_000 }).toMatch(fact);
	await page.getByRole('button', { name: '叠加到数据上' }).click();
	await page.getByText('已作为草稿叠加到数据上').waitFor({ timeout: 60_000 });
	expect(troubles).toEqual([]);
	await context.close();
});

test('several files at once: each says how it is, decisions stay when another is looked at', async () => {
	const { page, context, troubles } = await wizard();
	await dropFile(page, '甲.csv', bytes('统计时期,地区,职工人数\n2024,大洋国,100\n2024,浙江省,200\n'));
	await dropFile(page, 'data/real/union-documents-targets.csv');
	await dropFile(page, '报告.pdf', bytes('%PDF-1.7\n%âãÏÓ\n1 0 obj'));
	const files = page.getByRole('region', { name: '文件', exact: true });
	const state = (name: string) => files.getByRole('listitem').filter({ hasText: name });
	await expect.poll(() => state('报告.pdf').textContent(), { timeout: 60_000 }).toContain('不能载入');
	await expect.poll(() => state('union-documents').textContent(), { timeout: 60_000 }).toContain('可载入');
	await expect.poll(() => state('甲.csv').textContent(), { timeout: 60_000 }).toContain('1 处要处理');
	await leads(page, /没有载入：.*PDF/);

	await state('甲.csv').getByRole('button').first().click();
	await page.getByRole('button', { name: /不载入这些行.*大洋国/ }).click();
	await leads(page, '没有要处理的');
	await state('union-documents').getByRole('button').first().click();
	await leads(page, '读了 6 行，全部载入');
	await state('甲.csv').getByRole('button').first().click();
	await leads(page, '读了 2 行，载入 1 行；没有要处理的');
	expect(await page.textContent('main')).toContain('1 个决定');
	await page.getByRole('button', { name: '叠加全部可载入的 2 个文件' }).click();
	await page.getByText('草稿：2 个文件').waitFor({ timeout: 80_000 });
	expect(troubles).toEqual([]);
	await context.close();
});

test('cells copied in a spreadsheet are pasted as a file', async () => {
	const { page, context, troubles } = await wizard();
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', '统计时期\t地区\t职工人数\r\n2024\t江苏省\t1,234\r\n');
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
	});
	await leads(page, '读了 1 行，全部载入');
	expect(await page.textContent('main')).toContain('粘贴.csv');
	expect(await rowAt(page, 2).textContent()).toContain('1,234');
	expect(troubles).toEqual([]);
	await context.close();
});

test('a file dropped elsewhere that needs decisions leads here, with the file', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/regions');
	await drawn(page);
	await dropFile(page, '甲.csv', bytes('统计时期,地区,职工人数\n2024,大洋国,100\n2024,浙江省,200\n'));
	await page.getByRole('button', { name: '去导入向导处理' }).click({ timeout: 60_000 });
	await page.waitForURL(/\/import/);
	await leads(page, '读了 2 行，载入 1 行；1 处要处理，第一处在第 2 行“地区”列');
	// Leaving unfinished work asks.
	await page.getByRole('link', { name: '工榜首页' }).click();
	await page.getByRole('heading', { name: '还有 1 个文件没有处理完' }).waitFor();
	await page.getByRole('button', { name: '留在这里' }).click();
	expect(page.url()).toContain('/import');
	await page.getByRole('link', { name: '工榜首页' }).click();
	await page.getByRole('button', { name: '仍然离开' }).click();
	await page.waitForURL((url) => url.pathname === '/');
	expect(troubles).toEqual([]);
	await context.close();
});

test('a column that nothing is known of is mapped, remembered for the next file of its kind, and saved as a file', async () => {
	const { page, context, troubles } = await wizard();
	const text = (value: number) => bytes(`统计时期,地区,职工人数,甲栏\n2024,江苏省,1000,${value}\n`);
	await dropFile(page, '一.csv', text(10));
	await leads(page, '没有要处理的');
	await openStep(page, '列');
	await page.getByRole('combobox', { name: '“甲栏”读作' }).selectOption({ label: '参赛职工' });
	await page.getByRole('columnheader', { name: '参赛职工' }).waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '保存为对应文件' }).click()
	]);
	const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as { mapping: Record<string, string> };
	expect(saved.mapping).toMatchObject({ 甲栏: 'participants', 地区: 'region' });
	await step(page, '回执').click();
	await page.getByRole('button', { name: '叠加到数据上' }).click();
	await page.getByText('已作为草稿叠加到数据上').waitFor({ timeout: 60_000 });
	await dropFile(page, '二.csv', text(20));
	await page.getByText('沿用了上次对同样表头的决定').waitFor();
	await page.getByRole('columnheader', { name: '参赛职工' }).waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('a field dragged onto a column is what the column is read as', async () => {
	const { page, context, troubles } = await wizard();
	await dropFile(page, '一.csv', bytes('统计时期,地区,职工人数,甲栏\n2024,江苏省,1000,10\n'));
	await leads(page, '没有要处理的');
	await openStep(page, '列');
	await page.locator('.samples', { hasText: '江苏省' }).waitFor();
	// All in sight first: a page that scrolls under a pressed mouse begins no drag. Rests on the way, as a hand has them.
	const target = page.getByRole('row').filter({ hasText: '甲栏' }).first();
	await target.scrollIntoViewIfNeeded();
	await page
		.getByRole('listitem')
		.filter({ hasText: /^参赛职工$/ })
		.hover();
	await page.mouse.down();
	for (const x of [20, 30, 40]) {
		await target.hover({ position: { x, y: 20 } });
		await page.waitForTimeout(100);
	}
	await page.mouse.up();
	const chosen = page.getByRole('combobox', { name: '“甲栏”读作' });
	await expect.poll(() => chosen.inputValue(), { timeout: 30_000 }).toBe('participants');
	expect(troubles).toEqual([]);
	await context.close();
});

test('the structure is set otherwise and the table is read again at once', async () => {
	const { page, context, troubles } = await wizard();
	await dropFile(
		page,
		'表.csv',
		bytes('统计时期;地区;职工人数\n2024;江苏省;1000\n2024;浙江省;2000\n2024;安徽省;3000\n')
	);
	await leads(page, '读了 3 行，全部载入');
	await openStep(page, '结构');
	expect(await page.getByRole('combobox', { name: '分隔符' }).inputValue()).toBe(';');
	const last = page.getByRole('textbox', { name: '最后一行' });
	await last.fill('3');
	await last.press('Enter');
	await leads(page, '读了 2 行，全部载入');
	await page.getByRole('combobox', { name: '分隔符' }).selectOption({ label: '逗号' });
	await leads(page, /没有|要处理/);
	await expect
		.poll(() => rowAt(page, 2).locator('td').first().textContent(), { timeout: 30_000 })
		.toBe('2024;江苏省;1000');
	await page.getByRole('button', { name: '恢复推定' }).click();
	await leads(page, '读了 3 行，全部载入');
	expect(troubles).toEqual([]);
	await context.close();
});

test('the receipt is saved as CSV and as the file with remarks', async () => {
	const { page, context, troubles } = await wizard();
	await dropFile(page, '2024年三季度汇总.csv', bytes(report));
	await leads(page, '5 处要处理');
	await step(page, '回执').click();
	const save = async (name: string) => {
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
		return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
	};
	const receipt = await save('下载回执（CSV）');
	expect(receipt.name).toBe('2024年三季度汇总.回执.csv');
	expect(receipt.text).toContain('亚特兰蒂斯省');
	const remarked = await save('下载带批注的原文件');
	expect(remarked.name).toBe('2024年三季度汇总.批注.csv');
	const lines = remarked.text.split('\n');
	expect(lines[2]).toMatch(/^2024Q3,江苏省,1000,2000/);
	expect(lines[3]).toMatch(/^2024Q3,浙江省,1O48,2096,.*参赛职工/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a file of 200,000 rows: only the rows in sight are on the page, any line is a jump away, a cancel stops', async () => {
	const { page, context, troubles } = await wizard();
	const rows = Array.from(
		{ length: 200_000 },
		(_, at) => `T${at},技能培训,${at === 190_000 ? '大洋国' : '江苏省'},2024Q1,10`
	);
	await dropFile(page, '台账.csv', bytes(`培训编号,类别,地区,统计时期,培训人数\n${rows.join('\n')}\n`));
	await leads(page, '读了 200,000 行，载入 199,999 行；1 处要处理，第一处在第 190002 行“地区”列');
	await expect.poll(() => rowAt(page, 190_002).textContent(), { timeout: 30_000 }).toContain('大洋国');
	expect(await page.locator('.scroller tr').count()).toBeLessThan(120);
	await page.getByRole('region', { name: '原文' }).focus();
	await page.keyboard.press('End');
	await expect.poll(() => rowAt(page, 200_001).textContent(), { timeout: 30_000 }).toContain('T199999');
	await page.keyboard.press('Home');
	await expect.poll(() => rowAt(page, 1).textContent()).toContain('培训编号');

	await page.getByRole('button', { name: /不载入这些行.*大洋国/ }).click();
	await page.getByRole('button', { name: '取消读取' }).click();
	await page.getByText('的读取已取消').first().waitFor();
	await page.getByRole('button', { name: '重新读取' }).click();
	await leads(page, '没有要处理的');
	expect(troubles).toEqual([]);
	await context.close();
});
