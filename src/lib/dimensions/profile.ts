import type { Bilingual } from '#lib/format/language.ts';
import type { Region } from './divisions.ts';
import type { YearStart } from './period-code.ts';
import { readCsv } from './csv.ts';
import { industries } from './industry.ts';
import { readAccent } from './profile-accent.ts';
import {
	attempt,
	fail,
	ProfileError,
	readBilingual,
	readChoice,
	readText,
	readTexts,
	type Fields,
	type Report
} from './profile-fields.ts';
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
	/** Where it stands among the profiles that are offered; those without one come after. */
	readonly order?: number;
	/** Colour of the profile in CSS hex, on light and on dark paper; without it the product's own. */
	readonly accent?: string;
	readonly accentDark?: string;
	/** Whether the data is invented and must be marked 示例数据. */
	readonly demo: boolean;
	/** What the data is and who published it. */
	readonly source?: Bilingual;
	readonly yearStart: YearStart;
	/** What its regions are called: 省份, 区县. */
	readonly regionNoun: Bilingual;
	/** Headers of columns that name its regions, beyond those that every file may have: 所属公司, 车间, 班组. */
	readonly regionHeaders?: readonly string[];
	/** Indicators of the overview's tiles. */
	readonly highlights: readonly string[];
	/** 重点产业: sections that the office has named as key; without it views fall back on a rule of their own. */
	readonly keyIndustries?: readonly string[];
	/** Leaderboards of its own, as `boards.json` declares them; the leaderboards check what is in them. */
	readonly boards?: readonly unknown[];
	/** Playlists of its walls, as `walls.json` declares them; who plays them checks what is in them. */
	readonly walls?: readonly unknown[];
	/** The home's ancestors, the home and everything below it. */
	readonly regions: readonly Region[];
	readonly groups: readonly RegionGroup[];
	readonly campaigns: readonly Campaign[];
	readonly metrics: readonly MetricDeclaration[];
}

/** What a profile says about itself, without its lists. */
type ProfileMeta = Omit<Profile, 'keyIndustries' | 'boards' | 'walls' | 'regions' | 'groups' | 'campaigns' | 'metrics'>;

/**
 * A profile from the texts of its files: `profile.json` and, where it has them, `regions.csv`, `groups.csv`,
 * `campaigns.csv`, `metrics.csv`, `boards.json`, `walls.json`. A mistake is a ProfileError whose one sentence names
 * file and line. It is thrown unless `report` takes it: then the row that it is in is left out and the rest of the profile works. Without a
 * readable `profile.json` or a home there is no profile, and the mistake is thrown in any case.
 */
export function parseProfile(files: Readonly<Record<string, string>>, report: Report = refuse): Profile {
	const fields = readJson(files['profile.json']);
	const boards = attempt(report, () => readList(files, 'boards.json')) ?? [];
	const walls = attempt(report, () => readList(files, 'walls.json')) ?? [];
	const meta = readMeta(fields);
	const keyIndustries = readKeyIndustries(fields, report);
	const depth = readChoice(fields, 'depth', ['province', 'prefecture', 'county'], 'county');
	const rows = (name: string) =>
		readCsv(name, files[name] ?? '', (line, what) => report(new ProfileError(name, line, what)));
	const regions = readRegions(meta.home, depth, rows('regions.csv'), report);
	return {
		...meta,
		...(keyIndustries.length > 0 && { keyIndustries }),
		...(boards.length > 0 && { boards }),
		...(walls.length > 0 && { walls }),
		regions,
		groups: readGroups(rows('groups.csv'), new Set(regions.map(({ code }) => code)), report),
		campaigns: readCampaigns(rows('campaigns.csv'), report),
		metrics: readMetrics(rows('metrics.csv'), report)
	};
}

function refuse(mistake: ProfileError): never {
	throw mistake;
}

function parseJson(file: string, text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		throw new ProfileError(file, null, { zh: `不是 JSON（${said}）`, en: `is no JSON (${said})` }, { cause });
	}
}

/** The leaderboards or playlists of a profile, unread; none without the file. */
function readList(files: Readonly<Record<string, string>>, file: 'boards.json' | 'walls.json'): readonly unknown[] {
	const text = files[file];
	const value = text === undefined ? [] : parseJson(file, text);
	if (Array.isArray(value)) return value;
	throw new ProfileError(file, null, { zh: '里面没有列表 [ … ]', en: 'holds no list' });
}

function readJson(text: string | undefined): Fields {
	const file = 'profile.json';
	if (text === undefined) throw new ProfileError(file, null, { zh: '文件不在', en: 'the file is missing' });
	const value = parseJson(file, text);
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
	return fail('里面没有对象 { … }', 'holds no object');
}

function readMeta(fields: Fields): ProfileMeta {
	const id = readText(fields, 'id');
	if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
		fail(`“id”只能有小写字母、数字和连字符：${id}`, `"id" may hold small letters, digits and hyphens only: ${id}`);
	}
	const { order } = fields;
	if (order !== undefined && !Number.isInteger(order)) fail('“order”须是整数', '"order" must be a whole number');
	const regionHeaders = readTexts(fields, 'regionHeaders');
	return {
		id,
		title: readBilingual(fields, 'title'),
		subtitle: readBilingual(fields, 'subtitle'),
		home: readText(fields, 'home'),
		...(order !== undefined && { order: order as number }),
		...readAccent(fields),
		demo: fields['demo'] === true,
		...(fields['source'] !== undefined && { source: readBilingual(fields, 'source') }),
		yearStart: readChoice(fields, 'yearStart', ['calendar', 'union'], 'calendar'),
		regionNoun: readBilingual(fields, 'regionNoun'),
		...(regionHeaders.length > 0 && { regionHeaders }),
		highlights: readTexts(fields, 'highlights')
	};
}

/** Section letters; what is none is told and left out. */
function readKeyIndustries(fields: Fields, report: Report): readonly string[] {
	return readTexts(fields, 'keyIndustries').filter((code) => {
		const known = industries.some((industry) => industry.code === code && industry.level === 'section');
		if (!known)
			attempt(report, () =>
				fail(
					`“keyIndustries”中的“${code}”不是行业门类代码（A–T）`,
					`"${code}" in "keyIndustries" is no section letter (A–T)`
				)
			);
		return known;
	});
}
