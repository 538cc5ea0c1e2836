import type { Bilingual } from '#lib/format/language.ts';
import type { CodeItem, DatasetName, Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { createListResolver } from '#lib/dimensions/code-list.ts';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { industries, resolveIndustry } from '#lib/dimensions/industry.ts';
import { rankNames, type NamedMember } from '#lib/dimensions/name-ranking.ts';
import { ownerships } from '#lib/dimensions/ownership.ts';
import { loadPinyin } from '#lib/dimensions/pinyin.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { createRegionResolver } from '#lib/dimensions/region.ts';
import type { Resolution } from '#lib/dimensions/resolution.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import { unionSystems } from '#lib/dimensions/union-system.ts';
import { headerText } from './header-text.ts';
import { headerIndex, similarFields } from './match-headers.ts';

/** A field that a header may mean. */
export interface FieldCandidate {
	readonly field: string;
	readonly title: Bilingual;
	/** 0–1; 1 when the header is a title or alias of the field. */
	readonly score: number;
}

/** A code that a text may mean, with its name in both languages. */
export interface CodeCandidate {
	readonly code: string;
	readonly title: Bilingual;
	/** 0–1; 1 for the possible meanings of an ambiguous name. */
	readonly score: number;
}

const fewestPoints = 0.2;
const offered = 8;

/** The fields of a dataset that a header may mean, the likeliest first. */
export function fieldCandidates(header: string, dataset: DatasetName): FieldCandidate[] {
	const { key } = headerText(header);
	const known = headerIndex(datasets[dataset]).get(key)?.field;
	return similarFields(key, datasets[dataset], new Set())
		.map(({ field, score }) => ({ field: field.name, title: field.title, score: field === known ? 1 : score }))
		.filter(({ score }) => score >= fewestPoints)
		.sort((a, b) => b.score - a.score)
		.slice(0, offered);
}

/** Members of a field's dimension by code: what they are called, and how a text is resolved. */
interface Members {
	readonly named: readonly NamedMember[];
	readonly titles: ReadonlyMap<string, Bilingual>;
	resolve(text: string, parent: string | null): Resolution;
}

/**
 * Offers codes for the texts of a column that no rule reads, by likeness of name, sound and Latin spelling. Nothing is
 * applied by itself; a person decides. The dictionary of sounds is loaded with the first question.
 */
export class CodeFinder {
	readonly #profile: Profile;
	readonly #members = new Map<string, Members>();

	constructor(profile: Profile) {
		this.#profile = profile;
	}

	/** Codes that a text may mean in a field, the likeliest first; `parent` is the text of a region column above. */
	async find(field: Field, text: string, parent: string | null = null, limit = offered): Promise<CodeCandidate[]> {
		const members = this.#of(field);
		if (!members) return [];
		const found = members.resolve(text, parent);
		const sure = found.kind === 'found' ? [found] : found.kind === 'ambiguous' ? found.candidates : [];
		const named = ({ code, score }: { code: string; score: number }): CodeCandidate[] => {
			const title = members.titles.get(code);
			return title ? [{ code, title, score }] : [];
		};
		if (sure.length > 0) return sure.flatMap(({ code }) => named({ code, score: 1 }));
		return rankNames(text, members.named, await loadPinyin(), limit).flatMap(named);
	}

	#of(field: Field): Members | null {
		const key = field.type === 'code' ? `code ${field.name}` : field.type;
		let members = this.#members.get(key) ?? null;
		if (!members) {
			members = field.type === 'region' ? regionMembers(this.#profile) : listMembers(field);
			if (members) this.#members.set(key, members);
		}
		return members;
	}
}

function regionMembers(profile: Profile): Members {
	const byCode = new Map(profile.regions.map((region) => [region.code, region]));
	const path = (code: string) => {
		const names: string[] = [];
		for (let at = byCode.get(code); at && at.level !== 'country'; at = byCode.get(at.parent ?? ''))
			names.unshift(at.name);
		return names.join('') || (byCode.get(code)?.name ?? code);
	};
	return {
		named: profile.regions.map(({ code, name, short, nameEn, aliases = [] }) => ({
			code,
			names: [...new Set([name, short, ...aliases])],
			latin: nameEn === name ? [] : [nameEn]
		})),
		titles: new Map(profile.regions.map(({ code, nameEn }) => [code, { zh: path(code), en: nameEn }])),
		resolve: createRegionResolver({ home: profile.home, units: profile.regions })
	};
}

const lists: Readonly<Record<string, readonly CodeItem[]>> = {
	ownership: ownerships,
	union_system: unionSystems,
	skill_level: skillLevels,
	competition_level: competitionLevels,
	industry: industries
};

function listMembers(field: Field): Members | null {
	const items = field.type === 'code' ? (field.codes ?? []) : lists[field.type];
	if (!items) return null;
	return {
		named: items.map(({ code, title, aliases = [] }) => ({ code, names: [title.zh, ...aliases], latin: [title.en] })),
		titles: new Map(items.map(({ code, title }) => [code, title])),
		resolve: field.type === 'industry' ? resolveIndustry : createListResolver(items)
	};
}
