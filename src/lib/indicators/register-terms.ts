import { ownerships } from '#lib/dimensions/ownership.ts';
import { and, identifier, join, list, sql, Sql } from '#lib/sql/sql.ts';
import type { Measure, MeasureTerm } from './indicator.ts';
import { entriesOf, termKey } from './measures.ts';
import {
	codesOf,
	isWhole,
	registerDimensions,
	setsOf,
	sharedDimensions,
	type By,
	type MemberSet,
	type RegisterDimension,
	type SharedDimension,
	type Selection
} from './selection.ts';

/**
 * Selects of what registers contribute: sums over the regions below, the divisions of a section and the months of a
 * period; stocks over all months up to its end, rows without a date included.
 */
export function registerTerms(measures: readonly Measure[], by: readonly By[], selection: Selection): Sql[] {
	const groups = Map.groupBy(
		measures.filter((measure) => measure.source === 'register'),
		({ kind, only = {}, among = '' }) => kind + JSON.stringify(only) + among
	);
	return [...groups.values()].map((group) => registerSelect(group, by, selection));
}

function registerSelect(measures: readonly Measure[], by: readonly By[], selection: Selection): Sql {
	const maps = [
		mapJoin('region', setsOf(selection, 'region'), by, regionPairs),
		mapJoin('industry', setsOf(selection, 'industry'), by, industryPairs),
		mapJoin('ownership', setsOf(selection, 'ownership'), by, ownershipPairs)
	];
	const names = by.filter((name) => name !== 'period');
	const column = (name: By) =>
		name in registerDimensions ? sql`f.${identifier(name)}` : sql`${identifier(`${name}_map`)}.key`;
	const keys = names.map((name) => sql`${column(name)} AS ${identifier(name)},`);
	const kept = join(
		names.map((name) => sql`m.${identifier(name)},`),
		new Sql(' ')
	);
	const stock = measures[0]?.kind === 'stock';
	const inTime = stock
		? []
		: [sql`f.period IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(selection.period)})`];
	const monthly = sql`SELECT t.term, ${join(keys, new Sql(' '))} coalesce(f.period, '') AS month, sum(${worth(measures[0])}) AS value, max(${stated(measures[0])}) AS stated
		FROM ${rowsOf(measures)} ${join(maps, new Sql(' '))}
		WHERE ${and([...narrowings(measures, selection), ...inTime])} GROUP BY ALL`;
	const months = stock ? until(selection.period) : during(selection.period);
	const rest =
		new Sql(`'register' AS how, CAST(NULL AS INTEGER) AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected,
		CAST(NULL AS DECIMAL(18, 4)) AS parts_sum, TRUE AS complete, CAST(NULL AS VARCHAR) AS qualifier`);
	const among = measures[0]?.among;
	const counted = sql`SELECT m.term, ${kept} c.period, m.value, m.stated FROM (${monthly}) m JOIN (${months}) c ON c.month = m.month`;
	const rows =
		among === undefined ? counted : sql`${counted} UNION ALL ${leftOut(measures, among, names, selection, months)}`;
	return sql`SELECT m.term, ${kept} m.period, sum(m.value) AS value, ${rest} FROM (${rows}) m GROUP BY ALL
		HAVING max(m.stated) <> ${unstated}`;
}

/** What is to be taken off again: of those who have not reported `figure`. */
function leftOut(
	measures: readonly Measure[],
	figure: string,
	names: readonly By[],
	selection: Selection,
	months: Sql
): Sql {
	const keys = names.map((name) =>
		name in registerDimensions ? sql`f.${identifier(name)},` : sql`x.${identifier(`${name}_key`)},`
	);
	return sql`SELECT t.term, ${join(keys, new Sql(' '))} x.period, -sum(${worth(measures[0])}) AS value, max(${stated(measures[0])}) AS stated
		FROM ${rowsOf(measures)} JOIN (${leftOutPlaces(figure, names, selection)}) x ON x.region = f.region
			AND (x.industry = 'all' OR f.industry = x.industry OR left(f.industry, 1) = x.industry)
			AND (x.ownership = 'all' OR f.ownership = x.ownership)
		JOIN (${months}) c ON c.period = x.period AND c.month = coalesce(f.period, '')
		WHERE ${and(narrowings(measures, selection))} GROUP BY ALL`;
}

/** Rows `f` of a register with what they count for, `t`. */
function rowsOf(measures: readonly Measure[]): Sql {
	const rows = measures.flatMap((measure) =>
		addedUp(measure).map((term) => sql`(${termKey(measure)}, ${term.measure}, CAST(${term.weight} AS INTEGER))`)
	);
	return sql`register_fact f JOIN (VALUES ${join(rows)}) AS t(term, measure, weight) ON t.measure = f.measure`;
}

/** What is narrowed for good comes with the entries of its register: they tell a 0 from a figure that nobody stated. */
function addedUp(measure: Measure): readonly MeasureTerm[] {
	const entries = entriesOf(measure).id;
	const known = measure.only && entries !== measure.id ? [{ measure: entries, weight: 0 }] : [];
	return measure.terms ?? [{ measure: measure.id, weight: 1 }, ...known];
}

function narrowings(measures: readonly Measure[], selection: Selection): Sql[] {
	const counted = measures.flatMap((measure) => addedUp(measure).map((term) => term.measure));
	const filters = (Object.keys(registerDimensions) as RegisterDimension[]).flatMap((dimension) => {
		const code = selection[registerDimensions[dimension]];
		return code ? [sql`f.${identifier(dimension)} = ${code}`] : [];
	});
	return [sql`f.measure IN ${list([...new Set(counted)])}`, ...filters];
}

/**
 * Places that are in no report of a figure, under the keys that they would count for: `region_key`, `industry_key`,
 * `ownership_key`, `period`, `region` (every one below), `industry`, `ownership`. One that is silent itself has no figure to
 * be held against; within a group it is left out.
 */
function leftOutPlaces(figure: string, by: readonly By[], selection: Selection): Sql {
	const setsIn = (name: SharedDimension): readonly MemberSet[] =>
		by.includes(name) ? setsOf(selection, name) : [{ key: '', codes: codesOf(setsOf(selection, name)) }];
	const asked = sharedDimensions.map((name) => {
		return sql`JOIN (${askedPairs(setsIn(name))}) AS ${identifier(`${name}_asked`)}(key, code) ON ${identifier(`${name}_asked`)}.code = u.${identifier(name)}`;
	});
	const groups = setsIn('region').flatMap(({ key, codes }) => (codes.length > 1 ? [key] : []));
	return sql`SELECT DISTINCT region_asked.key AS region_key, industry_asked.key AS industry_key, ownership_asked.key AS ownership_key,
			u.period, a.region, u.industry, u.ownership
		FROM unreported u ${join(asked, new Sql(' '))} JOIN region_ancestor a ON a.ancestor = u.part
		WHERE u.measure = ${figure} AND u.period IN ${list(selection.period)} AND (u.part <> u.region OR region_asked.key IN ${list(groups)})`;
}

/** A row that is not of the fixed kind counts 0, not nothing: the register is kept, only holds none of that kind. */
function worth(measure: Measure | undefined): Sql {
	const worth = new Sql('f.value * t.weight');
	return measure?.only ? sql`CASE WHEN ${within(measure.only)} THEN ${worth} ELSE 0 END` : worth;
}

/** Of what a row says: an entry of the fixed kind is there, and not the figure. */
const unstated = new Sql('1');

/** The greatest of some rows is `unstated` where there are entries of the fixed kind and none states the figure. */
function stated(measure: Measure | undefined): Sql {
	if (!measure?.only) return new Sql('2');
	return sql`CASE WHEN NOT ${within(measure.only)} THEN 0 WHEN t.weight = 0 THEN ${unstated} ELSE 2 END`;
}

function within(only: NonNullable<Measure['only']>): Sql {
	return and(Object.entries(only).map(([dimension, codes]) => sql`f.${identifier(dimension)} IN ${list(codes)}`));
}

function during(periods: readonly string[]): Sql {
	return sql`SELECT period AS month, ancestor AS period FROM period_ancestor WHERE ancestor IN ${list(periods)}`;
}

function until(periods: readonly string[]): Sql {
	return sql`SELECT earlier.code AS month, p.code AS period FROM period earlier JOIN period p ON earlier.end_date <= p.end_date
		WHERE p.code IN ${list(periods)}
		UNION ALL SELECT '' AS month, code AS period FROM period WHERE code IN ${list(periods)}`;
}

/** Joins a register row to the keys of the member sets that it counts for. */
function mapJoin(
	dimension: 'region' | 'industry' | 'ownership',
	sets: readonly MemberSet[],
	by: readonly By[],
	pairs: (sets: readonly MemberSet[]) => Sql
): Sql {
	const apart = by.includes(dimension);
	if (!apart && dimension !== 'region' && isWhole(sets)) return new Sql('');
	const alias = identifier(`${dimension}_map`);
	const asked = apart ? sets : [{ key: '', codes: codesOf(sets) }];
	return sql`JOIN (${pairs(asked)}) AS ${alias}(key, code) ON ${alias}.code = f.${identifier(dimension)}`;
}

function askedPairs(sets: readonly MemberSet[]): Sql {
	const rows = sets.flatMap((set) => set.codes.map((code) => sql`(${set.key}, ${code})`));
	return rows.length === 0 ? new Sql(`SELECT '' AS key, '' AS code WHERE FALSE`) : sql`VALUES ${join(rows)}`;
}

/** Plain codes need no list of keys, which makes a smaller plan: small statements cost more to plan than to run. */
function regionPairs(sets: readonly MemberSet[]): Sql {
	const [only] = sets;
	if (sets.length === 1 && only?.codes.length === 1) {
		return sql`SELECT ${only.key} AS key, region FROM region_ancestor WHERE ancestor = ${only.codes[0] ?? null}`;
	}
	if (sets.length > 0 && sets.every((set) => set.codes.length === 1 && set.codes[0] === set.key)) {
		return sql`SELECT ancestor, region FROM region_ancestor WHERE ancestor IN ${list(codesOf(sets))}`;
	}
	return sql`SELECT DISTINCT asked.key, a.region FROM (${askedPairs(sets)}) AS asked(key, code)
		JOIN region_ancestor a ON a.ancestor = asked.code`;
}

/** A section stands for its divisions too; `all` for everything, rows without an industry included. */
function industryPairs(sets: readonly MemberSet[]): Sql {
	return sql`SELECT DISTINCT asked.key, i.code FROM (${askedPairs(sets)}) AS asked(key, code)
		JOIN (SELECT code, parent FROM industry UNION SELECT 'all', NULL) i
			ON asked.code = 'all' OR asked.code = i.code OR asked.code = i.parent`;
}

function ownershipPairs(sets: readonly MemberSet[]): Sql {
	const every = ['all', ...ownerships.map((item) => item.code)];
	return askedPairs(
		sets.map((set) => ({ key: set.key, codes: set.codes.includes('all') ? every : [...new Set(set.codes)] }))
	);
}
