import { expect, test } from 'vitest';
import { importFile, readTable } from '#lib/import/index.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';
import { workbookParts, zip, type WorkbookParts } from './zip-sample.ts';

const bookOf = (parts: WorkbookParts) => zip(workbookParts(parts));
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const sheet = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;
const codesOf = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

async function cellsOf(xml: string, more: Partial<WorkbookParts> = {}): Promise<string[][]> {
	const bytes = bookOf({ sheets: [{ name: '表', xml }], ...more });
	return (await readTable(bytes, { fileName: '表.xlsx' })).rows;
}

test('every kind of cell is the text that a CSV file would hold', async () => {
	const cells = [
		'<c t="s"><v>0</v></c>',
		'<c t="s"><v>1</v></c>',
		'<c t="inlineStr"><is><t xml:space="preserve">  </t></is></c>',
		'<c t="str"><f>A1</f><v>甲&amp;乙</v></c>',
		'<c t="b"><v>1</v></c>',
		'<c t="e"><v>#DIV/0!</v></c>',
		'<c><v>1882.6700000000001</v></c>',
		'<c><f>1+1</f><v>2</v></c>',
		'<c><f>SUM(A1:A2)</f></c>',
		'<c t="d"><v>2024-05-06T00:00:00</v></c>',
		'<c/>',
		'<c><v>0.1</v></c>'
	];
	const strings = [
		'<si><r><t>工</t></r><r><t>会</t></r><rPh sb="0" eb="1"><t>コウ</t></rPh></si>',
		'<si><t>a_x000D_b_x005F_x000D_</t></si>'
	];
	expect(await cellsOf(sheet(row(...cells)), { strings })).toEqual([
		['工会', 'a\rb_x000D_', '  ', '甲&乙', 'TRUE', '#DIV/0!', '1882.67', '2', '=SUM(A1:A2)', '2024-05-06', '', '0.1']
	]);
});

test('dates, times, shares and padded codes by their formats, in both calendars', async () => {
	const formats = [
		[164, 'yyyy"年"m"月"'],
		[165, 'yyyy-mm-dd;@'],
		[166, '000000'],
		[167, '[Red]0.0_ '],
		[168, 'yyyy'],
		[169, '#,##0" 元/day"']
	] as const;
	const styles = [0, 14, 164, 165, 22, 20, 10, 166, 167, 168, 169, 46];
	const value = (style: number, number: number) => `<c s="${style}"><v>${number}</v></c>`;
	// 45351 is 2024-02-29; 1 is 1900-01-01 and 61 is 1900-03-01 in Excel's calendar.
	const cells = [
		value(1, 45351),
		value(2, 45351),
		value(3, 45351.5),
		value(4, 45351.75),
		value(5, 0.5),
		value(6, 0.853),
		value(7, 320),
		value(8, 3.5),
		value(9, 45351),
		value(10, 12),
		value(1, 1),
		value(1, 61),
		value(1, 60),
		value(11, 1.5),
		value(6, 1)
	];
	const expected = [
		...[
			'2024-02-29',
			'2024-02',
			'2024-02-29 12:00:00',
			'2024-02-29 18:00:00',
			'12:00:00',
			'85.3%',
			'000320',
			'3.5',
			'2024'
		],
		...['12', '1900-01-01', '1900-03-01', '1900-02-28', '1900-01-01 12:00:00', '100%']
	];
	const read = await cellsOf(sheet(row(...cells)), { formats, styles });
	// Excel's 29 February 1900 never was; it comes out as the day before.
	expect(read[0]).toEqual(expected);
	const early = await cellsOf(sheet(row(value(1, 43889))), { formats, styles, date1904: true });
	expect(early).toEqual([['2024-02-29']]);
});

test('rows and cells stand where their references say, blanks between them', async () => {
	const xml =
		'<sheetData><row r="2"><c r="C2"><v>7</v></c></row><row r="4"><c r="A4"><v>1</v></c><c r="AA4"><v>2</v></c></row></sheetData>';
	const rows = await cellsOf(xml);
	expect(rows.map((cells) => cells.flatMap((cell, at) => (cell === '' ? [] : [`${at}=${cell}`])))).toEqual([
		[],
		['2=7'],
		[],
		['0=1', '26=2']
	]);
});

test('prefixed elements and other writers are read as well', async () => {
	const parts = workbookParts({ sheets: [{ name: '表', xml: '' }] }).filter(({ name }) => !name.includes('sheet1'));
	const xml =
		'<?xml version="1.0"?><x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
	const bytes = zip([...parts, { name: 'xl/worksheets/sheet1.xml', content: xml }]);
	expect((await readTable(bytes, { fileName: 'a.xlsx' })).rows).toEqual([['5', '甲']]);
});

const header = row(...['统计时期', '地区', '职工人数'].map(text));

test('labels merged over rows fill them, figures are not repeated, and both are said', async () => {
	const data = [
		row(text('2024'), text('江苏省'), '<c><v>5</v></c>'),
		row(text('2023'), '<c/>', '<c><v>6</v></c>'),
		row(text('2022'), text('浙江省'), '<c><v>7</v></c>'),
		row(text('2021'), text('浙江省'), '<c/>')
	];
	const xml = `${sheet(header, ...data)}<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C4:C5"/></mergeCells>`;
	const result = await importFile(bookOf({ sheets: [{ name: '表', xml }] }), optionsFor('表.xlsx'));
	expect(recordsOf(result).map(({ region, workers_total: figure }) => [region, figure])).toEqual([
		['320000', '5'],
		['320000', '6'],
		['330000', '7'],
		['330000', '']
	]);
	const merged = result.receipt.issues.filter(({ code }) => code === 'CELL_MERGED');
	expect(merged.map(({ severity, line, sample }) => [severity, line, sample])).toEqual([
		['W', 5, '7'],
		['I', 2, '江苏省']
	]);
});

test('hidden rows, columns and sheets are said; rows and columns are read', async () => {
	const rows = [
		'<cols><col min="3" max="3" hidden="1"/></cols>',
		`<sheetData>${header}<row r="2" hidden="1">${text('2024')}${text('江苏省')}<c><v>5</v></c></row></sheetData>`
	];
	const bytes = bookOf({
		sheets: [
			{ name: '旧', xml: sheet(header, row(text('2023'), text('江苏省'), '<c><v>4</v></c>')), state: 'hidden' },
			{ name: '表', xml: rows.join('') }
		]
	});
	const { receipt, batch } = await importFile(bytes, optionsFor('表.xlsx'));
	expect(receipt).toMatchObject({ sheet: '表', sheets: ['旧', '表'], rowsLoaded: 1 });
	expect(batch).not.toBeNull();
	expect(
		receipt.issues.map(({ code, severity, line, column, details }) => [code, severity, line, column, details.found])
	).toEqual([
		['SHEET_HIDDEN', 'W', null, null, '旧'],
		['COLUMN_HIDDEN', 'W', null, 'C', undefined],
		['ROW_HIDDEN', 'W', 2, null, undefined]
	]);
	const chosen = await importFile(bytes, optionsFor('表.xlsx', { sheet: '旧' }));
	expect(recordsOf(chosen)).toMatchObject([{ workers_total: '4', period: '2023' }]);
	expect(codesOf(chosen.receipt.issues)).toEqual([]);
	const unknown = await importFile(bytes, optionsFor('表.xlsx', { sheet: '没有' }));
	expect(codesOf(unknown.receipt.issues)).toContain('SHEET_MISSING');
});

test('an error in a cell is an error, never a blank', async () => {
	const xml = sheet(header, row(text('2024'), text('江苏省'), '<c t="e"><v>#REF!</v></c>'));
	const { receipt } = await importFile(bookOf({ sheets: [{ name: '表', xml }] }), optionsFor('表.xlsx'));
	expect(receipt.issues).toMatchObject([{ code: 'CELL_EXCEL_ERROR', line: 2, column: '职工人数', sample: '#REF!' }]);
});

test('a workbook read in pieces stops when it is told to', async () => {
	const many = sheet(header, ...Array.from({ length: 50_000 }, (_, at) => row(text(`行${at}`), '<c><v>1</v></c>')));
	const stop = new AbortController();
	const reading = readTable(bookOf({ sheets: [{ name: '表', xml: many }] }), {
		fileName: '表.xlsx',
		signal: stop.signal
	});
	stop.abort(new Error('enough'));
	await expect(reading).rejects.toThrow('enough');
});
