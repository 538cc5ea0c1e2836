import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvBytes, csvPieces } from '#lib/release/csv.ts';
import { openNative } from '#lib/engine/native.ts';
import { withCsvPieces } from '#lib/release/staging.ts';
import { Sql } from '#lib/sql/sql.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const cell = fc.oneof(
	fc.stringMatching(/^[a-z",\n]{0,8}$/),
	fc.constantFrom('', '\n', '"', '""\n"', '江苏\n工会', 'a,b')
);
const tables = fc.array(fc.tuple(cell, cell), { maxLength: 12 });

test('pieces are the rows below the header, whole and in order, whatever the cells hold', () => {
	fc.assert(
		fc.property(tables, fc.integer({ min: 1, max: 60 }), (rows, size) => {
			const lines = rows.map((row) => text(csvBytes(row.slice(0, 0), [row])).slice(1));
			const pieces = [...csvPieces(csvBytes(['a', 'b'], rows), size)].map(text);
			expect(pieces.join('')).toBe(lines.join(''));
			// Every piece ends where a row ends, and no earlier row reaches the size.
			const ends = lines.map((_, index) => lines.slice(0, index + 1).join('').length);
			let end = 0;
			for (const piece of pieces) expect(ends).toContain((end += piece.length));
		})
	);
});

test('a file of several pieces arrives as it is, and the bytes stay with the caller', async () => {
	const connector = await openNative();
	const rows = Array.from({ length: 60_000 }, (_, index) => [index, `第 ${index} 行，\n"引用" 与换行，够长的一段文字`]);
	const csv = csvBytes(['line', 'note'], rows);
	expect(csv.length).toBeGreaterThan(3 * 1024 * 1024);
	const copy = csv.slice();
	try {
		await connector.run(new Sql('CREATE TABLE rows (line INTEGER, note VARCHAR)'));
		let pieces = 0;
		await withCsvPieces(connector, csv, { line: 'INTEGER', note: 'VARCHAR' }, async (piece) => {
			pieces++;
			await connector.run(new Sql(`INSERT INTO rows SELECT * FROM ${piece.text}`));
		});
		expect(pieces).toBeGreaterThan(1);
		const [seen] = await connector.query(
			new Sql(
				`SELECT count(*) AS count, count(DISTINCT line) AS lines, CAST(sum(length(note)) AS INTEGER) AS characters FROM rows`
			)
		);
		const characters = rows.reduce((sum, [, note]) => sum + String(note).length, 0);
		expect([seen?.count, seen?.lines].map(Number)).toEqual([60_000, 60_000]);
		expect(Number(seen?.characters)).toBe(characters);
		expect(csv).toEqual(copy);
	} finally {
		await connector.close();
	}
});
