import type { BoardCode, Finding } from './codes.ts';
import type { Entry, Standing } from './entry.ts';
import { known, toFraction, type Exact } from './exact.ts';
import { add, multiply, toExact, zero } from './fraction.ts';
import type { BoardRules } from './rules.ts';

/**
 * Counts awards by who they were won for: one entry an owner with the number of each award, of all `awards` and of its
 * `entries`. Awards of guests, absent and cancelled entries win nothing for an owner who takes part.
 */
export function tally(rules: BoardRules, entries: readonly Entry[], problems: Finding<BoardCode>[]): Entry[] {
	const awards = [...new Set([...(rules.medals ?? []), ...Object.keys(rules.points ?? {})])];
	const owned = entries
		.filter(({ team }) => team !== null)
		.map((entry) => ({ ...entry, award: awardOf(rules, entry) }));
	if (owned.length < entries.length)
		problems.push({ code: 'OWNER_MISSING', details: { entries: String(entries.length - owned.length) } });
	const unknown = new Set(owned.flatMap(({ award }) => (award && !awards.includes(award) ? [award] : [])));
	for (const award of [...unknown].sort()) problems.push({ code: 'AWARD_UNKNOWN', details: { award } });
	return [...Map.groupBy(owned, ({ team, key }) => team ?? key)].map(([key, some]) => {
		const standing = standingOf(some);
		const counting = some.filter((entry) => entry.standing === standing && !entry.frozen);
		const won = (award: string) => counting.filter((entry) => entry.award === award).length;
		const first = some[0] as Entry;
		return {
			key,
			name: first.team === undefined ? first.name : key,
			...(first.group === undefined ? {} : { group: first.group }),
			standing,
			provisional: some.some(({ provisional }) => provisional),
			publishedRank: first.publishedRank ?? null,
			...(some.every(({ frozen }) => frozen) ? { frozen: true } : {}),
			values: {
				...Object.fromEntries(awards.map((award) => [award, won(award)])),
				awards: counting.filter(({ award }) => award && awards.includes(award)).length,
				entries: counting.length
			}
		};
	});
}

function awardOf({ awards = {} }: BoardRules, { award }: Entry): string | null {
	return award == null || award === '' ? null : Object.hasOwn(awards, award) ? (awards[award] as string) : award;
}

const strongest: readonly Standing[] = ['eligible', 'guest', 'not-reported', 'absent', 'cancelled'];

/** An owner takes part where one of its entries does. */
function standingOf(entries: readonly Entry[]): Standing {
	return strongest.find((standing) => entries.some((entry) => entry.standing === standing)) ?? 'eligible';
}

/** An entry with its `points`: declared weights by the number of awards. Points that came with it are kept out of the way. */
export function withPoints(weights: Readonly<Record<string, string>>, entry: Entry): Entry {
	const counts = Object.entries(weights).map(([award, weight]) => [known(entry.values[award]), weight] as const);
	// Without any count there is nothing to weigh: missing, not 0.
	const points: Exact | null = counts.some(([count]) => count !== null)
		? toExact(
				counts.reduce(
					(total, [count, weight]) =>
						count === null ? total : add(total, multiply(toFraction(count), toFraction(weight))),
					zero
				)
			)
		: null;
	return { ...entry, values: { ...entry.values, points } };
}
