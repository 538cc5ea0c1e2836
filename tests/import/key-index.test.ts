import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIndex, type KeyAnswer } from '#lib/import/validate/key-index.ts';

interface Row {
	readonly key: readonly string[];
	readonly content: string;
}

function answers(rows: readonly Row[]): { answer: KeyAnswer; first: number }[] {
	const index = new KeyIndex();
	return rows.map(({ key, content }, at) => {
		index.begin();
		for (const value of key) index.key(value);
		index.content(content);
		const answer = index.settle(at + 1);
		return { answer, first: answer === 'new' ? 0 : index.firstLine };
	});
}

/** The same with the keys themselves in a map. */
function expected(rows: readonly Row[]): { answer: KeyAnswer; first: number }[] {
	const seen = new Map<string, { content: string; line: number }>();
	return rows.map(({ key, content }, at) => {
		const known = seen.get(JSON.stringify(key));
		if (!known) seen.set(JSON.stringify(key), { content, line: at + 1 });
		return known
			? { answer: known.content === content ? 'same' : 'different', first: known.line }
			: { answer: 'new', first: 0 };
	});
}

const row = fc.record({
	key: fc.tuple(fc.constantFrom('', 'a', 'b', 'ab', '甲'), fc.constantFrom('1', '2', '10', '')),
	content: fc.constantFrom('x', 'y')
});

test('answers as a map of the keys would, whatever the order', () => {
	fc.assert(
		fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
			expect(answers(rows)).toEqual(expected(rows));
		})
	);
});

test('a sorted file that repeats a key after the table has grown', () => {
	const rows = Array.from({ length: 20_000 }, (_, at) => ({ key: ['C', String(at)], content: 'x' }));
	const repeated = [...rows, { key: ['C', '77'], content: 'x' }, { key: ['C', '19999'], content: 'y' }];
	expect(answers(repeated).slice(-2)).toEqual([
		{ answer: 'same', first: 78 },
		{ answer: 'different', first: 20_000 }
	]);
	expect(answers(repeated).filter(({ answer }) => answer === 'new')).toHaveLength(20_000);
});

test('the same key twice in a row, at the very beginning', () => {
	const rows = ['x', 'x', 'y'].map((content) => ({ key: ['', ''], content }));
	expect(answers(rows).map(({ answer }) => answer)).toEqual(['new', 'same', 'different']);
});
