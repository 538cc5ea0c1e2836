import { unionSystems } from '#lib/dimensions/union-system.ts';
import type { By, Selection } from '#lib/indicators/compile.ts';
import type { BoardSource } from '#lib/leaderboard/declared.ts';
import { comparedMembers, groupMembers, memberSet, type Member } from '../members.ts';
import { industryName } from '../narrowing-names.ts';
import type { Scope } from '../scope.ts';
import { shortSection } from '../section-names.ts';
import type { ReleaseBoard } from './boards.ts';

/** Who may stand on a board of figures. */
export interface BoardMember {
	readonly key: string;
	readonly name: string;
	/** Whether a report is owed: a row without a figure is then listed as unreported. */
	readonly owes: boolean;
}

/** How the members of a board of figures are asked for. */
export interface BoardSplit {
	readonly members: readonly BoardMember[];
	readonly by: By;
	/** Everything of a selection but the periods. */
	readonly selection: Omit<Selection, 'period'>;
}

/** The members of a board of figures under the page's filters; the board's own dimension is never narrowed. */
export function splitOf(by: BoardSource['by'], scope: Scope): BoardSplit {
	const { narrowing, place, home, lists, language, filters } = scope;
	switch (by) {
		case 'group':
			return regions(groupMembers(lists, language), scope);
		case 'industry': {
			const codes = lists.industries.filter(({ level }) => level === 'section').map(({ code }) => code);
			return {
				members: codes.map((key) => ({ key, name: industryName(key, lists, language), owes: false })),
				by: 'industry',
				selection: {
					...narrowing,
					region: [memberSet(place)],
					industry: codes.map((code) => ({ key: code, codes: [code] }))
				}
			};
		}
		case 'unionSystem': {
			const { unionSystem: _, ...others } = narrowing;
			const members = unionSystems.map(({ code, title }) => ({ key: code, name: title[language], owes: false }));
			return { members, by: 'union_system', selection: { ...others, region: [memberSet(place)] } };
		}
		default: {
			const level = filters.level === 'groups' ? 'children' : filters.level;
			return regions(comparedMembers(place, home, level, lists, language), scope);
		}
	}
}

function regions(members: readonly Member[], { narrowing }: Scope): BoardSplit {
	return {
		members: members.map(({ key, name, expected }) => ({ key, name, owes: expected })),
		by: 'region',
		selection: { ...narrowing, region: members.map(memberSet) }
	};
}

/** How a member is called at a mark of a picture, where its full name has no room. */
export function shortNames({ source }: ReleaseBoard, scope: Scope): (key: string, name: string) => string {
	const { lists, language, home, place, filters } = scope;
	if (source.by === 'industry') return (key) => shortSection(key, lists, language);
	const level = filters.level === 'groups' ? 'children' : filters.level;
	const regions = source.by === 'region' ? comparedMembers(place, home, level, lists, language) : [];
	const names = new Map(regions.map(({ key, short }) => [key, short]));
	return (key, name) => names.get(key) ?? name;
}
