import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	isPeriod,
	parsePeriod,
	periodAncestors,
	periodBounds,
	periodKind,
	periodParent,
	periodParts,
	periodTitle,
	previousPeriod,
	samePeriodLastYear,
	yearToDate
} from '#lib/dimensions/period.ts';

test.each([
	['2024', 'year', '2024-01-01', '2024-12-31'],
	['2024H2', 'half', '2024-07-01', '2024-12-31'],
	['2024Q3', 'quarter', '2024-07-01', '2024-09-30'],
	['2024-02', 'month', '2024-02-01', '2024-02-29'],
	['2018/2023', 'range', '2018-01-01', '2023-12-31'],
	['2024Q1/2024Q3', 'range', '2024-01-01', '2024-09-30']
])('%s is a %s from %s to %s', (code, kind, start, end) => {
	expect(periodKind(code)).toBe(kind);
	expect(periodBounds(code)).toEqual({ start, end });
});

test('the statistical year of trade unions ends in September', () => {
	expect(periodBounds('2024', 'union')).toEqual({ start: '2023-10-01', end: '2024-09-30' });
	expect(periodBounds('2024Q1', 'union')).toEqual({ start: '2024-01-01', end: '2024-03-31' });
	expect(periodParts('2024', 'union')).toEqual(['2023Q4', '2024Q1', '2024Q2', '2024Q3']);
	expect(periodParent('2024Q4', 'union')).toBe('2025');
	expect(periodParent('2024Q3', 'union')).toBe('2024');
	expect(yearToDate('2024Q2', 'union')).toBe('2023Q4/2024Q2');
	expect(yearToDate('2024Q3', 'union')).toBe('2024');
});

test.each([
	['2024', ['2024H1', '2024H2']],
	['2024H2', ['2024Q3', '2024Q4']],
	['2024Q3', ['2024-07', '2024-08', '2024-09']],
	['2024-07', []],
	['2018/2020', ['2018', '2019', '2020']],
	['2023Q4/2024Q1', ['2023Q4', '2024Q1']]
])('the parts of %s are %j', (code, parts) => {
	expect(periodParts(code)).toEqual(parts);
});

test.each([
	['2024', '2023', '2023'],
	['2024H1', '2023H2', '2023H1'],
	['2024Q1', '2023Q4', '2023Q1'],
	['2024-01', '2023-12', '2023-01'],
	['2018/2023', '2012/2017', '2017/2022'],
	['2024Q2/2024Q3', '2023Q4/2024Q1', '2023Q2/2023Q3']
])('before %s is %s, a year ago %s', (code, previous, lastYear) => {
	expect(previousPeriod(code)).toBe(previous);
	expect(samePeriodLastYear(code)).toBe(lastYear);
});

test.each([
	['2024Q1', '2024Q1'],
	['2024Q2', '2024H1'],
	['2024Q3', '2024Q1/2024Q3'],
	['2024Q4', '2024'],
	['2024-01', '2024-01'],
	['2024-05', '2024-01/2024-05'],
	['2024-12', '2024'],
	['2024H1', '2024H1'],
	['2024H2', '2024'],
	['2024', '2024']
])('up to %s the year is %s', (code, expected) => {
	expect(yearToDate(code)).toBe(expected);
});

test.each([
	['2024', '2024年', '2024'],
	['2024H1', '2024年上半年', 'H1 2024'],
	['2024Q3', '2024年三季度', 'Q3 2024'],
	['2024-05', '2024年5月', 'May 2024'],
	['2018/2023', '2018–2023年', '2018–2023'],
	['2024Q1/2024Q3', '2024年一–三季度', 'Q1–Q3 2024'],
	['2023Q4/2024Q1', '2023年四季度–2024年一季度', 'Q4 2023–Q1 2024'],
	['2024-01/2024-05', '2024年1–5月', 'January–May 2024'],
	['?', '?', '?']
])('%s is called %s, %s', (code, zh, en) => {
	expect(periodTitle(code, 'zh')).toBe(zh);
	expect(periodTitle(code, 'en')).toBe(en);
});

const simple = fc
	.tuple(
		fc.integer({ min: 1901, max: 2099 }),
		fc.constantFrom('', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', '-01', '-09', '-12')
	)
	.map(([year, part]) => `${year}${part}`);

test('parent and parts are each other’s inverse, and parts fill their parent exactly', () => {
	fc.assert(
		fc.property(simple, fc.constantFrom('calendar' as const, 'union' as const), (code, start) => {
			const parts = periodParts(code, start);
			const halfOfUnionYear = start === 'union' && periodKind(code) === 'half';
			if (!halfOfUnionYear) for (const part of parts) expect(periodParent(part, start)).toBe(code);
			const parent = periodParent(code, start);
			if (parent) expect(periodParts(parent, start)).toContain(code);
			if (parts.length === 0) return;
			const bounds = periodBounds(code, start);
			expect(periodBounds(parts[0] as string, start).start).toBe(bounds.start);
			expect(periodBounds(parts.at(-1) as string, start).end).toBe(bounds.end);
		})
	);
});

test('the next period follows on the previous one, and canonical codes read as themselves', () => {
	fc.assert(
		fc.property(simple, (code) => {
			const dayAfter = new Date(`${periodBounds(previousPeriod(code)).end}T00:00:00Z`);
			dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
			expect(dayAfter.toISOString().slice(0, 10)).toBe(periodBounds(code).start);
			expect(parsePeriod(code)).toEqual({ code, cumulative: false, asOf: false });
			expect(parsePeriod(periodTitle(code, 'zh'))?.code).toBe(code);
		})
	);
});

test('ancestors lead up to the year', () => {
	expect(periodAncestors('2024-08')).toEqual(['2024-08', '2024Q3', '2024H2', '2024']);
	expect(periodAncestors('2024-11', 'union')).toEqual(['2024-11', '2024Q4', '2025']);
});

test('no text makes the reading fail, and what is read is canonical', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9年月季度上下半全至累计-]{0,14}$/)), (text) => {
			const read = parsePeriod(text, { defaultYear: 2024 });
			if (read) expect(isPeriod(read.code)).toBe(true);
		})
	);
	expect(() => periodBounds('2024Q5')).toThrow(RangeError);
});
