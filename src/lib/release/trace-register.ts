import type { Connector } from '#lib/engine/connector.ts';
import { datasets } from '#lib/datasets/index.ts';
import { and, identifier, list, sql, Sql } from '#lib/sql/sql.ts';
import { registerKind } from '#lib/indicators/measures.ts';
import { registerRows } from './register-facts.ts';
import { countingCondition, isRegister, registerSources } from './register-measures.ts';
import { registerKey } from './registers.ts';
import { fileOf, filesOf, partOf, type Trace } from './trace.ts';

/** A figure that is counted or summed from a register, `competitions.count`. */
export interface RegisterCell {
	readonly measure: string;
	readonly region: string;
	readonly industry: string;
	readonly ownership: string;
	readonly period: string;
	/** Only entries with one of these codes count. */
	readonly within?: Readonly<Partial<Record<RegisterNarrowing, readonly string[]>>>;
	/** Only those who have reported this figure count. */
	readonly among?: string;
}

/** What entries of registers may be narrowed by besides; `level` and `kind` are those that figures are counted under. */
export type RegisterNarrowing = 'union_system' | 'level' | 'kind' | 'skill_level' | 'campaign';

/** The columns of a register's rows that hold what they are counted under. */
const countedUnder: Readonly<Record<RegisterNarrowing, string>> = {
	union_system: 'union_system',
	level: 'level_code',
	kind: 'kind_code',
	skill_level: 'skill_code',
	campaign: 'campaign'
};

/** The entries of a register that make a figure. Throws an Error while its rows are not attached. */
export async function registerTrace(
	db: Pick<Connector, 'query'>,
	cell: RegisterCell,
	limit: number
): Promise<Trace | null> {
	const { measure, region, industry, ownership, period, within = {}, among } = cell;
	const [name = '', figure = ''] = measure.split('.');
	if (!(name in datasets) || !isRegister(name as keyof typeof datasets)) return null;
	const register = name as keyof typeof registerSources;
	const source = registerSources[register].measures.find((candidate) => candidate.name === figure);
	if (!source) return null;
	const stock = registerKind(`${register}.count`) === 'stock';
	const inTime = stock
		? sql`(r.month IS NULL OR r.month IN (SELECT e.code FROM period e JOIN period p ON e.end_date <= p.end_date WHERE p.code = ${period}))`
		: sql`r.month IN (SELECT period FROM period_ancestor WHERE ancestor = ${period})`;
	const inIndustry =
		industry === 'all'
			? sql`TRUE`
			: sql`r.industry IN (SELECT ${industry} UNION ALL SELECT code FROM industry WHERE parent = ${industry})`;
	const narrowed = Object.entries(within).map(
		([column, codes]) => sql`r.${identifier(countedUnder[column as RegisterNarrowing])} IN ${list(codes)}`
	);
	const condition = countingCondition(source, new Sql('batch_column'));
	// An entry that leaves the figure blank adds nothing, whatever else is true of it.
	const counts = and([...(condition ? [condition] : []), new Sql(`(${source.value}) IS NOT NULL`)]);
	const key = registerKey(register).map(({ name: field }) => identifier(field).text);
	const field = datasets[register].fields.some((candidate) => candidate.name === source.value) ? source.value : null;
	const isLeftOut =
		among === undefined
			? sql`FALSE`
			: sql`r.region IN (SELECT a.region FROM unreported u JOIN region_ancestor a ON a.ancestor = u.part
				WHERE u.measure = ${among} AND u.region = ${region} AND u.industry = ${industry} AND u.ownership = ${ownership} AND u.period = ${period})`;
	const entries = sql`WITH listed AS (
				SELECT r.*, CAST(${new Sql(source.value)} AS DECIMAL(18, 4)) AS value, ${isLeftOut} AS left_out
				FROM (${registerRows(register, new Sql(identifier(register).text), new Sql('competitions'))}) r
				WHERE r.region IN (SELECT region FROM region_ancestor WHERE ancestor = ${region}) AND ${inIndustry}
					AND (${ownership} = 'all' OR r.ownership = ${ownership}) AND ${inTime} AND (${counts}) AND ${and(narrowed)}
			), entry AS (SELECT * FROM listed WHERE NOT left_out)`;
	const rows = await db.query(
		sql`${entries}
			SELECT (SELECT count(*) FROM entry) AS count, CAST((SELECT sum(value) FROM entry) AS VARCHAR) AS asked_value,
				e.region, e.industry, e.ownership, coalesce(e.month, '') AS period, CAST(e.value AS VARCHAR) AS value, NULL AS qualifier,
				NULL AS cumulative, e.batch, b.file, b.sha256, e.line, NULL AS original,
				concat_ws(' · ', ${new Sql(key.map((column) => `e.${column}`).join(', '))}) AS entry,
				(SELECT min(header) FROM batch_column h WHERE h.batch = e.batch AND h.field = ${field}) AS "column"
			FROM entry e
			LEFT JOIN (SELECT id, any_value(file) AS file, any_value(sha256) AS sha256 FROM batch GROUP BY id) b ON b.id = e.batch
			ORDER BY e.value DESC, e.batch, e.line LIMIT CAST(${limit} AS INTEGER)`
	);
	const [first] = rows;
	const left = sql`${entries} SELECT CAST(sum(value) AS VARCHAR) AS sum FROM listed WHERE left_out`;
	const leftOut = among === undefined ? null : (await db.query(left))[0]?.sum;
	if (!first && !leftOut) return null;
	const value = first ? first.asked_value : '0';
	return {
		how: 'counted',
		value: value === null || value === undefined ? null : String(value),
		...(leftOut ? { leftOut: String(leftOut) } : {}),
		parts: rows.map(partOf),
		count: Number(first?.count ?? 0),
		files: (await db.query(sql`${entries} ${filesOf(new Sql('SELECT batch, value FROM entry'))}`)).map(fileOf)
	};
}
