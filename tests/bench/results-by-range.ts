import { existsSync, statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openNative } from '#lib/engine/native.ts';
import { detailTable } from '#lib/release/registers.ts';
import { createTable } from '#lib/release/tables.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import { median } from './median.ts';
import { freshContext } from './product.ts';
import type { Address } from './site-server.ts';

/** The yearly participations of the whole country. */
export const nationalResults = 58_060_000;
const perCompetition = 1000;

/** Writes a `detail.duckdb` with all results of a year into a folder, once. */
export async function writeResults(folder: string): Promise<number> {
	const path = `${folder}/detail.duckdb`;
	if (!existsSync(path)) {
		const connector = await openNative({ folder });
		await connector.run(
			new Sql(`ATTACH '${connector.fileName('detail.duckdb')}' AS detail (STORAGE_VERSION 'v1.4.0')`)
		);
		await connector.run(createTable(identifier('detail'), detailTable('results')));
		await connector.run(
			new Sql(`INSERT INTO detail.results BY NAME
				SELECT 'C' || (100000 + n // ${perCompetition}) AS competition_id, 'E1' AS event,
					'P' || lpad(CAST(n % ${perCompetition} AS VARCHAR), 4, '0') AS entrant_id,
					CAST(40 + (hash(n) % 6000) / 100 AS DECIMAL(18, 4)) AS total,
					CAST(1000 + hash(n + 1) % 8000 AS DECIMAL(18, 4)) AS "time", 'bench' AS batch, CAST(n % 1000000 AS INTEGER) AS line
				FROM range(${nationalResults}) numbers(n)`)
		);
		await connector.run(new Sql('DETACH detail'));
		await connector.close();
	}
	return statSync(path).size;
}

export interface RangeTimes {
	readonly attach: { milliseconds: number; bytes: number };
	readonly cold: { milliseconds: number; bytes: number };
	readonly warm: { milliseconds: number; bytes: number };
}

/** One competition's board out of all of them, from a static server: bytes moved and time until it is ranked, cold and warm. */
export async function measureResultsByRange(browser: Browser, site: Address, runs: number): Promise<RangeTimes> {
	const samples = { attach: [], cold: [], warm: [] } as Record<
		keyof RangeTimes,
		{ milliseconds: number; bytes: number }[]
	>;
	for (let run = 0; run < runs; run++) {
		const context = await freshContext(browser);
		const page = await context.newPage();
		await page.goto(site.address);
		await page.evaluate(() => (window as unknown as SiteWindow).product.start());
		site.sent();
		const attach = await page.evaluate(
			(url) => (window as unknown as SiteWindow).product.attach(url),
			`${site.address}/detail.duckdb`
		);
		samples.attach.push({ milliseconds: attach, bytes: site.sent() });
		const competition = `C${100000 + 29_000 + run * 1000}`;
		for (const state of ['cold', 'warm'] as const) {
			const { milliseconds, rows } = await page.evaluate(
				(id) => (window as unknown as SiteWindow).product.ranking(id),
				competition
			);
			if (rows !== perCompetition) throw new Error(`${rows} rows of ${competition}`);
			samples[state].push({ milliseconds, bytes: site.sent() });
		}
		await context.close();
	}
	const middle = (list: { milliseconds: number; bytes: number }[]) => ({
		milliseconds: median(list.map(({ milliseconds }) => milliseconds)),
		bytes: median(list.map(({ bytes }) => bytes))
	});
	return { attach: middle(samples.attach), cold: middle(samples.cold), warm: middle(samples.warm) };
}

interface SiteWindow {
	readonly product: {
		start(): Promise<void>;
		attach(url: string): Promise<number>;
		ranking(competition: string): Promise<{ milliseconds: number; rows: number }>;
	};
}
