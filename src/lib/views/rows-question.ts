import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { sql, type Sql } from '#lib/sql/sql.ts';
import type { ListedRow, ListedRows } from '#lib/state/tracing.svelte.ts';
import { number, text } from './figure.ts';

/** So many rows are listed; of all of them the files are named. */
const most = 200;

/**
 * The rows behind a number, as an explanation lists them. `rows` gives `batch` and `line` of each, `place` to order them
 * by, and whatever `read` takes name and value from.
 */
export function listedRows(rows: Sql, read: (row: Row) => Omit<ListedRow, 'batch' | 'line'>): Query<ListedRows> {
	return {
		sql: sql`WITH listed AS (${rows}), brought AS (
				SELECT batch, count(*) AS count FROM listed WHERE batch IS NOT NULL GROUP BY batch
			)
			SELECT * EXCLUDE (place), CAST(count(*) OVER () AS INTEGER) AS all_rows,
				(SELECT string_agg(batch || ' ' || count, chr(10) ORDER BY count DESC, batch) FROM brought) AS all_files
			FROM listed ORDER BY place, batch, line LIMIT CAST(${most} AS INTEGER)`,
		parse: (found) => ({
			rows: found.map((row) => ({ ...read(row), batch: text(row.batch), line: number(row.line) })),
			count: number(found[0]?.all_rows) ?? 0,
			files: (text(found[0]?.all_files)?.split('\n') ?? []).map((file) => {
				const [batch = '', count = '0'] = file.split(' ');
				return { batch, count: Number(count) };
			})
		})
	};
}
