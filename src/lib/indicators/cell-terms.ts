import { and, identifier, join, list, sql, Sql } from '#lib/sql/sql.ts';
import { termKey } from './measures.ts';
import type { Measure } from './indicator.ts';
import {
	codesOf,
	registerDimensions,
	setsOf,
	sharedDimensions,
	type By,
	type MemberSet,
	type Selection,
	type SharedDimension
} from './selection.ts';

/** How one dimension of `rollup` is narrowed and, where the question splits by it, under which key its cells go. */
interface Split {
	readonly dimension: SharedDimension;
	readonly codes: readonly string[];
	readonly key: Sql | null;
	/** Pairs of key and code, where keys are not simply codes. */
	readonly join: Sql | null;
	/** How many cells one answer takes of this dimension. */
	readonly size: Sql;
	readonly several: boolean;
}

/**
 * Selects of the rows that reported figures contribute: exact lookups, nothing is added up but the members of one set.
 * Filters are constants, so that the engine skips what is sorted elsewhere.
 */
export function cellTerms(measures: readonly Measure[], by: readonly By[], selection: Selection): Sql[] {
	const groups = Map.groupBy(
		measures.filter((measure) => measure.source === 'cell'),
		(measure) => (measure.only?.ownership ?? []).join('+')
	);
	return [...groups.values()].map((group) => cellSelect(group, by, selection));
}

function cellSelect(measures: readonly Measure[], by: readonly By[], selection: Selection): Sql {
	const only = measures[0]?.only?.ownership;
	const splits = sharedDimensions.map((dimension) =>
		dimension === 'ownership' && only
			? split(dimension, [{ key: 'only', codes: only }], false)
			: split(dimension, setsOf(selection, dimension), by.includes(dimension))
	);
	const names = measures.map((measure) => measure.id);
	const [first] = measures;
	const term = sql`r.measure || ${first ? termKey(first).slice(first.id.length) : ''}`;
	const dimensions = columns(by, splits);
	const source = sql`rollup r ${joins(splits)}`;
	const conditions = [
		sql`r.measure IN ${list(names)}`,
		...splits.map(({ dimension, codes }) => within(dimension, codes)),
		sql`r.period IN ${list(selection.period)}`
	];
	if (!splits.some((each) => each.several)) {
		return sql`SELECT ${term} AS term, ${dimensions} r.period, CAST(r.value AS DECIMAL(38, 4)) AS value, r.how,
			r.parts_reported, r.parts_expected, r.parts_sum, r.complete, r.qualifier
			FROM ${source} WHERE ${and(conditions)}`;
	}
	const grouped = sql`SELECT r.measure, ${term} AS term, ${dimensions} r.period, sum(r.value) AS value,
		count(*) AS cells, max(${splits[0]?.size ?? new Sql('1')}) AS regions, any_value(r.how) AS how,
		any_value(r.parts_reported) AS parts_reported, any_value(r.parts_expected) AS parts_expected,
		any_value(r.parts_sum) AS parts_sum, bool_and(r.complete) AS complete, any_value(r.qualifier) AS qualifier
		FROM ${source} WHERE ${and(conditions)} GROUP BY ALL`;
	const unsummable = measures.filter((measure) => measure.additive === false).map((measure) => measure.id);
	const kept = join(
		by.map((name) => sql`${identifier(name)},`),
		new Sql(' ')
	);
	return sql`SELECT term, ${kept} period, CASE WHEN cells_expected > 1 AND measure IN ${list(unsummable)} THEN NULL ELSE value END AS value,
		CASE WHEN cells_expected > 1 THEN 'summed' ELSE how END AS how,
		CASE WHEN cells_expected > 1 THEN CAST(cells AS INTEGER) ELSE parts_reported END AS parts_reported,
		CASE WHEN cells_expected > 1 THEN cells_expected ELSE parts_expected END AS parts_expected,
		CASE WHEN cells_expected > 1 THEN NULL ELSE parts_sum END AS parts_sum,
		complete AND cells >= cells_expected AS complete,
		CASE WHEN cells_expected > 1 THEN NULL ELSE qualifier END AS qualifier
		FROM (SELECT g.*, CAST(greatest(g.cells, g.regions * ${seenPairs(splits)}) AS INTEGER) AS cells_expected
			FROM (${grouped}) g ${seen(measures, splits, selection)})`;
}

function split(dimension: SharedDimension, sets: readonly MemberSet[], apart: boolean): Split {
	const codes = codesOf(sets);
	const column = sql`r.${identifier(dimension)}`;
	if (!apart) {
		return {
			dimension,
			codes,
			key: null,
			join: null,
			size: sql`CAST(${codes.length} AS INTEGER)`,
			several: codes.length > 1
		};
	}
	const plain = sets.every((set) => set.codes.length === 1 && set.codes[0] === set.key);
	if (plain) return { dimension, codes, key: column, join: null, size: new Sql('1'), several: false };
	const alias = identifier(`${dimension}_set`);
	const rows = sets.flatMap((set) => {
		const members = [...new Set(set.codes)];
		return members.map((code) => sql`(${set.key}, ${code}, CAST(${members.length} AS INTEGER))`);
	});
	if (rows.length === 0) return { dimension, codes, key: column, join: null, size: new Sql('1'), several: false };
	return {
		dimension,
		codes,
		key: sql`${alias}.key`,
		join: sql`JOIN (VALUES ${join(rows)}) AS ${alias}(key, code, size) ON ${alias}.code = ${column}`,
		size: sql`${alias}.size`,
		several: sets.some((set) => set.codes.length > 1)
	};
}

function within(dimension: SharedDimension, codes: readonly string[]): Sql {
	const column = sql`r.${identifier(dimension)}`;
	return codes.length === 1 ? sql`${column} = ${codes[0] ?? null}` : sql`${column} IN ${list(codes)}`;
}

/** The columns that the question splits by; register dimensions are empty here. */
function columns(by: readonly By[], splits: readonly Split[]): Sql {
	const parts = by.flatMap((name) => {
		const key = splits.find((each) => each.dimension === name)?.key;
		if (key) return [sql`${key} AS ${identifier(name)}`];
		return name in registerDimensions ? [sql`CAST(NULL AS VARCHAR) AS ${identifier(name)}`] : [];
	});
	return parts.length === 0 ? new Sql('') : sql`${join(parts)},`;
}

function joins(splits: readonly Split[]): Sql {
	return join(
		splits.flatMap((each) => (each.join ? [each.join] : [])),
		new Sql(' ')
	);
}

function seenPairs(splits: readonly Split[]): Sql {
	return splits.slice(1).some((each) => each.several) ? new Sql('coalesce(s.pairs, 1)') : new Sql('1');
}

/**
 * How many breakdown cells a set can have: those of its members that occur anywhere. Whatever is reported anywhere
 * reaches the region at the top, so its cells tell. A kind of ownership that nobody reports is not missing.
 */
function seen(measures: readonly Measure[], splits: readonly Split[], selection: Selection): Sql {
	const breakdowns = splits.slice(1);
	if (!breakdowns.some((each) => each.several)) return new Sql('');
	const keyed = breakdowns.filter((each) => each.key);
	const keys = keyed.map((each) => sql`${each.key ?? new Sql('NULL')} AS ${identifier(each.dimension)}`);
	const matches = [
		new Sql('s.measure = g.measure AND s.period = g.period'),
		...keyed.map((each) => sql`s.${identifier(each.dimension)} = g.${identifier(each.dimension)}`)
	];
	return sql`LEFT JOIN (SELECT r.measure, r.period, ${keys.length === 0 ? new Sql('') : sql`${join(keys)},`} count(*) AS pairs
		FROM rollup r ${joins(breakdowns)}
		WHERE r.measure IN ${list(measures.map((measure) => measure.id))} AND ${and(breakdowns.map(({ dimension, codes }) => within(dimension, codes)))}
			AND r.period IN ${list(selection.period)} AND r.region IN (SELECT code FROM region WHERE parent IS NULL)
		GROUP BY ALL) s ON ${and(matches)}`;
}
