import type { Indicator } from '#lib/indicators/indicator.ts';
import { rank } from '#lib/leaderboard/rank.ts';
import { guardedChange, type Change, type ChangeRemark } from './change.ts';
import type { Figure, Figures, LikeForLike } from './figure.ts';
import type { Scope } from './scope.ts';
import { comparedFigures } from './spans.ts';

/** One member of a picture: a region, an industry, a union system. */
export interface MemberRow {
	readonly key: string;
	readonly name: string;
	readonly short: string;
	/** What sentences call it, where that is not the short name. */
	readonly said?: string;
	readonly expected: boolean;
	readonly figure: Figure | null;
	readonly value: number | null;
	readonly base: number | null;
	readonly change: Change | null;
	/** Why the change is withheld or marked; left out or null where it stands as it is. */
	readonly remark?: ChangeRemark | null;
	/** The two sides of the change, where they are not the figures themselves. */
	readonly likeForLike?: LikeForLike;
	/** Known, but not all that it is made of has been reported. */
	readonly provisional: boolean;
}

/** What is shown of a member besides its figures. */
export interface Named {
	readonly key: string;
	readonly name: string;
	readonly short: string;
	/** What sentences call it, where the short name would not do: 制造业 of 制造. */
	readonly said?: string;
	readonly expected?: boolean;
}

/** A figure, then and how it moved, for each member of a picture. */
export function memberRows(
	members: readonly Named[],
	dimension: 'region' | 'industry' | 'unionSystem',
	figures: Figures,
	scope: Scope,
	indicator: Indicator = scope.indicator
): MemberRow[] {
	return members.map(({ key, name, short, said, expected = true }) => {
		const { now: figure, base: before } = comparedFigures(figures, { [dimension]: key }, scope.spans, indicator);
		const value = figure?.value ?? null;
		const provisional = value !== null && figure?.complete === false;
		return {
			key,
			name,
			short,
			...(said !== undefined && { said }),
			expected,
			figure,
			value,
			base: before?.value ?? null,
			...guardedChange(indicator, figure, before, scope.spans),
			provisional
		};
	});
}

/** How many of those who owe a report have reported. */
export interface Completeness {
	readonly reported: number;
	readonly expected: number;
	readonly missing: readonly MemberRow[];
}

/** Counts the reports of those who report (`scope.reporting`); null for registers, where an empty region is a region without entries, not one without a report. */
export function completenessOf(rows: readonly MemberRow[], indicator: Indicator): Completeness | null {
	if (indicator.numerator.source === 'register') return null;
	const owing = rows.filter((row) => row.expected);
	const missing = owing.filter((row) => row.value === null);
	return { reported: owing.length - missing.length, expected: owing.length, missing };
}

/** A member with its place among the others; null without a value. */
export interface RankedRow extends MemberRow {
	readonly rank: number | null;
	readonly tied: boolean;
}

/**
 * All rows in order, with competition ranks (1, 2, 2, 4): the largest first, or the smallest where less is better.
 * Ratios compare by their exact fractions. Rows without a value come last, without a rank.
 */
export function rankRows(rows: readonly MemberRow[], indicator: Indicator): RankedRow[] {
	const exact = ({ figure, value }: MemberRow) =>
		indicator.denominator && figure?.numerator != null && figure.denominator
			? { numerator: figure.numerator, denominator: figure.denominator }
			: value;
	const direction = indicator.direction === 'lower' ? 'ascending' : 'descending';
	const chain = [
		{ id: indicator.id, direction, value: (row: MemberRow) => (row.value === null ? null : exact(row)) }
	] as const;
	return rank(rows, { chain, order: (a, b) => (a.key < b.key ? -1 : 1) }).map(({ row, rank, tied }) => ({
		...row,
		rank,
		tied
	}));
}

/** The rows that moved most, falls and rises together, from the largest rise to the largest fall. */
export function largestMoves(rows: readonly MemberRow[], most: number): MemberRow[] {
	return rows
		.filter((row) => row.change !== null && row.change.direction !== 'same')
		.toSorted((a, b) => Math.abs(b.change?.amount ?? 0) - Math.abs(a.change?.amount ?? 0))
		.slice(0, most)
		.toSorted((a, b) => (b.change?.amount ?? 0) - (a.change?.amount ?? 0));
}
