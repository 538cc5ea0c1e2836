import type { Bilingual } from '#lib/format/language.ts';
import { nameKey } from './name-key.ts';
import type { Candidate, Resolution } from './resolution.ts';
import { suggest } from './similarity.ts';
import rows from '#data/industries/gbt-4754-2017.json' with { type: 'json' };
import older from '#data/industries/older-names.json' with { type: 'json' };

/** A section (C) or division (C13) of GB/T 4754-2017, or `all`. */
export interface Industry {
	readonly code: string;
	readonly parent: string | null;
	readonly level: 'all' | 'section' | 'division';
	readonly title: Bilingual;
	readonly aliases: readonly string[];
}

/** The code for no breakdown by industry. */
export const allIndustries = 'all';

/** All industries together, then the sections, each followed by its divisions. */
export const industries: readonly Industry[] = [
	{
		code: allIndustries,
		parent: null,
		level: 'all',
		title: { zh: '全部行业', en: 'All industries' },
		aliases: ['全行业', '各行业', '所有行业', '不分行业', '行业合计', '国民经济行业合计']
	},
	...(rows as readonly { code: string; zh: string; en: string; aliases?: string[] }[]).map(
		({ code, zh, en, aliases = [] }): Industry => ({
			code,
			parent: code.length === 1 ? allIndustries : code.slice(0, 1),
			level: code.length === 1 ? 'section' : 'division',
			title: { zh, en },
			aliases
		})
	)
];

const byCode = new Map(industries.map((industry) => [industry.code, industry]));
const byNumber = new Map(
	industries.flatMap(({ code }) => (code.length === 3 && code !== allIndustries ? [[code.slice(1), code]] : []))
);
const byKey = new Map<string, string[]>();
const named: { key: string; candidate: Candidate }[] = [];

/** Names are compared without the commas and 和 / 及 / 与 that every edition sets differently. */
function industryKey(text: string): string {
	return nameKey(text)
		.replace(/\([^)]*\)$/, '')
		.replace(/[、,，;/]|[和及与](?=.)/g, '');
}

function add(text: string, codes: readonly string[]): void {
	const key = industryKey(text);
	byKey.set(key, [...new Set([...(byKey.get(key) ?? []), ...codes])]);
}

for (const { code, title, aliases } of industries) {
	for (const text of [title.zh, title.en, ...aliases]) add(text, [code]);
	named.push({ key: industryKey(title.zh), candidate: { code, name: title.zh } });
}
for (const { name, successors } of older) add(name, successors);

/**
 * Reads a section or division by code (C, C13, 13; groups and classes such as C1311 count as their division), by name
 * of this or an older edition, or by both (`C13 农副食品加工业`). A name that a section shares with its only division is
 * the section's; an older name that has been divided is a question.
 */
export function resolveIndustry(text: string): Resolution {
	const code = readCode(text.normalize('NFKC').replace(/\s/g, '').toUpperCase());
	if (code) return { kind: 'found', code };
	const key = industryKey(text);
	const [, front, behind = ''] = /^([a-t]\d{0,4}|\d{2})[.:：-]?(\p{Script=Han}.*)$/u.exec(key) ?? [];
	const given = front ? readCode(front.toUpperCase()) : null;
	const codes = byKey.get(key) ?? byKey.get(`${key}业`) ?? byKey.get(behind) ?? [];
	if (given && codes.includes(given)) return { kind: 'found', code: given };
	const widest = codes.filter((one) => !codes.includes(byCode.get(one)?.parent ?? ''));
	const [only] = widest;
	// A code that contradicts the name behind it is a question too.
	if (only && widest.length === 1 && !given) return { kind: 'found', code: only };
	if (only) return { kind: 'ambiguous', candidates: (given ? [given, ...widest] : widest).map(candidate) };
	return { kind: 'unknown', suggestions: given ? [candidate(given)] : suggest(key, named) };
}

function candidate(code: string): Candidate {
	return { code, name: byCode.get(code)?.title.zh ?? code };
}

function readCode(text: string): string | null {
	if (text.toLowerCase() === allIndustries) return allIndustries;
	const [, section, division] = /^([A-T])?(?:(\d{2})\d{0,2})?$/.exec(text) ?? [];
	if (!division) return section ?? null;
	const code = byNumber.get(division) ?? null;
	return section && code && !code.startsWith(section) ? null : code;
}
