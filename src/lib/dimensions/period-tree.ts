import {
	monthsOf,
	periodAt,
	periodOfMonths,
	readPeriod,
	readRange,
	writePeriod,
	type Months,
	type YearStart
} from './period-code.ts';

/**
 * The next longer period that a period is part of: month › quarter › half › year. Halves are no part of a union year
 * (the second would straddle two), its quarters are. Years and ranges have none.
 */
export function periodParent(code: string, yearStart: YearStart = 'calendar'): string | null {
	const period = readPeriod(code);
	if (!period || period.kind === 'year') return null;
	const { first } = monthsOf(period);
	if (period.kind === 'month') return writePeriod(periodAt('quarter', first));
	if (yearStart === 'union') return period.kind === 'half' ? null : writePeriod(periodAt('year', first + 3));
	return writePeriod(periodAt(period.kind === 'quarter' ? 'half' : 'year', first));
}

/** The direct parts of a period, in order: the codes whose parent it is; of a range, its simple periods. */
export function periodParts(code: string, yearStart: YearStart = 'calendar'): string[] {
	const range = readRange(code);
	if (range) return between(range[0], range[1]);
	const period = readPeriod(code);
	if (!period || period.kind === 'month') return [];
	const kind = { year: yearStart === 'union' ? 'quarter' : 'half', half: 'quarter', quarter: 'month' } as const;
	const { first, count } = monthsOf(period, yearStart);
	const start = periodAt(kind[period.kind], first);
	return between(start, periodAt(kind[period.kind], first + count - 1));
}

/** A period with everything it is part of, nearest first. */
export function periodAncestors(code: string, yearStart: YearStart = 'calendar'): string[] {
	const parent = periodParent(code, yearStart);
	return parent === null ? [code] : [code, ...periodAncestors(parent, yearStart)];
}

/** All simple periods of one kind from the first to the last. */
function between(first: Months, last: Months): string[] {
	const { first: start, count } = monthsOf(first);
	const end = monthsOf(last).first;
	const codes: string[] = [];
	for (let month = start; month <= end; month += count) codes.push(writePeriod(periodAt(first.kind, month)));
	return codes;
}

function shift(code: string, months: (length: number) => number): string {
	const single = readPeriod(code);
	if (single) {
		const { first, count } = monthsOf(single);
		return writePeriod(periodAt(single.kind, first + months(count)));
	}
	const range = readRange(code);
	if (!range) throw new RangeError(`Not a period: ${code}`);
	const end = monthsOf(range[1]);
	const length = end.first + end.count - monthsOf(range[0]).first;
	return range.map((part) => writePeriod(periodAt(part.kind, monthsOf(part).first + months(length)))).join('/');
}

/** The period of the same length just before. */
export function previousPeriod(code: string): string {
	return shift(code, (length) => -length);
}

/** The same months one year earlier. */
export function samePeriodLastYear(code: string): string {
	return shift(code, () => -12);
}

/**
 * The stretch from the beginning of its year to the end of a period: what a cumulative figure stands for.
 * 2024Q2 → 2024H1, 2024Q3 → 2024Q1/2024Q3, 2024-12 → 2024.
 */
export function yearToDate(code: string, yearStart: YearStart = 'calendar'): string {
	const period = readPeriod(code);
	if (!period || period.kind === 'year') return code;
	const { first, count } = monthsOf(period);
	const lag = yearStart === 'union' ? 3 : 0;
	const begin = Math.floor((first + lag) / 12) * 12 - lag;
	if (lag > 0 && first + count - begin === 12) return String(Math.floor((first + lag) / 12)).padStart(4, '0');
	return periodOfMonths(begin, first + count - 1);
}
