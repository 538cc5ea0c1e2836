import { formatExact, missing } from '#lib/format/number.ts';
import type { Bilingual, Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { known, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import { decimalText, multiply, toExact } from '#lib/leaderboard/fraction.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';

/** How the values of a field are written. */
export interface FieldUnit {
	readonly title?: Bilingual;
	readonly unit: Bilingual;
	/** What a value is multiplied by for the unit. */
	readonly scale: number;
	/** Decimals; null: as many as the value has. */
	readonly digits: number | null;
	/** duration: seconds, read as 1:28:05. */
	readonly as?: 'duration';
}

/** Units by field of a board's values; what is not there has none. */
export type FieldUnits = Readonly<Record<string, FieldUnit>>;

/** Decimals shown of values that do not end and have no rule of their own. */
const usualDigits = 2;
const mostDigits = 4;
const percent = { zh: '%', en: '%' };
const points = { zh: '个百分点', en: 'percentage points' };

/** What a board's values are measured in: those of indicators, and what the rules make of them. */
export function fieldUnits(rules: BoardRules, indicators: Readonly<Record<string, Indicator>>): FieldUnits {
	const units: Record<string, FieldUnit> = {};
	for (const [field, { unit, scale, digits, kind, short }] of Object.entries(indicators))
		units[field] = {
			title: short,
			unit,
			scale: kind === 'ratio' ? scale : 1,
			digits: kind === 'ratio' ? digits : null
		};
	if (rules.kind === 'results')
		units['time'] ??= { unit: { zh: '秒', en: 's' }, scale: 1, digits: null, as: 'duration' };
	const { progress, combined } = rules;
	const base = progress && units[progress.field];
	if (progress?.as === 'relative') units['improvement'] = { unit: percent, scale: 100, digits: 1 };
	else if (base) units['improvement'] = { ...base, unit: base.unit.zh === '%' ? points : base.unit };
	if (combined) units['index'] = { unit: { zh: '', en: '' }, scale: 1, digits: usualDigits };
	return units;
}

/** A value as decimal text in the unit that it is shown in, rounded for display only; null where there is none. */
export function shownDecimal(unit: FieldUnit | undefined, value: Exact | null | undefined): string | null {
	const there = known(value);
	if (there === null) return null;
	const fraction = multiply(toFraction(there), { top: BigInt(unit?.scale ?? 1), bottom: 1n });
	if (unit && unit.digits !== null) return decimalText(fraction, unit.digits);
	const exact = toExact(fraction);
	if (typeof exact === 'object') return decimalText(fraction, usualDigits);
	return /\.\d{5,}$/.test(String(exact)) ? decimalText(fraction, mostDigits) : String(exact);
}

/** A value for people, grouped by thousands, with a percent sign; other units stand in headings. — where it is missing. */
export function boardValue(unit: FieldUnit | undefined, value: Exact | null | undefined, language: Language): string {
	const text = shownDecimal(unit, value);
	if (text === null) return missing;
	if (unit?.as === 'duration') return durationText(text);
	const [whole = '', digits] = text.split('.');
	// Digits that a rule sets stay, zeros included: 3.50 stands above 3.49.
	const grouped = formatExact(whole) + (digits === undefined ? '' : `.${digits}`);
	const sign = unit?.unit[language] ?? '';
	return /^[%‰]/.test(sign) ? grouped + sign : grouped;
}

/** Seconds as people read them: 1:28:05, 12:30, 12:30.5. */
function durationText(seconds: string): string {
	const [whole = '0', part] = seconds.split('.');
	const count = Number(whole);
	const two = (value: number) => String(value).padStart(2, '0');
	const [hours, minutes] = [Math.floor(count / 3600), Math.floor(count / 60) % 60];
	const text = hours > 0 ? `${hours}:${two(minutes)}:${two(count % 60)}` : `${minutes}:${two(count % 60)}`;
	return part === undefined ? text : `${text}.${part}`;
}

/** The unit with as many decimals for all values as the longest of them has, so that they line up. */
export function evenUnit(unit: FieldUnit | undefined, values: readonly (Exact | null | undefined)[]): FieldUnit {
	const plain = unit ?? { unit: { zh: '', en: '' }, scale: 1, digits: null };
	if (plain.digits !== null || plain.as) return plain;
	const decimals = values.map((value) => shownDecimal(plain, value)?.split('.')[1]?.length ?? 0);
	return { ...plain, digits: decimals.reduce((most, count) => Math.max(most, count), 0) };
}
