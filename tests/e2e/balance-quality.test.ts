import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openReleaseFolder } from '../../src/cli/query/release.ts';
import { Sql } from '../../src/lib/sql/sql.ts';
import { launchChromium } from './chromium.ts';
import { expectSound } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/** Rows of plain SQL over a demo release. */
async function plainly(profile: string, statement: string) {
	const folder = readdirSync('releases').find((name) => name.startsWith(`${profile}-`));
	const { connector } = await openReleaseFolder(`releases/${folder}`);
	try {
		return await connector.query(new Sql(statement));
	} finally {
		await connector.close();
	}
}

test('balance: the spread of a rate, another measure and indicator in the link, a gap filters', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/balance');
	await drawn(page);
	const [ends] = await plainly(
		'national',
		`SELECT CAST(max(rate) / min(rate) AS DOUBLE) AS times FROM (
			SELECT CAST(p.value AS DOUBLE) / CAST(w.value AS DOUBLE) AS rate FROM rollup p JOIN rollup w USING (region, period, industry, ownership)
			WHERE p.measure = 'participants' AND w.measure = 'workers_total' AND period = '2026Q3' AND industry = 'all' AND ownership = 'all'
				AND region IN (SELECT code FROM region WHERE parent = '100000'))`
	);
	expect(await page.textContent('.sentence')).toContain(`的 ${Number(ends?.times).toFixed(1)} 倍`);
	expect(await page.getByText(/★ 为本单位确定的重点产业：制造业/).count()).toBe(1);
	await expectSound(page);
	await page.getByRole('button', { name: '最高 ÷ 最低' }).click();
	await page.waitForURL(/by=maxMin/);
	await page.getByRole('heading', { name: /省份之间最高 ÷ 最低 [\d.]+ 倍/ }).waitFor();
	await page.getByRole('button', { name: '参赛人次', exact: true }).click();
	await page.waitForURL(/indicator=participations/);
	await page.getByRole('heading', { name: /参赛人次从低到高排，前一半省份占/ }).waitFor();
	await page.getByRole('group', { name: '空白清单' }).getByRole('row').nth(1).click();
	await page.waitForURL(/region=\d+/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('balance: a change shows what is in sight at once, charts further down follow one by one', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/balance?period=2025Q1&region=500000');
	await drawn(page);
	const batches = await page.evaluate(async () => {
		const charts = [...document.querySelectorAll<HTMLElement>('[data-pictures]')];
		const inSight = (chart: Element) => {
			const { top, bottom } = chart.getBoundingClientRect();
			return bottom > 0 && top < innerHeight;
		};
		const drawnAt: boolean[][] = [];
		const waiting = new Set<Node>(charts);
		const link = document.body.appendChild(document.createElement('a'));
		link.href = '/balance?period=2025Q2&region=510000';
		await new Promise<void>((done) => {
			const observer = new MutationObserver((changes) => {
				drawnAt.push(changes.map(({ target }) => inSight(target as Element)));
				for (const { target } of changes) waiting.delete(target);
				if (waiting.size > 0) return;
				observer.disconnect();
				done();
			});
			for (const chart of charts) observer.observe(chart, { attributeFilter: ['data-pictures'] });
			link.click();
			link.remove();
		});
		return drawnAt;
	});
	const [first = [], ...rest] = batches;
	expect(first.length).toBeGreaterThan(0);
	expect(first.every(Boolean)).toBe(true);
	expect(rest.length).toBeGreaterThan(2);
	expect(rest).toEqual(rest.map(() => [false]));
	expect(troubles).toEqual([]);
	await context.close();
});

test('quality: who is missing as plain SQL has it, and the list to urge by as it is copied', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/quality');
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await drawn(page);
	const missing = await plainly(
		'national',
		`SELECT name FROM region r WHERE parent = '100000' AND expected AND NOT EXISTS (SELECT 1 FROM rollup f
			WHERE f.region = r.code AND f.period = '2026Q3' AND f.measure = 'participants' AND f.industry = 'all' AND f.ownership = 'all')
			ORDER BY sort, code`
	);
	expect(missing.length).toBeGreaterThan(0);
	expect(await page.textContent('.sentence')).toContain(`33 个省份中 ${33 - missing.length} 个已报`);
	await page.getByRole('button', { name: '复制催报名单' }).click();
	await page.getByText(/已复制 \d+ 行/).waitFor();
	const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
	expect(lines[0]).toContain('【全国】2026年三季度报表应于2026年10月15日前报送');
	const owing = lines.filter((line) => line.includes('未报2026年三季度汇总表'));
	expect(owing.map((line) => line.split('：')[0])).toEqual(missing.map(({ name }) => name));
	await expectSound(page);
	await page.getByRole('group', { name: '数据' }).getByRole('button', { name: '汇总表', exact: true }).click();
	await page.waitForURL(/by=summary/);
	await page.getByRole('button', { name: /台账小于汇总 \d+/ }).click();
	await page.waitForURL(/view=smaller/);
	expect(troubles).toEqual([]);
	await context.close();
});

test('both on a phone, dark, in English; documents that nobody owes say so', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/balance?profile=enterprise', {
		colorScheme: 'dark',
		language: 'en',
		viewport: { width: 390, height: 844 }
	});
	await drawn(page);
	await expectSound(page);
	await page.goto(`${origin}/quality?profile=enterprise`);
	await drawn(page);
	expect(await page.textContent('.sentence')).toMatch(/\d+ of 10 units have reported/);
	await expectSound(page);
	await page.goto(`${origin}/quality?profile=union-documents`);
	await page.getByText(/China has no regions that owe a report/).waitFor({ timeout: 60_000 });
	await page.goto(`${origin}/balance?profile=union-documents`);
	await page.getByText(/There is nothing to compare/).waitFor({ timeout: 60_000 });
	expect(troubles).toEqual([]);
	await context.close();
});
