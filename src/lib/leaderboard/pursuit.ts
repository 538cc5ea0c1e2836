import type { BoardGroup, BoardRow } from './board.ts';
import { compareExact, toFraction, type Exact } from './exact.ts';
import { subtract, toExact } from './fraction.ts';
import { gapBetween, wholeSteps, type Gap } from './gap.ts';
import type { BoardRules } from './rules.ts';

/** 比学赶帮超: the next one above a row, what it is ahead by, and what closes that. */
export interface Pursuit {
	readonly key: string;
	readonly name: string;
	readonly rank: number;
	/** The nearest row of a better rank; null for those who lead. */
	readonly above: { readonly key: string; readonly name: string; readonly rank: number } | null;
	readonly gap: Gap | null;
	/** For rates: more (or fewer) of the numerator to draw level and to pass. */
	readonly steps: { readonly level: string; readonly pass: string } | null;
	/** For points: the least award that draws level or passes; null where no single one does. */
	readonly award: string | null;
	/** For a combined index: points of each part that the one above is ahead by (negative: behind), the largest first. */
	readonly parts: readonly { readonly field: string; readonly ahead: Exact }[];
}

/** The pursuit of every ranked row of a group, in their order. */
export function pursuits(rules: BoardRules, group: BoardGroup): Pursuit[] {
	let leader: BoardRow | null = null;
	let last: BoardRow | null = null;
	return group.rows.flatMap((row) => {
		if (row.rank === null) return [];
		if (last !== null && last.rank !== row.rank) leader = last;
		last = row;
		return [pursuitOf(rules, row, row.rank, leader)];
	});
}

function pursuitOf(rules: BoardRules, row: BoardRow, rank: number, above: BoardRow | null): Pursuit {
	const gap = above && gapBetween(rules, above, row);
	return {
		key: row.entry.key,
		name: row.entry.name,
		rank,
		above: above && { key: above.entry.key, name: above.entry.name, rank: above.rank as number },
		gap,
		steps: gap && wholeSteps(gap),
		award: gap && awardThatCloses(rules, gap),
		parts: above ? partsBehind(above, row) : []
	};
}

function awardThatCloses({ kind, points = {} }: BoardRules, { field, size }: Gap): string | null {
	if (kind !== 'points' || field !== 'points' || size === null) return null;
	const enough = Object.entries(points).filter(([, weight]) => compareExact(weight, size) >= 0);
	return enough.sort(([, a], [, b]) => compareExact(a, b))[0]?.[0] ?? null;
}

function partsBehind(above: BoardRow, row: BoardRow): { field: string; ahead: Exact }[] {
	const behind = (row.parts ?? []).flatMap(({ field, points }) => {
		const theirs = above.parts?.find((part) => part.field === field)?.points ?? null;
		if (points === null || theirs === null) return [];
		return [{ field, ahead: toExact(subtract(toFraction(theirs), toFraction(points))) }];
	});
	return behind.sort((a, b) => compareExact(b.ahead, a.ahead));
}
