import { expect, test } from 'vitest';
import { explainedColumns, markQuestion, type Column } from '#lib/components/table.ts';
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

test('where the picture shows another column than the first, that one comes first', () => {
	const marks = { rows, columns, key: (row: Row) => row.key, mark: 'b' };
	const of = (key: string) => markQuestion(marks, { key, index: 0 });
	expect([of('11'), of('12'), of('13')]).toEqual([asked('11.b'), asked('12.b'), null]);
	expect(explainedColumns(marks, rows[0]!).map(({ key }) => key)).toEqual(['b', 'a']);
	/* Without that number the row still says what it has. */
	expect(markQuestion({ ...marks, mark: 'c' }, { key: '11', index: 0 })).toEqual(asked('11.a'));
});
