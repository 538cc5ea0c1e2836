import { compareExact, type Exact } from './exact.ts';
import { column, inOrder, lateColumn, separator } from './order.ts';

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
	/** The criterion that separates a ranked row from the ranked one above it; null for the first, in ties and without a rank. */
	readonly decidedBy: string | null;
	/** The first criterion's value. */
	readonly value: Exact | null;
}

/** Competition ranking on exact values: equal on the whole chain is the same rank, and the next rank is skipped. */
export function rank<T>(rows: readonly T[], rules: RankRules<T>): Ranked<T>[] {
	const all: Ranked<T>[] = [];
	eachPlace(rows, rules, (row, rank, tied, standing, decidedBy, value) =>
		all.push({ row, rank, tied, standing, decidedBy, value })
	);
	return all;
}

/** What is told of a row: see `Ranked`. */
export type TakePlace<T> = (
	row: T,
	rank: number | null,
	tied: boolean,
	standing: Standing,
	decidedBy: string | null,
	value: Exact | null
) => void;

/** The same, told row by row in the order in which they are shown: long boards need no list in between. */
export function eachPlace<T>(rows: readonly T[], rules: RankRules<T>, take: TakePlace<T>): void {
	const order = rules.order ?? (() => 0);
	const [first, ...rest] = rules.chain;
	const shown: T[] = [];
	const values: (Exact | null)[] = [];
	const guests = new Uint8Array(rows.length);
	const last: { readonly row: T; readonly value: Exact | null }[] = [];
	for (const row of rows) {
		const value = first ? first.value(row) : null;
		const standing = first && value === null ? 'unranked' : (rules.standing?.(row) ?? 'eligible');
		if (standing === 'unranked') last.push({ row, value });
		else {
			if (standing === 'guest') guests[shown.length] = 1;
			shown.push(row);
			values.push(value);
		}
	}
	const [second, ...others] = rest;
	// In the order of the rows the second criterion is read several times quicker than in that of the comparisons.
	const columns = [
		...(first ? [column(values, first.direction)] : []),
		...(second ? [column(shown.map(second.value), second.direction)] : []),
		...others.map(({ value, direction }) => lateColumn(shown.length, (row) => value(shown[row] as T), direction))
	];
	const places = inOrder(
		shown.length,
		columns,
		(a, b) => (guests[a] as number) - (guests[b] as number) || order(shown[a] as T, shown[b] as T)
	);
	const eligible = guests.includes(1) ? places.filter((place) => guests[place] === 0) : places;
	// For each eligible row in order: the criterion by which it follows the one before; −1 where they are equal.
	const separated = new Int32Array(eligible.length);
	for (let at = 1; at < eligible.length; at++)
		separated[at] = separator(columns, eligible[at - 1] as number, eligible[at] as number);
	let index = -1;
	let rank = 0;
	for (const place of places) {
		const row = shown[place] as T;
		const value = values[place] ?? null;
		if (guests[place]) {
			take(row, null, false, 'guest', null, value);
			continue;
		}
		index++;
		const by = separated[index] as number;
		if (by >= 0) rank = index + 1;
		const tied = by < 0 || (separated[index + 1] ?? 0) < 0;
		take(row, rank, tied, 'eligible', index > 0 && by >= 0 ? (rules.chain[by]?.id ?? null) : null, value);
	}
	last.sort((a, b) => order(a.row, b.row));
	for (const { row, value } of last) take(row, null, false, 'unranked', null, value);
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
