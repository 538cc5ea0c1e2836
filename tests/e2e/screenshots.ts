import { mkdir, stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { drawn, visit } from './visit.ts';

/** One picture of the documentation. */
interface Shot {
	readonly name: string;
	readonly path: string;
	readonly width: number;
	readonly height: number;
	readonly dark?: boolean;
	readonly language?: 'zh-CN' | 'en';
	/** What a reader does first. */
	readonly before?: (page: Page, origin: string) => Promise<void>;
}

const desk = { width: 1920, height: 1080 };
const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const wall = { width: 3840, height: 2160 };

async function openFirstCompetition(page: Page): Promise<void> {
	await page.getByRole('row').nth(2).click();
	await page.waitForURL(/\/competitions\/.+/);
}

/** A file as a statistics office published it, with what it leaves to decide. */
async function openCensus(page: Page): Promise<void> {
	const file = new URL('../../data/real/nbs-2004-census-1-21-union-coverage.partial.csv', import.meta.url).pathname;
	await page.locator('input[type=file]').first().setInputFiles(file);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.waitForTimeout(4000);
}

/** Opens what a button offers, and waits until it stands. */
const press = (name: RegExp) => async (page: Page) => {
	await page.getByRole('button', { name }).first().click();
	await page.waitForTimeout(2500);
};

const shots: readonly Shot[] = [
	{ name: 'overview', path: '/', ...desk },
	{ name: 'overview-dark', path: '/', ...desk, dark: true },
	{ name: 'overview-wall', path: '/', ...wall, dark: true },
	{ name: 'overview-laptop-en', path: '/', ...laptop, language: 'en' },
	{ name: 'overview-phone', path: '/', ...phone },
	{ name: 'overview-phone-dark-en', path: '/', ...phone, dark: true, language: 'en' },
	{ name: 'regions-chongqing', path: '/regions?profile=chongqing', ...desk },
	{ name: 'regions-dark-en', path: '/regions', ...laptop, dark: true, language: 'en' },
	{ name: 'region-laptop', path: '/regions/500000?period=2025', ...laptop },
	{ name: 'industries', path: '/industries', ...desk },
	{ name: 'industries-dark-en', path: '/industries', ...laptop, dark: true, language: 'en' },
	{ name: 'competition', path: '/competitions?grade=national-1&view=all', ...laptop, before: openFirstCompetition },
	{ name: 'competitions-phone-dark', path: '/competitions', ...phone, dark: true },
	{ name: 'innovation', path: '/innovation', ...desk },
	{ name: 'studios-chongqing', path: '/studios?profile=chongqing', ...desk },
	{ name: 'training-dark', path: '/training', ...desk, dark: true },
	{ name: 'honours-phone', path: '/honours', ...phone },
	{ name: 'targets-shanghai', path: '/targets?profile=shanghai', ...laptop },
	{ name: 'campaigns-gansu', path: '/campaigns?profile=gansu', ...laptop, dark: true },
	{ name: 'balance', path: '/balance', ...desk },
	{ name: 'quality-chongqing', path: '/quality?profile=chongqing', ...desk },
	{ name: 'briefing-chongqing', path: '/briefing?profile=chongqing&period=2024', ...desk },
	{ name: 'briefing-phone-dark-en', path: '/briefing', ...phone, dark: true, language: 'en' },
	{ name: 'documents-en', path: '/metrics?profile=union-documents', ...laptop, language: 'en' },
	{ name: 'enterprise', path: '/?profile=enterprise', ...desk },
	{ name: 'leaderboards', path: '/leaderboards', ...desk },
	{ name: 'leaderboard', path: '/leaderboards/region-participations', ...desk },
	{ name: 'leaderboard-phone-dark-en', path: '/leaderboards/medals-region', ...phone, dark: true, language: 'en' },
	{ name: 'leaderboard-wall', path: '/leaderboards/region-participation_rate', ...wall },
	{ name: 'share', path: '/?profile=chongqing&period=2026Q2', ...laptop, before: press(/^分享这一页/) },
	{ name: 'panel-menu', path: '/regions?profile=chongqing', ...laptop, before: press(/^分享、导出/) },
	{ name: 'explanation', path: '/', ...laptop, before: press(/：怎么算的/) },
	{ name: 'explanation-phone-dark-en', path: '/', ...phone, dark: true, language: 'en', before: press(/: how/i) },
	{ name: 'one-chart', path: '/chart/overview/map?profile=chongqing', width: 960, height: 540 },
	{ name: 'import', path: '/import', ...desk, before: openCensus },
	{ name: 'import-phone-dark-en', path: '/import', ...phone, dark: true, language: 'en', before: openCensus },
	{ name: 'ledger', path: '/data', ...laptop },
	{ name: 'dictionary', path: '/dictionary', ...laptop },
	{ name: 'wall', path: '/wall?profile=gansu&scene=figures', ...desk },
	{ name: 'wall-map', path: '/wall?profile=national&scene=map', ...desk },
	{ name: 'wall-board', path: '/wall?profile=gansu&scene=board', ...desk },
	{ name: 'wall-spotlight', path: '/wall?profile=gansu&scene=spotlight', ...desk },
	{ name: 'wall-matrix', path: '/wall?profile=gansu&scene=matrix', ...desk },
	{ name: 'wall-targets-en', path: '/wall?profile=gansu&scene=targets', width: 1024, height: 768, language: 'en' },
	{ name: 'wall-ladder-upright', path: '/wall?profile=gansu&scene=ladder', width: 1080, height: 1920 },
	{ name: 'wall-strip', path: '/wall?profile=national&scene=figures', width: 3328, height: 896 },
	{ name: 'wall-nine', path: '/wall?profile=enterprise&scene=board&screens=3x3&bezel=1', width: 2880, height: 1620 },
	{ name: 'wall-edit', path: '/wall/edit?profile=gansu', ...desk },
	{ name: 'census-2004', path: '/?profile=census-2004', ...laptop }
];

const [, , origin, ...wanted] = process.argv;
if (!origin) {
	console.error('node tests/e2e/screenshots.ts http://localhost:3000 [NAME…]');
	process.exit(2);
}
const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
await mkdir(folder, { recursive: true });
const browser = await launchChromium();
for (const { name, path, width, height, dark, language = 'zh-CN', before } of shots) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const { page, context, troubles } = await visit(browser, origin, path, {
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light',
		language
	});
	await drawn(page);
	await before?.(page, origin);
	await drawn(page);
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready);
	await page.waitForTimeout(600);
	await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
	const { size } = await stat(`${folder}${name}.png`);
	console.log(
		`${name}.png  ${width}×${height}  ${Math.round(size / 1000)} kB${troubles.map((one) => `\n  ${one}`).join('')}`
	);
	await context.close();
}
await browser.close();
