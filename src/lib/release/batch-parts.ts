import type { Connector } from '#lib/engine/connector.ts';
import type { Batch } from '#lib/import/batch.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { hiddenRows } from './hidden-rows.ts';
import type { Build } from './input.ts';
import { registers } from './register-measures.ts';
import { staging } from './staging.ts';
import { summaryTable } from './summary-tables.ts';
import { at, columnList, orderList } from './tables.ts';

/** What every batch brought, by measure and by region, noted as it is read. */
const broughtParts = at(staging, 'brought');

/** Makes room for the notes. */
export const createBrought = new Sql(
	`CREATE TABLE ${broughtParts.text} (batch VARCHAR, split VARCHAR, code VARCHAR, brought INTEGER)`
);

/** Counts the rows that a batch brought, by measure or by region; `column` is what holds it. */
export async function noteBrought(
	connector: Connector,
	batch: Batch,
	split: 'measure' | 'region',
	rows: Sql,
	column: string
): Promise<void> {
	await connector.run(
		new Sql(`INSERT INTO ${broughtParts.text} SELECT ${literal(batch.id).text}, '${split}', coalesce(${column}, ''), count(*)
			FROM ${rows.text} GROUP BY ${column}`)
	);
}

/** Writes `batch_part`. A part of which nothing counts any more is kept with 0. */
export async function buildParts(build: Build): Promise<void> {
	const { connector, summary, base } = build;
	const table = summaryTable('batch_part');
	const brought = [`SELECT * FROM ${broughtParts.text}`];
	if (base) {
		brought.push(`SELECT batch, split, code, brought FROM ${at(base.summary, 'batch_part').text}
			WHERE batch NOT IN (SELECT batch FROM ${broughtParts.text})`);
	}
	const used = (['measure', 'region'] as const).map(
		(split) => `SELECT *, '${split}' AS split FROM (${inUse(build, split)})`
	);
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'batch_part').text} (${columnList(table).text})
			SELECT b.batch, b.split, b.code, CAST(sum(b.brought) AS INTEGER), CAST(coalesce(any_value(u.n), 0) AS INTEGER)
			FROM (${brought.join(' UNION ALL ')}) b
			LEFT JOIN (SELECT batch, split, code, sum(n) AS n FROM (${used.join(' UNION ALL ')}) GROUP BY ALL) u USING (batch, split, code)
			GROUP BY b.batch, b.split, b.code ORDER BY ${orderList(table).text}`)
	);
}

/**
 * What of each batch counts, as rows of batch, code and count. Of the base's registers without their rows at hand it is
 * what it was.
 */
export function inUse({ summary, detail, base }: Build, split: 'measure' | 'region'): string {
	const grouped = (rows: string, column: string, sign = '') =>
		`SELECT batch, coalesce(${column}, '') AS code, ${sign}count(*) AS n FROM ${rows} GROUP BY batch, ${column}`;
	const parts = [
		grouped(`(SELECT * FROM ${at(summary, 'fact').text} WHERE cumulative IS NULL)`, split),
		grouped(at(summary, 'year_to_date').text, split),
		grouped(at(summary, 'target').text, split === 'measure' ? 'indicator' : 'region')
	];
	if (split === 'measure') return parts.join(' UNION ALL ');
	parts.push(...registers.map((name) => grouped(at(detail, name).text, 'region')));
	if (base) {
		const names = registers.map((name) => literal(name).text).join(', ');
		parts.push(`SELECT batch, code, in_use AS n FROM ${at(base.summary, 'batch_part').text} WHERE split = 'region'
			AND batch IN (SELECT id FROM ${at(base.summary, 'batch').text} WHERE dataset IN (${names}))`);
	}
	if (base?.detail) {
		for (const name of registers) {
			const hidden = `(SELECT * FROM ${at(base.detail, name).text} WHERE ${hiddenRows(detail, name).text})`;
			parts.push(grouped(hidden, 'region', '-'));
		}
	}
	return parts.join(' UNION ALL ');
}
