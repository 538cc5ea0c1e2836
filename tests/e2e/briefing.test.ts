import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { releaseFiles } from '#lib/release/open-release.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { launchChromium } from './chromium.ts';
import { seriousViolations } from './sound.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

async function faultsOf(page: Page): Promise<string[]> {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	return [...(await seriousViolations(page)), ...(over > 0 ? [`${over} px too wide`] : [])];
}

/** Pages of a PDF that Chromium wrote. */
function pageCount(pdf: Buffer): number {
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Figures of 重庆 in 2024 by plain SQL over the release that the page shows, as a document prints them. */
async function plainFigures(): Promise<Readonly<Record<string, string>>> {
	const catalogue = (await (await fetch(`${origin}/releases/catalogue.json`)).json()) as {
		profile: string;
		path: string;
	}[];
	const path = catalogue.find(({ profile }) => profile === 'chongqing')?.path ?? '';
	const bytes = await (await fetch(`${origin}${path}/summary.duckdb`)).arrayBuffer();
	const db = await openNative();
	try {
		await db.writeFile(releaseFiles.summary, new Uint8Array(bytes));
		const file = literal(db.fileName(releaseFiles.summary)).text;
		await db.run(new Sql(`ATTACH ${file} AS s (READ_ONLY)`));
		const cell = (measure: string, year: number) =>
			`(SELECT value FROM s.rollup WHERE measure = '${measure}' AND region = '500000' AND industry = 'all' AND ownership = 'all' AND period = '${year}')`;
		const first = `SELECT g.name FROM s.rollup r JOIN s.region g ON g.code = r.region WHERE g.parent = '500000' AND r.measure = 'participations'
			AND r.industry = 'all' AND r.ownership = 'all' AND r.period = '2024' ORDER BY r.value DESC LIMIT 1`;
		const held = `SELECT count(*) FROM (SELECT DISTINCT t.region, t.industry FROM s.register_total t JOIN s.region g ON g.code = t.region
			WHERE g.parent = '500000' AND t.measure = 'competitions.count' AND t.period = '2024' AND length(t.industry) = 1 AND t.value > 0)`;
		const [row] = await db.query(
			new Sql(`SELECT format('{:.1f}', ${cell('participations', 2024)} / 10000) AS participations,
				format('{:+.1f}', 100.0 * (${cell('participations', 2024)} / ${cell('participations', 2023)} - 1)) AS growth,
				format('{:.1f}', 100.0 * ${cell('participants', 2024)} / ${cell('workers_total', 2024)}) AS rate,
				(${first}) AS first, CAST((${held}) AS VARCHAR) AS held`)
		);
		return row as Record<string, string>;
	} finally {
		await db.close();
	}
}

test('重庆 2024: the figures are those of the release, each sentence says how it was made, text to copy, A4 to print', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/briefing?profile=chongqing&period=2024', {
		colorScheme: 'light',
		language: 'zh-CN',
		permissions: ['clipboard-read', 'clipboard-write']
	});
	await drawn(page);
	await page.getByRole('heading', { name: '一、总体情况' }).waitFor();
	expect(await faultsOf(page)).toEqual([]);

	const told = await plainFigures();
	await page.getByRole('button', { name: '复制文字' }).click();
	await page.getByText('已复制').waitFor();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	const growth = Number(told.growth);
	expect(text).toContain(
		`2024年，重庆市参赛${told.participations}万人次，同比${growth > 0 ? '增长' : '下降'}${Math.abs(growth).toFixed(1)}%。`
	);
	expect(text).toContain(`职工参与率为${told.rate}%`);
	expect(text).toContain(`参赛人次居前的区县为${told.first}（`);
	expect(text).toContain(`${told.held}个有记录`);
	expect(text).toContain('应报38个区县已全部报送');
	expect(text).toContain('示例数据');

	await page.getByRole('button', { name: '第1句的依据' }).click();
	await page.getByText('不按 0 计。').first().waitFor();
	expect(await page.locator('.basis:visible').count()).toBe(1);

	const pdf = await page.pdf({ format: 'A4', printBackground: false });
	expect(pageCount(pdf)).toBeGreaterThanOrEqual(1);
	expect(pageCount(pdf)).toBeLessThanOrEqual(2);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a company of the group in English on a phone at night; on paper nothing is wider than the sheet', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/briefing?profile=enterprise&region=JT01', {
		colorScheme: 'dark',
		language: 'en',
		viewport: { width: 390, height: 844 }
	});
	await drawn(page);
	await page.getByRole('heading', { name: '1. Overview' }).waitFor();
	expect(await faultsOf(page)).toEqual([]);
	expect(await page.textContent('.text')).toMatch(/participations in Sample Machinery Co\. came to [\d,.]+/);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 688, height: 1000 });
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over).toBeLessThanOrEqual(0);
	expect(await page.locator('header.no-print, .basis').filter({ visible: true }).count()).toBe(0);
	expect(pageCount(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2);
	expect(troubles).toEqual([]);
	await context.close();
});
