import { keptBy } from './kept.ts';
import type { Named } from './member-rows.ts';
import { industryName } from './narrowing-names.ts';
import type { Scope } from './scope.ts';
import { shortSection } from './section-names.ts';

/** The sections of the release's industry list, in order. */
export function sectionCodes({ lists }: Pick<Scope, 'lists'>): string[] {
	return lists.industries.filter(({ level }) => level === 'section').map(({ code }) => code);
}

/** Sections by their short names; nobody owes a report for one. The same for the same scope. */
export const sectionsOf: (scope: Scope) => readonly Named[] = keptBy((scope) =>
	sectionCodes(scope).map((code) => {
		const name = industryName(code, scope.lists, scope.language);
		const short = shortSection(code, scope.lists, scope.language);
		return { key: code, name, short, ...(scope.language === 'zh' && { said: name }), expected: false };
	})
);

/** Industries by their full names; English ones are too long for an axis. */
export function namedIndustries(codes: readonly string[], { lists, language }: Scope): Named[] {
	return codes.map((code) => {
		const name = industryName(code, lists, language);
		return { key: code, name, short: language === 'en' ? shortSection(code, lists, 'en') : name };
	});
}
