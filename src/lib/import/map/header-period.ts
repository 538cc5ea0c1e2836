import {
	parsePeriod,
	previousPeriod,
	samePeriodLastYear,
	type ParsedPeriod,
	type PeriodOptions
} from '#lib/dimensions/period.ts';
import { plainText } from '../normalise/characters.ts';

/** A header with a period in it, and what is left of it without. */
export interface HeaderPeriod {
	readonly period: ParsedPeriod;
	readonly rest: string;
}

const part =
	'(?:第?[一二三四1-4]季度?|前[一二三四1-4]个?季度|[上下]半年|全年|[一1]\\s*[-—–~至]\\s*(?:十[一二]?|[一二三四五六七八九]|\\d{1,2})月份?|(?:十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月份?|Q[1-4]|H[12])';
const year = '(?:截[至止]到?)?(?:19|20)\\d{2}';
const end = '(?:[末底]|累计)*';
/** 2023年, 2023年1-9月累计, 2023Q1, 2023-01, 2018-2023年, 一季度, 上半年 at the beginning or end of a header or in brackets. */
const found = new RegExp(
	`(?:${year}\\s*年?\\s*[-—–~至]\\s*(?:19|20)\\d{2}\\s*年?|${year}(?:\\s*年度?\\s*${part}?|[-_. ]?[QH][1-4]|[-./](?:1[0-2]|0?[1-9])(?!\\d))${end}|${year}(?![\\d元人个户次万亿千百家项件年])|${part}${end})`,
	'gi'
);
/** 2024年以来, 比2023年: another meaning than the year itself. */
const notAfter = /^(?:前|后|以|起|来|比|较|同|度?计划|度?目标|任务)/;
const notBefore = /(?:比|较|同|与|和|自|从|上|至)$/;

/** 本期, 上年同期: periods seen from the one that the file is about. */
const relative: readonly (readonly [pattern: RegExp, period: (current: string) => string])[] = [
	[/上年同期|去年同期|上年同比期/, samePeriodLastYear],
	[/上期|上一期/, previousPeriod],
	[/本期|当期|报告期/, (current) => current]
];

function relativePeriod(text: string, current: ParsedPeriod): HeaderPeriod | null {
	for (const [pattern, periodFrom] of relative) {
		const match = pattern.exec(text);
		if (!match) continue;
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + match[0].length);
		// 比上年同期增长 is a growth, not a figure of that period.
		if (notBefore.test(before) || notAfter.test(after) || /[增减降]/.test(text)) return null;
		if (before !== '' && after !== '' && !/^[)）]/.test(after)) return null;
		const rest = `${before}${after}`.replace(/[(（][)）]/g, '').replace(/^[-—_:：、/|的]+|[-—_:：、/|]+$/g, '');
		return { period: { ...current, code: periodFrom(current.code) }, rest };
	}
	return null;
}

/**
 * Takes the period out of a header: `2023年职工人数` is 职工人数 of 2023. Null when there is none, when there are several,
 * or when the words around it make it something else. Periods without a year take the default year of the options, 本期
 * and 上年同期 are seen from the current period.
 */
export function headerPeriod(
	header: string,
	options: PeriodOptions,
	current: ParsedPeriod | null = null
): HeaderPeriod | null {
	const text = plainText(header).replace(/\s+/g, '');
	const seen = current ? relativePeriod(text, current) : null;
	if (seen) return seen;
	const whole = periodOf(text, options);
	if (whole) return { period: whole, rest: '' };
	const matches = [...text.matchAll(found)];
	const [match] = matches;
	if (!match || matches.length !== 1) return null;
	const before = text.slice(0, match.index);
	const after = text.slice(match.index + match[0].length);
	const inside = before !== '' && after !== '' && !(/[(（]$/.test(before) && /^[)）]/.test(after));
	if (inside || notAfter.test(after) || notBefore.test(before)) return null;
	const period = periodOf(match[0], options);
	if (!period) return null;
	const rest = `${before}${after}`.replace(/[(（][)）]/g, '').replace(/^[-—_:：、/|的]+|[-—_:：、/|]+$/g, '');
	return { period, rest };
}

function periodOf(text: string, options: PeriodOptions): ParsedPeriod | null {
	// 1 and 45413 head columns of numbers, not of months.
	if (/^\d{1,3}$|^\d{5,}$/.test(text)) return null;
	return parsePeriod(text.replace(/[()（）]/g, ''), options);
}
