import { beforeAll, expect, test } from 'vitest';
import { together, sameTogether } from '#lib/query/together.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { balanceScope } from '#lib/views/balance/drawn.ts';
import { regionsOverTime } from '#lib/views/balance/queries.ts';
import { keptBy } from '#lib/views/kept.ts';
import { unitsOf } from '#lib/views/quality/drawn.ts';
import { about, wholeScope } from '#lib/views/whole-scope.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let lists: ReleaseLists;
beforeAll(async () => {
	const fixture = await openFixture();
	lists = fixture.lists;
	await fixture.connector.close();
});

test('what is made of an object is made once, even if it is nothing', () => {
	let made = 0;
	const of = keptBy((key: { name: string }) => {
		made++;
		return key.name === 'none' ? undefined : key.name.length;
	});
	const [one, none] = [{ name: 'one' }, { name: 'none' }];
	expect([of(one), of(one), of({ name: 'one' }), of(none), of(none)]).toEqual([3, 3, 3, undefined, undefined]);
	expect(made).toBe(3);
});

test('the same scope gives the same scope of a page’s pictures, so that an answer asked ahead is found', () => {
	const scope = fixtureScope(lists);
	const coverage = known('coverage');
	for (const of of [wholeScope, balanceScope, unitsOf]) expect(of(scope)).toBe(of(scope));
	expect(about(scope, coverage)).toBe(about(scope, coverage));
	expect(about(scope, coverage).indicator).toBe(coverage);
	expect(about(scope, known('studios')).indicator.id).toBe('studios');
	expect(balanceScope(fixtureScope(lists))).not.toBe(balanceScope(scope));
	const asked = () => {
		const shown = balanceScope(about(scope, coverage));
		return together({ scope: shown }, { regions: regionsOverTime(shown) });
	};
	expect(sameTogether(asked(), asked())).toBe(true);
});
