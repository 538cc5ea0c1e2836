/**
 * What a page would do with the bare parts: DuckDB-wasm and plain ECharts, no release, no roll-up. The other side of
 * every ratio in docs/benchmarks.md.
 */
import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import * as echarts from 'echarts';

type Rows = Record<string, string | number>[];
let database: duckdb.AsyncDuckDB;
let connection: duckdb.AsyncDuckDBConnection;

async function start(): Promise<void> {
	database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(workerUrl));
	await database.instantiate(wasmUrl);
	await database.open({ query: { castDecimalToDouble: true, castBigIntToDouble: true } });
	connection = await database.connect();
}

async function rows(text: string): Promise<Rows> {
	const table = await connection.query(text);
	return table.toArray().map((row) => row.toJSON() as Rows[number]);
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const painted = async () => {
	await nextFrame();
	await nextFrame();
};

/** Loads the reported facts of a release into memory, as they are. */
async function loadFacts(url: string): Promise<number> {
	const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
	await database.registerFileBuffer('summary.duckdb', bytes);
	await connection.query(`ATTACH 'summary.duckdb' AS release (READ_ONLY)`);
	await connection.query(
		`CREATE TABLE fact AS SELECT measure, region, industry, ownership, period, value FROM release.fact`
	);
	const [count] = await rows('SELECT count(*) AS facts FROM fact');
	return Number(count?.facts);
}

function panel(): echarts.ECharts {
	const host = document.body.appendChild(document.createElement('div'));
	host.style.cssText = 'width: 600px; height: 360px; float: left';
	return echarts.init(host);
}
let charts: echarts.ECharts[] = [];

/** One filter change: four groupings of the unrolled facts and four plain charts. Milliseconds until painted. */
async function change(period: string, measure: string): Promise<number> {
	if (charts.length === 0) charts = [panel(), panel(), panel(), panel()];
	const begun = performance.now();
	const [totals, regions, trend, industries] = await Promise.all([
		rows(`SELECT measure AS name, sum(value) AS value FROM fact WHERE period = '${period}' GROUP BY 1 ORDER BY 1`),
		rows(
			`SELECT region AS name, sum(value) AS value FROM fact WHERE measure = '${measure}' AND period = '${period}' GROUP BY 1 ORDER BY 2`
		),
		rows(`SELECT period AS name, sum(value) AS value FROM fact WHERE measure = '${measure}' GROUP BY 1 ORDER BY 1`),
		rows(
			`SELECT industry AS name, sum(value) AS value FROM fact WHERE measure = '${measure}' AND period = '${period}' GROUP BY 1 ORDER BY 2`
		)
	]);
	for (const [index, data] of [totals, regions, trend, industries].entries()) {
		charts[index]?.setOption({
			xAxis: { type: 'category', data: data.map((row) => row.name) },
			yAxis: { type: 'value' },
			series: [{ type: index === 2 ? 'line' : 'bar', data: data.map((row) => row.value) }]
		});
	}
	await painted();
	return performance.now() - begun;
}

/** DuckDB-wasm's own reading of a CSV into a table, as it comes: its sniffer and nothing else. Milliseconds. */
async function readCsv(url: string): Promise<{ milliseconds: number; count: number }> {
	const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
	const begun = performance.now();
	await database.registerFileBuffer('bare.csv', bytes);
	await connection.query(`CREATE OR REPLACE TABLE bare AS SELECT * FROM read_csv('bare.csv')`);
	const milliseconds = performance.now() - begun;
	const [count] = await rows('SELECT count(*) AS lines FROM bare');
	await connection.query('DROP TABLE bare');
	await database.dropFile('bare.csv');
	return { milliseconds, count: Number(count?.lines) };
}

Object.assign(window, { bare: { start, loadFacts, change, readCsv } });
