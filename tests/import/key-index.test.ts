import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIndex, type EarlierRow, type KeyAnswer } from '#lib/import/validate/key-index.ts';

interface Row {
	readonly key: readonly string[];
	readonly content: string;
}

/** Whether the rows that were new can be read again, as from the clean CSV, or are noted at once. */
function answers(rows: readonly Row[], again: boolean): { answer: KeyAnswer; first: number }[] {
	const index = new KeyIndex();
	const written: EarlierRow[] = [];
	if (again) index.readAgain(() => written);
	return rows.map(({ key, content }, at) => {
		index.begin();
		for (const value of key) index.key(value);
		index.content(content);
		const answer = index.settle(at + 1);
		if (answer === 'new') written.push({ line: at + 1, key, content: [content] });
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

test.each([true, false])('answers as a map of the keys would, whatever the order; read again: %s', (again) => {
	fc.assert(
		fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
			expect(answers(rows, again)).toEqual(expected(rows));
		})
	);
});

test.each([true, false])('a sorted file that repeats a key after the table has grown; read again: %s', (again) => {
	const rows = Array.from({ length: 20_000 }, (_, at) => ({ key: ['C', String(at)], content: 'x' }));
	const repeated = [...rows, { key: ['C', '77'], content: 'x' }, { key: ['C', '19999'], content: 'y' }];
	expect(answers(repeated, again).slice(-2)).toEqual([
		{ answer: 'same', first: 78 },
		{ answer: 'different', first: 20_000 }
	]);
	expect(answers(repeated, again).filter(({ answer }) => answer === 'new')).toHaveLength(20_000);
});

test.each([true, false])('the same key twice in a row, at the very beginning; read again: %s', (again) => {
	const rows = ['x', 'x', 'y'].map((content) => ({ key: ['', ''], content }));
	expect(answers(rows, again).map(({ answer }) => answer)).toEqual(['new', 'same', 'different']);
});
