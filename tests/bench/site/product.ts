/** The product's own parts on the bench page: the import with its engine, and a detail file read by range. */
import usual from '#data/boards/usual.json' with { type: 'json' };
import type { Profile } from '#lib/dimensions/profile.ts';
import { openBrowserEngine, type BrowserEngine } from '#lib/engine/browser.ts';
import { importInWorker } from '#lib/import/worker-client.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { declaredBoard, readDeclared } from '#lib/leaderboard/declared.ts';
import { resultEntries } from '#lib/leaderboard/register-entries.ts';
import { runQuery } from '#lib/query/query.ts';
import { csvColumns } from '#lib/release/facts.ts';
import { withCsvPieces } from '#lib/release/staging.ts';
import { identifier, Sql, sql } from '#lib/sql/sql.ts';

let engine: BrowserEngine;

/** The rules by which the product ranks the entrants of a competition. */
const template = readDeclared(usual).templates.find(({ id }) => id === 'competition-{competition}');
const rules = template && declaredBoard(template, { competition: 'bench' })?.rules;

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
	await engine.connector.run(new Sql('CREATE VIEW results AS SELECT * FROM detail.results'));
	return performance.now() - begun;
}

/** The product’s own board of a competition: its statement, its entries, its ranking. Milliseconds. */
async function ranking(competition: string): Promise<{ milliseconds: number; rows: number }> {
	if (!rules) throw new Error('There is no board of competitions');
	const begun = performance.now();
	const { entries } = await runQuery(engine.connector, resultEntries(competition, rules.groupBy === 'event'));
	const board = makeBoard(rules, entries, { release: 'bench', filters: { competition } });
	const milliseconds = performance.now() - begun;
	return { milliseconds, rows: board.groups.reduce((sum, { ranked }) => sum + ranked, 0) };
}

Object.assign(window, { product: { start, importFile, attach, ranking } });
