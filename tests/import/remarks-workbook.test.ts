import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { expect, test } from 'vitest';
import type { Remark } from '#lib/import/batch.ts';
import { importFile } from '#lib/import/index.ts';
import type { Issue } from '#lib/import/issue.ts';
import { remarkedFile } from '#lib/import/receipt/remarked-file.ts';
import { optionsFor } from './profile.ts';

type Value = string | number | boolean | Date | null;

async function workbook(...sheets: { name: string; rows: Value[][] }[]): Promise<Uint8Array> {
	const cell = (value: Value) => {
		if (value === null) return null;
		return value instanceof Date ? { value, format: 'yyyy-mm-dd' } : { value, fontWeight: 'bold' };
	};
	const data = sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(cell)) }));
	return new Uint8Array(await writeWorkbook(data as unknown as Parameters<typeof writeWorkbook>[0]).toBuffer());
}

const rows: Value[][] = [
	['2024年二季度台账（示例）', null, null, null, null],
	['成果编号', '类别', '名称', '提出时间', '经济效益(万元)'],
	['0001', '合理化建议', '甲 <&> "乙"', new Date('2024-03-12'), 1882.67],
	['0002', '没有这类', '=1+1', new Date('2024-04-01'), null],
	[null, null, null, null, null],
	['0003', '合理化建议', '丙', null, 12]
];
const other: Value[][] = [
	['说明', true],
	['请按月填报', 3]
];

const issuesOf = (file: string): Issue[] => [
	{
		...{ code: 'CODE_UNKNOWN', severity: 'E', file, line: 4, column: '类别', sample: '没有这类', count: 1 },
		details: { dimension_zh: '类别', dimension_en: 'kind' }
	},
	{
		...{ code: 'UNIT_ASSUMED', severity: 'W', file, line: 4, column: '经济效益(万元)', sample: null, count: 1 },
		details: { found: '万元' }
	},
	{ code: 'ENC_DETECTED', severity: 'I', file, line: null, column: null, sample: null, count: 1, details: {} }
];
const remarks: Remark[] = [
	{ line: 4, column: 1, code: 'CODE_UNKNOWN', issue: 0 },
	{ line: 4, column: 4, code: 'UNIT_ASSUMED', issue: 1 }
];

async function remarkedWorkbook(bytes: Uint8Array) {
	const { receipt } = await importFile(bytes, optionsFor('成果.xlsx'));
	expect(receipt).toMatchObject({ format: 'xlsx', sheet: '成果', dataset: 'innovations' });
	const file = await remarkedFile(bytes, receipt, remarks, issuesOf('成果.xlsx'), 'zh');
	if (!file) throw new Error('Nothing to remark');
	return file;
}

const read = async (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes));

test('values and other sheets stay; remarks stand in a column of their own', async () => {
	const bytes = await workbook({ name: '成果', rows }, { name: '说明', rows: other });
	const file = await remarkedWorkbook(bytes);
	const [before, after] = [await read(bytes), await read(file)];
	expect(after.map(({ sheet }) => sheet)).toEqual(['成果', '说明']);
	expect(after[1]).toEqual(before[1]);
	expect(after[0]!.data.map((row) => row.slice(0, 5))).toEqual(before[0]!.data);
	const column = after[0]!.data.map((row) => row[5]);
	expect(column[1]).toMatch(/^审核意见：【说明】/);
	expect(column[3]).toBe(
		'【错误】“类别”列“没有这类”：不认识的类别，该行未载入（请改用规范名称或代码）；【提醒】“经济效益(万元)”列：没有写明单位，按“万元”理解（请核对，并在列名中写明单位）'
	);
	expect([column[0], column[2], column[4], column[5]]).toEqual([null, null, null, null]);
	// Types: an id with zeros is text, a date a date, a figure a number.
	expect(after[0]!.data[2]!.slice(0, 5)).toEqual(['0001', '合理化建议', '甲 <&> "乙"', rows[2]![3], 1882.67]);
});

test('read again, it gives the same rows and a column that is told but not loaded', async () => {
	const bytes = await workbook({ name: '成果', rows });
	const [before, after] = await Promise.all(
		[bytes, await remarkedWorkbook(bytes)].map((file) => importFile(file, optionsFor('成果.xlsx')))
	);
	expect(after!.batch!.csv).toEqual(before!.batch!.csv);
	const added = after!.receipt.issues.filter(({ column }) => column === '审核意见');
	expect(added).toMatchObject([{ code: 'COLUMN_UNKNOWN', severity: 'I' }]);
	expect(after!.receipt.issues.filter((issue) => !added.includes(issue))).toEqual(before!.receipt.issues);
});

test('cells with errors and warnings are filled and keep their format otherwise', async () => {
	const bytes = await workbook({ name: '成果', rows });
	const files = unzipSync(await remarkedWorkbook(bytes));
	const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
	const styles = strFromU8(files['xl/styles.xml']!);
	const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)![1]!.match(/<xf\b.*?(?:\/>|<\/xf>)/gs)!;
	const fills = /<fills[^>]*>(.*)<\/fills>/s.exec(styles)![1]!.match(/<fill>.*?<\/fill>/gs)!;
	const formatOf = (cell: string, xml = sheet, list = formats) =>
		list[Number(new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"`).exec(xml)?.[1] ?? 0)]!;
	const fillOf = (cell: string) => fills[Number(/fillId="(\d+)"/.exec(formatOf(cell))?.[1] ?? 0)];
	expect(fillOf('B4')).toContain('FFFFC7CE');
	expect(fillOf('E4')).toContain('FFFFEB9C');
	expect(fillOf('A4')).not.toMatch(/FFFFC7CE|FFFFEB9C/);
	const original = unzipSync(bytes);
	const originalFormats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s
		.exec(strFromU8(original['xl/styles.xml']!))![1]!
		.match(/<xf\b.*?(?:\/>|<\/xf>)/gs)!;
	const before = formatOf('B4', strFromU8(original['xl/worksheets/sheet1.xml']!), originalFormats);
	const font = (format: string) => /fontId="(\d+)"/.exec(format)![1];
	expect(font(formatOf('B4'))).toBe(font(before));
	expect(Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1] ?? formats.length)).toBe(formats.length);
	expect(Number(/<fills count="(\d+)"/.exec(styles)?.[1] ?? fills.length)).toBe(fills.length);
});

/** The same workbook with a part written in another way that Excel and others use as well. */
function rewritten(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
	const files = unzipSync(bytes);
	files[path] = strToU8(change(strFromU8(files[path]!)));
	return zipSync(files);
}

test('prefixed names, comments, column widths, empty rows and merged cells are no obstacle', async () => {
	const sheet = 'xl/worksheets/sheet1.xml';
	const bytes = await workbook({ name: '成果', rows });
	const variants: Record<string, (xml: string) => string> = {
		prefixed: (xml) =>
			xml
				.replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|is|t|cols|col|sheetViews|sheetView|pane)\b/g, '<$1x:$2')
				.replace('<x:worksheet xmlns=', '<x:worksheet xmlns:x='),
		comment: (xml) => xml.replace('<sheetData>', '<!-- <row r="99"><c r="ZZ9"><v>1</v></c></row> --><sheetData>'),
		spans: (xml) => xml.replaceAll(/<row r="(\d+)"/g, '<row r="$1" spans="1:5" ht="20" customHeight="1"'),
		widths: (xml) =>
			xml
				.replace(/<cols>.*<\/cols>/s, '')
				.replace('<sheetData>', '<cols><col min="1" max="16384" width="9"/></cols><sheetData>'),
		dimension: (xml) => xml.replace('<sheetData>', '<dimension ref="A1:E6"/><sheetData>'),
		merged: (xml) =>
			xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells>'),
		styledBlanks: (xml) => xml.replace(/(<row r="4".*?)<\/row>/s, '$1<c r="F4" s="0"/><c r="J4" s="0"/></row>')
	};
	for (const [name, change] of Object.entries(variants)) {
		const varied = rewritten(bytes, sheet, change);
		const file = await remarkedWorkbook(varied);
		const [before, after] = [await read(varied), await read(file)];
		const at = name === 'merged' ? 7 : 5;
		expect([name, after[0]!.data.map((row) => row.slice(0, 5))]).toEqual([
			name,
			before[0]!.data.map((row) => row.slice(0, 5))
		]);
		expect([name, after[0]!.data[3]![at]]).toEqual([name, expect.stringMatching(/^【错误】/)]);
		const xml = strFromU8(unzipSync(file)[sheet]!);
		const columns = [...xml.matchAll(/<(?:x:)?col [^>]*?min="(\d+)"[^>]*?max="(\d+)"|<(?:x:)?col [^>]*?max="(\d+)"/g)];
		expect(columns.length).toBeGreaterThan(0);
		expect([name, /<dimension[^>]*>/.exec(xml)?.[0]]).toEqual([
			name,
			name === 'dimension' ? '<dimension ref="A1:F6"/>' : undefined
		]);
		if (name === 'widths')
			expect(xml).toContain(
				'<cols><col width="9" min="1" max="5"/><col min="6" max="6" width="60" customWidth="1"/><col width="9" min="7" max="16384"/></cols>'
			);
	}
});

test('a workbook without formats gets its remarks all the same', async () => {
	const bytes = await workbook({
		name: '成果',
		rows: rows.map((row) => row.map((cell) => (cell instanceof Date ? null : cell)))
	});
	const plain = rewritten(bytes, 'xl/_rels/workbook.xml.rels', (xml) =>
		xml.replace(/<Relationship [^>]*\/styles"[^>]*\/>/, '')
	);
	const after = await read(await remarkedWorkbook(plain));
	expect(after[0]!.data[3]![5]).toMatch(/^【错误】/);
});

test('remarks that spreadsheets or XML would take for something else stay text', async () => {
	const bytes = await workbook({ name: '成果', rows });
	const { receipt } = await importFile(bytes, optionsFor('成果.xlsx'));
	const [issue] = issuesOf('成果.xlsx');
	const strange = '_x0041_ <b>&amp;</b> \u0001\ud800 "x"';
	const file = await remarkedFile(bytes, receipt, remarks.slice(0, 1), [{ ...issue!, sample: strange }], 'en');
	const cell = (await read(file!))[0]!.data[3]![5];
	expect(cell).toBe(
		'[Error] column “类别” “_x0041_ <b>&amp;</b> \ufffd "x"”: Unknown kind; the row was not loaded (Use the standard name or code)'
	);
});

test('whatever is in the cells and wherever the remarks are, every cell stays what it was', async () => {
	const value = fc.oneof(
		fc.constant(null),
		fc.integer({ min: -1000, max: 1e9 }),
		fc.boolean(),
		fc.constantFrom(
			new Date('2024-02-29'),
			'001',
			'=1',
			'<c r="A1"/>',
			' 空 格 ',
			']]>',
			'&amp;',
			'_x0041_',
			'第一行\n第二行'
		)
	);
	const sheet = fc
		.integer({ min: 1, max: 30 })
		.chain((width) =>
			fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
		);
	const places = fc.array(fc.record({ line: fc.integer({ min: 2, max: 9 }), column: fc.integer({ min: 0, max: 29 }) }));
	await fc.assert(
		fc.asyncProperty(sheet, places, async (body, found) => {
			const header = body[0]!.map((_, at) => `字段${at}`);
			const bytes = await workbook({ name: '成果', rows: [header, ...body] }, { name: '其他', rows: other });
			const table = { headerFirst: 1, headerLast: 1, dataFirst: 2, dataLast: body.length + 1 };
			const source = { file: '表.xlsx', format: 'xlsx' as const, encoding: null, dialect: null, sheet: '成果', table };
			const marked = found.filter(({ line, column }) => line <= body.length + 1 && column < header.length);
			const own = marked.map(({ line, column }) => ({ line, column, code: 'CODE_UNKNOWN' as const, issue: 0 }));
			const issues = own.length === 0 ? [] : issuesOf('表.xlsx').slice(0, 1);
			const file = await remarkedFile(bytes, source, own, issues, 'zh');
			const [before, after] = [await read(bytes), await read(file!)];
			expect(after[1]).toEqual(before[1]);
			const width = before[0]!.data[0]!.length;
			const rows = before[0]!.data;
			expect(after[0]!.data.slice(0, rows.length).map((row) => row.slice(0, width))).toEqual(rows);
			const remarkedLines = new Set(marked.map(({ line }) => line));
			for (const [at, row] of after[0]!.data.entries())
				if (at > 0 && at < rows.length && rows[at]!.some((cell) => cell !== null))
					expect(typeof row[width] === 'string').toBe(remarkedLines.has(at + 1));
		}),
		{ numRuns: 60 }
	);
});
