import type { Bilingual, Language } from './language.ts';

/** Shown for a value that is not known. Never 0. */
export const missing = '—';

/** What a formatted figure may be told: the unit behind it and the digits after the point of ratios. */
export interface NumberOptions {
	readonly unit?: Bilingual | string;
	/** Digits after the point; without it at most four significant digits. */
	readonly digits?: number;
}

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, options: Intl.NumberFormatOptions): string {
	const key = JSON.stringify(options);
	const known = formats.get(key) ?? new Intl.NumberFormat('en-US', options);
	formats.set(key, known);
	return known.format(value).replace('-', '−');
}

/** The largest scale that the rounded figure reaches, so that 99999.9 is 10万 and not 100000. */
function scaled(value: number, scales: readonly { readonly from: number; readonly name: string }[]): string {
	for (const { from, name } of scales) {
		const part = value / from;
		if (Math.abs(Number(part.toPrecision(4))) >= 1) return format(part, { maximumSignificantDigits: 4 }) + name;
	}
	return format(value, { maximumSignificantDigits: Math.abs(value) >= 1000 ? 6 : 4 });
}

const scales = {
	zh: [
		{ from: 1e8, name: '亿' },
		{ from: 1e4, name: '万' }
	],
	en: [
		{ from: 1e9, name: ' billion' },
		{ from: 1e6, name: ' million' }
	]
} as const;

/**
 * A figure for people: 万 and 亿 in Chinese, thousands separators and million in English, at most four significant
 * digits; with `digits` a fixed number of places. A missing value is a dash.
 */
export function formatNumber(
	value: number | null | undefined,
	language: Language,
	options: NumberOptions = {}
): string {
	if (value === null || value === undefined || !Number.isFinite(value)) return missing;
	const { digits } = options;
	const text =
		digits === undefined
			? scaled(value, scales[language])
			: format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
	return text + unitSuffix(options.unit, language, /\p{L}$/u.test(text));
}

/** The unit behind a figure: percent signs and units after 万 stand close, others after a thin space. */
function unitSuffix(unit: Bilingual | string | undefined, language: Language, afterWord: boolean): string {
	const text = typeof unit === 'string' ? unit : unit?.[language];
	if (!text) return '';
	if (/^[%‰]/.test(text)) return text;
	if (language === 'en') return ` ${text}`;
	return afterWord ? text : `\u2009${text}`;
}

/** Every digit of a figure, grouped by thousands; decimal text keeps its digits beyond those of a double. */
export function formatExact(value: number | string | null | undefined): string {
	if (value === null || value === undefined || value === '') return missing;
	if (typeof value === 'number') return Number.isFinite(value) ? format(value, { maximumFractionDigits: 4 }) : missing;
	const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
	if (!parts) return value;
	const fraction = (parts[3] ?? '').replace(/0+$/, '');
	const whole = (parts[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
	return `${parts[1] ? '−' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** A share (0.317) as percent text: 31.7%. */
export function formatShare(share: number | null | undefined, digits = 1): string {
	if (share === null || share === undefined || !Number.isFinite(share)) return missing;
	return `${format(share * 100, { minimumFractionDigits: digits, maximumFractionDigits: digits })}%`;
}
