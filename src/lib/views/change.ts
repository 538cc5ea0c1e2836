import type { Bilingual, Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { comparability, sideOf, type Comparability } from './comparability.ts';
import type { LikeForLike } from './figure.ts';
import type { SpannedFigure } from './spans.ts';

/** How a figure moved against its comparison: relative for amounts, in percentage points (or the ratio's unit) for ratios. */
export interface Change {
	readonly kind: 'relative' | 'difference';
	/** Relative: 0.082 is +8.2 %. Difference: in the displayed unit. */
	readonly amount: number;
	readonly direction: 'up' | 'down' | 'same';
}

/**
 * The change from `base` to `value`. Null where either is missing or a relative change has no base to stand on: a rise
 * from 0 is no percentage.
 */
export function changeOf(value: number | null, base: number | null, kind: 'flow' | 'stock' | 'ratio'): Change | null {
	if (value === null || base === null) return null;
	if (kind !== 'ratio' && base === 0) return null;
	const amount = kind === 'ratio' ? value - base : (value - base) / Math.abs(base);
	return {
		kind: kind === 'ratio' ? 'difference' : 'relative',
		amount,
		direction: amount > 0 ? 'up' : amount < 0 ? 'down' : 'same'
	};
}

/** Whether a change is nothing, or too little to be printed: 0.00%. */
export function isUnchanged(change: Change, indicator: Indicator): boolean {
	if (change.direction === 'same') return true;
	const [amount, digits] =
		change.kind === 'relative' ? [change.amount * 100, 1] : [change.amount, Math.max(1, indicator.digits)];
	// One digit more than usual is printed before a change counts as none, see `changeText`.
	return Number(Math.abs(amount).toFixed(digits + 1)) === 0;
}

/** What there is to say about a change besides its amount: that it is withheld or marked, and why. */
export type ChangeRemark = Exclude<Comparability, { readonly state: 'comparable' }>;

/** A change that was held against what its two sides cover. */
export interface GuardedChange {
	/** Null where either side is missing, a relative change has nothing to stand on, or the sides cannot be compared. */
	readonly change: Change | null;
	/** Null where the two sides can be compared as they are, or one of them is missing. */
	readonly remark: ChangeRemark | null;
	/** The two sides of the change, where they are not the figures themselves. */
	readonly likeForLike?: LikeForLike;
}

/** Those who reported both times must have at least this share of either figure to speak for it. */
export const leastCovered = 0.5;

/**
 * The change from `base` to `now`, withheld or marked where the two do not cover the same; `spans` are their periods. Where
 * they differ in who reported, it is that of those who did both times, if these have at least half of either figure.
 */
export function guardedChange(
	indicator: Indicator,
	now: SpannedFigure | null,
	base: SpannedFigure | null,
	spans: { readonly current: readonly string[]; readonly base: readonly string[] }
): GuardedChange {
	const change = printedChange(changeOf(now?.value ?? null, base?.value ?? null, indicator.kind), indicator);
	if (!change || !now || !base) return { change, remark: null };
	const answer = comparability(sideOf(indicator, now, spans.current), sideOf(indicator, base, spans.base));
	if (answer.state === 'comparable') return { change, remark: null };
	const alike = answer.because === 'completeness' ? likeForLikeChange(indicator, now, base) : null;
	return alike ?? { change: answer.state === 'withheld' ? null : change, remark: answer };
}

function likeForLikeChange(indicator: Indicator, now: SpannedFigure, base: SpannedFigure): GuardedChange | null {
	const { likeForLike } = base;
	if (!likeForLike) return null;
	const covered = (part: number, whole: number | null) => Math.abs(part) >= leastCovered * Math.abs(whole ?? 0);
	// A ratio tells nothing of how much it is of.
	const isRatio = indicator.kind === 'ratio';
	if (!isRatio && !(covered(likeForLike.value, now.value) && covered(likeForLike.base, base.value))) return null;
	const change = printedChange(changeOf(likeForLike.value, likeForLike.base, indicator.kind), indicator);
	const remark = { state: 'marked', because: 'completeness', reason: likeForLikeText(likeForLike) } as const;
	return change && { change, remark, likeForLike };
}

/** What prints as 持平 neither rose nor fell. */
function printedChange(change: Change | null, indicator: Indicator): Change | null {
	return change && isUnchanged(change, indicator) ? { ...change, direction: 'same' } : change;
}

/** Whose figures a change like for like is of, without a full stop. */
export function likeForLikeText({ units }: LikeForLike): Bilingual {
	if (units === null)
		return { zh: '按两期都报齐的单位比较', en: 'like for like, of those who reported in full both times' };
	return {
		zh: `按两期都报齐的${units}个单位比较`,
		en: `like for like, of the ${units === 1 ? 'one unit' : `${units} units`} that reported in full both times`
	};
}

/** A figure and what it is held against, as far as a change is made of them. */
export interface Moved extends Pick<GuardedChange, 'change' | 'likeForLike'> {
	readonly value: number | null;
	readonly base: number | null;
}

/** The two numbers that a change is made of. */
export function sidesOfChange({ value, base, likeForLike }: Omit<Moved, 'change'>): Omit<Moved, 'change'> {
	return likeForLike ?? { value, base };
}

/** Who has not reported may weigh twice as much as others. */
const heaviest = 2;

/**
 * Whether an amount may have moved only by who has reported: it went where the missing reports push it, and not further
 * than they could.
 */
export function isReportingMove({ change, remark }: GuardedChange): boolean {
	const gap = remark?.gap ?? 0;
	return change !== null && change.amount * gap > 0 && Math.abs(change.amount) <= heaviest * Math.abs(gap);
}

const reportingMove: Bilingual = {
	zh: '两期已报单位不同，增减仅供参考',
	en: 'not the same units have reported, so the change is a hint only'
};

/**
 * What there is to say about a change, without a full stop; null where that is nothing. That a figure is provisional is
 * said beside it anyway, so then only that the change may be nothing but who has reported.
 */
export function remarkText(
	guarded: GuardedChange,
	now: { readonly complete: boolean | null } | null,
	language: Language
): string | null {
	const { remark } = guarded;
	if (!remark) return null;
	const known = remark.state === 'marked' && remark.because === 'completeness' && now?.complete === false;
	if (!known || guarded.likeForLike) return remark.reason[language];
	return isReportingMove(guarded) ? reportingMove[language] : null;
}

/** A part's share of the whole, 0–1; null where it means nothing. Only for additive figures: callers never pass ratios. */
export function shareOf(part: number | null, whole: number | null): number | null {
	if (part === null || whole === null || whole === 0) return null;
	return part / whole;
}
