import type { Connector, Row } from '#lib/engine/connector.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Batch } from '#lib/import/batch.ts';
import { identifier, literal, sql, Sql } from '#lib/sql/sql.ts';
import type { Changes, Difference } from './compare.ts';
import { countsOf, textOf } from './compare-figures.ts';
import type { Register } from './register-measures.ts';
import { registerKey } from './registers.ts';
import { replaceScope } from './replace-scope.ts';
import { at } from './tables.ts';
import { previewPlace, seenPlace } from './views.ts';

const change = at(previewPlace, 'change');

/** The changes of a register, row by row; rows are the same where their keys are. */
export async function compareRegister(
	connector: Connector,
	batch: Batch,
	name: Register,
	most: number
): Promise<Changes> {
	const fields = datasets[name].fields.map((field) => field.name);
	const key = registerKey(name).map((field) => identifier(field.name).text);
	const shown = fields.filter((field) => !registerKey(name).some((part) => part.name === field));
	const pair = (alias: string) => `(${shown.map((field) => `${alias}.${identifier(field).text}`).join(', ')})`;
	const both = shown.map((field) => {
		const column = identifier(field).text;
		return `CAST(o.${column} AS VARCHAR) AS ${identifier(`before ${field}`).text}, CAST(n.${column} AS VARCHAR) AS ${identifier(`after ${field}`).text}`;
	});
	const replaced = `${replaceScope(name)} IN (SELECT scope FROM ${at(previewPlace, 'replaced').text} WHERE dataset = ${literal(name).text})
		AND (${key.join(', ')}) NOT IN (SELECT (${key.join(', ')}) FROM ${at(previewPlace, name).text})`;
	const entry = (alias: string) => `concat_ws(' · ', ${key.map((column) => `${alias}.${column}`).join(', ')})`;
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${change.text} AS
			SELECT CASE WHEN o.batch IS NULL THEN 'new' WHEN ${pair('n')} IS DISTINCT FROM ${pair('o')} THEN 'changed' ELSE 'unchanged' END AS kind,
				n.region AS own_region, ${entry('n')} AS entry, n.line, ${both.join(', ')}
			FROM ${at(previewPlace, name).text} n LEFT JOIN (SELECT * FROM ${at(seenPlace, name).text}
				WHERE (${key.join(', ')}) IN (SELECT (${key.join(', ')}) FROM ${at(previewPlace, name).text})) o
				ON ${key.map((column) => `n.${column} IS NOT DISTINCT FROM o.${column}`).join(' AND ')}
			WHERE n.batch = ${literal(batch.id).text}
			UNION ALL SELECT 'removed', o.region, ${entry('o')}, NULL, ${both.join(', ')}
			FROM (SELECT * FROM ${at(seenPlace, name).text} WHERE ${replaced}) o
			LEFT JOIN (SELECT * FROM ${at(previewPlace, name).text} WHERE false) n ON true`)
	);
	const counted = ['new', 'changed', 'unchanged', 'removed']
		.map((kind) => `count(*) FILTER (kind = '${kind}') AS "${kind}"`)
		.join(', ');
	const [all] = await connector.query(new Sql(`SELECT ${counted} FROM ${change.text}`));
	const regions = await connector.query(
		new Sql(`SELECT own_region AS region, ${counted} FROM ${change.text} GROUP BY own_region
			ORDER BY count(*) FILTER (kind IN ('changed', 'removed')) DESC, count(*) DESC, own_region`)
	);
	const differing = shown.map(
		(field) => `count(*) FILTER (kind = 'changed' AND ${identifier(`before ${field}`).text}
			IS DISTINCT FROM ${identifier(`after ${field}`).text}) AS ${identifier(field).text}`
	);
	const [byField] = await connector.query(new Sql(`SELECT ${differing.join(', ')} FROM ${change.text}`));
	const rows = await connector.query(
		sql`SELECT * FROM ${change} WHERE kind <> 'unchanged'
			ORDER BY CASE kind WHEN 'changed' THEN 0 WHEN 'removed' THEN 1 ELSE 2 END, entry LIMIT CAST(${most} AS INTEGER)`
	);
	const counts = countsOf(all ?? {});
	return {
		of: 'rows',
		counts,
		regions: regions.map((row) => ({ region: textOf(row.region), ...countsOf(row) })),
		measures: shown
			.map((field) => ({ measure: field, new: 0, changed: Number(byField?.[field] ?? 0), unchanged: 0, removed: 0 }))
			.filter(({ changed }) => changed > 0)
			.sort((a, b) => b.changed - a.changed),
		differences: rows.flatMap((row) => differencesOf(row, name, shown)).slice(0, most)
	};
}

/** A changed row gives one difference for each field that differs; others stand as a whole. */
function differencesOf(row: Row, name: Register, fields: readonly string[]): Difference[] {
	const kind = row.kind as Difference['kind'];
	const shared = {
		kind,
		region: textOf(row.own_region),
		industry: null,
		ownership: null,
		period: null,
		entry: textOf(row.entry),
		line: row.line === null || row.line === undefined ? null : Number(row.line)
	};
	const side = (which: 'before' | 'after', field: string) => textOf(row[`${which} ${field}`]);
	if (kind !== 'changed') {
		const title = fields.includes('name') ? 'name' : (fields[0] ?? '');
		return [{ ...shared, measure: name, before: side('before', title), after: side('after', title) }];
	}
	return fields
		.filter((field) => side('before', field) !== side('after', field))
		.map((field) => ({ ...shared, measure: field, before: side('before', field), after: side('after', field) }));
}
