import { mkdir, stat } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { contestRules, findContest, keepInBrowser } from './board-fixture.ts';
import { launchChromium } from './chromium.ts';

/*
 * The pictures of a reveal in the documentation, as a sequence: `node tests/e2e/reveal-screenshots.ts http://localhost:3000`.
 * A contest of the demo data with prizes that are set here.
 */
const [, , origin, size = '1920x1080', folder = new URL('../../docs/screenshots/', import.meta.url).pathname] =
	process.argv;
if (!origin) {
	console.error('node tests/e2e/reveal-screenshots.ts http://localhost:3000 [1920x1080] [FOLDER]');
	process.exit(2);
}
const [width = 1920, height = 1080] = size.split('x').map(Number);
await mkdir(folder, { recursive: true });
const browser = await launchChromium();
const contest = await findContest(origin);
const [first, second, third] = contest.ranking.map(({ id }) => id);
const tier = (id: string, zh: string, en: string, count: number) => ({ id, label: { zh, en }, count, cut: 'by-hand' });
const tiers = [
	tier('first', '一等奖', 'First prize', 1),
	tier('second', '二等奖', 'Second prize', 3),
	tier('third', '三等奖', 'Third prize', 6)
];
const title = { zh: '全市职工职业技能大赛总决赛', en: 'Final of the skills contest' };
const rules = contestRules(contest, { tiers, title });

async function newContext(config: object): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
	await context.addCookies([{ name: 'lang', value: 'zh-CN', url: origin as string }]);
	await keepInBrowser(context, 'rules', contest, rules);
	await keepInBrowser(context, 'reveal', contest, {
		...{ kind: 'gongbang-reveal', version: 1, board: contest.board, group: contest.event, order: 'final', places: 10 },
		stops: { first: 'each' },
		citations: {
			[first ?? '']: '从学徒到首席技师，十年磨一剑；带出徒弟十二人，完成技术革新九项。',
			[second ?? '']: '基本功扎实，操作零失误。',
			[third ?? '']: '理论成绩全场前列，善于钻研。'
		},
		notes: { [first ?? '']: '请市总工会领导上台颁奖，随后合影。' },
		...config
	});
	return context;
}

let number = 0;
async function shoot(page: Page): Promise<void> {
	await page.evaluate(() => document.fonts.ready);
	await page.waitForTimeout(400);
	const path = `${folder}/reveal-${++number}.png`;
	await page.screenshot({ path, animations: 'disabled' });
	console.log(`reveal-${number}.png  ${Math.round((await stat(path)).size / 1000)} kB`);
}
async function open(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${origin}/leaderboards/${contest.board}/reveal?profile=${contest.profile}`);
	await page.getByRole('button', { name: '开始揭榜' }).waitFor({ timeout: 60_000 });
	return page;
}
async function step(page: Page, times: number): Promise<void> {
	for (let at = 0; at < times; at++) await page.keyboard.press('ArrowRight');
}
async function stepToHalt(page: Page): Promise<void> {
	for (let at = 0; at < 60; at++) {
		await step(page, 1);
		if (await page.locator('.stage h2').isVisible()) return;
	}
}

const ceremony = await newContext({});
const page = await open(ceremony);
await shoot(page);
const [presenter] = await Promise.all([
	ceremony.waitForEvent('page'),
	page.getByRole('button', { name: '打开主持人窗口' }).click()
]);
await page.bringToFront();
await page.getByRole('button', { name: '开始揭榜' }).click();
await page.locator('.stage').waitFor();
await shoot(page);
await step(page, 4);
await shoot(page);
await stepToHalt(page);
await shoot(page);
await stepToHalt(page);
await shoot(page);
await presenter.locator('.now').waitFor();
await shoot(presenter);
await stepToHalt(page);
await shoot(page);
await step(page, 1);
await shoot(page);
await ceremony.close();

/* A frozen contest: some results came after the freeze; the lowest row with one is revealed, ranked again, and moves. */
const frozen = await newContext({ order: 'board', places: null });
const editor = await frozen.newPage();
await editor.goto(`${origin}/leaderboards/${contest.board}/rules?profile=${contest.profile}`);
await editor.getByRole('button', { name: /按现在的数据版本封榜/ }).click({ timeout: 60_000 });
await editor.evaluate(
	(keys) => {
		const key = Object.keys(localStorage).find((name) => name.startsWith('gongbang-board-frozen'));
		const held = JSON.parse(localStorage.getItem(key ?? '') ?? '{}') as {
			entries: { key: string; values: Record<string, string> }[];
		};
		for (const entry of held.entries)
			if (keys.includes(entry.key))
				entry.values = { ...entry.values, total: String(Number(entry.values['total']) - 9) };
		localStorage.setItem(key ?? '', JSON.stringify(held));
	},
	[first, third]
);
await editor.close();
const contestPage = await open(frozen);
await contestPage.getByRole('button', { name: '开始揭榜' }).click();
await contestPage.locator('.stage').waitFor();
await shoot(contestPage);
await step(contestPage, 1);
await shoot(contestPage);
await browser.close();
