import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { divisions } from '#lib/dimensions/region.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { receiptCsv } from '#lib/import/receipt-csv.ts';
import { sql } from '#lib/sql/sql.ts';
import { build } from '../../release/fixture.ts';
import { optionsFor, plainProfile } from '../profile.ts';
import { recordsOf } from '../records.ts';
import { writeRows } from './delimited.ts';
import { encode } from './encode.ts';
import { naughtyStrings } from './naughty-strings.ts';
import { workbookOf } from './workbook-writer.ts';

// What the import does to every text, told again by hand: control characters go (CTRL_CHARS), white space at the ends
// goes, marks of a blank and cells of nothing visible are no text, and ="…" or the apostrophe that keeps a formula from running is not part of it.
function importedText(text: string): string {
	const bare = [...text]
		.filter((sign) => !isControl(sign))
		.join('')
		.trim();
	if (bare.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').trim() === '') return '';
	if (/^(?:[-—–―─…⋯*/\\.\s]+|n\/a|null)$/i.test(bare)) return '';
	return /^="([^"]*)"$/.exec(bare)?.[1]?.trim() ?? /^'([=+\-@＝＋－＠][^']*)$/.exec(bare)?.[1]?.trim() ?? bare;
}

function isControl(sign: string): boolean {
	const code = sign.codePointAt(0) ?? 0;
	return (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 127 && code < 160);
}

const header = ['成果编号', '类别', '名称', '申报单位', '统计时期', '地区'];
const rows = naughtyStrings.map((text, at) => [`CX-${at}`, '小建议', text, `单位${at}`, '2024', '110000']);
const file = encode(writeRows([header, ...rows]), 'utf-8');
// Provinces are enough here: an index of all divisions would be built for each of thousands of files.
const profile = {
	...plainProfile(),
	regions: divisions().filter(({ level }) => level === 'country' || level === 'province')
};
const options = optionsFor('成果.csv', { profile });
const expected = naughtyStrings.map(importedText);

describe('naughty strings as cells', () => {
	test('there are enough of them', () => {
		expect(naughtyStrings.length).toBeGreaterThan(400);
	});

	test('the plain reading gives them exactly', async () => {
		const { rows: read } = await readTable(file, { fileName: '成果.csv' });
		expect(read.slice(1).map((row) => row[2])).toEqual(naughtyStrings);
	});

	test('the batch has them exactly, nothing set aside, control characters said', async () => {
		const result = await importFile(file, options);
		expect(result.receipt).toMatchObject({ dataset: 'innovations', rowsLoaded: rows.length, rowsSetAside: 0 });
		expect(recordsOf(result).map((record) => record.title ?? '')).toEqual(expected);
		const said = result.receipt.issues.find(({ code }) => code === 'CTRL_CHARS');
		expect(said).toMatchObject({
			severity: 'W',
			count: naughtyStrings.filter((text) => [...text].some(isControl)).length
		});
	});

	test('a workbook holds what XML can, and it comes out the same', async () => {
		// XML reads CR as LF, and has no place for the two characters that are none.
		const fit = naughtyStrings.filter((text) => !/[\r\ufffe\uffff]/.test(text) && ![...text].some(isControl));
		const cells = fit.map((text, at) => [`CX-${at}`, '小建议', text, `单位${at}`, '2024', '110000']);
		const book = workbookOf([{ name: '成果', rows: [header, ...cells] }]);
		const result = await importFile(book, optionsFor('成果.xlsx', { profile }));
		expect(recordsOf(result).map((record) => record.title ?? '')).toEqual(fit.map(importedText));
	});
});

describe('naughty strings in DuckDB', () => {
	let connector: Connector;
	beforeAll(async () => void (connector = await openNative()));
	afterAll(() => connector.close());

	test('native DuckDB stores and gives them exactly', async () => {
		const { batch } = await importFile(file, options);
		await build(connector, [batch!], profile);
		const found = await connector.query(sql`SELECT line, title FROM detail.innovations ORDER BY line`);
		expect(found.map(({ title }) => title ?? '')).toEqual(expected);
		const like = await connector.query(
			sql`SELECT count(*) AS count FROM detail.innovations WHERE title = ${"'; DROP TABLE summary;--"}`
		);
		expect(Number(like[0]?.count)).toBe(1);
	});
});

const oneLine = naughtyStrings.filter((text) => text.length <= 400 && importedText(text) !== '');

describe('naughty strings around the cells', () => {
	test('as a column of its own they are unknown, whatever they are called, and nothing else changes', async () => {
		for (const text of oneLine.filter((text) => !/undefined|\[object/.test(text))) {
			const table = [[...header, text], ...rows.slice(0, 3).map((row) => [...row, 'x'])];
			const result = await importFile(encode(writeRows(table), 'utf-8'), options);
			expect(
				recordsOf(result).map((record) => record.title ?? ''),
				JSON.stringify(text)
			).toEqual(expected.slice(0, 3));
			for (const issue of result.receipt.issues) {
				expect(issueSentence(issue, 'zh'), JSON.stringify(text)).not.toContain('undefined');
				expect(issueSentence(issue, 'en'), JSON.stringify(text)).not.toContain('[object');
			}
		}
	});

	test('as names of columns of figures they are indicators with exactly that name', async () => {
		for (const text of [
			'__proto__',
			'constructor',
			'toString',
			'hasOwnProperty',
			"'; DROP TABLE summary;--",
			'<b>x</b>',
			'{count}',
			'😀站点'
		]) {
			const result = await importFile(
				encode(
					writeRows([
						['地区', '统计时期', text],
						['110000', '2024', '5'],
						['120000', '2024', '6']
					]),
					'utf-8'
				),
				options
			);
			expect(
				recordsOf(result).map(({ indicator, value }) => [indicator, value]),
				text
			).toEqual([
				[text, '5'],
				[text, '6']
			]);
		}
	});

	test('as names of files and of users they stand in receipt and findings as they are', async () => {
		const short = encode(writeRows([header, ['CX-1', '没有的类别', 'x', 'y', '2024', '110000']]), 'utf-8');
		for (const text of naughtyStrings) {
			const { receipt, batch } = await importFile(short, optionsFor(text, { user: text, profile }));
			expect(receipt.file).toBe(text);
			expect(batch?.createdBy).toBe(text);
			const [first] = receipt.issues;
			expect(first?.file).toBe(text);
			expect(issueSentence(first!, 'zh')).toContain(text);
			expect(issueSentence(first!, 'en')).toContain(text);
			sheetSafe(receiptCsv(receipt, 'zh'), text);
		}
	});

	test('as names of sheets they are the receipt’s sheet', async () => {
		const names = naughtyStrings.filter(
			(text) => text.length <= 31 && ![...text].some(isControl) && !/[\r\n\t\ufffe\uffff]/.test(text)
		);
		for (const name of names) {
			const { receipt } = await importFile(
				workbookOf([{ name, rows: [header, ...rows.slice(0, 2)] }]),
				optionsFor('成果.xlsx', { profile })
			);
			expect(receipt.sheet, JSON.stringify(name)).toBe(name);
		}
	});

	test('as names of regions they are unknown, told by name, and never looked up in anything but the list', async () => {
		const table = [header, ...oneLine.map((text, at) => [`CX-${at}`, '小建议', 'x', 'y', '2024', text])];
		const result = await importFile(encode(writeRows(table), 'utf-8'), options);
		expect(result.receipt.rowsRead).toBe(oneLine.length);
		for (const record of recordsOf(result)) expect(record.region).toMatch(/^(?:\d{6})?$/);
		const unknown = result.receipt.issues.filter(({ code }) => code === 'CODE_UNKNOWN');
		expect(unknown.reduce((sum, issue) => sum + issue.count, 0)).toBeGreaterThan(oneLine.length * 0.8);
		const csv = sheetSafe(receiptCsv(result.receipt, 'zh'), '');
		expect(csv.length).toBeGreaterThan(unknown.length);
	});
});

/** The cells of a receipt's CSV: none would run in a spreadsheet, and the given text is in it unchanged. */
function sheetSafe(bytes: Uint8Array, text: string): string[][] {
	const csv = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	const cells = Papa.parse<string[]>(csv, { delimiter: ',' }).data;
	for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠](?!\d*$)/);
	const starts = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
	if (text !== '') expect(cells.flat()).toContain(starts);
	return cells;
}
