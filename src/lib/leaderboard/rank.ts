import { compareExact, type Exact } from './exact.ts';
import { column, inOrder, separator, type Column } from './order.ts';

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
	const order = rules.order ?? (() => 0);
	const [first, ...rest] = rules.chain;
	const shown: T[] = [];
	const guests: boolean[] = [];
	const values: (Exact | null)[] = [];
	const last: Ranked<T>[] = [];
	for (const row of rows) {
		const value = first ? first.value(row) : null;
		const standing = first && value === null ? 'unranked' : (rules.standing?.(row) ?? 'eligible');
		if (standing === 'unranked') last.push({ row, rank: null, tied: false, standing, decidedBy: null, value });
		else {
			shown.push(row);
			guests.push(standing === 'guest');
			values.push(value);
		}
	}
	const columns = [
		...(first ? [column(values, first.direction)] : []),
		...rest.map(({ value, direction }) => column(shown.map(value), direction))
	];
	const places = inOrder(
		shown.length,
		columns,
		(a, b) => Number(guests[a]) - Number(guests[b]) || order(shown[a] as T, shown[b] as T)
	);
	const all = ranked(shown, values, guests, places, columns, rules.chain);
	for (const row of last.sort((a, b) => order(a.row, b.row))) all.push(row);
	return all;
}

/** Ranks by the places of the eligible; a tie is found by looking at the eligible neighbours alone. */
function ranked<T>(
	rows: readonly T[],
	values: readonly (Exact | null)[],
	guests: readonly boolean[],
	places: Uint32Array,
	columns: readonly Column[],
	chain: readonly Criterion<T>[]
): Ranked<T>[] {
	const eligible = places.filter((place) => !guests[place]);
	// For each eligible row in order: the criterion by which it follows the one before; −1 where they are equal.
	const separated = Int32Array.from(eligible, (place, index) =>
		index === 0 ? 0 : separator(columns, eligible[index - 1] as number, place)
	);
	let index = -1;
	let rank = 0;
	return Array.from(places, (place): Ranked<T> => {
		const [row, value] = [rows[place] as T, values[place] ?? null];
		if (guests[place]) return { row, rank: null, tied: false, standing: 'guest', decidedBy: null, value };
		index++;
		const by = separated[index] as number;
		if (by >= 0) rank = index + 1;
		const tied = by < 0 || (separated[index + 1] ?? 0) < 0;
		const decidedBy = index > 0 && by >= 0 ? (chain[by]?.id ?? null) : null;
		return { row, rank, tied, standing: 'eligible', decidedBy, value };
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
