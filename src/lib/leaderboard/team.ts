import { compareKeys, type Entry, type Standing } from './entry.ts';
import { compareExact, known, toFraction, type Exact } from './exact.ts';
import { divide, sum, toExact } from './fraction.ts';
import { reasonOf, type Derived } from './group-rows.ts';
import { rank } from './rank.ts';
import type { BoardRules, TeamRule } from './rules.ts';

/**
 * Teams out of their members' results: `team` is the sum or average of the best, `members` how many have a result,
 * `place1`, `place2` … how often members came first, second … in their event. Guests, absent and cancelled members add
 * nothing. Members without a team stand for none.
 */
export function teamsOf(rules: BoardRules, team: TeamRule, entries: readonly Entry[]): Derived[] {
	const places = team.places > 0 ? memberPlaces(team, entries) : new Map<Entry, number>();
	const members = entries.filter((entry) => entry.team != null);
	return [...Map.groupBy(members, (entry) => entry.team as string)].map(([key, some]) => {
		const eligible = some.filter(({ standing }) => standing === 'eligible');
		const best = bestOf(team, eligible);
		const whole = best.length === team.best || (team.short === 'counted' && best.length > 0);
		const [group] = some.map((entry) => entry.group);
		const entry: Entry = {
			key,
			name: key,
			...(group === undefined ? {} : { group }),
			standing: standingOf(some),
			provisional: some.some(({ provisional }) => provisional),
			values: {
				team: whole ? total(team, best) : null,
				members: eligible.filter(({ values }) => known(values[team.field]) !== null).length,
				...countPlaces(team, eligible, places)
			}
		};
		const found = {
			code: 'TEAM_INCOMPLETE',
			details: { results: String(best.length), best: String(team.best) }
		} as const;
		return {
			entry,
			reason: reasonOf(rules, entry, whole || entry.standing !== 'eligible' ? null : found),
			parts: null
		};
	});
}

function bestOf(team: TeamRule, members: readonly Entry[]): Exact[] {
	const sign = team.direction === 'ascending' ? 1 : -1;
	return members
		.map(({ values }) => known(values[team.field]))
		.filter((value) => value !== null)
		.sort((a, b) => sign * compareExact(a, b))
		.slice(0, team.best);
}

function total(team: TeamRule, best: readonly Exact[]): Exact {
	const all = sum(best);
	return toExact(team.with === 'sum' ? all : divide(all, toFraction(best.length)));
}

/** The places of the members, each event for itself. */
function memberPlaces(team: TeamRule, entries: readonly Entry[]): Map<Entry, number> {
	const chain = team.memberChain.map(({ field, direction }) => ({
		id: field,
		direction,
		value: ({ values }: Entry) => known(values[field])
	}));
	const standing = (entry: Entry) => (entry.standing === 'eligible' ? 'eligible' : 'unranked');
	const order = (a: Entry, b: Entry) => compareKeys(a.key, b.key);
	const ranked = [...Map.groupBy(entries, ({ event }) => event ?? '').values()].flatMap((some) =>
		rank(some, { chain, standing, order })
	);
	return new Map(ranked.flatMap(({ row, rank }) => (rank === null ? [] : [[row, rank] as const])));
}

function countPlaces(
	team: TeamRule,
	members: readonly Entry[],
	places: ReadonlyMap<Entry, number>
): Readonly<Record<string, number>> {
	const counts = Array.from({ length: team.places }, (_, index) => {
		const count = members.filter((member) => places.get(member) === index + 1).length;
		return [`place${index + 1}`, count] as const;
	});
	return Object.fromEntries(counts);
}

const strongest: readonly Standing[] = ['eligible', 'guest', 'not-reported', 'absent', 'cancelled'];

function standingOf(members: readonly Entry[]): Standing {
	return strongest.find((standing) => members.some((member) => member.standing === standing)) ?? 'eligible';
}
