import { Sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { insertRows } from './staging.ts';
import { at, summaryTable } from './tables.ts';

/** Writes `batch`: where everything came from, in order. Drafts follow the batches of the base release. */
export async function buildBatches(build: Build): Promise<void> {
	const { connector, summary, base } = build;
	const table = summaryTable('batch');
	let first = 0;
	if (base) {
		await connector.run(
			new Sql(
				`INSERT INTO ${at(summary, 'batch').text} SELECT * FROM ${at(base.summary, 'batch').text} ORDER BY position`
			)
		);
		const [row] = await connector.query(new Sql(`SELECT count(*) AS count FROM ${at(base.summary, 'batch').text}`));
		first = Number(row?.count ?? 0);
	}
	await insertRows(
		connector,
		summary,
		table,
		build.batches.map((batch, index) => [
			batch.id,
			first + index,
			batch.dataset,
			batch.receipt.file,
			batch.receipt.sha256,
			batch.mode,
			batch.createdAt,
			batch.createdBy,
			batch.receipt.rowsRead,
			batch.receipt.rowsLoaded,
			batch.receipt.rowsSetAside,
			batch.receipt.issues.reduce((sum, issue) => sum + issue.count, 0)
		])
	);
}
