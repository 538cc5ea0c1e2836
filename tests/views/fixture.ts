import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { noFilters } from '#lib/filters/filters.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { detailTables } from '#lib/release/registers.ts';
import { totalRegisters } from '#lib/release/register-totals.ts';
import { summaryTable, summaryTables } from '#lib/release/summary-tables.ts';
import { columnList, createTable } from '#lib/release/tables.ts';
import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { scopeOf, type Scope } from '#lib/views/scope.ts';

/** Home 50 with districts 01 (two towns), 02, 03; 03 never reports; 09 owes nothing. */
const rows: Readonly<Record<string, readonly string[]>> = {
	region: [
		`('50', NULL, '示例市', '示例', 'Example', 'province', true, 0, NULL, NULL)`,
		`('5001', '50', '甲区', '甲', 'First', 'county', true, 1, 0, 0)`,
		`('5002', '50', '乙区', '乙', 'Second', 'county', true, 2, 0, 1)`,
		`('5003', '50', '丙区', '丙', 'Third', 'county', true, 3, 1, 0)`,
		`('5009', '50', '直属', '直属', '', 'unit', false, 9, NULL, NULL)`
	],
	region_ancestor: ['50', '5001', '5002', '5003', '5009'].flatMap((code) =>
		code === '50' ? [`('50', '50')`] : [`('${code}', '${code}')`, `('${code}', '50')`]
	),
	region_group: [`('east', '东部', 'East', 1)`],
	region_group_member: [`('east', '5001')`, `('east', '5002')`],
	industry: [
		`('all', NULL, '全部', 'All', 'all', 0)`,
		`('C', 'all', '制造业', 'Manufacturing', 'section', 3)`,
		`('C13', 'C', '农副食品加工业', 'Food', 'division', 13)`,
		`('E', 'all', '建筑业', 'Construction', 'section', 5)`
	],
	period: [2025, 2026].flatMap((year) => [
		`('${year}', 'year', NULL, '${year}-01-01', '${year}-12-31')`,
		`('${year}Q1', 'quarter', '${year}', '${year}-01-01', '${year}-03-31')`,
		`('${year}Q2', 'quarter', '${year}', '${year}-04-01', '${year}-06-30')`
	]),
	period_ancestor: [2025, 2026].flatMap((year) => [
		...['', 'Q1', 'Q2'].map((part) => `('${year}${part}', '${year}${part}')`),
		`('${year}Q1', '${year}')`,
		`('${year}Q2', '${year}')`,
		`('${year}-04', '${year}-04')`,
		`('${year}-04', '${year}Q2')`,
		`('${year}-04', '${year}')`
	]),
	rollup: [
		cell('participations', '50', 'all', '2026Q2', 300, 'summed', 2, 3),
		cell('participations', '50', 'all', '2025Q2', 250, 'reported'),
		cell('participations', '50', 'all', '2026Q1', 100, 'reported'),
		cell('participations', '50', 'all', '2025Q1', 200, 'reported'),
		cell('participations', '50', 'C', '2026Q2', 180, 'reported'),
		cell('participations', '50', 'E', '2026Q2', 120, 'reported'),
		cell('participations', '5001', 'all', '2026Q2', 200, 'reported'),
		cell('participations', '5001', 'all', '2025Q2', 100, 'reported'),
		cell('participations', '5001', 'C', '2026Q2', 150, 'reported'),
		cell('participations', '5002', 'all', '2026Q2', 100, 'reported'),
		cell('participations', '5002', 'all', '2025Q2', 150, 'reported'),
		cell('participants', '50', 'all', '2026Q2', 30, 'reported'),
		cell('workers_total', '50', 'all', '2026Q2', 120, 'reported')
	],
	register_fact: [
		`('competitions.count', '5001', 'C', 'all', 'railway', 'municipal', 'all', 'skills', 'all', '2026-04', 2)`,
		`('competitions.count', '5002', 'E', 'all', 'all', 'municipal', 'all', 'skills', 'all', '2026-04', 1)`
	],
	target: [`('participations', '50', 2026, 2026, 1000, 'person-time', 'at-least', '示例', NULL, NULL)`]
};

function cell(
	measure: string,
	region: string,
	industry: string,
	period: string,
	value: number,
	how: string,
	reported: number | null = null,
	expected: number | null = null
): string {
	const told: Readonly<Record<string, string | number | boolean | null>> = {
		measure,
		region,
		industry,
		ownership: 'all',
		period,
		value,
		how,
		parts_reported: reported,
		parts_expected: expected,
		complete: reported === expected
	};
	const columns = Object.keys(summaryTable('rollup').columns).map((name) => told[name] ?? null);
	return `(${columns.map((value) => (typeof value === 'string' ? literal(value).text : String(value))).join(', ')})`;
}

/** A native DuckDB with the tables of a release and a handful of rows, made by hand. */
export async function openFixture(): Promise<{ connector: Connector; lists: ReleaseLists }> {
	const connector = await openNative();
	for (const table of [...summaryTables, ...detailTables]) {
		await connector.run(createTable(identifier('main'), table));
		const values = rows[table.name];
		if (values)
			await connector.run(
				new Sql(`INSERT INTO ${identifier(table.name).text} (${columnList(table).text}) VALUES ${values.join(', ')}`)
			);
	}
	await totalRegisters(connector, identifier('main'));
	for (const [id, region, industry, start] of [
		['JS1', '5001', 'C', '2026-04-02'],
		['JS2', '5001', 'C13', '2026-04-09'],
		['JS3', '5002', 'E', '2025-04-01']
	] as const) {
		const text = [id, `竞赛${id}`, region, industry, start].map((value) => literal(value).text).join(', ');
		await connector.run(
			new Sql(
				`INSERT INTO competitions (competition_id, name, region, industry, start_date, participations) VALUES (${text}, 10)`
			)
		);
	}
	await connector.run(
		new Sql(
			`INSERT INTO results (competition_id, event, entrant_id, total) VALUES ('JS1', '焊工', '1', 90.5), ('JS1', '焊工', '2', 91)`
		)
	);
	return { connector, lists: await readLists((statement) => connector.query(statement), '50') };
}

/** An indicator that is known to be there. */
export function known(id: string): Indicator {
	const indicator = indicatorById(id);
	if (!indicator) throw new Error(`No indicator ${id}`);
	return indicator;
}

/** The scope of some filters; 2026Q2 of the whole home unless told. */
export function fixtureScope(lists: ReleaseLists, filters: Partial<Filters> = {}, id = 'participations'): Scope {
	const told = { ...noFilters, period: '2026Q2', region: '50', ...filters };
	const complete = { ...told, period: told.period ?? '2026Q2', region: told.region ?? '50' };
	const scope = scopeOf({ filters: complete, lists, homeCode: '50', indicator: known(id), language: 'zh' });
	if (!scope) throw new Error('No scope');
	return scope;
}
