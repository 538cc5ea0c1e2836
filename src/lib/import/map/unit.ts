import type { Unit } from '#lib/datasets/dataset.ts';
import { plainText } from '../normalise/characters.ts';

/** A unit as written, split into what it counts and the power of ten before it. */
export interface ParsedUnit {
	/** As found, e.g. 万人. */
	readonly text: string;
	/** Without the multiplier: 人, 元, 个. */
	readonly base: string;
	/** 万 → 4. */
	readonly power: number;
	readonly family: Unit;
}

const families: Readonly<Record<string, Unit>> = {
	人次: 'person-time',
	次: 'person-time',
	人: 'person',
	名: 'person',
	位: 'person',
	员: 'person',
	元: 'yuan',
	圆: 'yuan',
	人民币元: 'yuan',
	rmb: 'yuan',
	yuan: 'yuan',
	'%': 'percent',
	百分点: 'percent',
	百分比: 'percent',
	分: 'score',
	秒: 'second',
	s: 'second',
	persons: 'person',
	people: 'person',
	person: 'person',
	个: 'count',
	家: 'unit',
	户: 'unit',
	所: 'unit',
	单位: 'unit',
	处: 'count',
	项: 'item',
	件: 'item',
	条: 'item',
	篇: 'item',
	场: 'count',
	期: 'count',
	座: 'count',
	间: 'studio',
	支: 'count',
	队: 'count',
	枚: 'count',
	张: 'count',
	份: 'count',
	台: 'count',
	套: 'count',
	天: 'other',
	小时: 'other',
	分钟: 'other',
	岁: 'other',
	年: 'other',
	公里: 'other',
	平方米: 'other',
	'个/万人': 'other',
	'元/人': 'other',
	'件/万人': 'other',
	'项/万人': 'other',
	组: 'count',
	批: 'count',
	届: 'count',
	人日: 'other',
	班: 'count',
	门: 'count',
	本: 'count',
	册: 'count',
	吨: 'other',
	只: 'count',
	对: 'count'
};
const multipliers: readonly (readonly [string, number])[] = [
	['百万', 6],
	['千万', 7],
	['十万', 5],
	['十亿', 9],
	['百亿', 10],
	['千亿', 11],
	['万亿', 12],
	['亿', 8],
	['億', 8],
	['万', 4],
	['萬', 4],
	['千', 3],
	['百', 2],
	['十', 1]
];

/** Families that count things; between them a unit is no contradiction. */
const counting = new Set<Unit>(['count', 'unit', 'item', 'studio', 'other']);

/** Reads 万人, （万人）, 单位：万元, 10,000 persons is not attempted. Null when the text is no unit. */
export function parseUnit(input: string): ParsedUnit | null {
	const text = plainText(input)
		.replace(/^[(（[【〔<]+|[)）\]】〕>]+$/g, '')
		.replace(/^(?:计量)?单\s*位\s*[:：]?/, '')
		.replace(/\s+/g, '');
	if (text === '' || text.length > 8) return null;
	const known = families[text.toLowerCase()];
	if (known) return { text, base: text, power: 0, family: known };
	for (const [word, power] of multipliers) {
		if (!text.startsWith(word)) continue;
		const base = text.slice(word.length);
		const family = base === '' ? 'count' : families[base.toLowerCase()];
		if (family) return { text, base, power, family };
	}
	return null;
}

/** Whether figures in unit `found` may be stored in a column of unit `expected`. */
export function unitsAgree(found: Unit, expected: Unit): boolean {
	return (
		found === expected || (counting.has(found) && counting.has(expected)) || agreeingPairs.has(`${found}>${expected}`)
	);
}

/** 次 is said of things as well as of people; 名 and 人 of prizes and places. */
const agreeingPairs = new Set([
	'person-time>count',
	'person-time>item',
	'person>count',
	'count>person-time',
	'person>other',
	'person-time>other',
	'percent>other'
]);

/** Units of a line such as 单位：个、万人, in order; empty when the line is no unit line. */
export function unitLine(cells: readonly string[]): ParsedUnit[] {
	const text = cells
		.map(plainText)
		.filter((cell) => cell !== '')
		.join(' ');
	const match = /(?:计量)?单\s*位\s*[:：]\s*(.+?)[)）]?$/.exec(text);
	if (!match) return [];
	return (match[1] ?? '')
		.split(/[、,，;；/\s]+|和|及/)
		.map(parseUnit)
		.filter((unit) => unit !== null);
}
