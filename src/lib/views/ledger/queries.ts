import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';

/** How many cells or rows of one measure or region a file brought, and how many of them count. */
export interface Contribution {
	readonly code: string;
	readonly brought: number;
	readonly inUse: number;
}

/** What a file brought, by measure (of targets: indicator) and by region. */
export interface Contributions {
	readonly measures: readonly Contribution[];
	readonly regions: readonly Contribution[];
}

/** What a batch contributed to what is seen now. */
export function contributionsQuery(batch: string): Query<Contributions> {
	return {
		sql: sql`SELECT split, code, brought, in_use FROM batch_part WHERE batch = ${batch} ORDER BY brought DESC, code`,
		parse: (rows: Row[]) => {
			const of = (split: string) =>
				rows
					.filter((row) => row.split === split)
					.map((row) => ({ code: String(row.code), brought: Number(row.brought), inUse: Number(row.in_use) }));
			return { measures: of('measure'), regions: of('region') };
		}
	};
}
