import { periodAt, periodOfMonths, readPeriod, readRange, writePeriod, type Months } from './period-code.ts';
import { serialMonth, tidyPeriod } from './period-text.ts';

/** A period as read: its code, whether figures run from the beginning of the year, whether they hold as of its end. */
export interface ParsedPeriod {
	readonly code: string;
	readonly cumulative: boolean;
	readonly asOf: boolean;
}

/** How texts without a year are completed and which year 2024年度 is. */
export interface PeriodOptions {
	/** Years run from 1 October to 30 September: 1-9月 is no year to date then. */
	readonly unionYear?: boolean;
	/** The year of texts such as 第一季度 and 5月. */
	readonly defaultYear?: number;
}

/** Months of one year, 0–11, both included, and the length of the periods that the text counts in. */
interface Span {
	readonly first: number;
	readonly last: number;
	readonly named: Months['kind'];
}

const quarters = (first: string, last: string): Span => ({
	first: (Number(first) - 1) * 3,
	last: Number(last) * 3 - 1,
	named: 'quarter'
});
const months = (first: string, last: string): Span => ({
	first: Number(first) - 1,
	last: Number(last) - 1,
	named: 'month'
});

/** What may follow the year, and the months that it means. */
const spellings: readonly [pattern: RegExp, read: (first: string, last: string) => Span][] = [
	[/^(?:全年|整年)?$/, () => ({ first: 0, last: 11, named: 'year' })],
	[/^[上前]半年$|^h1$/, () => ({ first: 0, last: 5, named: 'half' })],
	[/^[下后]半年$|^h2$/, () => ({ first: 6, last: 11, named: 'half' })],
	[/^(?:第?0?([1-4])季度?|q([1-4]))$/, (quarter) => quarters(quarter, quarter)],
	[/^前([1-4])个?季度?$/, (last) => quarters('1', last)],
	[/^前两个?季度?$/, () => quarters('1', '2')],
	[/^第?q?([1-4])季?度?[-~]第?q?([1-4])季度?$/, quarters],
	[/^q([1-4])[-~]q?([1-4])$/, quarters],
	[/^(\d{1,2})月?份?[-~](\d{1,2})月份?$/, months],
	[/^前(\d{1,2})个?月$/, (last) => months('1', last)],
	[/^(\d{1,2})月份?$/, (month) => months(month, month)]
];

/** Below a four-digit year a bare month number is enough: 2024-05, 2024.5, 2024/5. */
const bareMonth = /^[-./](\d{1,2})$/;

/** 2024.01-09, 2024年1-9: the unit is left out, the year is not. */
const bareMonths = /^[./年](\d{1,2})[-~](\d{1,2})$|^-(\d{1,2})~(\d{1,2})$/;
/** 9月30日, the end of a stretch whose beginning names the year. */
const bareDay = /^(\d{1,2})月(\d{1,2})日?$/;

/** The months of a text without from–to across years; null when it cannot be read. */
function readSpan(body: string, defaultYear: number | undefined): ({ year: number } & Span) | null {
	const dated =
		/^(\d{4})(?:([-./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d\d)(\d\d)?)(?:t.*|\d{2}:.*)?$/.exec(body);
	const [, , , monthA, dayA, monthB, dayB, monthC, dayC] = dated ?? [];
	const month = monthA ?? monthB ?? monthC;
	if (dated && month) {
		const day = Number(dayA ?? dayB ?? dayC ?? 1);
		const real = day >= 1 && day <= new Date(Date.UTC(Number(dated[1]), Number(month), 0)).getUTCDate();
		return real ? plausible(Number(dated[1]), months(month, month)) : null;
	}
	const [, four, two] = /^(?:(\d{4})|(\d{2})(?=年|q[1-4]$|h[12]$))/.exec(body) ?? [];
	const year = four ? Number(four) : two ? 2000 + Number(two) : defaultYear;
	if (year === undefined) return null;
	const rest = body.slice((four ?? two ?? '').length).replace(/^年?度?/, '');
	const bare = four ? bareMonth.exec(rest) : null;
	if (bare?.[1]) return plausible(year, months(bare[1], bare[1]));
	const both = four ? bareMonths.exec(body.slice(4)) : null;
	if (both) return plausible(year, months(both[1] ?? both[3] ?? '', both[2] ?? both[4] ?? ''));
	const day = four || two ? null : bareDay.exec(body);
	if (day?.[1]) return plausible(year, months(day[1], day[1]));
	for (const [pattern, read] of spellings) {
		const found = pattern.exec(rest.replace(/^[-./]/, ''));
		if (!found || (rest === '' && !four && !two)) continue;
		const [first = '', last = ''] = found.slice(1).filter((group) => group !== undefined);
		return plausible(year, read(first, last));
	}
	return null;
}

function plausible(year: number, span: Span): ({ year: number } & Span) | null {
	const ordered = span.first >= 0 && span.first <= span.last && span.last <= 11;
	return ordered && year >= 1900 && year <= 2100 ? { year, ...span } : null;
}

/** A text with both ends: 2018-2023, 2024.1-2024.3, 2023Q4~2024Q1; the end may leave out the year. */
function readBoth(body: string, defaultYear: number | undefined): string | null {
	for (const mark of body.matchAll(/[-~/]/g)) {
		const first = readSpan(body.slice(0, mark.index), defaultYear);
		const last = first && readSpan(body.slice(mark.index + 1), first.year);
		if (!first || !last) continue;
		const [from, end] = [first.year * 12 + first.first, last.year * 12 + last.last];
		if (from > last.year * 12 + last.first) continue;
		const years = first.named === 'year' && last.named === 'year' && first.year < last.year;
		return years ? `${writePeriod(periodAt('year', from))}/${last.year}` : periodOfMonths(from, end);
	}
	return null;
}

/** No period is written in more characters; a whole paragraph is not searched for one. */
const longestText = 100;

/**
 * Reads a period in any spelling people use; null when the text says no period or needs a year that is not given.
 * A stretch from January that is no quarter, half or year is cumulative up to its end: 1-9月 → 2024Q3, cumulative.
 */
export function parsePeriod(text: string, options: PeriodOptions = {}): ParsedPeriod | null {
	if (text.length > longestText) return null;
	const plan = fiveYearPlan(text);
	if (plan) return plan;
	const { body, cumulative, asOf } = tidyPeriod(text);
	if (body === '') return null;
	const serial = serialMonth(body);
	if (serial !== null) return { code: writePeriod(periodAt('month', serial)), cumulative, asOf };
	const union = options.unionYear ? unionYear(body) : null;
	if (union) return { code: union, cumulative: false, asOf };
	const span = readSpan(body, options.defaultYear);
	if (span) return { ...fromSpan(span, cumulative, options.unionYear === true), asOf };
	if (readRange(body.toUpperCase())) return { code: body.toUpperCase(), cumulative: false, asOf };
	const both = readBoth(body, options.defaultYear);
	return both === null ? null : { code: both, cumulative: cumulative && readPeriod(both)?.kind === 'month', asOf };
}

/** 2023-2024年度 is one year that begins in October 2023. */
function unionYear(body: string): string | null {
	const [, first, last] = /^(\d{4})年?[-~/](\d{4}|\d{2})年度$/.exec(body) ?? [];
	if (!first || !last) return null;
	const year = String(Number(first) + 1);
	return year.endsWith(last) ? year : null;
}

/** 十四五 is 2021 to 2025, 十四五末 the end of 2025. */
function fiveYearPlan(text: string): ParsedPeriod | null {
	const found = /^["“”']?十([一二三四五六])五["“”']?(?:时期|期间|规划期?间?)?(期?末|底)?$/.exec(
		text.normalize('NFKC').trim()
	);
	if (!found) return null;
	const first = 1951 + 5 * (11 + '一二三四五六'.indexOf(found[1] ?? ''));
	const asOf = found[2] !== undefined;
	return { code: asOf ? String(first + 4) : `${first}/${first + 4}`, cumulative: false, asOf };
}

function fromSpan(span: { year: number } & Span, cumulative: boolean, unionYear: boolean) {
	const { year, first, last, named } = span;
	const [from, to] = [year * 12 + first, year * 12 + last];
	const plain = periodOfMonths(from, to);
	if (named === 'year' || named === 'half') {
		return { code: named === 'year' ? writePeriod({ kind: 'year', year, part: 1 }) : plain, cumulative: false };
	}
	const length = last - first + 1;
	const single = named === 'quarter' ? length === 3 : length === 1;
	if (single) return { code: plain, cumulative: cumulative && last > (named === 'quarter' ? 2 : 0) };
	const unnamed = readPeriod(plain) === null;
	if (first > 0 || unionYear || (!unnamed && !cumulative) || length === 3) return { code: plain, cumulative: false };
	const end = (last + 1) % 3 === 0 ? 'quarter' : 'month';
	return { code: writePeriod(periodAt(end, end === 'quarter' ? to - 2 : to)), cumulative: true };
}
