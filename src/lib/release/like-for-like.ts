import { previousPeriod, samePeriodLastYear } from '#lib/dimensions/period.ts';
import { Sql } from '#lib/sql/sql.ts';
import { carryMeasures } from './carry-over.ts';
import type { Member } from './hierarchy.ts';
import type { Build } from './input.ts';
import { cells, fullCoverage } from './rollup-tables.ts';
import { stageRows, staging } from './staging.ts';
import { at, figure } from './tables.ts';

/** Periods by number, each beside one that it is compared with. */
const compared = at(staging, 'compared');
/** Cells that are there both times and not complete both times. */
const partial = at(staging, 'partial');
/** Their sums over the parts that are complete both times, so far as these are worked out. */
const alike = at(staging, 'alike');

const key = 'm, r, i, o, p, b';
const sums = `CAST(sum(value) AS ${figure}) AS value, CAST(sum(base_value) AS ${figure}) AS base_value,
	CAST(sum(units) AS INTEGER) AS units, CAST(sum(fingerprint) AS BIGINT) AS fingerprint`;

/**
 * Writes `like_for_like`: what a comparison comes to over those alone who have reported everything both times, for each
 * period against the same of the year before and against the one before. Of a region that is not complete both times,
 * each part that is counts whole; of each that is not, its own parts, by the same rule (docs/decisions/0010). Needs the
 * cells of the roll-up.
 */
export async function buildLikeForLike(build: Build, periods: readonly Member[]): Promise<void> {
	const { connector } = build;
	await stageCompared(build, periods);
	await stagePartial(build);
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${alike.text} AS
			SELECT ${key}, CAST(NULL AS ${figure}) AS value, CAST(NULL AS ${figure}) AS base_value, 0 AS units, CAST(0 AS BIGINT) AS fingerprint
			FROM ${partial.text} WHERE false`)
	);
	const depths = await connector.query(
		new Sql(`SELECT DISTINCT n.depth FROM ${partial.text} c JOIN ${regions} n ON n.id = c.r ORDER BY n.depth DESC`)
	);
	for (const { depth } of depths) await sumParts(build, Number(depth));
	await write(build);
	await carryMeasures(build, 'like_for_like');
}

const regions = at(staging, 'region').text;

async function stageCompared({ connector }: Build, periods: readonly Member[]): Promise<void> {
	const known = new Set(periods.map(({ code }) => code));
	const pairs = periods.flatMap(({ code }) =>
		[...new Set([samePeriodLastYear(code), previousPeriod(code)])]
			.filter((base) => known.has(base) && base !== code)
			.map((base) => [code, base])
	);
	await stageRows(connector, 'compared_code', { period: 'VARCHAR', base: 'VARCHAR' }, pairs);
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${compared.text} AS SELECT p.id AS p, b.id AS b
			FROM ${at(staging, 'compared_code').text} c
			JOIN ${at(staging, 'period').text} p ON p.code = c.period JOIN ${at(staging, 'period').text} b ON b.code = c.base`)
	);
}

async function stagePartial({ connector }: Build): Promise<void> {
	const some = `SELECT m, r, i, o, p FROM ${cells.text} WHERE coverage < ${fullCoverage}`;
	const there = (name: string, period: string) =>
		`SEMI JOIN ${cells.text} ${name} ON ${name}.m = c.m AND ${name}.r = c.r AND ${name}.i = c.i AND ${name}.o = c.o
			AND ${name}.p = c.${period}`;
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${partial.text} AS SELECT ${key} FROM (
			SELECT s.*, q.b FROM (${some}) s JOIN ${compared.text} q ON q.p = s.p
			UNION SELECT s.m, s.r, s.i, s.o, q.p, q.b FROM (${some}) s JOIN ${compared.text} q ON q.b = s.p) c
			${there('now', 'p')} ${there('earlier', 'b')}`)
	);
}

/** Works out the cells of one depth of regions out of their parts, which lie one deeper. */
async function sumParts({ connector }: Build, depth: number): Promise<void> {
	const child = `SELECT c.${key.split(', ').join(', c.')}, n.id AS child FROM ${partial.text} c
		JOIN ${regions} own ON own.id = c.r AND own.depth = ${depth} JOIN ${regions} n ON n.parent = c.r`;
	const cell = (name: string, period: string) =>
		`JOIN ${cells.text} ${name} ON ${name}.m = c.m AND ${name}.r = c.child AND ${name}.i = c.i AND ${name}.o = c.o
			AND ${name}.p = c.${period} AND ${name}.coverage = ${fullCoverage}`;
	await connector.run(
		new Sql(`INSERT INTO ${alike.text} BY NAME SELECT ${key}, ${sums} FROM (
			SELECT c.m, c.r, c.i, c.o, c.p, c.b, now.value, earlier.value AS base_value, 1 AS units,
				CAST(c.child + 1 AS BIGINT) * (c.child + 1) * (c.child + 1) AS fingerprint
			FROM (${child}) c ${cell('now', 'p')} ${cell('earlier', 'b')}
			UNION ALL SELECT c.m, c.r, c.i, c.o, c.p, c.b, a.value, a.base_value, a.units, a.fingerprint
			FROM (${child}) c JOIN ${alike.text} a ON a.m = c.m AND a.r = c.child AND a.i = c.i AND a.o = c.o AND a.p = c.p AND a.b = c.b)
			GROUP BY ALL`)
	);
}

async function write({ connector, summary }: Build): Promise<void> {
	const node = (name: string, column: string, alias = column) =>
		`JOIN ${at(staging, name).text} ${alias} ON ${alias}.id = c.${column}`;
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'like_for_like').text} BY NAME
			SELECT m.code AS measure, r.code AS region, i.code AS industry, o.code AS ownership, p.code AS period, b.code AS base,
				c.value, c.base_value, c.units, c.fingerprint
			FROM ${alike.text} c ${node('measure', 'm')} ${node('region', 'r')} ${node('industry', 'i')} ${node('ownership', 'o')}
			${node('period', 'p')} JOIN ${at(staging, 'period').text} b ON b.id = c.b
			ORDER BY c.i, c.o, c.p, c.b, c.m, c.r`)
	);
}
