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

test('where nobody works nothing is missing; who owes a report and has not sent it is among the rows of a page', () => {
	const scope = fixtureScope(lists);
	const figure = (indicator: string, region: string, industry: string): Figure => ({
		...{ indicator, region, industry, unionSystem: null, kind: null, level: null, skillLevel: null },
		...{ period: '2026Q2', value: 3, numerator: 3, denominator: null, how: 'summed' },
		...{ partsReported: null, partsExpected: null, complete: true }
	});
	const figures = new Figures([
		...[figure('participations', '5001', 'C'), figure('workers_total', '5001', 'C')],
		...[
			figure('participations', '5002', 'E'),
			figure('workers_total', '5002', 'C'),
			figure('workers_total', '5002', 'E')
		]
	]);
	const { rows, cells } = heatOf(scope, figures, { silent: true });
	const at = (row: string, column: string) => cells.find((cell) => cell.row === row && cell.column === column);
	expect(rows.map(({ key }) => key)).toEqual(['5001', '5002', '5003']);
	expect(at('5001', 'E')).toMatchObject({ value: null, blank: true, notes: ['没有职工'] });
	// People work there, or nobody knows.
	for (const [row, column] of [['5002', 'C'] as const, ['5003', 'C'] as const])
		expect(at(row, column)).not.toHaveProperty('blank');
	expect(heatOf(scope, figures).rows.map(({ key }) => key)).toEqual(['5001', '5002']);
});
