import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { contestRules, findContest, keepInBrowser, type Contest } from './board-fixture.ts';
import { launchChromium } from './chromium.ts';
import { expectSound } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
let contest: Contest;
beforeAll(async () => {
	[browser, contest] = await Promise.all([launchChromium(), findContest(origin)]);
});
afterAll(() => browser.close());

const pathOf = (page: 'rules' | 'awards' | 'reveal') =>
	`/leaderboards/${contest.board}/${page}?profile=${contest.profile}`;

async function rulesPage(language: 'zh-CN' | 'en' = 'zh-CN') {
	const visited = await visit(browser, origin, pathOf('rules'), { language, viewport: { width: 1440, height: 900 } });
	await ready(visited.page);
	return visited;
}
async function ready(page: Page): Promise<void> {
	await drawn(page);
	await page.locator('#rules-preview').waitFor({ timeout: 60_000 });
}
const importRules = (page: Page, rules: object) =>
	page
		.locator('input[type=file][accept*=json]')
		.setInputFiles({ name: '规则.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(rules)) });

test('what a change does is said and listed, kept through a reload, and taken back', async () => {
	const { page, context, troubles } = await rulesPage();
	await expectSound(page);
	await page.getByText('与公布的规则相比，名次和等次都没有变化。').waitFor();
	await page.getByLabel('第 1 项的方向').selectOption('ascending');
	const sentence = page.locator('.preview .sentence');
	await expect.poll(() => sentence.textContent()).toMatch(/^\d+ 个名次变化/);
	const [first] = contest.ranking;
	const last = contest.ranking.length;
	await page.getByRole('button', { name: /^全部 \d+ 个$/ }).click();
	const moved = page.locator('.preview li', { hasText: first?.name ?? '' });
	expect(await moved.textContent()).toContain(`第 1 名 → 第 ${last} 名`);
	await page.reload();
	await ready(page);
	expect(await page.getByLabel('第 1 项的方向').inputValue()).toBe('ascending');
	await page.getByText('规则草稿第 2 版').waitFor();
	await page.getByRole('button', { name: '恢复公布的规则' }).click();
	await page.getByText('与公布的规则相比，名次和等次都没有变化。').waitFor();
	expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('board-rules')))).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});

test('problems stand beside their fields, and the preview stays', async () => {
	const { page, context } = await rulesPage();
	await page.getByRole('button', { name: '添加等次' }).click();
	const places = page.getByLabel('名额', { exact: true });
	await places.fill('三');
	await places.press('Enter');
	await page.getByText('名额 的数值不对，需要 ≥ 0。').waitFor();
	await page.getByText('规则有误，预览为上一次可用的规则。').waitFor();
	await places.fill('3');
	await places.press('Enter');
	await page.getByText('3 个等次变化').waitFor();
	await context.close();
	const english = await rulesPage('en');
	await english.page.getByRole('button', { name: 'Add a tier' }).click();
	await english.page.getByLabel('Places', { exact: true }).fill('x');
	await english.page.getByLabel('Places', { exact: true }).press('Enter');
	await english.page.locator('.wrong [role=alert]').waitFor();
	await english.context.close();
});

test('rules go out as JSON and come in again; those of another board do not', async () => {
	const { page, context } = await rulesPage();
	await importRules(page, contestRules(contest));
	await page.getByText('已导入“规则.json”，存为草稿。').waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '导出 JSON' }).click()
	]);
	expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(contestRules(contest));
	await importRules(page, { ...contestRules(contest), id: 'another' });
	await page.getByText('是榜单“another”的规则，与本榜不符，没有导入。').waitFor();
	await context.close();
});

test('a tie across a cut asks, is decided by hand, recorded, and printed', async () => {
	const { page, context } = await rulesPage();
	const { above, names } = contest.tie;
	const tiers = [{ id: 'first', label: { zh: '优胜奖', en: 'Prize' }, count: above + 1, cut: 'by-hand' }];
	await importRules(page, contestRules(contest, { chain: [{ field: 'theory', direction: 'descending' }], tiers }));
	await page.getByText(`优胜奖：第 ${above + 1} 名有 ${names.length} 个并列，只剩 1 个名额`).waitFor();
	await page.getByText('1 处并列跨过名额线，需要人工决定。').waitFor();
	const record = page.getByRole('button', { name: '记录决定' });
	expect(await record.isDisabled()).toBe(true);
	const [chosen = ''] = names;
	await page.getByRole('checkbox', { name: chosen }).check();
	await page.getByLabel('决定人').fill('王主任');
	await page.getByLabel('决定人').press('Enter');
	await page.getByLabel('依据').fill('现场抽签');
	await page.getByLabel('依据').press('Enter');
	await record.click();
	await page.getByText(/^王主任于 \d{4}-\d\d-\d\d \d\d:\d\d 决定$/).waitFor();
	await page.goto(origin + pathOf('awards'));
	await page
		.getByRole('region', { name: `优胜奖（${above + 1} 个）` })
		.getByText(chosen)
		.waitFor({ timeout: 60_000 });
	await page.getByText(/王主任；.*；现场抽签/).waitFor();
	await context.close();
});

test('frozen at a release: viewers see the order of then, staff see both, lists say so', async () => {
	const { page, context, troubles } = await rulesPage();
	await page.getByRole('button', { name: /按现在的数据版本封榜/ }).click();
	await page.locator('.preview .frozen').waitFor();
	expect(await page.locator('.preview .frozen').textContent()).toMatch(/^已封榜 · \d{4}-\d\d-\d\d \d\d:\d\d · /);
	expect(await page.locator('.preview table').count()).toBe(1);
	await page.getByRole('button', { name: '工作人员视图' }).click();
	expect(await page.locator('.preview table').count()).toBe(2);
	await page.getByText('账号权限以后再加').waitFor();
	// Rules that change later change what staff see, never what is public.
	await page.getByLabel('第 1 项的方向').selectOption('ascending');
	const [first] = contest.ranking;
	const tables = page.locator('.preview table');
	await expect.poll(() => tables.nth(1).locator('tbody tr').first().textContent()).not.toContain(first?.name ?? '');
	const firstRow = tables.nth(0).locator('tbody tr', { hasText: first?.name ?? '' });
	expect(await firstRow.locator('td, th').first().textContent()).toBe('1');
	await page.getByRole('button', { name: '解除封榜' }).click();
	await expect.poll(() => page.locator('.preview .frozen').count()).toBe(0);
	expect(troubles).toEqual([]);
	await context.close();
});

test('the award list: workbook with real numbers and the rules, one certificate a page, sound on a phone', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/dictionary', { language: 'zh-CN' });
	await keepInBrowser(context, 'rules', contest, contestRules(contest));
	await page.goto(origin + pathOf('awards'));
	await page.getByRole('button', { name: '下载 XLSX' }).waitFor({ timeout: 60_000 });
	await expectSound(page);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '下载 XLSX' }).click()
	]);
	expect(download.suggestedFilename()).toBe('获奖名单-职工技能决赛.xlsx');
	const bytes = await readFile(await download.path());
	const [header = [], ...rows] = await readSheet(bytes, '获奖名单');
	const at = (title: string) => header.indexOf(title);
	expect(rows.map((row) => [row[at('名次')], row[at('名称')], row[at('总成绩（分）')]])).toEqual(
		contest.ranking.slice(0, 4).map(({ rank, name, total }) => [rank, name, total])
	);
	const rules = await readSheet(bytes, '规则');
	expect(rules.map(([title]) => title)).toEqual(expect.arrayContaining(['规则版本', '数据版本', '筛选', '指纹']));
	expect(String(rules.find(([title]) => title === '指纹')?.[1])).toMatch(/^[0-9a-f]{64}$/);

	await page.getByRole('button', { name: '证书' }).click();
	await page.locator('article').first().waitFor();
	expect(await page.locator('article').count()).toBe(4);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(4);
	// A4 across: 297 × 210 mm in points.
	expect(new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g)).size).toBe(1);
	expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/);
	await page.setViewportSize({ width: 390, height: 844 });
	await expectSound(page);
	expect(troubles).toEqual([]);
	await context.close();
});
