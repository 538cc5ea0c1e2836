import type { Connector, Row } from '#lib/engine/connector.ts';
import { sql, Sql } from '#lib/sql/sql.ts';
import { isStockMeasure, type ReportedCell, type TracedCell } from './trace.ts';

/** The dimensions along which a figure may have been summed. */
export type StepDimension = 'region' | 'period' | 'industry' | 'ownership';

/** One figure of the roll-up, as it counts. */
export interface StepFigure {
	readonly region: string;
	readonly industry: string;
	readonly ownership: string;
	readonly period: string;
	/** Exact decimal text; null where a report is owed and missing. */
	readonly value: string | null;
	/** Null where there is no figure. */
	readonly how: 'reported' | 'summed' | null;
	readonly complete: boolean;
	readonly qualifier: string | null;
	/** Where it stands, if it was reported. */
	readonly batch: string | null;
	readonly file: string | null;
	readonly line: number | null;
}

/** How one reported or summed figure came about: one step down. */
export interface TraceStep extends StepFigure {
	/** What was summed; null for a reported value. */
	readonly via: StepDimension | null;
	/** A level taken over time: of its periods the last counts. */
	readonly lastOnly: boolean;
	readonly partsReported: number | null;
	readonly partsExpected: number | null;
	/** What the regions below come to, beside a reported value; exact decimal text. */
	readonly partsSum: string | null;
	/** What `parts` are: those summed, or of a reported value the regions below it. Null where it has none. */
	readonly split: StepDimension | null;
	/** In their order; of a split by region those who owe a report and gave none are there without a value. */
	readonly parts: readonly StepPart[];
}

/** A part of a figure. */
export interface StepPart extends StepFigure {
	/** False: it is listed beside the figure, not added; of a level over time only the last part counts. */
	readonly counts: boolean;
}

/** One step of the way from a figure of the opened release to what was reported; null where there is no such figure. */
export async function traceStep(db: Pick<Connector, 'query'>, cell: TracedCell): Promise<TraceStep | null> {
	const { measure, region, industry = 'all', ownership = 'all', period } = cell;
	const at = { measure, region, industry, ownership, period };
	const [row] =
		await db.query(sql`${figures()} FROM rollup r ${origin()} WHERE r.measure = ${measure} AND r.region = ${region}
		AND r.industry = ${industry} AND r.ownership = ${ownership} AND r.period = ${period}`);
	if (!row) return null;
	const via = (row.via ?? null) as StepDimension | null;
	const split = via ?? (row.parts_sum === null ? null : 'region');
	const rows = split ? await db.query(partsOf(split, at)) : [];
	const parts = rows.map((part) => figureOf({ ...at, ...part }));
	const lastOnly = via === 'period' && (await isStockMeasure(db, measure));
	const last = lastOnly ? parts.findLast((part) => part.value !== null) : null;
	return {
		...figureOf(row),
		via,
		lastOnly,
		partsReported: count(row.parts_reported),
		partsExpected: count(row.parts_expected),
		partsSum: text(row.parts_sum),
		split,
		parts: parts.map((part) => ({ ...part, counts: via !== null && part.value !== null && (!last || part === last) }))
	};
}

function figures(): Sql {
	return new Sql(`SELECT r.region, r.industry, r.ownership, r.period, CAST(r.value AS VARCHAR) AS value, r.how, r.via, r.complete, r.qualifier,
		r.parts_reported, r.parts_expected, CAST(r.parts_sum AS VARCHAR) AS parts_sum, r.batch, r.line, b.file`);
}

function origin(): Sql {
	return new Sql(`LEFT JOIN (SELECT id, any_value(file) AS file FROM batch GROUP BY id) b ON b.id = r.batch`);
}

/** The members one step below in a dimension, with their figures; those that owe no report are left out without one. */
function partsOf(split: StepDimension, { measure, region, industry, ownership, period }: ReportedCell): Sql {
	const at = { region, industry, ownership, period };
	const members = {
		region: sql`SELECT code, expected AS owed, sort, '' AS start FROM region WHERE parent = ${region}`,
		period: sql`SELECT code, TRUE AS owed, 0 AS sort, start_date AS start FROM period WHERE parent = ${period}`,
		industry: sql`SELECT code, FALSE AS owed, sort, '' AS start FROM industry WHERE coalesce(parent, 'all') = ${industry} AND code <> 'all'`,
		ownership: sql`SELECT DISTINCT ownership AS code, FALSE AS owed, 0 AS sort, '' AS start FROM rollup
			WHERE measure = ${measure} AND ownership <> 'all'`
	}[split];
	const same = (['region', 'industry', 'ownership', 'period'] as const)
		.filter((name) => name !== split)
		.map((name) => sql`AND r.${new Sql(name)} = ${at[name]}`);
	return sql`SELECT n.code AS ${new Sql(split)}, CAST(r.value AS VARCHAR) AS value, r.how, r.complete, r.qualifier, r.batch, r.line, b.file
		FROM (${members}) n LEFT JOIN rollup r ON r.measure = ${measure} AND r.${new Sql(split)} = n.code ${same.reduce((all, one) => sql`${all} ${one}`)}
		${origin()} WHERE n.owed OR r.value IS NOT NULL ORDER BY n.start, n.sort, n.code`;
}

function text(value: Row[string] | undefined): string | null {
	return value === null || value === undefined ? null : String(value);
}

function count(value: Row[string] | undefined): number | null {
	return value === null || value === undefined ? null : Number(value);
}

function figureOf(row: Row): StepFigure {
	return {
		region: String(row.region),
		industry: String(row.industry),
		ownership: String(row.ownership),
		period: String(row.period),
		value: text(row.value),
		how: row.how === 'reported' || row.how === 'summed' ? row.how : null,
		complete: row.complete === true,
		qualifier: text(row.qualifier),
		batch: text(row.batch),
		file: text(row.file),
		line: count(row.line)
	};
}
