import { describe, expect, test } from 'vitest';
import { parseCumulative } from '#lib/release/cumulative.ts';

describe('year-to-date codes', () => {
	test('of calendar years', () => {
		expect(parseCumulative('2024Q1c', 'calendar')).toEqual({
			code: '2024Q1c',
			current: '2024Q1',
			whole: '2024Q1',
			before: null
		});
		expect(parseCumulative('2024Q3c', 'calendar')).toEqual({
			code: '2024Q3c',
			current: '2024Q3',
			whole: '2024Q1/2024Q3',
			before: { code: '2024Q2c', whole: '2024H1', parts: ['2024Q1', '2024Q2'] }
		});
		expect(parseCumulative('2024-12c', 'calendar')).toMatchObject({ whole: '2024', before: { code: '2024-11c' } });
	});

	test('of union years, which begin in October', () => {
		expect(parseCumulative('2023Q4c', 'union')).toMatchObject({ current: '2023Q4', before: null });
		expect(parseCumulative('2024Q3c', 'union')).toMatchObject({
			current: '2024Q3',
			whole: '2024',
			before: { code: '2024Q2c', parts: ['2023Q4', '2024Q1', '2024Q2'] }
		});
	});

	test.each(['2024Q3', '2024', 'Q3c', '2024Q5c', '2018/2023', ''])('%j is none', (code) => {
		expect(parseCumulative(code, 'calendar')).toBeNull();
	});
});
