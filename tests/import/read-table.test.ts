import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile, readTable } from '#lib/import/index.ts';
import { optionsFor } from './profile.ts';
import { bytesOf, gb18030 } from './samples.ts';

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
	const bytes = new Uint8Array(text.length * 2 + 2);
	const view = new DataView(bytes.buffer);
	[0xfeff, ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))].forEach((code, index) =>
		view.setUint16(index * 2, code, littleEndian)
	);
	return bytes;
}

const cell = fc.oneof(
	fc.stringMatching(/^[a-z0-9 ;|\t'"%-]{0,6}$/),
	fc.constantFrom('', '工匠', '江 苏', '1,234', 'a"b', '第一行\n第二行', '，', '=1+1', '__proto__', '合计', '注：')
);
const tables = fc
	.integer({ min: 2, max: 5 })
	.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 10 }))
	.map((rows) => [rows[0]!.map((_, index) => `表头字段第${index}列`), ...rows]);

test('any RFC 4180 table gives its cells back in every encoding', async () => {
	await fc.assert(
		fc.asyncProperty(tables, fc.constantFrom('\n', '\r\n'), async (rows, newline) => {
			const text = rows.map((row) => row.map(quoted).join(',')).join(newline) + newline;
			const files = [bytesOf(text), bytesOf(`\ufeff${text}`), gb18030(text), utf16(text, true), utf16(text, false)];
			for (const bytes of files) expect((await readTable(bytes, { fileName: 't.csv' })).rows).toEqual(rows);
		}),
		{ numRuns: 150 }
	);
});

test('cells may hold anything that the format can quote: line ends of another kind, other separators, marks', async () => {
	const anything = fc.oneof(
		fc.string({ maxLength: 6 }),
		fc.string({ unit: 'grapheme', maxLength: 4 }),
		fc.constantFrom('', '\r', '\n', '\r\n', '"', ' "a"', 'a "b"', '\t', ';', '，', '|', '工会,"x"', '示例\r\n二')
	);
	const rows = fc
		.integer({ min: 2, max: 5 })
		.chain((width) =>
			fc.array(fc.array(anything, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
		)
		.filter((table) => !table.flat().some((text) => text.includes('\0')) && !table[0]![0]!.startsWith('\ufeff'));
	await fc.assert(
		fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (table, newline, always) => {
			const written = (text: string) => (always ? `"${text.replaceAll('"', '""')}"` : quoted(text));
			const text = table.map((row) => row.map(written).join(',')).join(newline) + newline;
			// Letters at random may well be Chinese characters in another encoding: that is another test’s question.
			const read = await readTable(bytesOf(text), { fileName: 't.csv', encoding: 'utf-8' });
			expect(read.rows).toEqual(table);
		}),
		{ numRuns: 400 }
	);
});

test('random bytes and random damage never throw', async () => {
	const table = bytesOf('统计时期,地区,职工人数\n2024,江苏,10\n2024,浙江,"11"\n');
	const damaged = fc.array(fc.tuple(fc.nat(table.length - 1), fc.nat(255)), { maxLength: 6 }).map((changes) => {
		const bytes = table.slice();
		for (const [at, byte] of changes) bytes[at] = byte;
		return bytes;
	});
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), async (bytes) => {
			const { receipt, batch } = await importFile(bytes, optionsFor('任意.csv'));
			expect(receipt.rowsRead).toBe(receipt.rowsLoaded + receipt.rowsSetAside);
			expect(batch === null).toBe(receipt.issues.some(({ severity }) => severity === 'F'));
			await readTable(bytes, { fileName: '任意.csv' });
		}),
		{ numRuns: 400 }
	);
});
