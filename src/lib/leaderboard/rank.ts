import { compareExact, type Exact } from './exact.ts';

/** One step of a tie-break chain. A missing value comes after every known one, in either direction. */
export interface Criterion<T> {
	readonly id: string;
	readonly direction: 'descending' | 'ascending';
	readonly value: (row: T) => Exact | null;
}

/**
 * Who takes part in the ranking: `eligible` rows have ranks and use up places; `guest` rows are shown where they would
 * stand; `unranked` rows (absent, cancelled, base too small) come last.
 */
export type Standing = 'eligible' | 'guest' | 'unranked';

/** The rules of a ranking: the chain that decides, who takes part, and the order within a tie, which decides nothing. */
export interface RankRules<T> {
	readonly chain: readonly Criterion<T>[];
	readonly standing?: (row: T) => Standing;
	readonly order?: (left: T, right: T) => number;
}

/** A row with its place. */
export interface Ranked<T> {
	readonly row: T;
	/** 1, 2, 2, 4; null for guests, for the unranked and where the first criterion has no value. */
	readonly rank: number | null;
	/** Equal with another row on the whole chain. */
	readonly tied: boolean;
	readonly standing: Standing;
}

/** Competition ranking on exact values: equal on the whole chain is the same rank, and the next rank is skipped. */
export function rank<T>(rows: readonly T[], rules: RankRules<T>): Ranked<T>[] {
	const order = rules.order ?? (() => 0);
	const first = rules.chain[0];
	const placed = rows.map((row) => ({ row, standing: standingOf(row, rules, first) }));
	const shown = placed
		.filter(({ standing }) => standing !== 'unranked')
		.sort((a, b) => compareRows(a.row, b.row, rules.chain) || guestLast(a.standing, b.standing) || order(a.row, b.row));
	const eligible = shown.filter(({ standing }) => standing === 'eligible');
	const ranks = new Map<T, { rank: number; tied: boolean }>();
	let start = 0;
	eligible.forEach(({ row }, index) => {
		const before = eligible[index - 1];
		if (before && compareRows(before.row, row, rules.chain) !== 0) start = index;
		const after = eligible[index + 1];
		const tied = start < index || (after !== undefined && compareRows(row, after.row, rules.chain) === 0);
		ranks.set(row, { rank: start + 1, tied });
	});
	const last = placed.filter(({ standing }) => standing === 'unranked').sort((a, b) => order(a.row, b.row));
	return [...shown, ...last].map(({ row, standing }) => {
		const place = standing === 'eligible' ? ranks.get(row) : undefined;
		return { row, standing, rank: place?.rank ?? null, tied: place?.tied ?? false };
	});
}

/** The order of two rows by a chain; 0 where they are equal on all of it. */
export function compareRows<T>(left: T, right: T, chain: readonly Criterion<T>[]): number {
	for (const { value, direction } of chain) {
		const [a, b] = [value(left), value(right)];
		if (a === null || b === null) {
			if (a !== b) return a === null ? 1 : -1;
			continue;
		}
		const difference = compareExact(a, b);
		if (difference !== 0) return direction === 'ascending' ? difference : -difference;
	}
	return 0;
}

function standingOf<T>(row: T, rules: RankRules<T>, first: Criterion<T> | undefined): Standing {
	const standing = rules.standing?.(row) ?? 'eligible';
	return first && first.value(row) === null ? 'unranked' : standing;
}

function guestLast(left: Standing, right: Standing): number {
	return Number(left === 'guest') - Number(right === 'guest');
}
