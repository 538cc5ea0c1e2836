import { monthsOf, periodBounds, readPeriod, readRange } from '#lib/dimensions/period-code.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { SpannedFigure } from './spans.ts';

/** One side of a comparison: what a figure covers, apart from its value. */
export interface Side {
	/** How the figure goes over time, and whether a ratio’s two sides do. */
	readonly over: 'flow' | 'stock' | 'ratio' | 'ratio-of-flows' | 'ratio-of-stocks';
	/** Months that it covers; for stocks those of its period. */
	readonly months: number;
	/** Periods put together that have a figure, and all of them. */
	readonly periods: { readonly known: number; readonly all: number };
	/** Which definition held: breaks of the series up to its first and its last period. */
	readonly definition: { readonly first: number; readonly last: number };
	/** The latest break up to its last period. */
	readonly since: { readonly from: string; readonly note: Bilingual } | null;
	/** Parts that have reported, of those expected; null where it is not made of parts. */
	readonly parts: { readonly reported: number; readonly expected: number } | null;
	readonly complete: boolean;
	/** Of a ratio; null for amounts. */
	readonly denominator: number | null;
}

/** In what the two sides of a comparison differ. */
export type Difference = 'period' | 'definition' | 'completeness' | 'denominator';

/** Whether two sides can be compared: as they are, with a mark, or not at all, and why. Reasons carry no full stop. */
export type Comparability =
	| { readonly state: 'comparable' }
	| {
			readonly state: 'withheld' | 'marked';
			readonly because: Difference;
			readonly reason: Bilingual;
			/** Of amounts: the share that has reported now less that of then, where these differ. */
			readonly gap?: number;
	  };

/** Sums whose reported shares differ by more than 10 points differ by who reported rather than by what happened. */
export const reportingTolerance = 0.1;
/** A denominator that changed by more than 30 % moves a ratio by itself. */
export const denominatorTolerance = 0.3;

/** Shares of exactly a tolerance are within it, whatever binary fractions make of them. */
const rounding = 1e-9;

/** What stands where a change is withheld. */
export const withheldTitle: Bilingual = { zh: '不可比', en: 'Not comparable' };

/**
 * Compares what two sides cover, the weightiest difference first.
 * period: amounts that add up over time are withheld where the sides differ in length or lack periods; a ratio of two
 * such amounts is marked; stocks are of a day. definition: withheld. completeness: amounts withheld past
 * `reportingTolerance`, else marked; ratios marked. denominator: marked past `denominatorTolerance`.
 */
export function comparability(now: Side, then: Side): Comparability {
	return (
		periodsDiffer(now, then) ??
		definitionsDiffer(now, then) ??
		reportsDiffer(now, then) ??
		basesDiffer(now, then) ??
		comparable
	);
}

const comparable: Comparability = { state: 'comparable' };

function periodsDiffer(now: Side, then: Side): Comparability | null {
	if (now.over === 'stock' || now.over === 'ratio-of-stocks') return null;
	const state = now.over === 'ratio-of-flows' ? 'marked' : 'withheld';
	const end = state === 'withheld' ? refused : doubtful;
	if (now.months !== then.months) {
		return different(state, 'period', {
			zh: `两侧时期长度不同（本期${now.months}个月，对比期${then.months}个月），${end.zh}`,
			en: `the two sides differ in length (${now.months} months against ${then.months}), ${end.en}`
		});
	}
	const [here, there] = [now.periods, then.periods];
	if (here.known === here.all && there.known === there.all) return null;
	return different(state, 'period', {
		zh: `累计的时期不全（本期${here.known}/${here.all}个时期有数，对比期${there.known}/${there.all}），${end.zh}`,
		en: `periods are missing (${here.known} of ${here.all} against ${there.known} of ${there.all}), ${end.en}`
	});
}

const refused: Bilingual = { zh: '不作比较', en: 'so they are not compared' };
const doubtful: Bilingual = { zh: '变化仅供参考', en: 'so the change is a hint only' };

function definitionsDiffer(now: Side, then: Side): Comparability | null {
	const versions = [now, then].flatMap(({ definition }) => [definition.first, definition.last]);
	if (versions.every((version) => version === versions[0])) return null;
	const since = now.since ?? then.since;
	const when = since ? { zh: periodTitle(since.from, 'zh'), en: periodTitle(since.from, 'en') } : null;
	return different('withheld', 'definition', {
		zh: since && when ? `${when.zh}起口径有变（${since.note.zh}），${refused.zh}` : `两侧口径不同，${refused.zh}`,
		en:
			since && when
				? `the definition changed in ${when.en} (${since.note.en}), ${refused.en}`
				: `the two sides are defined differently, ${refused.en}`
	});
}

function reportsDiffer(now: Side, then: Side): Comparability | null {
	if (now.complete && then.complete) return null;
	const [here, there] = [now, then].map(reportedOf) as [Bilingual, Bilingual];
	const gap = reportedShare(now) - reportedShare(then);
	const amounts = now.over === 'flow' || now.over === 'stock';
	if (amounts && Math.abs(gap) > reportingTolerance + rounding) {
		return different('withheld', 'completeness', {
			zh: `报送程度相差过大（本期${here.zh}，对比期${there.zh}），${refused.zh}`,
			en: `the two sides differ too much in who reported (${here.en} against ${there.en}), ${refused.en}`
		});
	}
	const marked = different('marked', 'completeness', {
		zh: `报送未齐（本期${here.zh}，对比期${there.zh}），变化为暂定`,
		en: `not all have reported (${here.en} against ${there.en}), so the change is provisional`
	});
	return amounts && Math.abs(gap) > rounding ? { ...marked, gap } : marked;
}

function reportedShare({ parts, complete }: Side): number {
	if (complete || !parts || parts.expected === 0) return 1;
	return parts.reported / parts.expected;
}

function reportedOf({ parts, complete }: Side): Bilingual {
	if (complete) return { zh: '已报齐', en: 'all' };
	if (!parts || parts.reported >= parts.expected) return { zh: '未报齐', en: 'not all' };
	return {
		zh: `${parts.reported}/${parts.expected}已报`,
		en: `${parts.reported} of ${parts.expected}`
	};
}

function basesDiffer(now: Side, then: Side): Comparability | null {
	if (now.denominator === null || then.denominator === null || then.denominator === 0) return null;
	const change = now.denominator / then.denominator - 1;
	if (Math.abs(change) <= denominatorTolerance + rounding) return null;
	const percent = `${change < 0 ? '−' : '+'}${(Math.abs(change) * 100).toFixed(1)}%`;
	return different('marked', 'denominator', {
		zh: `分母变化较大（${percent}），比率的变化可能来自分母`,
		en: `the denominator changed a lot (${percent}), which may be what moved the ratio`
	});
}

function different(state: 'withheld' | 'marked', because: Difference, reason: Bilingual) {
	return { state, because, reason } satisfies Comparability;
}

/** What a figure over some periods covers. */
export function sideOf(
	indicator: Indicator,
	figure: Pick<SpannedFigure, 'partsReported' | 'partsExpected' | 'complete' | 'denominator' | 'periodsKnown'>,
	periods: readonly string[]
): Side {
	const { numerator, denominator, breaks = [] } = indicator;
	const starts = periods.map((period) => periodBounds(period).start).sort();
	const versions = (start: string | undefined) =>
		breaks.filter(({ from }) => start !== undefined && periodBounds(from).start <= start);
	const { partsReported: reported, partsExpected: expected } = figure;
	return {
		over: !denominator ? indicator.kind : numerator.kind === denominator.kind ? `ratio-of-${numerator.kind}s` : 'ratio',
		months: periods.reduce((sum, period) => sum + lengthOf(period), 0),
		periods: { known: figure.periodsKnown ?? periods.length, all: periods.length },
		definition: { first: versions(starts[0]).length, last: versions(starts.at(-1)).length },
		since: versions(starts.at(-1)).at(-1) ?? null,
		parts: reported === null || expected === null ? null : { reported, expected },
		complete: figure.complete !== false,
		denominator: denominator ? figure.denominator : null
	};
}

function lengthOf(period: string): number {
	const single = readPeriod(period);
	const [first, last] = single ? [single, single] : (readRange(period) ?? []);
	if (!first || !last) return 0;
	const end = monthsOf(last);
	return end.first + end.count - monthsOf(first).first;
}
