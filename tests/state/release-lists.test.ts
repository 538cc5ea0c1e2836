import { expect, test } from 'vitest';
import { latestPeriod, type HomePeriod } from '#lib/state/release-lists.ts';

const period = (code: string, kind: string, end: string, share: number): HomePeriod => ({
	period: code,
	kind,
	end,
	share
});

test('the latest quarter that has mostly arrived, whatever years are there', () => {
	expect(
		latestPeriod([
			period('2024', 'year', '2024-12-31', 0.75),
			period('2024Q2', 'quarter', '2024-06-30', 1),
			period('2024Q3', 'quarter', '2024-09-30', 0.9),
			period('2024Q4', 'quarter', '2024-12-31', 0.1)
		])
	).toBe('2024Q3');
});

test('with beginnings only, the latest of them', () => {
	expect(
		latestPeriod([period('2024Q3', 'quarter', '2024-09-30', 0.2), period('2024Q4', 'quarter', '2024-12-31', 0.1)])
	).toBe('2024Q4');
});

test('a census of one year shows that year; an empty release nothing', () => {
	expect(latestPeriod([period('2004', 'year', '2004-12-31', 1)])).toBe('2004');
	expect(latestPeriod([])).toBeNull();
});
