import { figure, type Table } from './tables.ts';

const cell = {
	measure: 'VARCHAR',
	region: 'VARCHAR',
	industry: 'VARCHAR',
	ownership: 'VARCHAR',
	period: 'VARCHAR'
} as const;
const origin = { batch: 'VARCHAR', line: 'INTEGER' } as const;

/** The tables of `summary.duckdb`. */
export const summaryTables = [
	{
		name: 'region',
		columns: {
			code: 'VARCHAR',
			parent: 'VARCHAR',
			name: 'VARCHAR',
			short: 'VARCHAR',
			name_en: 'VARCHAR',
			level: 'VARCHAR',
			expected: 'BOOLEAN',
			sort: 'INTEGER',
			tile_row: 'INTEGER',
			tile_col: 'INTEGER'
		},
		order: ['sort', 'code']
	},
	{ name: 'region_ancestor', columns: { region: 'VARCHAR', ancestor: 'VARCHAR' }, order: ['ancestor', 'region'] },
	{
		name: 'region_group',
		columns: { code: 'VARCHAR', name: 'VARCHAR', name_en: 'VARCHAR', sort: 'INTEGER' },
		order: ['sort', 'code']
	},
	{
		name: 'region_group_member',
		columns: { group_code: 'VARCHAR', region: 'VARCHAR' },
		order: ['group_code', 'region']
	},
	{
		name: 'industry',
		columns: {
			code: 'VARCHAR',
			parent: 'VARCHAR',
			name: 'VARCHAR',
			name_en: 'VARCHAR',
			level: 'VARCHAR',
			sort: 'INTEGER'
		},
		order: ['sort', 'code']
	},
	{ name: 'campaign', columns: { code: 'VARCHAR', name: 'VARCHAR', name_en: 'VARCHAR' }, order: ['code'] },
	{
		name: 'period',
		columns: {
			code: 'VARCHAR',
			kind: 'VARCHAR',
			parent: 'VARCHAR',
			start_date: 'VARCHAR',
			end_date: 'VARCHAR'
		},
		order: ['start_date', 'end_date', 'code']
	},
	{ name: 'period_ancestor', columns: { period: 'VARCHAR', ancestor: 'VARCHAR' }, order: ['ancestor', 'period'] },
	{
		name: 'metric',
		columns: {
			measure: 'VARCHAR',
			indicator: 'VARCHAR',
			basis: 'VARCHAR',
			unit: 'VARCHAR',
			kind: 'VARCHAR',
			additive: 'BOOLEAN',
			title_zh: 'VARCHAR',
			title_en: 'VARCHAR',
			source: 'VARCHAR'
		},
		order: ['measure']
	},
	{
		// `original` is the cell as printed where it reads otherwise than the value; `cumulative` the year-to-date period
		// that the value was worked out from, null where it was reported as it is.
		name: 'fact',
		columns: {
			...cell,
			value: figure,
			qualifier: 'VARCHAR',
			...origin,
			original: 'VARCHAR',
			cumulative: 'VARCHAR'
		},
		order: ['measure', 'industry', 'ownership', 'period', 'region']
	},
	{
		// Year-to-date figures as reported, periods like 2024Q3c: what current ones in `fact` were worked out from.
		name: 'year_to_date',
		columns: { ...cell, value: figure, qualifier: 'VARCHAR', ...origin, original: 'VARCHAR' },
		order: ['measure', 'industry', 'ownership', 'period', 'region']
	},
	{
		// How the figures of a batch were printed: unit, power of ten, digits after the point; the smallest step between
		// printed values (0 for exact counts) and the same with counts included.
		name: 'printed',
		columns: {
			batch: 'VARCHAR',
			measure: 'VARCHAR',
			unit: 'VARCHAR',
			power: 'INTEGER',
			digits: 'INTEGER',
			step: figure,
			raw_step: figure
		},
		order: ['batch', 'measure']
	},
	{
		name: 'rollup',
		columns: {
			...cell,
			value: figure,
			how: 'VARCHAR',
			parts_reported: 'INTEGER',
			parts_expected: 'INTEGER',
			parts_sum: figure,
			complete: 'BOOLEAN',
			qualifier: 'VARCHAR',
			...origin,
			// The dimension whose parts were summed; null for reported values.
			via: 'VARCHAR'
		},
		order: ['industry', 'ownership', 'period', 'measure', 'region']
	},
	{
		// Of cells that are not complete, or are held against one that is not: the same comparison over those parts alone
		// that have all their reports both times (`value` of the period, `base_value` of the earlier one), how many they are,
		// and a number that is the same for the same parts.
		name: 'like_for_like',
		columns: { ...cell, base: 'VARCHAR', value: figure, base_value: figure, units: 'INTEGER', fingerprint: 'BIGINT' },
		order: ['industry', 'ownership', 'period', 'base', 'measure', 'region']
	},
	{
		// Of figures that lack reports: the regions below, as high up as can be, that are not in them. Only of measures that
		// registers are held against; those regions themselves have a row, too.
		name: 'unreported',
		columns: { ...cell, part: 'VARCHAR' },
		order: ['industry', 'ownership', 'period', 'measure', 'region', 'part']
	},
	{
		// Registers by region at every level, all industries and sections; of stocks what each period added ('' = undated).
		name: 'register_total',
		columns: { measure: 'VARCHAR', region: 'VARCHAR', industry: 'VARCHAR', period: 'VARCHAR', value: figure },
		order: ['measure', 'industry', 'period', 'region']
	},
	{
		name: 'register_fact',
		columns: {
			measure: 'VARCHAR',
			region: 'VARCHAR',
			industry: 'VARCHAR',
			ownership: 'VARCHAR',
			union_system: 'VARCHAR',
			level: 'VARCHAR',
			// Of trainings the level that they lead to, of results the level that the entrant rose to.
			skill_level: 'VARCHAR',
			kind: 'VARCHAR',
			campaign: 'VARCHAR',
			period: 'VARCHAR',
			value: figure
		},
		order: [
			'measure',
			'period',
			'region',
			'industry',
			'ownership',
			'union_system',
			'level',
			'skill_level',
			'kind',
			'campaign'
		]
	},
	{
		name: 'target',
		columns: {
			indicator: 'VARCHAR',
			region: 'VARCHAR',
			start_year: 'INTEGER',
			end_year: 'INTEGER',
			target: figure,
			unit: 'VARCHAR',
			direction: 'VARCHAR',
			source: 'VARCHAR',
			...origin
		},
		order: ['indicator', 'region', 'end_year']
	},
	{
		name: 'finding',
		columns: {
			code: 'VARCHAR',
			severity: 'VARCHAR',
			dataset: 'VARCHAR',
			measure: 'VARCHAR',
			region: 'VARCHAR',
			industry: 'VARCHAR',
			period: 'VARCHAR',
			expected: figure,
			actual: figure,
			difference: figure,
			within_tolerance: 'BOOLEAN',
			note: 'VARCHAR',
			...origin
		},
		order: ['code', 'measure', 'region', 'industry', 'period', 'note', 'batch', 'line', 'expected', 'actual']
	},
	{
		name: 'batch',
		columns: {
			id: 'VARCHAR',
			position: 'INTEGER',
			dataset: 'VARCHAR',
			file: 'VARCHAR',
			sha256: 'VARCHAR',
			mode: 'VARCHAR',
			created_at: 'VARCHAR',
			created_by: 'VARCHAR',
			rows_read: 'INTEGER',
			rows_loaded: 'INTEGER',
			rows_set_aside: 'INTEGER',
			issues: 'INTEGER',
			// Cells of reports, rows of registers and targets: how many the file brought, and how many of them count now.
			brought: 'INTEGER',
			in_use: 'INTEGER'
		},
		order: ['position']
	},
	{
		// The loaded columns of each file: what they are called there, and the unit they were printed in.
		name: 'batch_column',
		columns: {
			batch: 'VARCHAR',
			position: 'INTEGER',
			header: 'VARCHAR',
			field: 'VARCHAR',
			indicator: 'VARCHAR',
			unit: 'VARCHAR',
			factor: 'VARCHAR'
		},
		order: ['batch', 'position']
	},
	{
		// The same counts for each measure (of targets: indicator) and each region of a file; `split` says which of the two.
		name: 'batch_part',
		columns: { batch: 'VARCHAR', split: 'VARCHAR', code: 'VARCHAR', brought: 'INTEGER', in_use: 'INTEGER' },
		order: ['batch', 'split', 'code']
	}
] as const satisfies readonly Table[];

/** The name of a table of `summary.duckdb`. */
export type SummaryTable = (typeof summaryTables)[number]['name'];

/** A summary table by name. */
export function summaryTable(name: SummaryTable): Table {
	return summaryTables.find((table) => table.name === name) as Table;
}
