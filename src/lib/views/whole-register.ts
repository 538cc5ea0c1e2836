import type { AllRows } from '#lib/components/export/leaving-panel.ts';
import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import type { Sql } from '#lib/sql/sql.ts';

/** A part of a register, and how many rows there are in all. */
interface RegisterPart<R> {
	readonly rows: readonly R[];
	readonly total: number;
}

/**
 * All rows of a register for a file: the page holds only the first of a long one. It is asked part by part from where the
 * last one ended; `kept` are the rows of a part that the page would show.
 */
export function wholeRegister<R>(
	db: { query(statement: Sql): Promise<Row[]> },
	ask: (offset: number) => Query<RegisterPart<R>> | null,
	kept: (rows: readonly R[]) => readonly R[] = (rows) => rows
): AllRows<R> {
	return async (limit, told, signal) => {
		const parts: (readonly R[])[] = [];
		let [asked, found, total] = [0, 0, Infinity];
		while (asked < total && found < limit) {
			signal.throwIfAborted();
			const query = ask(asked);
			if (!query) break;
			const part = query.parse(await db.query(query.sql));
			if (part.rows.length === 0) break;
			const some = kept(part.rows);
			parts.push(some);
			[asked, found, total] = [asked + part.rows.length, found + some.length, part.total];
			told(found);
		}
		signal.throwIfAborted();
		return parts.flat().slice(0, limit);
	};
}
