import { expect, test } from 'vitest';
import { markQuestion, type Column } from '#lib/components/table.ts';
import type { DerivedQuestion } from '#lib/state/tracing.svelte.ts';

interface Row {
	readonly key: string;
	readonly a: number | null;
	readonly b: number | null;
}

const asked = (subject: string): DerivedQuestion => ({ derived: 'sum', subject, value: '', numbers: {}, inputs: [] });
const number = (key: 'a' | 'b'): Column<Row> => ({
	key,
	title: key,
	kind: 'number',
	value: (row) => row[key],
	explain: (row) => asked(`${row.key}.${key}`)
});
const columns: Column<Row>[] = [
	{ key: 'name', title: '', kind: 'text', value: ({ key }) => key },
	number('a'),
	number('b')
];
const rows: Row[] = [
	{ key: '11', a: 1, b: 2 },
	{ key: '12', a: null, b: 3 },
	{ key: '13', a: null, b: null }
];
const at = (key: string, index = 0) => {
	const question = markQuestion({ rows, columns, key: (row) => row.key }, { key, index });
	return question && 'subject' in question ? question.subject : null;
};

test('a mark is the first explained number of its row; missing ones explain nothing', () => {
	expect([at('11'), at('12'), at('13'), at('99')]).toEqual(['11.a', '12.b', null, null]);
});

test('a cell of a matrix is that very number, and nothing where it has none', () => {
	expect([at('11|b'), at('12|a'), at('12|b'), at('11|c')]).toEqual(['11.b', null, '12.b', null]);
});

test('a mark without a key is found by its position', () => {
	expect([at('', 1), at('', 9)]).toEqual(['12.b', null]);
});
