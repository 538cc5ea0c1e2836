import { identifier, join, sql, Sql } from '#lib/sql/sql.ts';
import type { BoardRules } from './rules.ts';

/** Where a table holds what a board ranks. */
export interface RankedTable {
	/** A table or a statement in parentheses. */
	readonly from: Sql;
	readonly key: Sql;
	readonly group?: Sql;
	/** Gives the words of `Standing`; all are eligible where left out. */
	readonly standing?: Sql;
	/** DECIMAL or whole-number expressions by field. A ratio is two of whole numbers, its denominator up to 10^9. */
	readonly fields: Readonly<Record<string, Sql | { readonly numerator: Sql; readonly denominator: Sql }>>;
	/** What the minimum is asked of, where the first field is no ratio. */
	readonly denominator?: Sql;
}

/** Two distinct fractions with denominators up to 10^9 are at least 2 apart when multiplied by it. */
const scale = '2000000000000000000';

/**
 * The ranking of `makeBoard` as one statement: rows `group_key`, `key`, `rank` (null with a reason), `tied`, `reason` (codes
 * of `reasonCodes`) and `position` in the group, in order. Nothing is rounded: decimals compare as such, ratios by a whole
 * number that keeps their order. Values must be columns already; points, teams and indices are worked out before.
 * Throws a RangeError on a field of the chain that the table does not give.
 */
export function rankSql(rules: BoardRules, table: RankedTable): Sql {
	const steps = rules.chain.map(({ field, direction }, index) => ({
		name: identifier(`step${index}`),
		value: valueOf(field, table),
		down: direction === 'descending'
	}));
	const order = join(steps.map(({ name, down }) => sql`${name} ${new Sql(down ? 'DESC' : 'ASC')} NULLS LAST`));
	const names = join(steps.map(({ name }) => name));
	const chosen = join(steps.map(({ name, value }) => sql`${value} AS ${name}`));
	return sql`SELECT group_key, key, CASE WHEN reason IS NULL THEN place END AS rank, reason IS NULL AND alike > 1 AS tied, reason,
			row_number() OVER (PARTITION BY group_key ORDER BY shown DESC, shown_order, last, key) AS position
		FROM (
			SELECT *, CASE WHEN shown THEN dense_rank() OVER (PARTITION BY group_key, shown ORDER BY ${order}, reason IS NOT NULL) ELSE 0 END AS shown_order
			FROM (
				SELECT *, rank() OVER (PARTITION BY group_key, reason IS NULL ORDER BY ${order}) AS place,
					count(*) OVER (PARTITION BY group_key, reason IS NULL, ${names}) AS alike,
					reason IS NULL OR reason = 'GUEST' AS shown,
					CASE reason WHEN 'NOT_REPORTED' THEN 1 WHEN 'ABSENT' THEN 2 WHEN 'CANCELLED' THEN 3 ELSE 0 END AS last
				FROM (SELECT *, ${reasonSql(rules, table, steps[0]?.name)} AS reason
					FROM (SELECT ${table.key} AS key, ${table.group ?? new Sql("''")} AS group_key,
						${table.standing ?? new Sql("'eligible'")} AS standing, ${denominatorSql(rules, table)} AS base, ${chosen}
						FROM ${table.from}))
			)
		) ORDER BY group_key, position`;
}

function valueOf(field: string, { fields }: RankedTable): Sql {
	const value = fields[field];
	if (value === undefined) throw new RangeError(`The table gives no ${field}`);
	if (value instanceof Sql) return value;
	const { numerator, denominator } = value;
	const [top, bottom] = [sql`CAST(${numerator} AS HUGEINT)`, sql`CAST(${denominator} AS HUGEINT)`];
	return sql`CASE WHEN ${bottom} > 1000000000 THEN error('A denominator beyond 10^9 cannot be ranked in SQL')
		WHEN ${bottom} > 0 THEN (${top} * CAST(${scale} AS HUGEINT)) // ${bottom} END`;
}

function denominatorSql(rules: BoardRules, { fields, denominator }: RankedTable): Sql {
	const first = fields[rules.chain[0]?.field ?? ''];
	return denominator ?? (first && !(first instanceof Sql) ? first.denominator : new Sql('NULL'));
}

function reasonSql(rules: BoardRules, table: RankedTable, first: Sql = new Sql('NULL')): Sql {
	const minimum = rules.minimumDenominator;
	const based = rules.kind === 'rate' || minimum !== undefined;
	const base = based ? sql`WHEN base IS NULL OR base = 0 THEN 'NO_DENOMINATOR'` : new Sql('');
	const small =
		minimum === undefined ? new Sql('') : sql`WHEN base < CAST(${minimum} AS DECIMAL(38, 10)) THEN 'BELOW_MINIMUM'`;
	return sql`CASE WHEN standing = 'absent' THEN 'ABSENT' WHEN standing = 'cancelled' THEN 'CANCELLED'
		WHEN standing = 'not-reported' THEN 'NOT_REPORTED' ${base} ${small}
		WHEN ${first} IS NULL THEN 'NO_VALUE' WHEN standing = 'guest' THEN 'GUEST' END`;
}
