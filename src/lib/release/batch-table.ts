import type { Batch } from '#lib/import/batch.ts';
import { Sql } from '#lib/sql/sql.ts';
import { buildParts, inUse } from './batch-parts.ts';
import type { Build } from './input.ts';
import { insertRows, stageRows, staging } from './staging.ts';
import { summaryTable } from './summary-tables.ts';
import { at, columnList } from './tables.ts';

/**
 * Writes `batch` and `batch_column`: where everything came from, in order, and how much of it counts. Drafts follow the
 * batches of the base release.
 */
export async function buildBatches(build: Build): Promise<void> {
	const { connector, summary, base } = build;
	const own = base ? at(base.summary, 'batch').text : null;
	const [row] = own === null ? [] : await connector.query(new Sql(`SELECT count(*) AS count FROM ${own}`));
	const first = Number(row?.count ?? 0);
	const columns = summaryTable('batch').columns as Record<string, string>;
	await stageRows(
		connector,
		'batch',
		columns,
		build.batches.map((batch, index) => batchRow(batch, first + index, build.brought.get(batch) ?? 0))
	);
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'batch').text} BY NAME
			WITH every AS (${own === null ? '' : `SELECT * FROM ${own} UNION ALL `}SELECT * FROM ${at(staging, 'batch').text}),
			used AS (SELECT batch, sum(n) AS n FROM (${inUse(build, 'region')}) GROUP BY batch)
			SELECT e.* EXCLUDE (in_use), CAST(CASE WHEN e.position = last.position THEN coalesce(used.n, 0) ELSE 0 END AS INTEGER) AS in_use
			FROM every e JOIN (SELECT id, max(position) AS position FROM every GROUP BY id) last ON last.id = e.id
			LEFT JOIN used ON used.batch = e.id ORDER BY e.position`)
	);
	await buildParts(build);
	const table = summaryTable('batch_column');
	if (base) {
		await connector.run(
			new Sql(`INSERT INTO ${at(summary, 'batch_column').text} SELECT ${columnList(table).text}
				FROM ${at(base.summary, 'batch_column').text}
				WHERE batch NOT IN (SELECT id FROM ${at(staging, 'batch').text})`)
		);
	}
	const sorted = build.batches.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	await insertRows(connector, summary, table, sorted.flatMap(columnRows));
}

function batchRow(batch: Batch, position: number, brought: number): (string | number | null)[] {
	const { receipt } = batch;
	return [
		batch.id,
		position,
		batch.dataset,
		receipt.file,
		receipt.sha256,
		batch.mode,
		batch.createdAt,
		batch.createdBy,
		receipt.rowsRead,
		receipt.rowsLoaded,
		receipt.rowsSetAside,
		receipt.issues.reduce((sum, issue) => sum + issue.count, 0),
		brought,
		null
	];
}

function columnRows({ id, receipt }: Batch): (string | number | null)[][] {
	return receipt.mapping.flatMap(({ index, header, field, indicator, unit, factor }) =>
		field === null && indicator === undefined ? [] : [[id, index, header, field, indicator ?? null, unit, factor]]
	);
}
