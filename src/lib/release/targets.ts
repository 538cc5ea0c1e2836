import type { Batch } from '#lib/import/batch.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { noteBrought } from './batch-parts.ts';
import { csvColumns } from './facts.ts';
import type { Build } from './input.ts';
import { staging, withCsv } from './staging.ts';
import { summaryTable } from './summary-tables.ts';
import { at, columnList, figure, orderList } from './tables.ts';

const staged = at(staging, 'target');
const key = 'indicator, region, end_year';

/** Writes `target`; of several for one indicator, region and end the latest batch's stays. */
export async function buildTargets(build: Build, onBatch: () => void): Promise<void> {
	const { connector, summary, base } = build;
	const table = summaryTable('target');
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${staged.text} AS SELECT * FROM ${at(base?.summary ?? summary, 'target').text}
			${base ? '' : 'WHERE false'}`)
	);
	for (const batch of build.batches.filter((batch) => batch.dataset === 'targets')) {
		await stageTargets(build, batch);
		build.brought.set(batch, batch.receipt.rowsLoaded);
		const own = new Sql(`(SELECT * FROM ${staged.text} WHERE batch = ${literal(batch.id).text})`);
		await noteBrought(connector, batch, 'measure', own, 'indicator');
		await noteBrought(connector, batch, 'region', own, 'region');
		onBatch();
	}
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'target').text} SELECT ${columnList(table).text} FROM ${staged.text}
			WHERE rowid IN (SELECT max(rowid) FROM ${staged.text} GROUP BY ${key})
			ORDER BY ${orderList(table).text}`)
	);
}

/** Replacing clears the regions and final years that the file names; an upsert keeps what it leaves empty. */
async function stageTargets({ connector }: Build, batch: Batch): Promise<void> {
	const columns = csvColumns('targets', batch.csv);
	const upsert = batch.mode === 'upsert';
	const column = (name: string, type = 'VARCHAR') => {
		const own = name in columns ? `CAST(n.${name} AS ${type})` : `CAST(NULL AS ${type})`;
		return upsert ? `coalesce(${own}, o.${name})` : own;
	};
	const earlier = `(SELECT * FROM ${staged.text} WHERE rowid IN (SELECT max(rowid) FROM ${staged.text} GROUP BY ${key}))`;
	await withCsv(connector, batch.csv, columns, async (csv) => {
		if (batch.mode === 'replace') {
			await connector.run(
				new Sql(`DELETE FROM ${staged.text} WHERE (region, end_year) IN
					(SELECT (region, CAST(end_year AS INTEGER)) FROM ${csv.text})`)
			);
		}
		await connector.run(
			new Sql(`INSERT INTO ${staged.text} SELECT n.indicator, n.region, ${column('start_year', 'INTEGER')},
				CAST(n.end_year AS INTEGER), CAST(n.target AS ${figure}), ${column('unit')}, ${column('direction')},
				${column('source')}, ${literal(batch.id).text}, n._line
				FROM ${csv.text} n ${
					upsert
						? `LEFT JOIN ${earlier} o ON o.indicator = n.indicator AND o.region = n.region
					AND o.end_year = CAST(n.end_year AS INTEGER)`
						: ''
				} ORDER BY n._line`)
		);
	});
}
