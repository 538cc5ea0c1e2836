import { plainText } from './characters.ts';
import { chineseNumber, chineseNumerals } from './chinese-number.ts';
import { addDecimals, multiplyDecimals, shiftDecimal } from './decimal.ts';

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

type Sign = readonly [pattern: RegExp, sign: string];

/** The longer before the shorter: 不超过 before 超过 and 超, >= before >. */
const before: readonly Sign[] = [
	[/^(?:不超过|不高于|不大于|不多于|小于等于|至多|最多|≤|⩽|≦|<=|=<)/, '≤'],
	[/^(?:不少于|不低于|不小于|大于等于|至少|最少|≥|⩾|≧|>=|=>)/, '≥'],
	[/^(?:上)(?=[百千万亿])/, '≥'],
	[/^(?:大约|大概|近似|约为|约有|约计|约|≈|~|～)/, '≈'],
	[/^(?:不足|不到|不满|未满|将近|接近|几近|近|少于|低于|小于|<|＜)/, '<'],
	[/^(?:超过|超|逾|突破|高于|多于|大于|不止|>|＞)/, '>']
];
const after: readonly Sign[] = [
	[/^(?:及以上|或以上|以上|\+)/, '≥'],
	[/^(?:及以下|或以下|以下|以内|之内)/, '≤'],
	[/^(?:左右|上下|许)/, '≈'],
	[/^(?:有余|余|多|来|强)(?!为)/, '>'],
	[/^(?:不到|弱)/, '<']
];
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };
/** 1,234,567 · 1'234'567 · 1 234 567 · 1，2345，6789 (by 万) · 1234.5 · 3.7E+05 */
const figure =
	/^[-+−]?(?:\d{1,3}(?:[,，'’` ]\d{3})+(?!\d)|\d{1,4}(?:[,，]\d{4})+(?!\d)|\d+)?(?:\.\d*)?(?:[eE][-+]?\d+)?/;
const numerals = new RegExp(`^[${chineseNumerals}]+`);
const smallerPart = /^\d+(?:\.\d+)?(?=[十百千万亿])/;
const negativeMark = /^(?:负|△|▲)/;

/** What is left of a text while it is read, and the qualifier met so far. */
class Rest {
	text: string;
	qualifier = '';

	constructor(text: string) {
		this.text = text;
	}

	take(signs: readonly Sign[], needsMore: boolean): void {
		for (const [pattern, sign] of signs) {
			const match = pattern.exec(this.text);
			if (!match || (needsMore && match[0].length === this.text.length)) continue;
			this.text = this.text.slice(match[0].length);
			this.qualifier = sign;
			return;
		}
	}

	/** 万, 百万, 亿 … as a power of ten. */
	takePower(): number {
		let power = 0;
		for (let next = powers[this.text[0] ?? '']; next !== undefined; next = powers[this.text[0] ?? '']) {
			power += next;
			this.text = this.text.slice(1);
		}
		return power;
	}
}

/** Reads a figure, null when the text is none. */
export function readNumber(input: string): ReadNumber | null {
	const rest = new Rest(plainText(input).replace(/\s+(?=[^\d])|(?<=[^\d])\s+/g, ''));
	rest.take(before, true);
	const negative = takeNegative(rest);
	rest.text = rest.text.replace(/^(?:[¥￥$]|人民币|rmb)/i, '');
	const permille = rest.text.startsWith('千分之');
	const spokenPercent = permille || rest.text.startsWith('百分之');
	if (spokenPercent) rest.text = rest.text.slice(3);
	const read = takeFigure(rest);
	if (!read) return null;
	const { scientific } = read;
	let { value, scaled } = read;
	if (rest.qualifier === '') rest.take(after, false);
	const marked = /^[%％‰]/.exec(rest.text)?.[0] ?? '';
	if (marked !== '') rest.text = rest.text.slice(1);
	if (marked === '‰' || permille) value = shiftDecimal(value, -1) as string;
	const percent = marked !== '' || spokenPercent;
	if (percent && rest.qualifier === '') rest.take(after, false);
	const unit = takeUnit(rest);
	if (/[\d"'<>=;]/.test(unit) || unit.length > 8) return null;
	if (negative) value = multiplyDecimals(value, '-1');
	return { value, qualifier: rest.qualifier, unit: percent ? '%' + unit : unit, percent, scaled, scientific };
}

/** (1,234), 负5, △5 and 5- of accounts; the rest is unsigned then. */
function takeNegative(rest: Rest): boolean {
	const bracketed = /^[(（]([¥￥$]?\d[\d,，.]*[%％万亿]?)[)）]([^()（）]*)$/.exec(rest.text);
	if (bracketed) rest.text = `${bracketed[1]}${bracketed[2]}`;
	else if (negativeMark.test(rest.text)) rest.text = rest.text.replace(negativeMark, '');
	else if (/^\d[\d,，.]*-$/.test(rest.text)) rest.text = rest.text.slice(0, -1);
	else return false;
	return true;
}

/** The number itself with its 万 and 亿: 1882.67万, 1亿2000万, 二百三十, 8万多. */
function takeFigure(rest: Rest): { value: string; scaled: boolean; scientific: boolean } | null {
	const found = figure.exec(rest.text)?.[0] ?? '';
	if (!/\d/.test(found)) return takeWords(rest);
	const scientific = /[eE]/.test(found);
	let value = scientific ? fromScientific(found) : shiftDecimal(found.replace(/[,，'’` ]/g, '').replace('−', '-'), 0);
	rest.text = rest.text.slice(found.length);
	if (value === null) return null;
	rest.take(after.slice(3, 4), false);
	let power = rest.takePower();
	if (power > 0) value = shiftDecimal(value, power) as string;
	const scaled = power > 0;
	// 1亿2000万: the parts get smaller, each with its own multiplier.
	let next = scaled ? smallerPart.exec(rest.text) : null;
	while (next) {
		rest.text = rest.text.slice(next[0].length);
		const own = rest.takePower();
		if (own >= power || value.startsWith('-')) return null;
		value = addDecimals(value, shiftDecimal(next[0], own) as string);
		power = own;
		next = smallerPart.exec(rest.text);
	}
	return { value, scaled, scientific };
}

function takeWords(rest: Rest): { value: string; scaled: boolean; scientific: boolean } | null {
	const words = numerals.exec(rest.text)?.[0] ?? '';
	let value = chineseNumber(words);
	if (value === null) return null;
	rest.text = rest.text.slice(words.length);
	rest.take(after.slice(3, 4), false);
	const power = rest.qualifier === '' ? 0 : rest.takePower();
	if (power > 0) value = shiftDecimal(value, power) as string;
	return { value, scaled: power > 0 || /[万萬亿億]/.test(words), scientific: false };
}

/** What is counted; a qualifier may stand behind it: 5万元以上. */
function takeUnit(rest: Rest): string {
	const unit = rest.text;
	if (unit === '' || rest.qualifier !== '') return unit;
	const trailing = /^(.*?)(?:(?:及|或)?以[上下内]|之内|左右|上下)$/.exec(unit);
	if (!trailing) return unit;
	rest.text = unit.slice((trailing[1] ?? '').length);
	rest.take(after, false);
	return trailing[1] ?? '';
}

/** 3.7E+05 → 370000. Exponents beyond any figure of this domain are refused. */
function fromScientific(text: string): string | null {
	const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
	const power = Number(exponent);
	return Math.abs(power) > 30 ? null : shiftDecimal(mantissa.replace('−', '-'), power);
}
