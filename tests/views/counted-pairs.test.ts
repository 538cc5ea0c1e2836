import { expect, test } from 'vitest';
import { countedPairs, type PairTable } from '#lib/views/counted-pairs.ts';

/** Cells by `region industry`; what is not given is not known. */
function table(values: Readonly<Record<string, number>>, workers: Readonly<Record<string, number>>): PairTable {
	return {
		regions: ['x', 'y', 'z'],
		industries: ['C', 'E', 'F', 'G'],
		value: (region, industry) => values[`${region} ${industry}`] ?? null,
		workers: (region, industry) => workers[`${region} ${industry}`] ?? null,
		together: () => null
	};
}

test('pairs in which nobody works are no gaps; who has not told its workers is left out whole, its own entries too', () => {
	const found = countedPairs(
		table(
			{ 'x C': 4, 'y C': 0, 'y F': 2, 'y G': 0, 'z C': 9 },
			{ 'x C': 100, 'x E': 50, 'x F': 0, 'y C': 80, 'y E': 0, 'y F': 0, 'y G': 0 }
		)
	);
	// x: C covered, E empty, F nobody works. y: C a reported 0; nobody works in E, F (which has a figure) and G. z: unknown.
	expect(found.gaps).toEqual([
		{ region: 'x', industry: 'E', why: 'missing' },
		{ region: 'y', industry: 'C', why: 'zero' }
	]);
	expect([found.covered, found.total, found.share]).toEqual([1, 3, 1 / 3]);
	expect(found.unknown).toEqual(['z']);
	expect(found.industries).toEqual(['C', 'E', 'F']);
	expect([found.emptyRegions, found.emptyIndustries]).toEqual([[], ['E']]);
});

test('an industry of which only a region has something that does not count is not one without', () => {
	const found = countedPairs(table({ 'z E': 3 }, { 'x E': 50 }));
	expect([found.covered, found.total, found.emptyIndustries, found.emptyRegions]).toEqual([0, 1, [], ['x']]);
});

test('where no region tells its workers, the industries count in which all have some or anybody a figure', () => {
	const found = countedPairs({ ...table({ 'x C': 4, 'y G': 0 }, {}), together: (one) => (one === 'E' ? 70 : null) });
	// C by its figure, E by the 70 who work there: 3 × 2; a reported 0 is no sign of anybody.
	expect([found.industries, found.covered, found.total, found.unknown]).toEqual([['C', 'E'], 1, 6, []]);
});
