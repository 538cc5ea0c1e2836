import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOf, giniOf, lorenzCurve } from '#lib/indicators/balance.ts';
import { coverageGaps } from '#lib/indicators/coverage-gaps.ts';
import { driftOf, leastDrift } from '#lib/indicators/drift.ts';

const once = (...amounts: (number | null)[]) => amounts.map((amount) => ({ amount, weight: 1 }));

describe('spread', () => {
	test('of the known values; missing ones stay out and are counted', () => {
		// mean 4, deviations −2, 0, 2: variance 8/3. Σ|xᵢ − xⱼ| = 2 × (2 + 4 + 2) = 16; 16 ÷ (2 × 9 × 4) = 2/9
		expect(balanceOf([2, 4, 6, null])).toEqual({
			...{ count: 3, missing: 1, maxMin: 3, variation: Math.sqrt(8 / 3) / 4, gini: expect.closeTo(2 / 9, 12) }
		});
		// A 0 is a value: all with one of two members.
		expect(balanceOf([0, 5])).toMatchObject({ maxMin: null, variation: 1, gini: 0.5 });
		expect(balanceOf([0, 0])).toMatchObject({ maxMin: null, variation: null, gini: null });
		expect(balanceOf([-1, 5])).toMatchObject({ maxMin: null, gini: null });
		expect(balanceOf([7, null])).toBeNull();
		expect(balanceOf([])).toBeNull();
	});

	test('Lorenz curve and Gini coefficient of 1, 2, 3, 4', () => {
		// Shares of 10 so far: 1, 3, 6, 10. Area 0.25 × (0.1 + 0.4 + 0.9 + 1.6) = 0.75, twice that already: 1 − 0.75
		const curve = lorenzCurve(once(3, 1, 4, 2, null));
		expect(curve?.points.map(({ x, y }) => [x, y])).toEqual([
			[0, 0],
			[0.25, 0.1],
			[0.5, 0.3],
			[0.75, 0.6],
			[1, 1]
		]);
		expect(curve?.missing).toBe(1);
		expect(curve?.points.map(({ member }) => member?.amount ?? null)).toEqual([null, 1, 2, 3, 4]);
		expect(giniOf(once(1, 2, 3, 4))).toBeCloseTo(0.25, 12);
		expect(giniOf(once(0, 0, 0, 8))).toBeCloseTo(0.75, 12);
		expect(giniOf(once(5, 5, 5))).toBeCloseTo(0, 12);
		expect(giniOf(once(5))).toBeNull();
		expect(giniOf(once(0, 0))).toBeNull();
	});

	test('weighted by a denominator: who has more workers counts for more', () => {
		// 10 of 100, 30 of 100, 60 of 200: rates 0.1, 0.3, 0.3
		const shares = [
			{ amount: 60, weight: 200 },
			{ amount: 10, weight: 100 },
			{ amount: 30, weight: 100 },
			{ amount: 4, weight: 0 },
			{ amount: 4, weight: null }
		];
		const curve = lorenzCurve(shares);
		expect(curve?.points.map(({ x }) => x).at(-1)).toBe(1);
		expect(curve?.points[1]).toMatchObject({ x: 0.25, y: 0.1 });
		expect(curve?.missing).toBe(2);
		// Area: 0.25 × 0.1 + 0.75 × (0.1 + 1) = 0.85
		expect(giniOf(shares)).toBeCloseTo(0.15, 12);
		expect(giniOf([{ amount: -1, weight: 1 }, ...shares])).toBeNull();
	});
});

describe('spread, whatever the values', () => {
	const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 40 });
	test('does not depend on the unit', () => {
		fc.assert(
			fc.property(amounts, fc.integer({ min: 2, max: 10_000 }), (values, factor) => {
				const [plain, scaled] = [balanceOf(values), balanceOf(values.map((value) => value * factor))];
				for (const name of ['maxMin', 'variation', 'gini'] as const) {
					const [a, b] = [plain?.[name] ?? null, scaled?.[name] ?? null];
					if (a === null || b === null) expect([name, a]).toEqual([name, b]);
					else expect(b).toBeCloseTo(a, 9);
				}
			})
		);
	});
	test('does not depend on the order of the members, nor on who is missing', () => {
		fc.assert(
			fc.property(
				amounts.chain((values) =>
					fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }))
				),
				([values, shuffled]) => {
					const [one, two] = [balanceOf(values), balanceOf([null, ...shuffled, null])];
					expect(two?.maxMin).toBe(one?.maxMin);
					expect(two?.count).toBe(one?.count);
					expect(two?.missing).toBe(2);
					if (one?.gini != null) expect(two?.gini).toBeCloseTo(one.gini, 9);
					if (one?.variation != null) expect(two?.variation).toBeCloseTo(one.variation, 9);
				}
			)
		);
	});
	test('Gini lies from 0 to 1 − 1/n, and is the mean difference by its own definition', () => {
		fc.assert(
			fc.property(amounts, (values) => {
				const gini = giniOf(once(...values));
				if (gini === null) return expect(values.every((value) => value === 0)).toBe(true);
				expect(gini).toBeGreaterThanOrEqual(0);
				expect(gini).toBeLessThanOrEqual(1 - 1 / values.length + 1e-9);
				const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
				const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
				const sum = differences.reduce((total, value) => total + value, 0);
				expect(gini).toBeCloseTo(sum / (2 * values.length ** 2 * mean), 9);
			})
		);
	});
	test('the curve rises, bends one way and stays under the diagonal', () => {
		const shares = fc.array(
			fc.record({ amount: fc.integer({ min: 0, max: 10_000 }), weight: fc.integer({ min: 1, max: 10_000 }) }),
			{ minLength: 2, maxLength: 40 }
		);
		fc.assert(
			fc.property(shares, (members) => {
				const points = lorenzCurve(members)?.points;
				if (!points) return;
				let slope = -1;
				for (const [index, { x, y }] of points.entries()) {
					expect(y).toBeLessThanOrEqual(x + 1e-9);
					const before = points[index - 1];
					if (!before) continue;
					const next = (y - before.y) / (x - before.x);
					expect(next).toBeGreaterThanOrEqual(slope - 1e-6);
					slope = next;
				}
			})
		);
	});
});

describe('drift', () => {
	test('who moves away from the mean, in standard deviations', () => {
		// First period: 4, 6, 8: mean 6, σ = √(8/3). Last: 2, 6, 13: mean 7, σ = √((25 + 1 + 36) / 3) = √(62/3).
		const { drifts, missing } = driftOf([
			{ key: 'a', values: [4, null, 2] },
			{ key: 'b', values: [6, 6, 6] },
			{ key: 'c', values: [8, 6, 13] },
			{ key: 'd', values: [null, null, null] }
		]);
		expect(missing).toBe(1);
		const [first, last] = [Math.sqrt(8 / 3), Math.sqrt(62 / 3)];
		const expected = [
			['b', 0, -1 / last],
			['c', 2 / first, 6 / last],
			['a', -2 / first, -5 / last]
		] as const;
		expect(drifts.map(({ key }) => key)).toEqual(expected.map(([key]) => key));
		for (const [index, [key, from, to]] of expected.entries()) {
			expect(drifts[index]).toMatchObject({ key, side: to < 0 ? 'below' : 'above' });
			expect(drifts[index]?.first).toBeCloseTo(from, 12);
			expect(drifts[index]?.last).toBeCloseTo(to, 12);
			expect(drifts[index]?.away).toBeCloseTo(Math.abs(to) - Math.abs(from), 12);
		}
		// b moved by 0.22, c by 0.10, a came nearer by 0.12: none by a quarter of a deviation.
		expect(drifts.filter(({ drifts: far }) => far)).toEqual([]);
		expect(leastDrift).toBe(0.25);
	});
	test('who has not reported the last period has no place there, however often it reported before', () => {
		// First 4, 6, 8, 6: mean 6, σ = √2. Last 4, 6, 8 of a, b, c: mean 6, σ = √(8/3); d told only the two before.
		const { drifts, missing } = driftOf([
			{ key: 'a', values: [4, 4, 4] },
			{ key: 'b', values: [6, 6, 6] },
			{ key: 'c', values: [8, 8, 8] },
			{ key: 'd', values: [6, 20, null] }
		]);
		expect(drifts.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c']);
		expect(missing).toBe(1);
		expect(drifts.find(({ key }) => key === 'a')?.last).toBeCloseTo(-2 / Math.sqrt(8 / 3), 12);
	});
	test('a move past the threshold is drifting; too few members or all equal give no score', () => {
		// 5, 5, 6 → 5, 5, 5: no score at the end; with 1, 5, 6, 6 the first is far below.
		expect(driftOf([5, 5, 6].map((value, index) => ({ key: String(index), values: [value, 5] }))).drifts).toEqual([]);
		const { drifts } = driftOf([
			{ key: 'a', values: [5, 1] },
			{ key: 'b', values: [4, 5] },
			{ key: 'c', values: [6, 6] },
			{ key: 'd', values: [7, 6] }
		]);
		// a: |5 − 5.5| ÷ √1.25 = 0.447; |1 − 4.5| ÷ √((12.25 + 0.25 + 2.25 + 2.25) / 4) = 3.5 ÷ √4.25 = 1.698
		expect(drifts[0]).toMatchObject({ key: 'a', side: 'below', drifts: true });
		expect(drifts[0]?.away).toBeCloseTo(3.5 / Math.sqrt(4.25) - 0.5 / Math.sqrt(1.25), 12);
		expect(driftOf([{ key: 'a', values: [1, 2] }]).missing).toBe(1);
		expect(driftOf([])).toEqual({ drifts: [], missing: 0 });
	});
	test('does not depend on unit and order', () => {
		const value = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });
		const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 12 });
		fc.assert(
			fc.property(rows, (values) => {
				const series = values.map((each, index) => ({ key: String(index).padStart(2, '0'), values: each }));
				const scaled = series.toReversed().map(({ key, values: own }) => ({
					key,
					values: own.map((one) => (one === null ? null : one * 8))
				}));
				const [one, two] = [driftOf(series), driftOf(scaled)];
				expect(two.missing).toBe(one.missing);
				for (const { key, away } of one.drifts)
					expect(two.drifts.find((drift) => drift.key === key)?.away).toBeCloseTo(away, 6);
			})
		);
	});
});

test('coverage: cells with nothing, not known and 0 told apart', () => {
	const cells = [
		{ region: 'x', industry: 'C', value: 4 },
		{ region: 'x', industry: 'E', value: 0 },
		{ region: 'y', industry: 'C', value: 1 },
		{ region: 'y', industry: 'F', value: null }
	];
	expect(coverageGaps(['x', 'y', 'z'], ['C', 'E', 'F'], cells)).toEqual({
		gaps: [
			{ region: 'x', industry: 'E', why: 'zero' },
			{ region: 'x', industry: 'F', why: 'missing' },
			{ region: 'y', industry: 'E', why: 'missing' },
			{ region: 'y', industry: 'F', why: 'missing' },
			{ region: 'z', industry: 'C', why: 'missing' },
			{ region: 'z', industry: 'E', why: 'missing' },
			{ region: 'z', industry: 'F', why: 'missing' }
		],
		covered: 2,
		total: 9,
		share: 2 / 9,
		emptyRegions: ['z'],
		emptyIndustries: ['E', 'F']
	});
	// Where not all pairs count: of z none does, of F none either; x E and y E are the gaps of 2 + 2 pairs.
	const some = coverageGaps(['x', 'y', 'z'], ['C', 'E', 'F'], cells, (region, one) => region !== 'z' && one !== 'F');
	expect(some).toMatchObject({ covered: 2, total: 4, share: 0.5, emptyRegions: [], emptyIndustries: ['E'] });
	expect(some.gaps.map(({ region, industry }) => `${region} ${industry}`)).toEqual(['x E', 'y E']);
	expect(coverageGaps([], ['C'], [])).toMatchObject({ total: 0, share: null, emptyIndustries: [] });
});
