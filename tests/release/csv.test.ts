import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvBytes, csvPieces } from '#lib/release/csv.ts';
import { openNative } from '#lib/engine/native.ts';
import { withCsv, withCsvPieces } from '#lib/release/staging.ts';
import { Sql } from '#lib/sql/sql.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const length = (row: string) => Buffer.byteLength(row);
const cell = fc.oneof(
	fc.stringMatching(/^[a-z",\n]{0,8}$/),
	fc.constantFrom('', '\n', '"', '""\n"', '江苏\n工会', 'a,b')
);
const tables = fc.array(fc.tuple(cell, cell), { maxLength: 12 });

test('pieces are the rows below the header, whole and in order, whatever the cells hold', () => {
	fc.assert(
		fc.property(tables, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60 }), (rows, count, bytes) => {
			const lines = rows.map((row) => text(csvBytes(row.slice(0, 0), [row])).slice(1));
			const pieces = [...csvPieces(csvBytes(['a', 'b'], rows), count, bytes)];
			// Every piece ends with the row by which it has so many rows or bytes, the last one with the file.
			const left = [...lines];
			for (const { csv, longest } of pieces) {
				const own: string[] = [];
				while (own.length < count && length(own.join('')) < bytes && left.length > 0) own.push(left.shift() as string);
				expect(text(csv)).toBe(own.join(''));
				expect(longest).toBe(Math.max(...own.map(length)));
			}
			expect(left).toEqual([]);
		})
	);
});

test('a file of several pieces arrives as it is, and the bytes stay with the caller', async () => {
	const connector = await openNative();
	const rows = Array.from({ length: 130_000 }, (_, index) => [
		index,
		`第 ${index} 行，\n"引用" 与换行，够长的一段文字`
	]);
	const csv = csvBytes(['line', 'note'], rows);
	const copy = csv.slice();
	try {
		await connector.run(new Sql('CREATE TABLE rows (line INTEGER, note VARCHAR)'));
		let pieces = 0;
		await withCsvPieces(connector, csv, { line: 'INTEGER', note: 'VARCHAR' }, async (piece) => {
			pieces++;
			await connector.run(new Sql(`INSERT INTO rows SELECT * FROM ${piece.text}`));
		});
		expect(pieces).toBe(2);
		const [seen] = await connector.query(
			new Sql(
				`SELECT count(*) AS count, count(DISTINCT line) AS lines, CAST(sum(length(note)) AS INTEGER) AS characters FROM rows`
			)
		);
		const characters = rows.reduce((sum, [, note]) => sum + String(note).length, 0);
		expect([seen?.count, seen?.lines].map(Number)).toEqual([130_000, 130_000]);
		expect(Number(seen?.characters)).toBe(characters);
		expect(csv).toEqual(copy);
	} finally {
		await connector.close();
	}
});

test.each(['whole', 'in pieces'])('rows longer than the buffer are read, %s', async (how) => {
	const connector = await openNative();
	const long = '工'.repeat(1_500_000);
	const csv = csvBytes(
		['line', 'note'],
		[
			[1, 'a'],
			[2, long],
			[3, 'b']
		]
	);
	try {
		await connector.run(new Sql('CREATE TABLE rows (line INTEGER, note VARCHAR)'));
		const insert = (rows: Sql) => connector.run(new Sql(`INSERT INTO rows SELECT * FROM ${rows.text}`));
		await (how === 'whole' ? withCsv : withCsvPieces)(connector, csv, { line: 'INTEGER', note: 'VARCHAR' }, insert);
		const seen = await connector.query(new Sql('SELECT line, length(note) AS characters FROM rows ORDER BY line'));
		expect(seen.map(({ line, characters }) => [line, Number(characters)])).toEqual([
			[1, 1],
			[2, long.length],
			[3, 1]
		]);
	} finally {
		await connector.close();
	}
});
