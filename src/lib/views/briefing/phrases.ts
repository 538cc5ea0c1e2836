import type { Language } from '#lib/format/language.ts';
import { formatNumber } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { periodTitle, readPeriod, readRange } from '#lib/dimensions/period.ts';
import { isUnchanged, sidesOfChange, type Change } from '../change.ts';
import { listText } from '../list-text.ts';
import { shownPeriod } from '../panel-facts.ts';
import type { Scope } from '../scope.ts';
import { exactly, titleInSentence, unitBeside } from '../words.ts';
import type { Measured } from './facts.ts';
import type { Cited } from './kind.ts';
import { leastBase, mostNamed } from './thresholds.ts';

/** A number as documents print it: without the thin spaces of the screen. */
function printed(text: string): string {
	return text.replaceAll('\u2009', '');
}

/** A rate whose title says per how many workers: its unit need not say it again. */
const perWorkers = /^每万名职工/;

/** A value with its unit, as a document prints it: 139.7万人次, 13.4%, 2.55个. In English the title says the unit; money keeps it. */
export function valueText(value: number, indicator: Indicator, language: Language): string {
	const digits = indicator.kind === 'ratio' ? { digits: indicator.digits } : {};
	const unit = indicator.unit[language];
	if (language === 'en') {
		const said = unit === '%' ? '%' : /^yuan\b/.test(unit) ? 'yuan' : '';
		return formatNumber(value, 'en', { ...digits, unit: said });
	}
	const shown = perWorkers.test(indicator.title.zh) ? unit.replace(/\/万人$/, '') : unit;
	return printed(formatNumber(value, 'zh', { ...digits, unit: shown }));
}

/** A value with what was reported beside it, in words: 约3,200人, 超过58万家. */
export function qualifiedText(
	value: number,
	indicator: Indicator,
	language: Language,
	qualifier: string | null
): string {
	const text = valueText(value, indicator, language);
	const words: Readonly<Record<string, (inputs: { value: string }) => string>> = {
		'>': m.briefing_more_than,
		'≥': m.briefing_at_least,
		'<': m.briefing_less_than,
		'≤': m.briefing_at_most,
		'≈': m.briefing_about
	};
	return qualifier === null ? text : (words[qualifier]?.({ value: text }) ?? text);
}

/** What a value is of, so that the value can follow: 参赛 before 139.7万人次, 职工参与率 before 为13.4%. */
export function subjectZh({ title, unit }: Indicator): string {
	const stem = title.zh.endsWith('数') ? title.zh.slice(0, -1) : title.zh;
	const counted = unit.zh.replace(/\/万人$/, '');
	const short = counted !== '' && stem.endsWith(counted) ? stem.slice(0, -counted.length) : stem;
	return short === '' ? title.zh : short;
}

/** Whether a title in a sentence can stand without a verb before its value: amounts do, ratios are something. */
function isAmount(indicator: Indicator): boolean {
	return indicator.kind !== 'ratio' || perWorkers.test(indicator.title.zh);
}

/** An indicator and its value as a clause, at a place if there is one: 重庆市参赛139.7万人次; 职工参与率为13.4%; participations came to 1.4 million. */
export function clauseOf(measured: Measured, value: number, language: Language, where: string | null = null): string {
	const { indicator, qualifier } = measured;
	const text = qualifiedText(value, indicator, language, qualifier);
	const located = (subject: string) => (where === null ? subject : m.briefing_located({ subject, where }));
	if (language === 'zh')
		return isAmount(indicator)
			? m.briefing_amount({ subject: located(subjectZh(indicator)), value: text })
			: m.briefing_ratio({ subject: located(indicator.title.zh), value: text });
	const subject = located(nameIn(indicator, language));
	return indicator.kind === 'flow'
		? m.briefing_amount({ subject, value: text })
		: m.briefing_ratio({ subject, value: text });
}

/** An indicator's name within a sentence; English rates take their article. */
export function nameIn(indicator: Indicator, language: Language): string {
	const title = titleInSentence(indicator.title[language], language);
	const share = language === 'en' && indicator.unit.en === '%' && !/’s/.test(title);
	return share ? `the ${title}` : title;
}

/** The first letter of an English sentence; Chinese has none. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** By how much, without a sign: 8.2%, 1.3个百分点, 0.12次/人. */
export function amountText(change: Change, indicator: Indicator, language: Language): string {
	const [size, least] =
		change.kind === 'relative'
			? [Math.abs(change.amount) * 100, 1]
			: [Math.abs(change.amount), Math.max(1, indicator.digits)];
	const digits = size !== 0 && size < 0.5 / 10 ** least ? least + 1 : least;
	if (change.kind === 'relative') return `${formatNumber(size, 'en', { digits })}%`;
	const text = formatNumber(size, 'en', { digits });
	if (indicator.unit.en === '%') return m.briefing_points({ amount: text });
	if (language === 'en') return /^yuan\b/.test(indicator.unit.en) ? `${text} yuan` : text;
	const unit = perWorkers.test(indicator.title.zh) ? indicator.unit.zh.replace(/\/万人$/, '') : indicator.unit.zh;
	return `${text}${unit}`;
}

/** Which way and by how much: 增长8.2%, 下降1.3个百分点, 增加0.5项; up 8.2%, down 1.3 percentage points. */
export function moveText(change: Change, indicator: Indicator, language: Language): string {
	if (isUnchanged(change, indicator)) return m.briefing_level();
	const amount = amountText(change, indicator, language);
	if (change.kind === 'relative')
		return change.direction === 'up' ? m.briefing_grew({ amount }) : m.briefing_fell({ amount });
	if (indicator.unit.en === '%')
		return change.direction === 'up' ? m.briefing_raised({ amount }) : m.briefing_lowered({ amount });
	return change.direction === 'up' ? m.briefing_gained({ amount }) : m.briefing_lost({ amount });
}

/** What a briefing compares with: the year before a year is the same period a year earlier. */
export function againstOf({ filters }: Scope): 'previous' | 'year' {
	return filters.comparison === 'previous' && readPeriod(filters.period)?.kind !== 'year' ? 'previous' : 'year';
}

/** A move with what it is against: 同比增长8.2%, 与上年同期持平; of a small base in its unit: 比上年同期增加5项. */
export function comparedText(measured: Measured, scope: Scope): string {
	const { change, indicator, likeForLike } = measured;
	if (!change) return '';
	const { value, base } = sidesOfChange({
		value: measured.now?.value ?? null,
		base: measured.base?.value ?? null,
		likeForLike
	});
	const { language } = scope;
	const previous = againstOf(scope) === 'previous';
	if (isUnchanged(change, indicator)) return previous ? m.briefing_level_previous() : m.briefing_level_year();
	if (change.kind === 'relative' && Math.abs(base ?? 0) < leastBase) {
		const amount = valueText(Math.abs((value ?? 0) - (base ?? 0)), indicator, language);
		const more = previous ? m.briefing_more_previous : m.briefing_more_year;
		const fewer = previous ? m.briefing_fewer_previous : m.briefing_fewer_year;
		return (change.direction === 'up' ? more : fewer)({ amount });
	}
	const move = moveText(change, indicator, language);
	return previous ? m.briefing_against_previous({ move }) : m.briefing_against_year({ move });
}

/** Names in a row; beyond `most` their number is said. */
export function namesText(names: readonly string[], most = mostNamed): string {
	const shown = listText(names.slice(0, most));
	return names.length > most ? m.briefing_names_more({ names: shown, count: names.length }) : shown;
}

/** The period as a sentence begins with it: 2024年; in Q3 2026; in the year up to Q3 2026. */
export function whenText(scope: Scope): string {
	const { language, filters, spans } = scope;
	if (language === 'zh') return shownPeriod(scope);
	const period = periodTitle(filters.period, language);
	if (spans.current.length < 2)
		return readRange(filters.period) ? m.briefing_over({ period }) : m.briefing_in({ period });
	return filters.comparison === 'cumulative' ? m.briefing_in_all({ period }) : m.briefing_in_year({ period });
}

/** A region as the whole that a rank is within: 全市, 全省, 全国. English has no such words. */
export function wholeName(name: string, language: Language): string {
	if (language === 'en' || name.startsWith('全')) return name;
	const kind = /(省|市|州|县|区|集团|公司|车间)$/.exec(name)?.[1];
	return kind ? `全${kind}` : name;
}

/** 1st, 2nd, 3rd, 11th; Chinese says 第1位 in its message. */
export function ordinal(rank: number, language: Language): string {
	if (language === 'zh') return String(rank);
	const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
	return `${rank}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(rank)]}`;
}

/** A figure to its last digit, with its unit. */
export function citedValue(value: number | null | undefined, indicator: Indicator, language: Language): string {
	if (value === null || value === undefined) return m.briefing_no_data();
	const unit = unitBeside(indicator, language);
	const percent = indicator.unit[language] === '%' ? '%' : '';
	return `${exactly(value)}${percent}${unit === '' ? '' : ` ${unit}`}`;
}

/** What a sentence about an indicator rests on: the figure, its two sides where it is a ratio, and what it is compared with. */
export function cite({ indicator, question, now, base }: Measured, language: Language): Cited[] {
	const title = indicator.title[language];
	const sides = indicator.denominator
		? [
				{ name: m.briefing_numerator({ title }), value: exactly(now?.numerator ?? null) },
				{ name: m.briefing_denominator({ title }), value: exactly(now?.denominator ?? null) }
			]
		: [];
	const then = base ? [{ name: m.briefing_base({ title }), value: citedValue(base.value, indicator, language) }] : [];
	const own = { name: title, value: citedValue(now?.value, indicator, language), question: now ? question : null };
	return [own, ...sides, ...then];
}
