import type { Connector, Row } from '#lib/engine/connector.ts';
import { sql, Sql } from '#lib/sql/sql.ts';
import { summaryKind } from './measures.ts';
import { registerTrace, type RegisterCell } from './trace-register.ts';

/** The place of one figure: codes as in the release, `all` for no breakdown. */
export interface TracedCell {
	readonly measure: string;
	readonly region: string;
	readonly industry?: string;
	readonly ownership?: string;
	readonly period: string;
	/** Registers only: see `RegisterCell`. */
	readonly within?: RegisterCell['within'];
	/** Registers only: a figure that those who count must have reported. */
	readonly among?: string;
}

/** The place of a reported figure, in full. */
export type ReportedCell = Required<Omit<TracedCell, 'within' | 'among'>>;

/** One figure or one entry of a file, as it stands there and as it counts. */
export interface TracePart {
	readonly region: string;
	readonly industry: string;
	readonly ownership: string;
	readonly period: string;
	/** Exact decimal text in the canonical unit. */
	readonly value: string;
	readonly qualifier: string | null;
	/** The year-to-date period that the value was worked out from; null where it was reported as it is. */
	readonly cumulative: string | null;
	readonly batch: string;
	readonly file: string;
	readonly sha256: string;
	/** 1-based line of the file; the row of its sheet for a workbook. */
	readonly line: number;
	/** The header printed over the cell; null where the release does not know it. */
	readonly column: string | null;
	/** The cell as printed, where it reads otherwise than the value. */
	readonly original: string | null;
	/** For a register: the entry's own id. */
	readonly entry: string | null;
}

/** Where a value comes from: itself, or the parts it was summed from. */
export interface Trace {
	/** `reported` in one cell of one file, `summed` from such cells, `counted` from entries of a register. */
	readonly how: 'reported' | 'summed' | 'counted';
	/** Exact decimal text; null where it is not known. */
	readonly value: string | null;
	/** The largest first; at most `limit`. */
	readonly parts: readonly TracePart[];
	/** How many there are in all. */
	readonly count: number;
	/** What else there is, of those who have not reported what it is held against; exact decimal text. */
	readonly leftOut?: string;
	/** The files that all of them stand in, those with most first. */
	readonly files: readonly TracedFile[];
}

/** What one file gave to a figure. */
export interface TracedFile {
	readonly batch: string;
	readonly file: string;
	readonly sha256: string;
	/** How many of the parts stand in it. */
	readonly count: number;
	/** What these come to; exact decimal text. */
	readonly sum: string;
}

type Asker = Pick<Connector, 'query'>;

/**
 * Where a figure of the opened release comes from, drafts included. Null where there is no such figure. A register is
 * asked for its entries, so its row-level tables must be attached.
 */
export async function traceValue(db: Asker, cell: TracedCell, { limit = 200 } = {}): Promise<Trace | null> {
	const { measure } = cell;
	const whole = { ...cell, industry: cell.industry ?? 'all', ownership: cell.ownership ?? 'all' };
	if (!measure.startsWith('metric:') && measure.includes('.'))
		return registerTrace(db, whole satisfies RegisterCell, limit);
	const { rows: statement, files } = cellTrace(whole, await isStockMeasure(db, measure), limit);
	const rows = await db.query(statement);
	const [first] = rows;
	if (!first) return null;
	return {
		how: first.asked_how === 'reported' ? 'reported' : 'summed',
		value: text(first.asked_value),
		parts: rows.filter((row) => row.batch !== null).map(partOf),
		count: Number(first.count),
		files: (await db.query(files)).map(fileOf)
	};
}

/** Reads a row of the files of a trace. */
export function fileOf(row: Row): TracedFile {
	return {
		batch: String(row.batch),
		file: String(row.file ?? ''),
		sha256: String(row.sha256 ?? ''),
		count: Number(row.count),
		sum: String(row.sum)
	};
}

/** The files in which the rows of a query stand: `batch` and `value` are theirs. */
export function filesOf(rows: Sql): Sql {
	return sql`SELECT p.batch, any_value(b.file) AS file, any_value(b.sha256) AS sha256, count(*) AS count,
			CAST(CAST(sum(p.value) AS DECIMAL(38, 4)) AS VARCHAR) AS sum
		FROM (${rows}) p LEFT JOIN (SELECT id, any_value(file) AS file, any_value(sha256) AS sha256 FROM batch GROUP BY id) b ON b.id = p.batch
		GROUP BY p.batch ORDER BY count(*) DESC, p.batch`;
}

/** Steps down from a sum through the dimension it was summed by until only reported values are left. */
function cellTrace(
	{ measure, region, industry, ownership, period }: ReportedCell,
	stock: boolean,
	limit: number
): { readonly rows: Sql; readonly files: Sql } {
	// Of a stock that was taken over a period, the last part counts.
	const lastOnly = stock
		? new Sql(`QUALIFY t.via <> 'period' OR row_number() OVER
			(PARTITION BY t.region, t.industry, t.ownership, t.period ORDER BY k.place DESC) = 1`)
		: new Sql('');
	const step = (name: string) => new Sql(`CASE WHEN t.via = '${name}' THEN k.child ELSE t.${name} END`);
	const leaves = sql`WITH RECURSIVE own AS (
			SELECT region, industry, ownership, period, value, how, via, qualifier, batch, line FROM rollup WHERE measure = ${measure}
		), step AS (
			SELECT 'region' AS via, parent, code AS child, '' AS place FROM region WHERE parent IS NOT NULL
			UNION ALL SELECT 'period', parent, code, end_date || code FROM period WHERE parent IS NOT NULL
			UNION ALL SELECT 'industry', coalesce(parent, 'all'), code, '' FROM industry WHERE code <> 'all'
			UNION ALL SELECT DISTINCT 'ownership', 'all', ownership, '' FROM own WHERE ownership <> 'all'
		), tree AS (
			SELECT * FROM own WHERE region = ${region} AND industry = ${industry} AND ownership = ${ownership} AND period = ${period}
			UNION ALL
			SELECT c.* FROM tree t
			JOIN step k ON k.via = t.via AND k.parent = CASE t.via WHEN 'region' THEN t.region WHEN 'period' THEN t.period
				WHEN 'industry' THEN t.industry ELSE t.ownership END
			JOIN own c ON c.region = ${step('region')} AND c.industry = ${step('industry')}
				AND c.ownership = ${step('ownership')} AND c.period = ${step('period')}
			${lastOnly}
		), leaf AS (SELECT * FROM tree WHERE how = 'reported')`;
	const rows = sql`${leaves} SELECT asked.how AS asked_how, CAST(asked.value AS VARCHAR) AS asked_value, (SELECT count(*) FROM leaf) AS count,
			leaf.region, leaf.industry, leaf.ownership, leaf.period, CAST(leaf.value AS VARCHAR) AS value, leaf.qualifier,
			f.cumulative, leaf.batch, b.file, b.sha256, leaf.line, f.original, NULL AS entry,
			(SELECT min(header) FROM batch_column h WHERE h.batch = leaf.batch AND
				CASE WHEN h.indicator IS NULL THEN h.field IN (${measure}, 'value')
					ELSE starts_with(${measure} || '@', 'metric:' || h.indicator || '@') END) AS "column"
		FROM (SELECT * FROM own WHERE region = ${region} AND industry = ${industry} AND ownership = ${ownership}
			AND period = ${period}) asked
		LEFT JOIN leaf ON true
		LEFT JOIN fact f ON f.measure = ${measure} AND f.region = leaf.region AND f.industry = leaf.industry
			AND f.ownership = leaf.ownership AND f.period = leaf.period
		LEFT JOIN (SELECT id, any_value(file) AS file, any_value(sha256) AS sha256 FROM batch GROUP BY id) b ON b.id = leaf.batch
		ORDER BY abs(leaf.value) DESC NULLS LAST, leaf.region, leaf.period, leaf.industry, leaf.ownership
		LIMIT CAST(${limit} AS INTEGER)`;
	return { rows, files: sql`${leaves} ${filesOf(new Sql('SELECT batch, value FROM leaf'))}` };
}

/** Whether a reported measure of the opened release is a level, of which the last report counts. */
export async function isStockMeasure(db: Asker, measure: string): Promise<boolean> {
	if (!measure.startsWith('metric:')) return summaryKind(measure) === 'stock';
	const [row] = await db.query(sql`SELECT kind FROM metric WHERE measure = ${measure}`);
	return row?.kind === 'stock';
}

function text(value: Row[string] | undefined): string | null {
	return value === null || value === undefined ? null : String(value);
}

/** Reads a row of a trace. */
export function partOf(row: Row): TracePart {
	return {
		region: String(row.region ?? ''),
		industry: String(row.industry ?? 'all'),
		ownership: String(row.ownership ?? 'all'),
		period: String(row.period ?? ''),
		value: String(row.value),
		qualifier: text(row.qualifier),
		cumulative: text(row.cumulative),
		batch: String(row.batch),
		file: String(row.file ?? ''),
		sha256: String(row.sha256 ?? ''),
		line: Number(row.line),
		column: text(row.column),
		original: text(row.original),
		entry: text(row.entry)
	};
}
