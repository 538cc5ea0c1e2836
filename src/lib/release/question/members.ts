import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { nameKey } from '#lib/dimensions/name-key.ts';
import { nonPublic, nonPublicCode, ownerships } from '#lib/dimensions/ownership.ts';
import { shortRegionName } from '#lib/dimensions/region-name.ts';
import { suggest } from '#lib/dimensions/similarity.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import { unionSystems } from '#lib/dimensions/union-system.ts';
import { namingLevels } from '#lib/datasets/code-lists.ts';
import type { CodeItem } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { By, MemberSet } from '#lib/indicators/selection.ts';
import type { AskedRelease, Member } from './asked-release.ts';
import { unknownName, UsageError } from './usage-error.ts';

/** One row of a dimension: the codes it stands for and what it is called. */
export interface NamedSet extends MemberSet {
	readonly name: Bilingual;
	readonly expected?: boolean | undefined;
}

const titles: Readonly<Record<By, Bilingual>> = {
	region: { zh: '地区', en: 'region' },
	industry: { zh: '行业', en: 'industry' },
	ownership: { zh: '所有制', en: 'ownership' },
	union_system: { zh: '产业工会', en: 'union system' },
	level: { zh: '级别', en: 'level' },
	skill_level: { zh: '技能等级', en: 'skill level' },
	kind: { zh: '种类', en: 'kind' },
	campaign: { zh: '主题', en: 'campaign' },
	period: { zh: '时期', en: 'period' }
};

const everything: NamedSet = { key: 'all', codes: ['all'], name: { zh: '全部', en: 'All' } };
const nonPublicSet: NamedSet = { key: nonPublicCode, codes: nonPublic, name: { zh: '非公', en: 'Non-public' } };

/** The named members of a dimension, in the order in which lists show them. */
export function membersOf(release: AskedRelease, dimension: Exclude<By, 'period'>): NamedSet[] {
	switch (dimension) {
		case 'region':
			return release.regions.map(named);
		case 'industry':
			return [everything, ...release.industries.filter(({ code }) => code !== 'all').map(named)];
		case 'campaign':
			return release.campaigns.map(named);
		case 'ownership':
			return [everything, ...ownerships.map(listed), nonPublicSet];
		case 'union_system':
			return unionSystems.map(listed);
		case 'level':
			return once([...competitionLevels, ...namingLevels]).map(listed);
		case 'skill_level':
			return skillLevels.map(listed);
		case 'kind':
			return kinds().map(listed);
	}
}

/** The member that a person means. Throws a UsageError with suggestions, or with the members that share the name. */
export function findMember(release: AskedRelease, dimension: Exclude<By, 'period'>, text: string): NamedSet {
	const members = membersOf(release, dimension);
	const byCode = members.find(({ key }) => key.toLowerCase() === text.toLowerCase());
	if (byCode) return byCode;
	const key = nameKey(text);
	const short = nameKey(shortRegionName(text));
	const hits =
		oneLevel(members, (name) => nameKey(name) === key) ??
		(dimension === 'region' ? oneLevel(members, (name) => nameKey(shortRegionName(name)) === short) : null) ??
		[];
	const [first] = hits;
	if (first && hits.length === 1) return first;
	if (first) {
		const list = hits.map((hit) => `${hit.name.zh} ${hit.key}`).join(', ');
		throw new UsageError(
			`“${text}”可指：${list}；请用代码。`,
			`“${text}” may be any of ${list}; use the code.`,
			dimension
		);
	}
	const candidates = members.map((member) => ({
		key: nameKey(member.name.zh),
		candidate: { code: member.key, name: `${member.name.zh} (${member.key})` }
	}));
	throw unknownName(
		titles[dimension],
		text,
		suggest(key, candidates).map(({ name }) => name),
		dimension
	);
}

/** The members of a dimension that a split lists: what was chosen or the whole first, then its direct parts. */
export function splitInto(
	release: AskedRelease,
	dimension: 'region' | 'industry' | 'ownership',
	chosen: NamedSet
): NamedSet[] {
	const members = membersOf(release, dimension);
	if (dimension === 'region') return [chosen, ...children(release.regions, chosen.key)];
	if (dimension === 'industry') {
		const top = chosen.key === 'all';
		const codes = new Set(release.industries.map(({ code }) => code));
		const sections = release.industries.filter(
			({ code, parent }) => code !== 'all' && (parent === null || parent === 'all' || !codes.has(parent))
		);
		return [chosen, ...(top ? sections.map(named) : children(release.industries, chosen.key))];
	}
	return chosen.key === 'all' ? members.slice(0, -1) : members.filter(({ key }) => chosen.codes.includes(key));
}

function children(members: readonly Member[], parent: string): NamedSet[] {
	return members.filter((member) => member.parent === parent && member.code !== parent).map(named);
}

function oneLevel(members: readonly NamedSet[], matches: (name: string) => boolean): NamedSet[] | null {
	const hits = members.filter(({ name }) => matches(name.zh) || matches(name.en));
	return hits.length === 0 ? null : hits;
}

function named({ code, name, nameEn, expected }: Member): NamedSet {
	return { key: code, codes: [code], name: { zh: name, en: nameEn || name }, expected };
}

function listed({ code, title }: CodeItem): NamedSet {
	return { key: code, codes: [code], name: title };
}

/** The kinds of all registers; a code that several share is listed once. */
function kinds(): CodeItem[] {
	const items = Object.values(datasets).flatMap(({ fields }) =>
		fields.filter(({ name }) => name === 'kind' || name === 'honour').flatMap(({ codes }) => codes ?? [])
	);
	return once(items);
}

function once(items: readonly CodeItem[]): CodeItem[] {
	return [...new Map(items.map((item) => [item.code, item])).values()];
}
