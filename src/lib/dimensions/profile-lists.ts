import type { CsvRow } from './csv.ts';
import type { Campaign, MetricDeclaration, RegionGroup } from './profile.ts';
import { attempt, failRow, readBoolean, readCell, readInteger, type Report } from './profile-fields.ts';

/** The groups of regions in `groups.csv`; every member is a region of the profile and in one group only. */
export function readGroups(rows: readonly CsvRow[], regions: ReadonlySet<string>, report: Report): RegionGroup[] {
	const file = 'groups.csv';
	const owner = new Map<string, string>();
	return each(file, 'code', rows, report, (row, index) => {
		const head = { ...named(file, row), sort: readInteger(file, row, 'sort') ?? index };
		const members = readCell(file, row, 'members')
			.split(/\s+/)
			.filter((code) => attempt(report, () => claim(code, row)));
		return members.length > 0 ? { ...head, members } : undefined;
	});

	function claim(code: string, row: CsvRow): true {
		const other = owner.get(code);
		if (!regions.has(code)) failRow(file, row, `${code} 不是本方案的地区`, `${code} is no region of this profile`);
		if (other) failRow(file, row, `${code} 已归入“${other}”`, `${code} is in ${other} already`);
		owner.set(code, row.cells['name'] ?? '');
		return true;
	}
}

/** The campaigns in `campaigns.csv`. */
export function readCampaigns(rows: readonly CsvRow[], report: Report): Campaign[] {
	return each('campaigns.csv', 'code', rows, report, (row) => named('campaigns.csv', row));
}

function named(file: string, row: CsvRow): Campaign {
	const name = readCell(file, row, 'name');
	return { code: readCell(file, row, 'code'), name, nameEn: row.cells['name_en'] || name };
}

/** The figures in `metrics.csv`. */
export function readMetrics(rows: readonly CsvRow[], report: Report): MetricDeclaration[] {
	const file = 'metrics.csv';
	const owner = new Map<string, string>();
	return each(file, 'indicator', rows, report, (row) => {
		const indicator = readCell(file, row, 'indicator');
		const aliases = (row.cells['aliases'] ?? '').split('|').filter((alias) => alias !== '');
		const metric = {
			indicator,
			title: { zh: row.cells['title_zh'] || indicator, en: row.cells['title_en'] || indicator },
			unit: readCell(file, row, 'unit'),
			...readKind(file, row),
			aliases: aliases.filter((alias) => alias !== indicator)
		};
		for (const name of [indicator, ...metric.aliases]) {
			const other = owner.get(name);
			if (other && other !== indicator)
				failRow(file, row, `“${name}”已是“${other}”的名称`, `"${name}" is a name of ${other} already`);
			owner.set(name, indicator);
		}
		return metric;
	});
}

/** How a figure adds up. What its unit says must not contradict it: shares are never summed. */
function readKind(file: string, row: CsvRow): Pick<MetricDeclaration, 'kind' | 'additive'> {
	const kind =
		(['flow', 'stock', 'ratio'] as const).find((word) => word === row.cells['kind']) ??
		failRow(file, row, '“kind”须是 flow、stock 或 ratio', '"kind" must be flow, stock or ratio');
	const additive = readBoolean(file, row, 'additive') ?? kind !== 'ratio';
	if (kind !== 'ratio' && /^[%％‰]$/.test(row.cells['unit'] ?? ''))
		failRow(file, row, '单位是百分比，“kind”须是 ratio', 'the unit is a share, so "kind" must be ratio');
	if (kind === 'ratio' && additive)
		failRow(file, row, '比率不能相加，“additive”须是 false', 'ratios cannot be summed, so "additive" must be false');
	return { kind, additive };
}

/** One item for each row; a row with a mistake, or with a name that was there before, is reported and left out. */
function each<T>(
	file: string,
	column: string,
	rows: readonly CsvRow[],
	report: Report,
	read: (row: CsvRow, index: number) => T | undefined
): T[] {
	const seen = new Set<string>();
	return rows.flatMap((row, index) => {
		const item = attempt(report, () => {
			const value = readCell(file, row, column);
			if (seen.has(value)) failRow(file, row, `${value} 出现了两次`, `${value} is there twice`);
			seen.add(value);
			return read(row, index);
		});
		return item === undefined ? [] : [item];
	});
}
