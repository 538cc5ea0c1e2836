import { plainText } from './characters.ts';
import { chineseNumber } from './chinese-number.ts';
import { multiplyDecimals, shiftDecimal } from './decimal.ts';

/** A figure as a person wrote it. */
export interface ReadNumber {
	/** Plain decimal text, multipliers such as 万 applied. */
	readonly value: string;
	/** `>` 余 多 超, `≥` 以上, `≈` 约 左右, `<` 不足 近, `≤` 以下; '' for an exact figure. */
	readonly qualifier: string;
	/** What stood after the number: 人, %, … */
	readonly unit: string;
	readonly percent: boolean;
	/** 万, 亿 and the like were written in the cell, so the unit of the header does not apply again. */
	readonly scaled: boolean;
	/** Scientific notation: digits beyond those shown are unknown. */
	readonly scientific: boolean;
}

const before: readonly (readonly [RegExp, string])[] = [
	[/^(?:约|大约|大概|近似|约为|≈|~|～)/, '≈'],
	[/^(?:超过|超|逾|突破|高于|多于|大于|>|＞)/, '>'],
	[/^(?:不少于|不低于|至少|≥|>=)/, '≥'],
	[/^(?:不足|不到|近|少于|低于|小于|<|＜)/, '<'],
	[/^(?:不超过|不高于|至多|最多|≤|<=)/, '≤']
];
const after: readonly (readonly [RegExp, string])[] = [
	[/^(?:余|多|来)/, '>'],
	[/^(?:以上|及以上|\+)/, '≥'],
	[/^(?:左右|上下)/, '≈'],
	[/^(?:以下|以内|及以下)/, '≤']
];
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
const figure = /^[-+−]?(?:\d{1,3}(?:[,，' ]\d{3})+(?!\d)|\d+)?(?:\.\d*)?(?:[eE][-+]?\d+)?/;

/** Reads a figure, null when the text is none. */
export function readNumber(input: string): ReadNumber | null {
	let text = plainText(input).replace(/\s+(?=[^\d])|(?<=[^\d])\s+/g, '');
	let qualifier = '';
	const take = (list: readonly (readonly [RegExp, string])[]) => {
		for (const [pattern, sign] of list) {
			const match = pattern.exec(text);
			if (match && match[0].length < text.length + (list === after ? 1 : 0)) {
				text = text.slice(match[0].length);
				qualifier = sign;
				return;
			}
		}
	};
	// Longest first: 不超过 before 超过 and 超, >= before >.
	take([...before].reverse());
	let negative = false;
	const bracketed = /^[(（](\d[\d,.]*)[)）]$/.exec(text);
	if (bracketed) {
		negative = true;
		text = bracketed[1] ?? '';
	}
	text = text.replace(/^[¥￥$]/, '');
	const found = figure.exec(text)?.[0] ?? '';
	let value: string | null;
	let scientific = false;
	let scaled = false;
	if (/\d/.test(found)) {
		scientific = /[eE]/.test(found);
		value = scientific ? fromScientific(found) : shiftDecimal(found.replace(/[,，' ]/g, '').replace('−', '-'), 0);
		text = text.slice(found.length);
	} else {
		const words = /^[〇零一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]+/.exec(text)?.[0] ?? '';
		value = chineseNumber(words);
		scaled = /[万亿]/.test(words);
		text = text.slice(words.length);
	}
	if (value === null) return null;
	take(after);
	let power = 0;
	for (let next = powers[text[0] ?? '']; next !== undefined; next = powers[text[0] ?? '']) {
		power += next;
		text = text.slice(1);
	}
	if (power > 0) scaled = true;
	if (power > 0) value = shiftDecimal(value, power) as string;
	if (qualifier === '') take(after);
	const percent = /^[%％]/.test(text);
	if (percent) text = text.slice(1);
	if (percent && qualifier === '') take(after);
	let unit = text;
	if (unit !== '' && qualifier === '') {
		const trailing = /^(.*?)(?:以上|及以上|左右|以下|以内)$/.exec(unit);
		if (trailing) {
			text = unit.slice((trailing[1] ?? '').length);
			take(after);
			unit = trailing[1] ?? '';
		}
	}
	if (/[\d"'<>=;]/.test(unit) || unit.length > 8) return null;
	if (negative) value = multiplyDecimals(value, '-1');
	return { value, qualifier, unit: percent ? '%' + unit : unit, percent, scaled, scientific };
}

/** 3.7E+05 → 370000. Exponents beyond any figure of this domain are refused. */
function fromScientific(text: string): string | null {
	const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
	const power = Number(exponent);
	return Math.abs(power) > 30 ? null : shiftDecimal(mantissa, power);
}
