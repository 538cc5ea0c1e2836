import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestors, numbered } from '#lib/release/hierarchy.ts';

test('numbers follow code order, siblings count expected ones', () => {
	const nodes = numbered([
		{ code: 'b', parent: 'a' },
		{ code: 'c', parent: 'a', expected: false },
		{ code: 'a', parent: null },
		{ code: 'd', parent: 'b' },
		{ code: 'e', parent: 'gone' }
	]);
	expect(nodes.map(({ code, id, parent, depth, siblings }) => [code, id, parent, depth, siblings])).toEqual([
		['a', 0, null, 0, 0],
		['b', 1, 0, 1, 1],
		['c', 2, 0, 1, 1],
		['d', 3, 1, 2, 1],
		['e', 4, null, 0, 0]
	]);
});

test('a circle is an error, not a loop', () => {
	expect(() =>
		numbered([
			{ code: 'a', parent: 'b' },
			{ code: 'b', parent: 'a' }
		])
	).toThrow(/each above the other/);
});

test('every member is one deeper than its parent', () => {
	const forest = fc
		.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 })
		.chain((codes) =>
			fc.tuple(...codes.map((_, index) => fc.option(fc.nat(Math.max(0, index - 1)), { nil: null }))).map((parents) =>
				codes.map((code, index) => {
					const parent = parents[index];
					return {
						code,
						parent: index === 0 || parent === null || parent === undefined ? null : (codes[parent] ?? null)
					};
				})
			)
		);
	fc.assert(
		fc.property(forest, (members) => {
			const nodes = numbered(members);
			const byCode = new Map(members.map((member) => [member.code, member]));
			for (const node of nodes) {
				if (node.parent === null) expect(node.depth).toBe(0);
				else expect(node.depth).toBe((nodes[node.parent]?.depth ?? NaN) + 1);
				const member = byCode.get(node.code);
				if (member) expect(ancestors(member, byCode)).toHaveLength(node.depth + 1);
			}
		})
	);
});
