import { Sql } from '#lib/sql/sql.ts';
import { carryMeasures } from './carry-over.ts';
import type { Build } from './input.ts';
import { candidates } from './rollup-candidates.ts';
import { cells, controls, fullCoverage, source } from './rollup-tables.ts';
import { settledFacts } from './settle-facts.ts';
import { staging } from './staging.ts';
import { at, figure } from './tables.ts';

const key = 'm, r, i, o, p';

/**
 * Resolves every cell that anything can be said about (DOMAIN, roll-up; docs/decisions/0002-roll-up.md). A reported
 * value stays. Otherwise the cell is the sum of its parts one step down in one dimension; of the dimensions that offer
 * a sum the most complete is taken. Depth is counted over all dimensions together, so that a part is always resolved
 * before what it is a part of.
 */
export async function buildRollup(build: Build): Promise<void> {
	const { connector } = build;
	await seed(build);
	const [deepest] = await connector.query(new Sql(`SELECT max(depth) AS depth FROM ${cells.text}`));
	for (let depth = Number(deepest?.depth ?? 0); depth > 0; depth--) await resolve(build, depth);
	await write(build);
	await carryMeasures(build, 'rollup');
}

/** The depth of values that are in no sum, such as percentages: below the last that is resolved. */
const atRest = -1;

/** The reported values. `slack` is how far rounding may have moved a value from the true one. */
async function seed({ connector, summary }: Build): Promise<void> {
	const node = (name: string, column: string) =>
		`JOIN ${at(staging, name).text} ${column} ON ${column}.code = f.${name}`;
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${cells.text} AS
			SELECT m.id AS m, r.id AS r, i.id AS i, o.id AS o, p.id AS p, f.value,
				CAST(coalesce(CASE WHEN f.qualifier IS NULL THEN s.step ELSE s.raw_step END, 0) * 0.5 AS ${figure}) AS slack,
				1 AS parts, 1 AS expected, ${fullCoverage} AS coverage, true AS own, ${source.reported} AS source,
				CASE WHEN m.additive THEN r.depth + i.depth + o.depth + p.depth ELSE ${atRest} END AS depth, f.rowid AS fact
			FROM ${settledFacts.text} f
			JOIN ${at(staging, 'measure').text} m ON m.code = f.measure
			${node('region', 'r')} ${node('industry', 'i')} ${node('ownership', 'o')} ${node('period', 'p')}
			LEFT JOIN ${at(summary, 'printed').text} s ON s.batch = f.batch AND s.measure = f.measure`)
	);
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${controls.text} AS
			SELECT ${key}, source, value, slack, parts, expected, coverage FROM ${cells.text} WHERE false`)
	);
}

/** Makes the sums out of the cells of one depth; they belong to the depth above. */
async function resolve({ connector }: Build, depth: number): Promise<void> {
	const candidate = at(staging, 'candidate');
	await connector.run(new Sql(`CREATE OR REPLACE TABLE ${candidate.text} AS ${candidates(depth).text}`));
	const reported = `(SELECT ${key} FROM ${cells.text} WHERE depth = ${depth - 1} AND source = ${source.reported})`;
	await connector.run(
		new Sql(`INSERT INTO ${controls.text} SELECT ${key}, source, value, slack, parts, expected, coverage
			FROM ${candidate.text} WHERE source = ${source.region}
			UNION ALL SELECT ${key}, source, value, slack, parts, expected, coverage
			FROM ${candidate.text} SEMI JOIN ${reported} USING (${key}) WHERE source <> ${source.region}`)
	);
	await connector.run(
		new Sql(`INSERT INTO ${cells.text} BY NAME
			SELECT *, ${depth - 1} AS depth, NULL AS fact FROM ${candidate.text} ANTI JOIN ${reported} USING (${key})
			QUALIFY row_number() OVER (PARTITION BY ${key} ORDER BY coverage // 1000 DESC,
				CASE WHEN source = ${source.period} AND own THEN 0 WHEN source = ${source.region} THEN 1
					WHEN source = ${source.period} THEN 2 ELSE source END) = 1`)
	);
	await connector.run(new Sql(`DROP TABLE ${candidate.text}`));
}

/**
 * Writes `rollup`: resolved cells by code, and beside each the sum of its regions where any are there, whatever the
 * value itself was made of; where none are, the parts are those it was made of.
 * Numbers are in code order, so sorting by one number made of all five gives the order on disk at a fraction of the
 * time that five texts take. Industry and ownership come first: most questions are of all of them together, in few periods.
 */
async function write({ connector, summary }: Build): Promise<void> {
	const node = (name: string, column: string) =>
		`JOIN ${at(staging, name).text} ${column} ON ${column}.id = c.${column}`;
	const reported = `c.source = ${source.reported}`;
	const byRegions = 'k.parts IS NOT NULL';
	const place = `((((CAST(c.i AS BIGINT) * 64 + c.o) * 4096 + c.p) * 4096 + c.m) * 16384 + c.r)`;
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'rollup').text} BY NAME SELECT * EXCLUDE (place) FROM (
			SELECT ${place} AS place, m.code AS measure, r.code AS region, i.code AS industry, o.code AS ownership, p.code AS period, c.value,
				CASE WHEN ${reported} THEN 'reported' ELSE 'summed' END AS how,
				CASE WHEN ${byRegions} THEN k.parts WHEN NOT ${reported} THEN c.parts END AS parts_reported,
				CASE WHEN ${byRegions} THEN k.expected WHEN NOT ${reported} THEN c.expected END AS parts_expected,
				CASE WHEN ${byRegions} THEN k.value WHEN NOT ${reported} THEN c.value END AS parts_sum,
				CASE c.source WHEN ${source.period} THEN 'period' WHEN ${source.region} THEN 'region'
					WHEN ${source.ownership} THEN 'ownership' WHEN ${source.industry} THEN 'industry' END AS via,
				c.coverage = ${fullCoverage} AS complete, f.qualifier, f.batch, f.line
			FROM ${cells.text} c
			${node('measure', 'm')} ${node('region', 'r')} ${node('industry', 'i')} ${node('ownership', 'o')} ${node('period', 'p')}
			LEFT JOIN ${controls.text} k ON k.m = c.m AND k.r = c.r AND k.i = c.i AND k.o = c.o AND k.p = c.p
				AND k.source = ${source.region}
			LEFT JOIN ${settledFacts.text} f ON f.rowid = c.fact)
			ORDER BY place`)
	);
}
