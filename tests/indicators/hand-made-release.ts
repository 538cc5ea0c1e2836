import type { Connector } from '#lib/engine/connector.ts';
import { totalRegisters } from '#lib/release/register-totals.ts';
import { summaryTables } from '#lib/release/summary-tables.ts';
import { at, createTable } from '#lib/release/tables.ts';
import { identifier, join, sql, Sql, type SqlValue } from '#lib/sql/sql.ts';

/** Three provinces, one with a prefecture; every figure is small enough to work out by hand. */
const tables: Readonly<Record<string, readonly (readonly SqlValue[])[]>> = {
	// code, parent, name, short, name_en, level, expected, sort, tile_row, tile_col
	region: [
		['100000', null, '全国', '全国', 'China', 'country', true, 0, null, null],
		['110000', '100000', '北京市', '京', 'Beijing', 'province', true, 1, 2, 6],
		['120000', '100000', '天津市', '津', 'Tianjin', 'province', true, 2, 2, 7],
		['130000', '100000', '河北省', '冀', 'Hebei', 'province', true, 3, 3, 6],
		['130100', '130000', '石家庄市', '石家庄', 'Shijiazhuang', 'prefecture', true, 4, null, null]
	],
	region_ancestor: [
		['100000', '100000'],
		...['110000', '120000', '130000'].flatMap((code) => [
			[code, code],
			[code, '100000']
		]),
		['130100', '130100'],
		['130100', '130000'],
		['130100', '100000']
	],
	industry: [
		['C', 'all', '制造业', 'Manufacturing', 'section', 1],
		['C13', 'C', '农副食品加工业', 'Agricultural food', 'division', 2],
		['C14', 'C', '食品制造业', 'Food', 'division', 3],
		['E', 'all', '建筑业', 'Construction', 'section', 4]
	],
	// code, kind, parent, start_date, end_date
	period: [
		['2022-05', 'month', '2022Q2', '2022-05-01', '2022-05-31'],
		['2022Q2', 'quarter', '2022', '2022-04-01', '2022-06-30'],
		['2022', 'year', null, '2022-01-01', '2022-12-31'],
		['2023', 'year', null, '2023-01-01', '2023-12-31'],
		['2024-02', 'month', '2024Q1', '2024-02-01', '2024-02-29'],
		['2024Q1', 'quarter', '2024', '2024-01-01', '2024-03-31'],
		['2024-05', 'month', '2024Q2', '2024-05-01', '2024-05-31'],
		['2024Q2', 'quarter', '2024', '2024-04-01', '2024-06-30'],
		['2024', 'year', null, '2024-01-01', '2024-12-31']
	],
	period_ancestor: [
		['2022-05', '2022-05'],
		['2022-05', '2022Q2'],
		['2022-05', '2022'],
		['2024-02', '2024-02'],
		['2024-02', '2024Q1'],
		['2024-02', '2024'],
		['2024-05', '2024-05'],
		['2024-05', '2024Q2'],
		['2024-05', '2024'],
		...['2022', '2022Q2', '2023', '2024', '2024Q1', '2024Q2'].map((code) => [code, code]),
		['2024Q1', '2024'],
		['2024Q2', '2024']
	],
	metric: [
		['metric:站点', '站点', '', '个', 'stock', true, '服务站点', 'Service points', '示例'],
		['metric:占比', '占比', '', 'percent', 'ratio', false, '占比', 'Share', '示例']
	],
	// measure, region, industry, ownership, period, value, how, parts_reported, parts_expected, parts_sum, complete, qualifier
	rollup: [
		...cells('units_competing', '2024', { '110000': '40', '120000': '25', '130000': '7' }),
		['units_competing', '100000', 'all', 'all', '2024', '72', 'summed', 3, 3, '72', true, null],
		...cells('units_competing', '2023', { '110000': '32', '120000': '0' }),
		['units_competing', '100000', 'all', 'all', '2023', '32', 'summed', 2, 3, '32', false, null],
		...cells('units_total', '2024', { '110000': '50', '120000': '50', '130000': '0' }),
		['units_total', '100000', 'all', 'all', '2024', '101', 'reported', 3, 3, '100', true, '≈'],
		...cells('units_total', '2023', { '110000': '40' }),
		['units_total', '100000', 'all', 'all', '2023', '40', 'summed', 1, 3, '40', false, null],
		...cells('participants', '2024Q1', { '100000': '100' }),
		...cells('participants', '2024Q2', { '100000': '60.5' }),
		...cells('workers_total', '2024Q1', { '100000': '1000' }),
		...cells('workers_total', '2024Q2', { '100000': '1100' }),
		...cells('workers_total', '2024', { '100000': '30000', '110000': '20000', '120000': '10000' }),
		// Non-public: Beijing reports private and foreign, Tianjin private only; nobody reports individual or hmt.
		...cells('units_competing', '2024', { '100000': '14', '110000': '9', '120000': '5' }, 'all', 'private'),
		...cells('units_total', '2024', { '100000': '30', '110000': '20', '120000': '10' }, 'all', 'private'),
		...cells('units_competing', '2024', { '100000': '3', '110000': '3' }, 'all', 'foreign'),
		...cells('units_total', '2024', { '100000': '4', '110000': '4' }, 'all', 'foreign'),
		...cells('units_competing', '2024', { '100000': '20', '110000': '12' }, 'C'),
		...cells('units_competing', '2024', { '100000': '8' }, 'E'),
		...cells('metric:站点', '2024', { '110000': '3', '120000': '4' }),
		...cells('metric:占比', '2024', { '110000': '31.7', '120000': '40' })
	],
	// measure, region, industry, ownership, union_system, level, skill_level, kind, campaign, period, value
	register_fact: [
		entry('competitions.count 110000 C13 state railway national-1 all labour all 2024-02', '2'),
		entry('competitions.count 110000 C private all municipal all skills all 2024-05', '3'),
		entry('competitions.count 130100 E state railway municipal all skills all 2024-05', '4'),
		entry('competitions.count 130000 all all all all all all all 2024', '10'),
		entry('competitions.participations 110000 C13 state railway national-1 all labour all 2024-02', '80'),
		entry('competitions.promoted 110000 C13 state railway national-1 all labour all 2024-02', '6'),
		entry('studios.count 110000 C13 state all national all model-worker all 2022-05', '2'),
		entry('studios.count 110000 C13 state all municipal all model-worker all 2024-02', '3'),
		entry('studios.count 110000 C13 state all municipal all model-worker all -', '1'),
		entry('studios.count 120000 E state all county all craftsman all 2024-05', '5'),
		// What the build keeps of studios at province level or above, and of degree studies.
		entry('studios.provincial 110000 C13 state all national all model-worker all 2022-05', '2'),
		entry('trainings.count 110000 C13 all all all senior skills all 2024Q1', '1'),
		entry('trainings.count 120000 E all all all junior drill all 2024Q2', '1'),
		entry('trainings.count 120000 E all all all all degree all 2024Q2', '1'),
		entry('trainings.degree_count 120000 E all all all all degree all 2024Q2', '1'),
		entry('trainings.degree_enrolled 120000 E all all all all degree all 2024Q2', '30'),
		entry('studios.economic_benefit 110000 C13 state all national-1 all model-worker all 2022-05', '1000.5'),
		entry('results.entries 110000 all all all all all all all 2024-02', '30'),
		entry('results.entries 120000 all all all all all all all 2024-02', '12'),
		entry('results.gold 110000 all all all all all all all 2024-02', '1'),
		entry('results.silver 110000 all all all all all all all 2024-02', '2'),
		entry('results.bronze 110000 all all all all all all all 2024-02', '3'),
		entry('results.awards 110000 all all all all all all all 2024-02', '10'),
		// Training: 12 of 20 and 5 of 10 certified at two levels, 30 in degree studies that certify nobody.
		entry('trainings.enrolled 110000 C13 all all all senior skills all 2024Q1', '20'),
		entry('trainings.certified 110000 C13 all all all senior skills all 2024Q1', '12'),
		entry('trainings.enrolled 120000 E all all all junior drill all 2024Q2', '10'),
		entry('trainings.certified 120000 E all all all junior drill all 2024Q2', '5'),
		entry('trainings.enrolled 120000 E all all all all degree all 2024Q2', '30'),
		entry('trainings.certifying_enrolled 110000 C13 all all all senior skills all 2024Q1', '20'),
		entry('trainings.certifying_enrolled 120000 E all all all junior drill all 2024Q2', '10'),
		entry('results.promoted 110000 all all all municipal senior skills all 2024-02', '4'),
		entry('results.promoted 110000 all all all municipal technician skills all 2024-02', '1'),
		entry('honours.count 110000 C all all provincial all may-day-medal all 2024', '6'),
		entry('honours.women_known 110000 C all all provincial all may-day-medal all 2024', '5'),
		entry('honours.women 110000 C all all provincial all may-day-medal all 2024', '2')
	]
};

function cells(
	measure: string,
	period: string,
	values: Readonly<Record<string, string>>,
	industry = 'all',
	ownership = 'all'
): SqlValue[][] {
	return Object.entries(values).map(([region, value]) => [
		...[measure, region, industry, ownership, period, value, 'reported'],
		...[null, null, null, true, null]
	]);
}

/** Codes in the order of the columns, `-` for none, and the value. */
function entry(codes: string, value: string): SqlValue[] {
	return [...codes.split(' ').map((code) => (code === '-' ? null : code)), value];
}

const givenColumns: Readonly<Record<string, number>> = { rollup: 12 };

/** Creates the tables of a summary in a place, the connector's own database unless told otherwise, and fills them. */
export async function handMadeRelease(connector: Connector, place = new Sql('memory.main')): Promise<void> {
	for (const table of summaryTables) {
		await connector.run(createTable(place, table));
		const rows = tables[table.name] ?? [];
		const columns = Object.entries(table.columns).slice(0, givenColumns[table.name]);
		if (rows.length === 0) continue;
		const values = rows.map(
			(row) =>
				sql`(${join(
					columns.map(([, type], index) => {
						const cell = row[index] ?? null;
						return sql`CAST(${cell === null ? null : String(cell)} AS ${new Sql(type)})`;
					})
				)})`
		);
		await connector.query(
			sql`INSERT INTO ${at(place, table.name)} (${join(columns.map(([name]) => identifier(name)))}) VALUES ${join(values)}`
		);
	}
	await totalRegisters(connector, place);
}
