import {
	competitionName,
	organisationEntries,
	resultEntries,
	type RegisterEntries
} from '#lib/leaderboard/register-entries.ts';
import { studioEntries } from '#lib/leaderboard/studio-entries.ts';
import type { Query } from '#lib/query/query.ts';
import { memberSet } from '../members.ts';
import { placeConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';
import type { ReleaseBoard } from './boards.ts';

export type { RegisterEntries } from '#lib/leaderboard/register-entries.ts';

/** A board of a register reads so many of its best rows; what ranks them is the same for all. */
export const entryLimit = 10_000;

/** Medals by organisation over some periods. Entries that state no organisation are left out. */
export function organisationsQuery(scope: Scope, periods: readonly string[]): Query<RegisterEntries> {
	return organisationEntries({ ...scope.narrowing, region: [memberSet(scope.place)], period: periods }, entryLimit);
}

/** The results of one competition: each entrant in its event, or the members of its teams. */
export function resultsQuery({ source, rules }: ReleaseBoard): Query<RegisterEntries> {
	return resultEntries(source.competition ?? '', rules.groupBy === 'event');
}

/** The name of the competition of a board; null where the register does not say it. */
export function competitionQuery({ source }: ReleaseBoard): Query<string | null> {
	return competitionName(source.competition ?? '');
}

/** The studios of the page's filters that the register knew by the end of its period; of more than `most` the best. */
export function studiosQuery({ source, rules }: ReleaseBoard, scope: Scope, most = entryLimit): Query<RegisterEntries> {
	const period = scope.spans.current.at(-1) ?? scope.filters.period;
	return studioEntries(rules, { period, conditions: placeConditions(scope), kinds: source.kinds }, most);
}
