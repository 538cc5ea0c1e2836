import { periodTitle } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import type { Scope } from '../scope.ts';
import { trendDrawn, type TrendDrawn } from '../trend-drawn.ts';
import { inSentence } from '../words.ts';

/** At most so many years before the period that is shown. */
const mostYears = 9;

/**
 * The scope of a stock over time: it grows over years, not quarters. The ends of the years before, then the period that is
 * shown; where that is a year itself, the years around it.
 */
export function stockScope(scope: Scope): Scope {
	const { lists, filters, spans } = scope;
	const shown = lists.periods.find(({ code }) => code === filters.period);
	if (!shown || shown.kind === 'year') return scope;
	const years = lists.periods.filter(({ kind, end }) => kind === 'year' && end < shown.start).map(({ code }) => code);
	const trail = [...years.slice(-mostYears), filters.period];
	return { ...scope, spans: { ...spans, trail, trailBase: trail.map(() => null) } };
}

/** A stock at the ends of the years and at the page's period, titled by how many were added since. */
export function stockDrawn(figures: Figures, scope: Scope, indicator: Indicator): TrendDrawn {
	return trendDrawn(figures, stockScope(scope), indicator, stockFinding(figures, scope, indicator));
}

/** What a stock over time shows: 创新工作室 2,080 个，比2025年末增加 61 个. Without a year before, how many there are. */
export function stockFinding(figures: Figures, asked: Scope, indicator: Indicator): string {
	const { spans, filters, place, language } = stockScope(asked);
	const at = (period: string | undefined) =>
		period === undefined ? null : figures.value({ indicator: indicator.id, region: place.key, period });
	const since = spans.trail[spans.trail.indexOf(filters.period) - 1];
	const [now, before] = [at(filters.period), at(since)];
	const title = indicator.short[language];
	if (now === null) return m.studios_stock_none({ title });
	const value = inSentence(now, indicator, language);
	if (before === null || since === undefined) return m.studios_stock({ title, value });
	const told = { title, value, since: periodTitle(since, language) };
	if (now === before) return m.studios_stock_same(told);
	const difference = inSentence(Math.abs(now - before), indicator, language);
	return now > before ? m.studios_stock_more({ ...told, difference }) : m.studios_stock_fewer({ ...told, difference });
}
