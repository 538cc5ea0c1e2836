import { countryCode } from './division-list.ts';
import { divisions, type Region } from './divisions.ts';
import { shortRegionName } from './region-name.ts';
import type { CsvRow } from './csv.ts';
import { attempt, fail, failRow, readBoolean, readCell, readInteger, type Report } from './profile-fields.ts';
import { withinTree } from './profile-tree.ts';

const file = 'regions.csv';
const depths = { country: 0, province: 1, prefecture: 2, county: 3, unit: 4 } as const;
type Depth = 'province' | 'prefecture' | 'county';

/**
 * The regions of a profile: the divisions on the way to its home and below it down to a level, changed and completed by
 * the rows of `regions.csv`. A row with a known code overrides the cells it fills; any other adds a reporting unit. A
 * row with a mistake is reported and left out.
 */
export function readRegions(home: string, depth: Depth, rows: readonly CsvRow[], report: Report): Region[] {
	const known = new Map(divisionsOf(home, depth).map((region) => [region.code, region]));
	const seen = new Set<string>();
	for (const row of rows) {
		attempt(report, () => {
			const code = readCell(file, row, 'code');
			if (seen.has(code)) failRow(file, row, `${code} 出现了两次`, `${code} is there twice`);
			seen.add(code);
			known.set(code, override(known.get(code) ?? newUnit(code, row), row));
		});
	}
	const regions = withinTree(known, rows, report);
	if (!known.has(home)) {
		fail(`家 ${home} 既不是行政区划，也不在 ${file} 里`, `the home ${home} is neither a division nor in ${file}`);
	}
	if (!regions.has(home)) {
		fail(`不能以 ${home} 为家：它的上级有误`, `the home ${home} cannot be used: what is above it is wrong`);
	}
	return withTiles(regions, rows, report).sort(
		(left, right) => left.sort - right.sort || (left.code < right.code ? -1 : 1)
	);
}

function divisionsOf(home: string, depth: Depth): Region[] {
	const all = new Map(divisions().map((region) => [region.code, region]));
	const above = new Set<string>();
	for (let at: string | null = home; at !== null; at = all.get(at)?.parent ?? null) above.add(at);
	const isBelow = (code: string | null): boolean =>
		code !== null && (code === home || isBelow(all.get(code)?.parent ?? null));
	if (!all.has(home)) return [];
	return [...all.values()].filter(
		({ code, level }) => above.has(code) || (depths[level] <= depths[depth] && isBelow(code))
	);
}

function newUnit(code: string, row: CsvRow): Region {
	const name = readCell(file, row, 'name');
	return {
		code,
		parent: row.cells['parent'] === 'none' ? null : readCell(file, row, 'parent'),
		name,
		short: shortRegionName(name),
		nameEn: name,
		level: 'unit',
		expected: true,
		sort: Number(code) || 999_999,
		tileRow: null,
		tileCol: null
	};
}

function override(region: Region, row: CsvRow): Region {
	const text = (name: string, known: string) => row.cells[name] || known;
	const aliases = (row.cells['aliases'] ?? '').split('|').filter((alias) => alias !== '');
	return {
		...region,
		parent: region.parent === null ? null : text('parent', region.parent),
		name: text('name', region.name),
		short: text('short', region.short),
		nameEn: text('name_en', region.nameEn),
		expected: readBoolean(file, row, 'expected') ?? region.expected,
		sort: readInteger(file, row, 'sort') ?? region.sort,
		tileRow: readInteger(file, row, 'tile_row') ?? region.tileRow,
		tileCol: readInteger(file, row, 'tile_col') ?? region.tileCol,
		...(aliases.length > 0 && { aliases })
	};
}

/** No two children of one region share a tile: the one that comes later stands off the map. */
function withTiles(regions: ReadonlyMap<string, Region>, rows: readonly CsvRow[], report: Report): Region[] {
	const taken = new Map<string, string>();
	const changed = new Map(rows.map((row) => [row.cells['code'], row]));
	const late = (region: Region) => (changed.has(region.code) ? 1 : 0);
	return [...regions.values()]
		.sort((left, right) => late(left) - late(right))
		.map((region) => {
			if (region.tileRow === null || region.tileCol === null) return region;
			const tile = `${region.parent ?? countryCode} ${region.tileRow} ${region.tileCol}`;
			const row = changed.get(region.code);
			const other = taken.get(tile);
			if (!other || !row) {
				taken.set(tile, region.name);
				return region;
			}
			attempt(report, () =>
				failRow(
					file,
					row,
					`${region.name}与${other}在同一格（${region.tileRow}, ${region.tileCol}）`,
					`${region.name} is on the tile of ${other}`
				)
			);
			return { ...region, tileRow: null, tileCol: null };
		});
}
