import { keptBy } from './kept.ts';
import type { Named } from './member-rows.ts';
import { industryName } from './narrowing-names.ts';
import type { Scope } from './scope.ts';
import { shortSection } from './section-names.ts';

/** The sections of the industries that the release knows; nobody owes a report for one. The same for the same scope. */
export const sectionsOf: (scope: Scope) => readonly Named[] = keptBy(({ lists, language }) =>
	lists.industries
		.filter(({ level }) => level === 'section')
		.map(({ code }) => ({
			key: code,
			name: industryName(code, lists, language),
			short: shortSection(code, lists, language),
			expected: false
		}))
);
