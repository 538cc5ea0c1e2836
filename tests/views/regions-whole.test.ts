import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { sharedWhole, wholeQuery } from '#lib/views/regions/queries.ts';
import { figureOver } from '#lib/views/spans.ts';
import { fixtureScope, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => ({ connector, lists } = await openFixture()));
afterAll(() => connector.close());

test('the page of a group speaks of the group, not of home: 200 + 100 of 300, then 100 + 150 of 250', async () => {
	// The third district has not reported: home’s own 300 are the same two districts, its 250 were reported.
	const scope = fixtureScope(lists, { region: 'group:east' });
	const query = wholeQuery(scope);
	const figures = query.parse(await connector.query(query.sql));
	const over = (region: string, periods: readonly string[]) =>
		figureOver(figures, { region }, periods, scope.indicator);
	const { current, base } = scope.spans;
	expect(over('group:east', current)).toMatchObject({ value: 300, complete: true });
	expect(over('group:east', base)).toMatchObject({ value: 250 });
	expect(over('50', current)).toMatchObject({ value: 300, complete: false });
});

test('in manufacturing the group has the 150 of its one district that reports it, home the 180 that it reported', async () => {
	const scope = fixtureScope(lists, { region: 'group:east', industry: 'C' });
	const query = wholeQuery(scope);
	const figures = query.parse(await connector.query(query.sql));
	const over = (region: string) => figureOver(figures, { region }, scope.spans.current, scope.indicator)?.value;
	expect([over('group:east'), over('50')]).toEqual([150, 180]);
});

test('shares are of what the compared regions are parts of', () => {
	const whole = (filters: object) => sharedWhole(fixtureScope(lists, filters)).key;
	expect(whole({})).toBe('50');
	expect(whole({ region: '5001' })).toBe('50');
	expect(whole({ region: 'group:east' })).toBe('group:east');
	expect(whole({ level: 'groups' })).toBe('50');
	expect(whole({ level: 'groups', region: '5003' })).toBe('50');
});
