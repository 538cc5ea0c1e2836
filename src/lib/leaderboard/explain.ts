import type { BoardGroup, BoardRow } from './board.ts';
import type { ExplanationCode, Finding } from './codes.ts';
import type { Exact } from './exact.ts';
import { gapBetween, wholeSteps, type Gap } from './gap.ts';
import { textOf } from './group-rows.ts';
import type { BoardRules } from './rules.ts';
import type { Cut } from './tiers.ts';

/** A sentence about a row's place, with its numbers for those who print them. */
export interface Explanation extends Finding<ExplanationCode> {
	/** The numbers of the deciding criterion; left out where there are none. */
	readonly numbers?: { readonly own: Exact | null; readonly other: Exact | null; readonly gap: Exact | null };
}

/**
 * What decided a row's place against its neighbours above and below, and what would change it. Empty where the group has
 * no such row.
 */
export function explainRow(rules: BoardRules, group: BoardGroup, key: string): Explanation[] {
	const row = group.rows.find(({ entry }) => entry.key === key);
	if (!row) return [];
	if (row.rank === null) return unranked(rules, group, row);
	const ranked = group.rows.filter(({ rank }) => rank !== null);
	const above = ranked.findLast(({ rank }) => (rank as number) < (row.rank as number));
	const below = ranked.find(({ rank }) => (rank as number) > (row.rank as number));
	const tied = ranked.filter((other) => other !== row && other.rank === row.rank);
	return [
		...(above ? againstAbove(rules, row, above) : [say('FIRST_OF', { ranked: String(ranked.length) })]),
		...(tied.length > 0
			? [say('TIED_ON_ALL', { names: tied.map(({ entry }) => entry.name).join('、'), others: String(tied.length) })]
			: []),
		...(below ? againstBelow(rules, row, below) : above ? [say('LAST_OF', { ranked: String(ranked.length) })] : []),
		...aboutTier(rules, group, row)
	];
}

function say(
	code: ExplanationCode,
	details: Readonly<Record<string, string>>,
	numbers?: Explanation['numbers']
): Explanation {
	return { code, details, ...(numbers ? { numbers } : {}) };
}

function detailsOf(other: BoardRow, { field, equal, better, worse, size }: Gap): Record<string, string> {
	const text = (value: Exact | null) => (value === null ? '—' : textOf(value));
	return {
		name: other.entry.name,
		rank: String(other.rank),
		field,
		equal: equal.join(', '),
		better: text(better),
		worse: text(worse),
		gap: text(size)
	};
}

function againstAbove(rules: BoardRules, row: BoardRow, above: BoardRow): Explanation[] {
	const gap = gapBetween(rules, above, row);
	if (!gap) return [];
	const details = detailsOf(above, gap);
	const numbers = { own: gap.worse, other: gap.better, gap: gap.size };
	const steps = wholeSteps(gap);
	const change = steps
		? [say('NEEDS_MORE_OF_BASE', { ...details, ...steps }, numbers)]
		: gap.size === null
			? []
			: [say('NEEDS_TO_LEVEL', details, numbers)];
	return [say('ABOVE_BY', details, numbers), ...change];
}

function againstBelow(rules: BoardRules, row: BoardRow, below: BoardRow): Explanation[] {
	const gap = gapBetween(rules, row, below);
	if (!gap) return [];
	const details = detailsOf(below, gap);
	const numbers = { own: gap.better, other: gap.worse, gap: gap.size };
	return [
		say('BELOW_BY', details, numbers),
		...(gap.size === null ? [] : [say('LOSES_PLACE_AFTER', details, numbers)])
	];
}

function aboutTier(rules: BoardRules, { cuts, ranked, rows }: BoardGroup, row: BoardRow): Explanation[] {
	const held = cuts.find(({ tier }) => tier === row.tier);
	if (row.tierPending !== null) {
		const tie = cuts.find(({ tier }) => tier === row.tierPending)?.tie;
		const [tied, open] = [String(tie?.keys.length ?? 0), String(tie?.open ?? 0)];
		return [say('TIER_OPEN', { tier: row.tierPending, tied, open })];
	}
	const above = held ? cuts.slice(0, cuts.indexOf(held)) : cuts;
	// A tier whose places were used up by the one above it is nothing that could be reached.
	const next = above.findLast(({ holders, tie, upTo }) => holders > 0 || tie !== null || upTo > ranked);
	const inMargin = held?.within?.keys.includes(row.entry.key) === true && againstBest(rules, rows, held, row);
	const toMargin = next && againstBest(rules, rows, next, row);
	return [
		...(inMargin
			? [say('TIER_WITHIN', inMargin.details, inMargin.numbers)]
			: held
				? [say('TIER_HELD', { tier: held.tier, upTo: String(held.upTo) })]
				: []),
		...(toMargin
			? [say('TIER_NEXT_WITHIN', toMargin.details, toMargin.numbers)]
			: next && next.upTo > 0
				? [say('TIER_NEXT', { tier: next.tier, upTo: String(next.upTo) })]
				: [])
	];
}

/** How far a row is from the best of a tier with a margin; null where the tier has none or the row is level with its best. */
function againstBest(rules: BoardRules, rows: readonly BoardRow[], { tier, within }: Cut, row: BoardRow) {
	const best = within && rows.find(({ entry }) => entry.key === within.best);
	const gap = best && gapBetween({ ...rules, chain: rules.chain.slice(0, 1) }, best, row);
	if (!gap) return null;
	const numbers = { own: gap.worse, other: gap.better, gap: gap.size };
	return { details: { ...detailsOf(best, gap), tier, margin: within.margin }, numbers };
}

/** Why there is no rank; for guests also where they would stand. */
function unranked(rules: BoardRules, { rows }: BoardGroup, row: BoardRow): Explanation[] {
	const { code = 'NO_VALUE', details = {} } = row.reason ?? {};
	const why = say('NOT_RANKED', { reason: code, ...details });
	if (code !== 'GUEST') return [why];
	const better = rows.filter((other) => {
		if (other.rank === null) return false;
		return rows.indexOf(other) < rows.indexOf(row) && gapBetween(rules, other, row) !== null;
	});
	return [why, say('WOULD_STAND', { rank: String(better.length + 1) })];
}
