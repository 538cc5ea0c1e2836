import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { contestRules, findContest, keepInBrowser, type Contest } from './board-fixture.ts';
import { launchChromium } from './chromium.ts';
import { expectSound } from './sound.ts';
import { drawn, engineRuns } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
let contest: Contest;
beforeAll(async () => {
	[browser, contest] = await Promise.all([launchChromium(), findContest(origin)]);
});
afterAll(() => browser.close());

/** The preparation page of the contest, in a browser profile of its own. */
async function prepared(
	config: object = {},
	options: BrowserContextOptions = {}
): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		...options
	});
	await context.addCookies([{ name: 'lang', value: 'zh-CN', url: origin }]);
	await keepInBrowser(context, 'rules', contest, contestRules(contest));
	const [first] = contest.ranking;
	await keepInBrowser(context, 'reveal', contest, {
		...{ kind: 'gongbang-reveal', version: 1, board: contest.board, group: contest.event, order: 'final', pace: 1 },
		stops: { first: 'each', second: 'together' },
		citations: { [first?.id ?? '']: '十年磨一剑' },
		notes: { [first?.id ?? '']: '请领导上台' },
		...config
	});
	const page = await context.newPage();
	const troubles: string[] = [];
	page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
	page.on('pageerror', (error) => troubles.push(error.message));
	await page.goto(`${origin}/leaderboards/${contest.board}/reveal?profile=${contest.profile}`);
	await page.getByRole('button', { name: '开始揭榜' }).waitFor({ timeout: 60_000 });
	await drawn(page);
	await engineRuns(page);
	return { context, page, troubles };
}

async function openStage(page: Page): Promise<void> {
	await page.getByRole('button', { name: '开始揭榜' }).click();
	await page.locator('.stage').waitFor();
}

/** What is on the stage: `1 示例选手`, ▒ behind the curtain, from the top. */
async function onStage(page: Page): Promise<string[]> {
	const rows = await page.locator('.stage ol > li').evaluateAll((items) =>
		items
			.map((item) => ({
				place: Number(item.getAttribute('aria-posinset')),
				text: item.classList.contains('curtain')
					? '▒'
					: `${item.querySelector('.rank')?.textContent?.trim()} ${item.querySelector('.text')?.textContent?.trim()}`
			}))
			.sort((a, b) => a.place - b.place)
	);
	return rows.map(({ text }) => text);
}
const counted = async (page: Page) => (await page.textContent('.stage .count'))?.replace('彩排', '').trim() ?? '';

test('stepped through to the end with the network off, the stage is the final board', async () => {
	const { context, page, troubles } = await prepared();
	const people = contest.ranking.length + contest.guests.length;
	await openStage(page);
	await context.setOffline(true);
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	expect(await counted(page)).toBe(`已揭晓 0/${people}`);
	expect(new Set(await onStage(page))).toEqual(new Set(['▒']));
	// Nothing of a hidden row is in the page, not even where nobody sees it.
	const hidden = await page.locator('.stage').innerHTML();
	for (const { name } of contest.ranking) expect(hidden).not.toContain(name);

	const halts: string[] = [];
	const keys = ['ArrowRight', 'PageDown', 'Space'];
	for (let step = 0; step < people + 3; step++) {
		await page.keyboard.press(keys[step % keys.length] ?? 'Space');
		const halt = page.locator('.stage h2');
		if (await halt.isVisible())
			halts.push(`${await halt.textContent()} ${await page.locator('.stage section li').count()}`);
	}
	expect(halts).toEqual(['二等奖 3', '一等奖 1']);
	expect(await counted(page)).toBe(`已揭晓 ${people}/${people}`);
	const top = (await onStage(page)).filter((row) => !row.startsWith('打星')).slice(0, 6);
	expect(top).toEqual(contest.ranking.slice(0, 6).map(({ rank, name }) => `${rank} ${name}`));
	await page.keyboard.press('ArrowRight');
	expect(await counted(page)).toBe(`已揭晓 ${people}/${people}`);
	expect(requests).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});

test('back, black screen, auto and pause; a halt waits; leaving asks first', async () => {
	const { context, page, troubles } = await prepared({ places: 4 });
	await openStage(page);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	expect(await counted(page)).toMatch(/^已揭晓 2\//);
	await page.keyboard.press('PageUp');
	expect(await counted(page)).toMatch(/^已揭晓 1\//);
	await page.keyboard.press('b');
	await page.locator('.stage .blank').waitFor();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => page.locator('.stage .blank').count()).toBe(0);
	expect(await counted(page)).toMatch(/^已揭晓 1\//);
	await page.keyboard.press('a');
	await page.getByRole('heading', { name: '二等奖' }).waitFor({ timeout: 15_000 });
	const atHalt = await counted(page);
	await page.waitForTimeout(1500);
	expect(await counted(page)).toBe(atHalt);
	await page.keyboard.press('p');
	await page.keyboard.press('ArrowRight');
	await page.waitForTimeout(1500);
	expect(await counted(page)).toBe(atHalt);
	await page.keyboard.press('Escape');
	await page.getByRole('alertdialog').waitFor();
	await page.keyboard.press('Escape');
	await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
	expect(await counted(page)).toBe(atHalt);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: '离开' }).click();
	await page.getByRole('button', { name: /^继续/ }).waitFor();
	expect(troubles).toEqual([]);
	await context.close();
});

test('a reload in the middle goes on where it was, the halt included', async () => {
	const { context, page, troubles } = await prepared();
	await openStage(page);
	for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
	const before = [await counted(page), ...(await onStage(page))];
	await page.reload();
	await page.locator('.stage').waitFor({ timeout: 60_000 });
	expect([await counted(page), ...(await onStage(page))]).toEqual(before);
	while (!(await page.locator('.stage h2').isVisible())) await page.keyboard.press('ArrowRight');
	await page.reload();
	await page.getByRole('heading', { name: '二等奖' }).waitFor({ timeout: 60_000 });
	expect(troubles).toEqual([]);
	await context.close();
});

test('the presenter’s window says what comes next and conducts; it needs no release', async () => {
	const { context, page, troubles } = await prepared({ places: 2, opening: '请全体就座' });
	const [popup] = await Promise.all([
		context.waitForEvent('page'),
		page.getByRole('button', { name: '打开主持人窗口' }).click()
	]);
	const asked: string[] = [];
	popup.on('request', (request) => asked.push(request.url()));
	await popup.getByText('还没有接上舞台窗口').waitFor();
	await openStage(page);
	const [first, second] = contest.ranking;
	await popup.locator('.now', { hasText: second?.name ?? '' }).waitFor();
	await popup.getByText('请全体就座').waitFor();
	await context.setOffline(true);
	await popup.keyboard.press('PageDown');
	await expect.poll(async () => (await onStage(page)).at(-1)).toBe(`2 ${second?.name}`);
	// The last of the second prizes is out: a halt, which the next step ends.
	await popup.getByText('停顿：二等奖').waitFor();
	await popup.keyboard.press('PageDown');
	await popup.locator('.now', { hasText: first?.name ?? '' }).waitFor();
	await popup.getByText('请领导上台').waitFor();
	// Nobody in the hall has seen who is first, nor what only the presenter reads.
	expect(await page.locator('.stage').innerHTML()).not.toContain(first?.name);
	await popup.getByRole('button', { name: /黑屏/ }).click();
	await page.locator('.stage .blank').waitFor();
	await popup.getByText('台上黑屏').waitFor();
	await popup.getByRole('button', { name: /下一步/ }).click();
	await popup.getByRole('button', { name: /下一步/ }).click();
	await page.getByText('十年磨一剑').waitFor();
	await popup.getByText('停顿：一等奖').waitFor();
	expect(await page.locator('.stage').innerHTML()).not.toContain('请领导上台');
	await expectSound(popup);
	expect(asked.filter((url) => url.includes('duckdb'))).toEqual([]);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a rehearsal leaves no trace', async () => {
	const { context, page } = await prepared();
	await page.getByRole('button', { name: '彩排' }).click();
	await page.locator('.stage').getByText('彩排').waitFor();
	await page.keyboard.press('ArrowRight');
	await page.reload();
	await page.getByRole('button', { name: '开始揭榜' }).waitFor({ timeout: 60_000 });
	expect(await page.locator('.stage').count()).toBe(0);
	await context.close();
});

test('the preparation is sound, is kept, and goes out as a file that comes in again', async () => {
	const { context, page, troubles } = await prepared();
	await expectSound(page);
	await page.getByLabel('台上的标题').fill('颁奖典礼');
	await page.getByLabel('台上的标题').press('Enter');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '导出 JSON' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^揭榜-职工技能决赛-.+\.json$/);
	const path = await download.path();
	await page.reload();
	await expect.poll(() => page.getByLabel('台上的标题').inputValue(), { timeout: 60_000 }).toBe('颁奖典礼');
	await page.getByLabel('台上的标题').fill('另一个');
	await page.getByLabel('台上的标题').press('Enter');
	await page.locator('input[type=file][accept*=json]').setInputFiles(path);
	await expect.poll(() => page.getByLabel('台上的标题').inputValue()).toBe('颁奖典礼');
	await openStage(page);
	expect(await page.textContent('.stage h1')).toBe('颁奖典礼');
	await expectSound(page);
	expect(troubles).toEqual([]);
	await context.close();
});

test('on a phone in the dark, in English, the preparation is sound', async () => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
	await context.addCookies([{ name: 'lang', value: 'en', url: origin }]);
	await keepInBrowser(context, 'rules', contest, contestRules(contest));
	const page = await context.newPage();
	await page.goto(`${origin}/leaderboards/${contest.board}/reveal?profile=${contest.profile}`);
	await page.getByRole('button', { name: 'Open the stage' }).waitFor({ timeout: 60_000 });
	await drawn(page);
	await expectSound(page);
	await context.close();
});
