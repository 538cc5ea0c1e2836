import { expect, test } from 'vitest';
import { lorenzOf } from '#lib/views/lorenz.ts';
import type { MemberRow } from '#lib/views/member-rows.ts';
import { known } from './fixture.ts';

function row(key: string, value: number | null, numerator: number | null, denominator: number | null): MemberRow {
	const figure = value === null ? null : ({ value, numerator, denominator } as MemberRow['figure']);
	return { key, name: key, short: key, expected: true, figure, value, base: null, change: null, provisional: false };
}

test('a ratio is spread by its two sides, each member by its denominator', () => {
	// 10 of 100, 30 of 100, 60 of 200: area 0.25 × 0.1 + 0.75 × 1.1 = 0.85
	const rows = [row('c', 30, 60, 200), row('a', 10, 10, 100), row('b', 30, 30, 100), row('d', null, null, null)];
	const lorenz = lorenzOf(rows, known('coverage'));
	expect(lorenz).toMatchObject({ count: 3, missing: 1, weighted: true });
	expect(lorenz?.gini).toBeCloseTo(0.15, 12);
	expect(lorenz?.points[1]?.member?.key).toBe('a');
	// One each: 10, 30, 30 as amounts: Σ|xᵢ − xⱼ| = 2 × (20 + 20) = 80; 80 ÷ (2 × 9 × 70/3)
	expect(lorenzOf(rows, known('participations'))).toMatchObject({ weighted: false, missing: 1 });
	expect(lorenzOf(rows, known('participations'))?.gini).toBeCloseTo(80 / (2 * 9 * (70 / 3)), 12);
});

test('who owes no report and has none is not missing; fewer than two have no curve', () => {
	const silent = { ...row('x', null, null, null), expected: false };
	expect(lorenzOf([row('a', 1, 1, null), row('b', 2, 2, null), silent], known('participations'))?.missing).toBe(0);
	expect(lorenzOf([row('a', 1, 1, null), silent], known('participations'))).toBeNull();
});
