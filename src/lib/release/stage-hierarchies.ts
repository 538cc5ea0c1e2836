import { industries } from '#lib/dimensions/industry.ts';
import { ownerships } from '#lib/dimensions/ownership.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { Sql } from '#lib/sql/sql.ts';
import { ancestors, numbered, type Member } from './hierarchy.ts';
import type { Build } from './input.ts';
import { measureTable, settledFacts } from './settle-facts.ts';
import { stageRows, staging } from './staging.ts';
import { all, at } from './tables.ts';

const columns = {
	id: 'INTEGER',
	code: 'VARCHAR',
	parent: 'INTEGER',
	depth: 'INTEGER',
	expected: 'BOOLEAN',
	siblings: 'INTEGER',
	ordinal: 'INTEGER'
};

/** Numbers the members of all dimensions for the roll-up, and counts what members of a breakdown are in use. */
export async function stageHierarchies(build: Build, periods: readonly Member[]): Promise<void> {
	const whole: Member = { code: all, parent: null };
	await stageDimension(build, 'region', upToHome(build.profile));
	await stageDimension(build, 'industry', [
		whole,
		...industries.filter(({ code }) => code !== all).map(({ code, parent }) => ({ code, parent: parent ?? all }))
	]);
	await stageDimension(build, 'ownership', [whole, ...ownerships.map(({ code }) => ({ code, parent: all }))]);
	await stageDimension(build, 'period', periods);
	await stageSeen(build, 'industry');
	await stageSeen(build, 'ownership');
}

/** The home region's sum is no sum for what is above it: of 全国 a profile of 重庆 knows only what was reported. */
function upToHome({ home, regions }: Profile): Member[] {
	const byCode = new Map(regions.map((region) => [region.code, region]));
	const homeRegion = byCode.get(home);
	const above = new Set(homeRegion ? ancestors(homeRegion, byCode) : []);
	return regions.map(({ code, parent, expected }) => ({ code, parent: above.has(code) ? null : parent, expected }));
}

async function stageDimension(build: Build, name: string, members: readonly Member[]): Promise<void> {
	const { connector } = build;
	const nodes = numbered(members);
	const ids = new Map(nodes.map((node) => [node.code, node.id]));
	const byCode = new Map(members.map((member) => [member.code, member]));
	await stageRows(
		connector,
		name,
		columns,
		nodes.map((node) => [node.id, node.code, node.parent, node.depth, node.expected, node.siblings, node.ordinal])
	);
	await stageRows(
		connector,
		`${name}_up`,
		{ id: 'INTEGER', ancestor: 'INTEGER' },
		members.flatMap((member) =>
			ancestors(member, byCode).map((code) => [ids.get(member.code) ?? null, ids.get(code) ?? null])
		)
	);
}

/** How many members of a breakdown anyone reported, by measure, period and the member above them. */
async function stageSeen({ connector }: Build, dimension: 'industry' | 'ownership'): Promise<void> {
	await connector.run(
		new Sql(`CREATE OR REPLACE TABLE ${at(staging, `${dimension}_seen`).text} AS
			WITH used AS (
				SELECT DISTINCT m.id AS m, d.id AS d, p.id AS p
				FROM (SELECT DISTINCT measure, ${dimension}, period FROM ${settledFacts.text}) f
				JOIN ${measureTable.text} m ON m.code = f.measure
				JOIN ${at(staging, dimension).text} d ON d.code = f.${dimension}
				JOIN ${at(staging, 'period').text} p ON p.code = f.period)
			SELECT used.m, up.ancestor AS p, n.parent, CAST(count(DISTINCT above.ancestor) AS INTEGER) AS members
			FROM used JOIN ${at(staging, `${dimension}_up`).text} above ON above.id = used.d
			JOIN ${at(staging, dimension).text} n ON n.id = above.ancestor
			JOIN ${at(staging, 'period_up').text} up ON up.id = used.p
			WHERE n.parent IS NOT NULL GROUP BY used.m, up.ancestor, n.parent`)
	);
}
