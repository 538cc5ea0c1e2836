import { formatShare } from '#lib/format/number.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { isAdditive } from '#lib/indicators/compare.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { guardedChange, isReportingMove, isUnchanged, shareOf } from './change.ts';
import type { Figures } from './figure.ts';
import { largestMoves, rankRows, type MemberRow } from './member-rows.ts';
import type { Scope } from './scope.ts';
import { comparedFigures } from './spans.ts';
import { changeText, inSentence, namesOfEquals, titleInSentence } from './words.ts';

/**
 * Who is first: 江苏参赛人次最多，占 8.3%. The share is of the whole that the same rule gives, only of figures that add up, and
 * only when `whole` is given. Equal firsts are named together.
 */
export function firstFinding(
	rows: readonly MemberRow[],
	whole: number | null,
	scope: Scope,
	indicator = scope.indicator
): string {
	const { language } = scope;
	const title = titleInSentence(indicator.short[language], language);
	const order = rankRows(rows, indicator).filter((row) => row.rank !== null);
	const [first] = order;
	if (!first) return m.finding_none({ indicator: title });
	const equal = order.filter((row) => row.rank === 1);
	if (equal.length === order.length && order.length > 1)
		return m.finding_level({ indicator: title, value: inSentence(first.value, indicator, language) });
	const name = namesOfEquals(equal.map(({ short, said }) => said ?? short));
	const share = isAdditive(indicator) && equal.length === 1 ? shareOf(first.value, whole) : null;
	if (share !== null) return m.finding_first_share({ name, indicator: title, share: formatShare(share) });
	const told = { name, indicator: title, value: inSentence(first.value, indicator, language) };
	return equal.length > 1 ? m.finding_first_tied(told) : m.finding_first(told);
}

/**
 * What the trend shows: a record in the stretch, else the change from what the page compares with; where neither can be
 * told, the figure itself or `plain`.
 */
export function trendFinding(
	figures: Figures,
	scope: Scope,
	indicator: Indicator = scope.indicator,
	plain?: string
): string {
	const { language, spans, place, filters } = scope;
	const title = titleInSentence(indicator.short[language], language);
	const upTo = spans.trail.slice(0, spans.trail.indexOf(filters.period) + 1);
	const at = { region: place.key };
	const answers = upTo.map((period) => figures.at({ ...at, indicator: indicator.id, period }));
	const values = answers.map((figure) => figure?.value ?? null);
	const known = values.filter((value) => value !== null);
	const now = values.at(-1) ?? null;
	if (now === null) return m.finding_none({ indicator: title });
	const value = inSentence(now, indicator, language);
	const period = periodTitle(filters.period, language);
	const only = plain ?? m.finding_only({ indicator: title, period, value });
	if (known.length < 2) return only;
	const others = known.slice(0, -1);
	const against = (period: string) => {
		const spans = { current: [filters.period], base: [period] };
		const { now, base } = comparedFigures(figures, at, spans, indicator);
		return guardedChange(indicator, now, base, spans);
	};
	// A quarter that half of the regions have reported is no record low.
	const before = upTo.slice(0, -1);
	const uneven = before.map(against).some(({ remark, likeForLike }) => remark?.state === 'withheld' || likeForLike);
	if (!uneven && others.every((other) => other < now))
		return m.finding_highest({ indicator: title, count: known.length, value });
	if (!uneven && others.every((other) => other > now))
		return m.finding_lowest({ indicator: title, count: known.length, value });
	const yearBefore = spans.trailBase[answers.length - 1] ?? null;
	const then = yearBefore && figures.at({ ...at, indicator: indicator.id, period: yearBefore });
	const guarded = against(then ? yearBefore : (before.at(-1) ?? filters.period));
	const { change } = guarded;
	if (!change || isReportingMove(guarded)) return only;
	const same = { indicator: title, value };
	if (isUnchanged(change, indicator)) return then ? m.finding_as_year_before(same) : m.finding_unchanged(same);
	const moved = { indicator: title, change: changeText(change, indicator, language) };
	const told = then ? m.finding_since_year_before(moved) : m.finding_since_before(moved);
	return guarded.likeForLike ? m.like_for_like({ text: told }) : told;
}

/** What moved: how many rose and fell, and the largest move. */
export function moversFinding(rows: readonly MemberRow[], scope: Scope): string {
	const { indicator, language } = scope;
	const moved = rows.filter((row) => row.change !== null);
	const [largest] = largestMoves(rows, 1);
	if (!largest?.change) return m.finding_no_moves({ indicator: titleInSentence(indicator.short[language], language) });
	return m.finding_moves({
		up: moved.filter((row) => row.change?.direction === 'up').length,
		down: moved.filter((row) => row.change?.direction === 'down').length,
		name: largest.said ?? largest.short,
		change: changeText(largest.change, indicator, language)
	});
}
