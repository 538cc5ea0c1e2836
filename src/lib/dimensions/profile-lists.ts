import type { CsvRow } from './csv.ts';
import type { Campaign, MetricDeclaration, RegionGroup } from './profile.ts';
import { failRow, readBoolean, readCell, readInteger } from './profile-fields.ts';

/** The groups of regions in `groups.csv`; every member is a region of the profile and in one group only. */
export function readGroups(rows: readonly CsvRow[], regions: ReadonlySet<string>): RegionGroup[] {
	const file = 'groups.csv';
	const owner = new Map<string, string>();
	return unique(file, 'code', rows).map((row, index) => {
		const members = readCell(file, row, 'members').split(/\s+/);
		const stranger = members.find((code) => !regions.has(code));
		if (stranger) failRow(file, row, `${stranger} is no region of this profile`);
		for (const code of members) {
			const other = owner.get(code);
			if (other) failRow(file, row, `${code} is in ${other} already`);
			owner.set(code, row.cells['name'] ?? '');
		}
		return { ...named(file, row), sort: readInteger(file, row, 'sort') ?? index, members };
	});
}

/** The campaigns in `campaigns.csv`. */
export function readCampaigns(rows: readonly CsvRow[]): Campaign[] {
	return unique('campaigns.csv', 'code', rows).map((row) => named('campaigns.csv', row));
}

function named(file: string, row: CsvRow): Campaign {
	const name = readCell(file, row, 'name');
	return { code: readCell(file, row, 'code'), name, nameEn: row.cells['name_en'] || name };
}

/** The figures in `metrics.csv`. */
export function readMetrics(rows: readonly CsvRow[]): MetricDeclaration[] {
	const file = 'metrics.csv';
	return unique(file, 'indicator', rows).map((row) => {
		const kind = (['flow', 'stock', 'ratio'] as const).find((word) => word === row.cells['kind']);
		const indicator = readCell(file, row, 'indicator');
		return {
			indicator,
			title: { zh: row.cells['title_zh'] || indicator, en: row.cells['title_en'] || indicator },
			unit: readCell(file, row, 'unit'),
			kind: kind ?? failRow(file, row, '"kind" must be flow, stock or ratio'),
			additive: readBoolean(file, row, 'additive') ?? kind !== 'ratio',
			aliases: (row.cells['aliases'] ?? '').split('|').filter((alias) => alias !== '')
		};
	});
}

function unique(file: string, column: string, rows: readonly CsvRow[]): readonly CsvRow[] {
	const seen = new Set<string>();
	for (const row of rows) {
		const value = readCell(file, row, column);
		if (seen.has(value)) failRow(file, row, `${value} is there twice`);
		seen.add(value);
	}
	return rows;
}
