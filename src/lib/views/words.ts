import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Comparison } from '#lib/filters/filters.ts';
import { m } from '#lib/messages/generated/messages.js';
import { getLocale } from '#lib/messages/generated/runtime.js';
import { isUnchanged, remarkText, type Change, type GuardedChange } from './change.ts';
import { withheldTitle } from './comparability.ts';

/** The language of the page. */
export function pageLanguage(): Language {
	return getLocale() === 'en' ? 'en' : 'zh';
}

function digitsOf(indicator: Indicator): { digits?: number } {
	return indicator.kind === 'ratio' ? { digits: indicator.digits } : {};
}

/** A value of an indicator without its unit, as it stands at a mark; percent signs stay. — when missing. */
export function bare(value: number | null, indicator: Indicator, language: Language): string {
	const percent = indicator.unit[language] === '%' ? { unit: '%' } : {};
	return formatNumber(value, language, { ...digitsOf(indicator), ...percent });
}

/** A printed round value of a scale, at an axis or in a legend: 0.5 and 200 where a mark has 0.50 and 200.00. */
export function atScale(text: string): string {
	return text.replace(/\.(\d*?)0+(?=\D*$)/, (_, digits: string) => (digits ? `.${digits}` : ''));
}

/** A value of an indicator with its unit, as it stands in a sentence. */
export function withUnit(value: number | null, indicator: Indicator, language: Language): string {
	return formatNumber(value, language, { ...digitsOf(indicator), unit: indicator.unit });
}

/** A value beside the indicator's title: the unit is said by the title already in English, not always in Chinese. */
export function inSentence(value: number | null, indicator: Indicator, language: Language): string {
	return language === 'en' ? bare(value, indicator, language) : withUnit(value, indicator, language);
}

/** A title within a sentence: small in English. */
export function titleInSentence(title: string, language: Language): string {
	return language === 'en' && !/^.[A-Z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** The unit beside a large figure; empty where the figure carries it already. */
export function unitBeside(indicator: Indicator, language: Language): string {
	return indicator.unit[language] === '%' ? '' : indicator.unit[language];
}

/** A column's title with its unit, where the title does not say it already: 建议实施（件）, 参赛人次. */
export function titleWithUnit(indicator: Indicator, language: Language): string {
	return headWithUnit(indicator.short[language], unitBeside(indicator, language));
}

/** The head of a column: its title, with the unit where the title does not say it already. */
export function headWithUnit(title: string, unit: string): string {
	return unit === '' || title.toLowerCase().includes(unit.toLowerCase()) ? title : m.column_with_unit({ title, unit });
}

/** Every digit of a value, for the clipboard and for tooltips. */
export function exactly(value: number | null): string {
	return formatExact(value);
}

const inTenThousands = (value: number) => Math.abs(value) >= 1e7 && Number.isInteger(value / 100);

/** A value as a table prints it, exactly: 430,488; 1,882.67万 where it was reported so; ratios by their own rule. */
export function inTable(value: number | null, indicator: Indicator, language: Language): string {
	if (value === null || indicator.kind === 'ratio') return bare(value, indicator, language);
	return language === 'zh' && inTenThousands(value) ? `${formatExact(value / 1e4)}万` : formatExact(value);
}

/** Digits after the point that a figure has, four at most; columns can be long, so that nothing is printed for it. */
function placesOf(value: number): number {
	if (Number.isInteger(value)) return 0;
	const whole = Number(value.toFixed(4));
	return [0, 1, 2, 3].find((digits) => Number(value.toFixed(digits)) === whole) ?? 4;
}

/** How a column prints figures to the last digit: all with as many after the point as the one that has most. */
export function alignedText(values: readonly (number | null)[]): (value: number | null) => string {
	const most = values.reduce<number>((digits, value) => Math.max(digits, value === null ? 0 : placesOf(value)), 0);
	return (value) => formatNumber(value, 'en', { digits: value === null ? most : Math.max(most, placesOf(value)) });
}

/** How a column prints its values: all in 万 where the large ones are reported so, else all to the last digit. */
export function columnText(
	values: readonly (number | null)[],
	indicator: Indicator,
	language: Language
): (value: number | null) => string {
	const known = values.filter((value) => value !== null);
	const scaled =
		language === 'zh' && known.some(inTenThousands) && known.every((value) => Number.isInteger(value / 100));
	if (indicator.kind === 'ratio') return (value) => bare(value, indicator, language);
	if (!scaled) return alignedText(values);
	return (value) => (value === null ? formatExact(null) : `${formatNumber(value / 1e4, 'en', { digits: 2 })}万`);
}

function signed(amount: number, digits: number): string {
	const places = Math.abs(amount) < 0.5 / 10 ** digits ? digits + 1 : digits;
	return `${amount < 0 ? '−' : '+'}${formatNumber(Math.abs(amount), 'en', { digits: places })}`;
}

/** From here on a rise is told in times: +52.3 倍 rather than +5,230.0%. */
const mostPercent = 10;

/** By how much: +8.2%, −1.2 个百分点, +0.12 次/人. Small changes get a second digit rather than +0.0%; smaller ones are none: 持平. */
export function changeText(change: Change, indicator: Indicator, language: Language): string {
	if (isUnchanged(change, indicator)) return m.change_same();
	if (change.kind === 'relative' && change.amount >= mostPercent)
		return m.change_times({ times: formatNumber(change.amount, 'en', { digits: 1 }) });
	if (change.kind === 'relative') return `${signed(change.amount * 100, 1)}%`;
	const amount = signed(change.amount, Math.max(1, indicator.digits));
	return indicator.unit[language] === '%' ? m.change_points({ amount }) : `${amount} ${indicator.unit[language]}`;
}

/** A change as a clause of a sentence: 同比 +8.2%, 同比持平. */
function changeClause(change: Change, against: string, indicator: Indicator, language: Language): string {
	if (isUnchanged(change, indicator)) return m.lead_same({ against });
	return m.lead_change({ against, change: changeText(change, indicator, language) });
}

/** How a figure moved as clauses of a sentence, with what there is to say about that; none where nothing is compared with. */
export function changeClauses(
	guarded: Partial<GuardedChange>,
	now: { readonly complete: boolean | null } | null,
	against: string | null,
	indicator: Indicator,
	language: Language
): (string | null)[] {
	if (!against) return [];
	const { change = null, remark = null } = guarded;
	return [
		change && changeClause(change, against, indicator, language),
		remarkText({ ...guarded, change, remark }, now, language)
	];
}

/** A change as a table prints it: 不可比 where it is withheld, — where there is nothing to compare. */
export function changeCell(
	{ change, remark }: Partial<GuardedChange>,
	indicator: Indicator,
	language: Language
): string {
	if (change) return changeText(change, indicator, language);
	return remark?.state === 'withheld' ? withheldTitle[language] : '—';
}

/** What is compared with: 同比, 环比, 累计同比; null for nothing. */
export function comparisonWord(comparison: Comparison): string | null {
	if (comparison === 'none' || comparison === 'cumulative') return null;
	return { yoy: m.comparison_yoy, previous: m.comparison_previous, ytd: m.comparison_ytd }[comparison]();
}

/** What a column of changes is called: 同比, 同比（同口径） where any of them is of those alone who reported both times. */
export function changeTitle(against: string, moved: readonly Pick<GuardedChange, 'likeForLike'>[]): string {
	return moved.some(({ likeForLike }) => likeForLike) ? m.like_for_like({ text: against }) : against;
}

/** Names of equals: up to three in full, of more the first and how many. */
export function namesOfEquals(names: readonly string[]): string {
	const [first = ''] = names;
	return names.length > 3 ? m.finding_several({ name: first, count: names.length }) : names.join(m.name_joint());
}

/** A name that ends in a full stop, Co., has no second one behind it. */
export function oneStop(text: string): string {
	return text.replace(/(?<!\.)\.\.(?=\s|$)/g, '.');
}

/** Clauses as one sentence, with the commas and the full stop of the language. Empty ones are left out. */
export function sentence(...clauses: readonly (string | null | undefined | false)[]): string {
	const said = clauses.filter((clause): clause is string => !!clause);
	return oneStop(m.sentence_end({ text: said.join(m.sentence_comma()) }));
}
