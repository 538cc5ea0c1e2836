import { expect, test } from 'vitest';
import { isTableName, listFolder } from '#lib/state/dropped-files.ts';
import { pastedFiles, tabRows } from '#lib/state/pasted-table.ts';

const clip = (texts: Record<string, string>, files: File[] = []) => ({
	files,
	getData: (type: string) => texts[type] ?? ''
});

test('cells copied from a spreadsheet are a CSV file, whatever is in them', async () => {
	const text = '地区\t备注\t人数\r\n江苏\t"两行\n""引号""\t制表"\t1,234\r\n浙江\t\t5\r\n';
	expect(tabRows(text)).toEqual([
		['地区', '备注', '人数'],
		['江苏', '两行\n"引号"\t制表', '1,234'],
		['浙江', '', '5']
	]);
	const [file] = pastedFiles(clip({ 'text/plain': text }));
	expect(file?.name).toBe('粘贴.csv');
	expect(await file?.text()).toBe('地区,备注,人数\r\n江苏,"两行\n""引号""\t制表","1,234"\r\n浙江,,5\r\n');
});

test('a quote inside a cell and blank cells at the end are kept as they are', () => {
	expect(tabRows('3"管\t5"\n"未闭合\tx\na\t\n')).toEqual([
		['3"管', '5"'],
		['"未闭合', 'x'],
		['a', '']
	]);
});

test('files in the clipboard come as they are, text with another delimiter goes to the reader, prose is no table', async () => {
	const copied = new File(['a,b'], '表.csv');
	expect(pastedFiles(clip({ 'text/plain': 'a\tb' }, [copied]))).toEqual([copied]);
	const [file] = pastedFiles(clip({ 'text/plain': '地区;人数\n江苏;"1;2"\n' }));
	expect(await file?.text()).toBe('地区;人数\n江苏;"1;2"\n');
	expect(pastedFiles(clip({ 'text/plain': '只是一句话' }))).toEqual([]);
	expect(pastedFiles(clip({}))).toEqual([]);
});

test('a folder gives its tables and tells what else was in it', () => {
	const names = ['a.csv', 'b.XLSX', '~$b.xlsx', '.hidden.csv', 'c.pdf', 'd.txt', 'e.tsv', 'readme'];
	const { files, ignored } = listFolder(names.map((name) => new File([''], name)));
	expect(files.map(({ name }) => name)).toEqual(['a.csv', 'b.XLSX', 'd.txt', 'e.tsv']);
	expect(ignored).toEqual(['~$b.xlsx', '.hidden.csv', 'c.pdf', 'readme']);
	expect(isTableName('报表.CSV')).toBe(true);
});

test('of a folder of very many tables the rest is told as well', () => {
	const { files, ignored } = listFolder(Array.from({ length: 502 }, (_, at) => new File([''], `${at}.csv`)));
	expect(files).toHaveLength(500);
	expect(ignored).toEqual(['500.csv', '501.csv']);
});
