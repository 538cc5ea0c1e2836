import { expect, test } from 'vitest';
import { RawRows } from '#lib/import/raw-rows.ts';
import { readTable } from '#lib/import/read-table.ts';

/** 4,000 rows over several pieces; every tenth has a cell of two lines, so lines and rows part ways. */
function table(newline: string): string {
	const rows = Array.from({ length: 4000 }, (_, index) => {
		const name = index % 10 === 3 ? `"第${index}家\n二车间"` : `第${index}家企业工会委员会联合会`;
		return `${name},${index},"${'说明'.repeat(index % 40)}"`;
	});
	return ['单位,序,说明', ...rows].join(newline);
}

function utf16(text: string): Uint8Array {
	const bytes = new Uint8Array(2 + text.length * 2);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 0xfeff);
	for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at));
	return bytes;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
	['UTF-8, LF', utf8(table('\n'))],
	['UTF-8 with BOM, CRLF', utf8(`\ufeff${table('\r\n')}\r\n`)],
	['UTF-8, CR', utf8(table('\r'))],
	['UTF-16 BE', utf16(table('\r\n'))]
])('%s: any rows by position are those of the whole reading', async (_name, bytes) => {
	const { rows } = await readTable(bytes, { fileName: 't.csv' });
	expect(rows).toHaveLength(4001);
	const opened = await RawRows.open(bytes, {});
	if (!opened) throw new Error('not opened');
	for (const [from, count] of [
		[0, 5],
		[3990, 50],
		[1000, 700],
		[2003, 1]
	] as const) {
		const found = await opened.rows(from, count);
		expect(found.map(({ cells }) => cells)).toEqual(rows.slice(from, from + count));
		// Line 1 is the header; each tenth row before has one line more.
		const line = (row: number) => 1 + row + Math.floor((row + 5) / 10);
		expect(found.map((row) => row.line)).toEqual(found.map((_, at) => line(from + at)));
	}
	expect(await opened.count()).toBe(4001);
	expect(await opened.rows(4001, 10)).toEqual([]);
});

test('a line inside a cell belongs to the row that it is in', async () => {
	const opened = await RawRows.open(utf8('a,b\n"1\n2",3\n4,5\n'), {});
	expect(await Promise.all([1, 2, 3, 4].map((line) => opened?.find(line)))).toEqual([0, 1, 1, 2]);
});

test('rows are cut as the structure says', async () => {
	const bytes = utf8('地区;人数,万人\n江苏;1,5\n');
	const cells = async (delimiter: string) =>
		(await (await RawRows.open(bytes, { delimiter }))?.rows(0, 5))?.map((row) => row.cells);
	expect(await cells(';')).toEqual([
		['地区', '人数,万人'],
		['江苏', '1,5']
	]);
	expect(await cells(',')).toEqual([
		['地区;人数', '万人'],
		['江苏;1', '5']
	]);
});

test('a piece in the middle that looks like another kind of file is still a row', async () => {
	const filler = Array.from({ length: 9000 }, (_, at) => `%PDF-1.7 ${at},<table>,"x"`).join('\n');
	const opened = await RawRows.open(utf8(`a,b,c\n${filler}\n`), {});
	expect((await opened?.rows(8500, 1))?.[0]).toEqual({ line: 8501, cells: ['%PDF-1.7 8499', '<table>', 'x'] });
});

test('what is no table has no rows, and rows that nobody looks at any more end', async () => {
	expect(await RawRows.open(utf8('%PDF-1.7'), {})).toBeNull();
	const opened = await RawRows.open(utf8('a,b\n1,2\n'), {});
	opened?.end();
	await expect(opened?.count()).rejects.toMatchObject({ name: 'AbortError' });
});
