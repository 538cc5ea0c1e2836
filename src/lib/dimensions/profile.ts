import type { Bilingual } from '#lib/format/language.ts';
import type { Region } from './divisions.ts';
import type { YearStart } from './period-code.ts';
import { readCsv } from './csv.ts';
import { fail, readBilingual, readChoice, readText, type Fields } from './profile-fields.ts';
import { readCampaigns, readGroups, readMetrics } from './profile-lists.ts';
import { readRegions } from './profile-regions.ts';

/** Regions that are looked at together, e.g. 主城都市区. In filters its code follows `group:`. */
export interface RegionGroup {
	readonly code: string;
	readonly name: string;
	readonly nameEn: string;
	readonly sort: number;
	readonly members: readonly string[];
}

/** A campaign of the profile. Its code is the text that the campaign column of files holds. */
export interface Campaign {
	readonly code: string;
	readonly name: string;
	readonly nameEn: string;
}

/** A figure of `metrics` that the profile knows: its title, unit, how it adds up and what columns call it. */
export interface MetricDeclaration {
	readonly indicator: string;
	readonly title: Bilingual;
	readonly unit: string;
	readonly kind: 'flow' | 'stock' | 'ratio';
	/** Whether it may be summed over regions. */
	readonly additive: boolean;
	readonly aliases: readonly string[];
}

/** An organisation that the product fits without code. */
export interface Profile {
	readonly id: string;
	readonly title: Bilingual;
	readonly subtitle: Bilingual;
	/** Code of the region that pages open with. */
	readonly home: string;
	/** Colour of the profile in CSS hex; without it the product's own. */
	readonly accent?: string;
	/** Whether the data is invented and must be marked 示例数据. */
	readonly demo: boolean;
	/** What the data is and who published it. */
	readonly source?: Bilingual;
	readonly yearStart: YearStart;
	/** What its regions are called: 省份, 区县. */
	readonly regionNoun: Bilingual;
	/** Indicators of the overview's tiles. */
	readonly highlights: readonly string[];
	/** The home's ancestors, the home and everything below it. */
	readonly regions: readonly Region[];
	readonly groups: readonly RegionGroup[];
	readonly campaigns: readonly Campaign[];
	readonly metrics: readonly MetricDeclaration[];
}

/** What a profile says about itself, without its lists. */
type ProfileMeta = Omit<Profile, 'regions' | 'groups' | 'campaigns' | 'metrics'>;

/**
 * A profile from the texts of its files: `profile.json` and, where it has them, `regions.csv`, `groups.csv`,
 * `campaigns.csv`, `metrics.csv`. Throws an Error whose one sentence names file and line.
 */
export function parseProfile(files: Readonly<Record<string, string>>): Profile {
	const fields = readJson(files['profile.json']);
	const meta = readMeta(fields);
	const depth = readChoice(fields, 'depth', ['province', 'prefecture', 'county'], 'county');
	const rows = (name: string) => (files[name] === undefined ? [] : readCsv(name, files[name]));
	const regions = readRegions(meta.home, depth, rows('regions.csv'));
	return {
		...meta,
		regions,
		groups: readGroups(rows('groups.csv'), new Set(regions.map(({ code }) => code))),
		campaigns: readCampaigns(rows('campaigns.csv')),
		metrics: readMetrics(rows('metrics.csv'))
	};
}

function readJson(text: string | undefined): Fields {
	if (text === undefined) throw new Error('profile.json is missing.');
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
	} catch (cause) {
		throw new Error(`profile.json is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
	}
	return fail('holds no object');
}

function readMeta(fields: Fields): ProfileMeta {
	const accent = fields['accent'] === undefined ? undefined : readText(fields, 'accent');
	if (accent !== undefined && !/^#[0-9a-f]{6}$/i.test(accent)) fail(`"accent" is no colour such as #b3261e: ${accent}`);
	const highlights = fields['highlights'] ?? [];
	if (!Array.isArray(highlights) || highlights.some((id) => typeof id !== 'string')) {
		fail('"highlights" must be a list of indicator ids');
	}
	const id = readText(fields, 'id');
	if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) fail(`"id" may hold small letters, digits and hyphens only: ${id}`);
	return {
		id,
		title: readBilingual(fields, 'title'),
		subtitle: readBilingual(fields, 'subtitle'),
		home: readText(fields, 'home'),
		...(accent !== undefined && { accent }),
		demo: fields['demo'] === true,
		...(fields['source'] !== undefined && { source: readBilingual(fields, 'source') }),
		yearStart: readChoice(fields, 'yearStart', ['calendar', 'union'], 'calendar'),
		regionNoun: readBilingual(fields, 'regionNoun'),
		highlights: highlights as string[]
	};
}
