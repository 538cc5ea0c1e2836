import { identifier, Sql } from '#lib/sql/sql.ts';
import type { Register } from './register-measures.ts';
import { detailTable, registerKey } from './registers.ts';
import { at } from './tables.ts';

/**
 * The condition under which a row of the base release's register gives way to the batches laid over it: a batch has a
 * row with its key, or replaces its region and period. `laid` holds the tables of what is laid over.
 */
export function hiddenRows(laid: Sql, name: Register): Sql {
	const rows = at(laid, name).text;
	const conditions: string[] = [];
	const key = registerKey(name).map((field) => identifier(field.name).text);
	if (key.length > 0) conditions.push(`(${key.join(', ')}) IN (SELECT (${key.join(', ')}) FROM ${rows})`);
	const { columns } = detailTable(name);
	if ('region' in columns && 'period' in columns) {
		conditions.push(`(region, period) IN (SELECT (region, period) FROM ${rows}
			WHERE batch IN (SELECT id FROM ${at(laid, 'batch').text} WHERE mode = 'replace'))`);
	}
	return new Sql(conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`);
}
