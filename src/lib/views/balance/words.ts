import { periodTitle } from '#lib/dimensions/period.ts';
import { formatNumber, formatShare } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { Drift } from '#lib/indicators/drift.ts';
import { m } from '#lib/messages/generated/messages.js';
import { whereOf } from '../lead.ts';
import type { Scope } from '../scope.ts';
import { inSentence, sentence, titleInSentence } from '../words.ts';
import { unmarked } from './key-industries.ts';
import { sidesOf } from './sides.ts';
import { endsOf, knownAt, lowerHalf, measureAt, type Spread, type SpreadMeasure } from './spread.ts';

/** A measure of spread as it is printed: 0.214, 3.2 倍; a dash where it cannot be told. */
export function measureText(value: number | null, measure: SpreadMeasure, language: Language): string {
	const text = formatNumber(value, language, { digits: digitsOf(value ?? 0, measure) });
	return value === null || measure !== 'maxMin' ? text : m.balance_times({ value: text });
}

/** What a measure of spread is called. */
export function measureTitle(measure: SpreadMeasure): string {
	return { gini: m.balance_gini, variation: m.balance_variation, maxMin: m.balance_max_min }[measure]();
}

/** A distance from the mean in standard deviations: −1.6σ. */
export function sigma(value: number): string {
	const text = formatNumber(Math.abs(value), 'en', { digits: 1 });
	return `${Number(text) === 0 ? '' : value < 0 ? '−' : '+'}${text}σ`;
}

/** What a dimension's members are called where they are many. */
export function manyOf(spread: Spread, scope: Scope): string {
	return spread.dimension === 'region' ? scope.memberWords.many : m.balance_industries();
}

/** The digits after the point that a measure is printed with. */
function digitsOf(value: number, measure: SpreadMeasure): number {
	if (measure !== 'maxMin') return 3;
	return value < 100 ? 1 : 0;
}

/**
 * By how much a measure moved since what it is compared with: the difference of the two values as they are printed, which
 * anybody can check. Null where nothing can be compared.
 */
export function movedBy(
	{ comparison }: Spread,
	measure: SpreadMeasure
): { readonly by: number; readonly digits: number } | null {
	if (comparison?.state !== 'told') return null;
	const [last, first] = [measureAt(comparison.now, measure), measureAt(comparison.base, measure)];
	if (last === null || first === null) return null;
	const printed = (value: number) =>
		Number(
			formatNumber(value, 'en', { digits: digitsOf(value, measure) })
				.replaceAll(',', '')
				.replace('−', '-')
		);
	return { by: printed(last) - printed(first), digits: Math.max(digitsOf(last, measure), digitsOf(first, measure)) };
}

/**
 * The same in words: 比2025年三季度缩小 0.003; of whom, where not all have a figure both times, and why nothing is compared
 * where too few have. Null where there is nothing to compare.
 */
function moved(spread: Spread, measure: SpreadMeasure, scope: Scope): string | null {
	const { comparison } = spread;
	if (!comparison) return null;
	const { language } = scope;
	const since = periodTitle(comparison.base.period, language);
	const many = manyOf(spread, scope);
	if (comparison.state === 'withheld') {
		const [now = 0, before = 0] = [comparison.now, comparison.base].map((at) => knownAt(at).length);
		return m.balance_withheld({ since, many, both: comparison.both.length, now, before });
	}
	const found = movedBy(spread, measure);
	if (!found) return null;
	const amount = formatNumber(Math.abs(found.by), language, { digits: found.digits });
	const words = { since, amount };
	const said =
		Number(amount) === 0 ? m.balance_same(words) : found.by > 0 ? m.balance_wider(words) : m.balance_narrower(words);
	return comparison.alike === null ? said : m.balance_alike({ text: said, count: comparison.alike, many });
}

/** What the spread over time shows: 省份之间的基尼系数 0.214，比2025年三季度缩小 0.012. */
export function spreadFinding(spread: Spread, measure: SpreadMeasure, scope: Scope): string {
	const { language } = scope;
	const value = measureAt(spread.now, measure);
	const about = { many: manyOf(spread, scope), measure: measureTitle(measure) };
	if (value === null) return m.balance_measure_none(about);
	const said = m.balance_measure({ ...about, value: measureText(value, measure, language) });
	const change = moved(spread, measure, scope);
	return change ? said + m.sentence_comma() + change : said;
}

/** What the Lorenz curve shows: 从低到高排，前一半省份占 23.4%. */
export function lorenzFinding(spread: Spread, scope: Scope): string {
	const half = lowerHalf(spread.now?.lorenz ?? null);
	const many = manyOf(spread, scope);
	if (half === null) return m.balance_lorenz_none({ many });
	const words = {
		many,
		share: formatShare(half),
		indicator: titleInSentence(scope.indicator.short[scope.language], scope.language)
	};
	return spread.now?.lorenz?.weighted
		? m.balance_lorenz_weighted({ ...words, ...sidesOf(scope.indicator, scope.language) })
		: m.balance_lorenz(words);
}

/** The arrow of a member in words: −0.8σ → −1.6σ. */
export function driftText({ first, last }: Drift): string {
	return `${sigma(first)} → ${sigma(last)}`;
}

/** Who drifts away, by name and number. */
export function driftFinding(spread: Spread, names: ReadonlyMap<string, string>, scope: Scope): string {
	const many = manyOf(spread, scope);
	const away = spread.drifts.filter(({ drifts }) => drifts);
	const [largest] = away;
	if (spread.drifts.length === 0) return m.balance_drift_unknown({ many });
	if (!largest) return m.balance_drift_none({ many });
	return m.balance_drift({
		many,
		count: away.length,
		total: spread.drifts.length,
		name: unmarked(names.get(largest.key) ?? largest.key),
		way: driftText(largest)
	});
}

/**
 * The sentence of the page: 2026年三季度，各省份职工参与率最高的上海为最低的贵州的 3.2 倍（18.1% 对 5.6%），基尼系数 0.214，比2025年三季度缩小
 * 0.012，6 个省份偏离平均更远，行业之间 0.331。 What is not known is left out.
 */
export function balanceSentence(scope: Scope, regions: Spread, industries: Spread): string {
	const { language, indicator, filters } = scope;
	const title = indicator.title[language];
	const period = periodTitle(filters.period, language);
	const now = regions.now;
	const ends = now && endsOf(now);
	const place = whereOf(scope);
	const others = measureAt(industries.now, 'gini');
	const between = others !== null && m.balance_lead_industries({ value: measureText(others, 'gini', language) });
	if (!now || !ends)
		return sentence(period, m.balance_lead_none({ place, many: scope.memberWords.many, indicator: title }), between);
	const [most, least] = [ends.most, ends.least].map((row) => inSentence(row.value, indicator, language));
	const times = measureAt(now, 'maxMin');
	const words = { indicator: title, most: ends.most.short, least: ends.least.short };
	const gini = measureAt(now, 'gini');
	const away = regions.drifts.filter(({ drifts }) => drifts).length;
	const [high, low] = [most ?? '', least ?? ''];
	return sentence(
		period,
		times === null
			? m.balance_lead_ends({ ...words, high, low })
			: m.balance_lead_times({ ...words, high, low, times: measureText(times, 'maxMin', language) }),
		gini !== null && m.balance_lead_gini({ many: scope.memberWords.many, value: measureText(gini, 'gini', language) }),
		moved(regions, 'gini', scope),
		between,
		away > 0 &&
			m.balance_lead_drift({ count: away, many: away === 1 ? scope.memberWords.noun : scope.memberWords.many })
	);
}
