/** The product's own parts on the bench page: the import with its engine, and a detail file read by range. */
import type { Profile } from '#lib/dimensions/profile.ts';
import { openBrowserEngine, type BrowserEngine } from '#lib/engine/browser.ts';
import { importInWorker } from '#lib/import/worker-client.ts';
import { csvColumns } from '#lib/release/facts.ts';
import { withCsvPieces } from '#lib/release/staging.ts';
import { identifier, Sql, sql } from '#lib/sql/sql.ts';

let engine: BrowserEngine;

async function start(): Promise<void> {
	engine = await openBrowserEngine();
}

/** A file on the disk, as users choose it: its bytes are not in the page. */
const chooser = document.body.appendChild(document.createElement('input'));
chooser.type = 'file';

/** The chosen file through all steps of the import and into a typed table. Milliseconds, rows, longest task of the main thread. */
async function importFile(profile: Profile): Promise<{ milliseconds: number; count: number; longestTask: number }> {
	const file = chooser.files?.[0];
	if (!file) throw new Error('No file was chosen');
	let longestTask = 0;
	const observer = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
	});
	observer.observe({ type: 'longtask' });
	const begun = performance.now();
	const { batch, receipt } = await importInWorker(file, { profile, now: new Date().toISOString(), user: 'bench' });
	if (!batch) throw new Error(receipt.issues.map(({ code }) => code).join());
	const columns = csvColumns(batch.dataset, batch.csv);
	const list = Object.entries(columns).map(([name, type]) => `${identifier(name).text} ${type}`);
	await engine.connector.run(new Sql(`CREATE OR REPLACE TABLE imported (${list.join()})`));
	await withCsvPieces(engine.connector, batch.csv, columns, (csv) =>
		engine.connector.run(new Sql(`INSERT INTO imported SELECT * FROM ${csv.text}`))
	);
	const milliseconds = performance.now() - begun;
	await new Promise((done) => setTimeout(done, 200));
	observer.disconnect();
	const [count] = await engine.connector.query(sql`SELECT count(*) AS lines FROM ${identifier('imported')}`);
	await engine.connector.run(new Sql('DROP TABLE imported'));
	return { milliseconds, count: Number(count?.lines), longestTask };
}

/** Attaches a detail file of the server by range. Milliseconds. */
async function attach(url: string): Promise<number> {
	const begun = performance.now();
	await engine.attachUrl('detail.duckdb', url);
	await engine.connector.run(new Sql(`ATTACH 'detail.duckdb' AS detail (READ_ONLY)`));
	return performance.now() - begun;
}

/** The results of one competition, as its page asks for them. Milliseconds. */
async function ranking(competition: string): Promise<{ milliseconds: number; rows: number }> {
	const begun = performance.now();
	const rows = await engine.connector.query(
		sql`SELECT event, entrant_id, CAST(total AS VARCHAR) AS total, CAST("time" AS VARCHAR) AS "time" FROM detail.results
			WHERE competition_id = ${competition} ORDER BY event, total DESC, "time", entrant_id`
	);
	return { milliseconds: performance.now() - begun, rows: rows.length };
}

Object.assign(window, { product: { start, importFile, attach, ranking } });
