import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { Figures, type Figure } from '#lib/views/figure.ts';
import { heatOf } from '#lib/views/industries/heat.ts';
import { fixtureScope, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => void ({ connector, lists } = await openFixture()));
afterAll(() => connector.close());

/** 5001 has a figure of C, 5002 one of E: the other two cells are empty. */
function emptyCell(id: string) {
	const scope = fixtureScope(lists, {}, id);
	const figure = (region: string, industry: string): Figure => ({
		...{ indicator: id, region, industry, unionSystem: null, kind: null, level: null, skillLevel: null },
		...{ period: '2026Q2', value: 3, numerator: 3, denominator: null, how: 'summed' },
		...{ partsReported: null, partsExpected: null, complete: true }
	});
	const { cells } = heatOf(scope, new Figures([figure('5001', 'C'), figure('5002', 'E')]));
	return cells.find(({ row, column }) => row === '5001' && column === 'E');
}

test('a register has none where it lists none; a return that did not come is missing', () => {
	expect(emptyCell('innovations_registered')).toMatchObject({ value: null, blank: true, notes: ['没有登记'] });
	expect(emptyCell('participations')).toMatchObject({ value: null, notes: [] });
	expect(emptyCell('participations')).not.toHaveProperty('blank');
	// A rate lacks its base, which is reported.
	expect(emptyCell('studios_per_10k')).not.toHaveProperty('blank');
});
