import { Sql } from '#lib/sql/sql.ts';
import { csvColumns } from './facts.ts';
import type { Build } from './input.ts';
import { staging, withCsv } from './staging.ts';
import { at, columnList, figure, orderList, summaryTable } from './tables.ts';

/** Writes `target`; of several for one indicator, region and end the latest batch's stays. */
export async function buildTargets(build: Build, onBatch: () => void): Promise<void> {
	const { connector, summary, base } = build;
	const table = summaryTable('target');
	const staged = at(staging, 'target');
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${staged.text} AS SELECT * FROM ${at(base?.summary ?? summary, 'target').text}
			${base ? '' : 'WHERE false'}`)
	);
	for (const batch of build.batches.filter((batch) => batch.dataset === 'targets')) {
		const columns = csvColumns('targets', batch.csv);
		const column = (name: string) => (name in columns ? name : 'NULL');
		await withCsv(connector, batch.csv, columns, (csv) =>
			connector.run(
				new Sql(`INSERT INTO ${staged.text} SELECT indicator, region, CAST(${column('start_year')} AS INTEGER),
					CAST(end_year AS INTEGER), CAST(target AS ${figure}), ${column('unit')}, ${column('direction')},
					${column('source')} FROM ${csv.text}`)
			)
		);
		onBatch();
	}
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'target').text} SELECT ${columnList(table).text} FROM ${staged.text}
			WHERE rowid IN (SELECT max(rowid) FROM ${staged.text} GROUP BY indicator, region, end_year)
			ORDER BY ${orderList(table).text}`)
	);
}
