import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChunks } from '#lib/import/decode/text-chunks.ts';
import { findDialect } from '#lib/import/parse/dialect.ts';
import { newParseState, rowBlocks } from '#lib/import/parse/row-blocks.ts';
import { inspect } from '#lib/import/parse/structure.ts';
import { bytesOf } from './samples.ts';

function read(text: string, delimiter = ',') {
	const state = newParseState();
	const blocks = [...rowBlocks(textChunks(bytesOf(text), 'utf-8', 0), delimiter, state)];
	return { rows: blocks.flatMap((block) => block.rows), blocks, state };
}

/** Text split where it hurts: any pieces must give the same rows as the whole. */
function readInPieces(text: string, cuts: readonly number[]) {
	const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
	const pieces = [...places, text.length].map((end, index) => text.slice(index === 0 ? 0 : places[index - 1], end));
	const chunks = pieces.map((piece, index) => ({ text: piece, done: 0, last: index === pieces.length - 1 }));
	const state = newParseState();
	return { rows: [...rowBlocks(chunks, ',', state)].flatMap((block) => block.rows), state };
}

test.each([
	['a,b\n1,2\n', ','],
	['a;b\n1,5;2\n3,5;4\n', ';'],
	['a\tb\n1,0\t2\n', '\t'],
	['a|b|c\n1|2|3\n', '|'],
	['地区，数值\n江苏，1\n', '，'],
	['标题,,\na,b,c\n1,"x;y;z",3\n', ',']
])('the delimiter of %j is %j', (text, delimiter) => {
	expect(findDialect(text, true, () => false)).toMatchObject({ delimiter, quote: '"', oneColumn: null, rival: null });
});

test('one column full of other separators is noticed', () => {
	expect(findDialect('a:b:c:d\n1:2:3:4\n5:6:7:8\n9:0:1:2\n', true, () => false).oneColumn).toBe(':');
	expect(findDialect('名单\n甲\n乙\n丙\n', true, () => false).oneColumn).toBeNull();
});

test('quotes, line breaks in cells and line numbers', () => {
	const { blocks, rows } = read('a,b\n"x\ny","1""2"\nz,3\n');
	expect(rows).toEqual([
		['a', 'b'],
		['x\ny', '1"2'],
		['z', '3']
	]);
	expect([...(blocks[0]?.extraLines ?? [])]).toEqual([[1, 1]]);
});

test('mixed line ends are unified and counted', () => {
	const { rows, state } = read('a,b\r\n1,"x\r\ny"\n3,4\r5,6');
	expect(rows).toEqual([
		['a', 'b'],
		['1', 'x\r\ny'],
		['3', '4'],
		['5', '6']
	]);
	expect(state).toMatchObject({ lf: 1, crlf: 1, cr: 1, openEnd: true, rows: 4, countedRows: 4 });
});

test('a quote that never closes costs one row only', () => {
	const { rows, blocks } = read('a,b\n"x,1\ny,2\nz,3\n');
	expect(rows).toEqual([
		['a', 'b'],
		['"x', '1'],
		['y', '2'],
		['z', '3']
	]);
	expect([...(blocks[0]?.unclosedRows ?? [])]).toEqual([1]);
});

test('text after a closing quote is seen', () => {
	expect([...inspect('a,"b"c,d\n', ',').strayRows]).toEqual([0]);
	expect([...inspect('a,5"寸,d\n', ',').strayRows]).toEqual([]);
});

const cell = fc.oneof(
	fc.string({ maxLength: 6 }),
	fc.constantFrom('', '"', ',', '\n', '\r\n', '工匠', 'a"b', '1,234', '\r')
);
const tables = fc
	.integer({ min: 2, max: 5 })
	.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test('any table comes back, wherever the pieces are cut and whatever the line ends', () => {
	fc.assert(
		fc.property(
			tables,
			fc.array(fc.nat(200), { maxLength: 6 }),
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.boolean(),
			(rows, cuts, newline, closed) => {
				const text = rows.map((row) => row.map(quoted).join(',')).join(newline) + (closed ? newline : '');
				const read = readInPieces(text, cuts);
				expect(read.rows).toEqual(rows);
				expect(read.state.countedRows).toBe(rows.length);
			}
		),
		{ numRuns: 500 }
	);
});

test('the counted rows agree with the parsed rows for any text', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', '工', ' '), { maxLength: 40 }),
			fc.array(fc.nat(50), { maxLength: 4 }),
			(parts, cuts) => {
				const { state } = readInPieces(parts.join(''), cuts);
				expect(state.countedRows).toBe(state.rows);
			}
		),
		{ numRuns: 2000 }
	);
});

test('open quotes in every line cost neither the other cells nor the time', () => {
	const text = `a,b\n${'"x"y"z"w,1\n'.repeat(20_000)}`;
	const { rows, blocks, state } = read(text);
	expect(rows).toHaveLength(20_001);
	expect(rows[1]).toEqual(['"x"y"z"w', '1']);
	expect(rows[20_000]).toEqual(['"x"y"z"w', '1']);
	expect(state.countedRows).toBe(state.rows);
	expect(blocks.reduce((sum, block) => sum + block.unclosedRows.size, 0)).toBe(20_000);
});
