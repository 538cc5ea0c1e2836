import Papa from 'papaparse';
import type { Bilingual } from '#lib/format/language.ts';
import { divisions, type Region } from './divisions.ts';

/** A named set of regions, e.g. 东部地区; filters name it `group:` + code. */
export interface RegionGroup {
	readonly code: string;
	readonly name: string;
	readonly nameEn: string;
	readonly sort: number;
	/** Region codes; a region belongs to one group at most. */
	readonly members: readonly string[];
}

export interface Campaign {
	readonly code: string;
	readonly name: string;
	readonly nameEn: string;
}

/** A figure of `metrics` that the profile knows: its unit, whether regions add up, and its other names. */
export interface MetricDeclaration {
	readonly indicator: string;
	readonly title: Bilingual;
	readonly unit: string;
	readonly kind: 'flow' | 'stock' | 'ratio';
	readonly additive: boolean;
	readonly aliases: readonly string[];
}

/** An organisation that uses the product: what it is called, its regions, groups, campaigns and figures. */
export interface Profile {
	readonly id: string;
	readonly title: Bilingual;
	readonly subtitle: Bilingual;
	/** The region that the profile is about. */
	readonly home: string;
	readonly accent?: string;
	/** Invented data, labelled 示例数据 on screen. */
	readonly demo: boolean;
	readonly source?: Bilingual;
	readonly yearStart: 'calendar' | 'union';
	/** What the parts of home are called: 区县, 省级单位. */
	readonly regionNoun: Bilingual;
	/** Ids of the indicators on the overview's tiles. */
	readonly highlights: readonly string[];
	/** Home, what is above it and everything below it. */
	readonly regions: readonly Region[];
	readonly groups: readonly RegionGroup[];
	readonly campaigns: readonly Campaign[];
	readonly metrics: readonly MetricDeclaration[];
}

/** A profile file that cannot be used; the message names file and line. */
export class ProfileError extends Error {
	constructor(file: string, line: number | null, reason: string) {
		super(`${file}${line === null ? '' : `, line ${line}`}: ${reason}`);
		this.name = 'ProfileError';
	}
}

type Line = Readonly<Record<string, string>> & { readonly line: string };

/**
 * Reads a profile out of its files, by name: `profile.json` and, where they are there, `regions.csv`, `groups.csv`,
 * `campaigns.csv` and `metrics.csv`. Throws a ProfileError.
 */
export function parseProfile(files: Readonly<Record<string, string>>): Profile {
	const facts = readFacts(files['profile.json']);
	const regions = readRegions(facts.home, lines(files, 'regions.csv', ['code', 'parent', 'name']));
	const known = new Set(regions.map(({ code }) => code));
	if (!known.has(facts.home)) throw new ProfileError('profile.json', null, `home ${facts.home} is no known region`);
	return {
		...facts,
		regions,
		groups: readGroups(lines(files, 'groups.csv', ['code', 'name', 'members']), known),
		campaigns: lines(files, 'campaigns.csv', ['code', 'name']).map(({ code = '', name = '', name_en }) => ({
			code,
			name,
			nameEn: name_en || name
		})),
		metrics: lines(files, 'metrics.csv', ['indicator', 'unit', 'kind']).map(readMetric)
	};
}

function readFacts(text: string | undefined): Omit<Profile, 'regions' | 'groups' | 'campaigns' | 'metrics'> {
	if (text === undefined) throw new ProfileError('profile.json', null, 'the file is missing');
	let facts: Partial<Profile>;
	try {
		facts = JSON.parse(text) as Partial<Profile>;
	} catch (cause) {
		throw new ProfileError('profile.json', null, cause instanceof Error ? cause.message : String(cause));
	}
	const { id, title, home } = facts;
	if (!id || !/^[a-z0-9-]+$/.test(id))
		throw new ProfileError('profile.json', null, 'id must be small letters, digits and hyphens');
	if (!title?.zh || !title.en) throw new ProfileError('profile.json', null, 'title needs zh and en');
	if (!home) throw new ProfileError('profile.json', null, 'home is missing');
	return {
		id,
		title,
		home,
		subtitle: facts.subtitle ?? title,
		...(facts.accent ? { accent: facts.accent } : {}),
		demo: facts.demo ?? false,
		...(facts.source ? { source: facts.source } : {}),
		yearStart: facts.yearStart === 'union' ? 'union' : 'calendar',
		regionNoun: facts.regionNoun ?? { zh: '地区', en: 'regions' },
		highlights: facts.highlights ?? []
	};
}

/** The lines of one of the CSV files; none when it is not there. */
function lines(files: Readonly<Record<string, string>>, file: string, needed: readonly string[]): readonly Line[] {
	const text = files[file];
	if (text === undefined) return [];
	const [header = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { header: false }).data;
	for (const name of needed)
		if (!header.includes(name)) throw new ProfileError(file, 1, `column ${name} is missing`);
	return rows.flatMap((cells, index) => {
		if (cells.every((cell) => cell.trim() === '')) return [];
		const line = Object.fromEntries(header.map((name, column) => [name, cells[column]?.trim() ?? '']));
		for (const name of needed)
			if (name !== 'parent' && !line[name]) throw new ProfileError(file, index + 2, `${name} is blank`);
		return [{ ...line, line: String(index + 2) }];
	});
}

/** The divisions at, above and below home, with the profile's own units and changes laid over them. */
function readRegions(home: string, own: readonly Line[]): readonly Region[] {
	const regions = new Map(divisions().map((region) => [region.code, region]));
	for (const row of own) {
		const { code = '', parent = '', name = '' } = row;
		const division = regions.get(code);
		if (!division && !regions.has(parent) && parent !== '')
			throw new ProfileError('regions.csv', Number(row.line), `parent ${parent} of ${code} is no known region`);
		regions.set(code, {
			...(division ?? { level: 'unit' as const, aliases: [] }),
			code,
			parent: parent || null,
			name,
			short: row.short || division?.short || name,
			nameEn: row.name_en || division?.nameEn || name,
			expected: row.expected === '' || row.expected === undefined ? (division?.expected ?? true) : row.expected === 'true',
			sort: Number(row.sort || division?.sort || 0),
			tileRow: row.tile_row ? Number(row.tile_row) : null,
			tileCol: row.tile_col ? Number(row.tile_col) : null
		});
	}
	const above = (code: string): string[] => {
		const chain: string[] = [];
		for (let at: string | null = code; at !== null; at = regions.get(at)?.parent ?? null) {
			if (chain.includes(at)) throw new ProfileError('regions.csv', null, `${at} is below itself`);
			chain.push(at);
		}
		return chain;
	};
	const homeChain = new Set(above(home));
	return [...regions.values()].filter(({ code }) => homeChain.has(code) || above(code).includes(home));
}

function readGroups(rows: readonly Line[], known: ReadonlySet<string>): readonly RegionGroup[] {
	const owner = new Map<string, string>();
	return rows.map((row, index) => {
		const { code = '', name = '' } = row;
		const members = (row.members ?? '').split(/\s+/).filter(Boolean);
		for (const member of members) {
			if (!known.has(member)) throw new ProfileError('groups.csv', Number(row.line), `${member} is no known region`);
			const other = owner.get(member);
			if (other !== undefined)
				throw new ProfileError('groups.csv', Number(row.line), `${member} is in ${other} already`);
			owner.set(member, code);
		}
		return { code, name, nameEn: row.name_en || name, sort: Number(row.sort || index + 1), members };
	});
}

function readMetric(row: Line): MetricDeclaration {
	const { indicator = '', unit = '', kind = '' } = row;
	if (kind !== 'flow' && kind !== 'stock' && kind !== 'ratio')
		throw new ProfileError('metrics.csv', Number(row.line), `kind ${kind} is none of flow, stock, ratio`);
	return {
		indicator,
		title: { zh: row.title_zh || indicator, en: row.title_en || indicator },
		unit,
		kind,
		additive: row.additive === '' || row.additive === undefined ? kind !== 'ratio' : row.additive === 'true',
		aliases: (row.aliases ?? '').split('|').filter(Boolean)
	};
}
