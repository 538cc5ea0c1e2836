import { expect, test } from 'vitest';
import { plainQuery, type Query } from '#lib/query/query.ts';
import { sameTogether, together } from '#lib/query/together.ts';
import { sql } from '#lib/sql/sql.ts';

const asked = (period: string): Query<unknown> => plainQuery(sql`SELECT ${period}`);
const scope = { period: '2024' };

test('what is drawn is worked out of the answers and what they were asked for', () => {
	const both = together({ scope }, { place: asked('2024'), regions: null }, ({ scope, place, regions }) => ({
		words: [scope.period, place, regions]
	}));
	expect(both.combine(['answer', null])).toEqual({
		scope,
		place: 'answer',
		regions: null,
		words: ['2024', 'answer', null]
	});
});

test('the same is what asks equal statements for the very same parts', () => {
	const first = together({ scope, shown: [scope, 'a'] }, { place: asked('2024'), regions: null });
	const again = together({ scope, shown: [scope, 'a'] }, { place: asked('2024'), regions: null });
	expect(sameTogether(first, again)).toBe(true);
	const others = [
		together({ scope: { ...scope }, shown: [scope, 'a'] }, { place: asked('2024'), regions: null }),
		together({ scope, shown: [scope, 'b'] }, { place: asked('2024'), regions: null }),
		together({ scope, shown: [scope] }, { place: asked('2024'), regions: null }),
		together({ scope, shown: [scope, 'a'] }, { place: asked('2025'), regions: null }),
		together({ scope, shown: [scope, 'a'] }, { place: asked('2024'), regions: asked('2024') }),
		together({ scope, shown: [scope, 'a'] }, { place: asked('2024') }),
		together({ scope }, { place: asked('2024'), regions: null })
	];
	for (const other of others) expect(sameTogether(first, other)).toBe(false);
});
