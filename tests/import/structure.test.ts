import { expect, test } from 'vitest';
import { fileKind } from '#lib/import/decode/magic.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';
import { bytesOf } from './samples.ts';

const read = (text: string, more = {}) => importFile(bytesOf(text), optionsFor('a.csv', more));
const found = ({ receipt }: Awaited<ReturnType<typeof read>>) =>
	receipt.issues.map(({ code, line }) => `${code} ${line ?? '–'}`);

test('a title, a unit line, three rows of header, notes and blanks around the table', async () => {
	const text = [
		'2024年二季度劳动竞赛汇总,,,,',
		',,,,单位：人',
		',,,,',
		'地区,情况,,,备注',
		',参赛,,提出,',
		',参赛职工,参赛人次,合理化建议,',
		'江苏,1,2,3,好',
		',,,,',
		'浙江,4,5,6,',
		'注：示例,,,,'
	].join('\n');
	const result = await read(text);
	expect(result.receipt.table).toEqual({ headerFirst: 4, headerLast: 6, dataFirst: 7, dataLast: 9 });
	expect(recordsOf(result)).toMatchObject([
		{ _line: '7', region: '320000', participants: '1', participations: '2' },
		{ _line: '9', region: '330000', participants: '4', participations: '5' }
	]);
	expect(found(result)).toEqual(
		expect.arrayContaining(['PREAMBLE_SKIPPED 1', 'PREAMBLE_SKIPPED 10', 'HEADER_MULTIROW 4', 'ROW_BLANK 8'])
	);
});

test('a blank column in front and a column without a name at the end move nothing', async () => {
	const text = ',统计时期,地区,职工人数,\n,2024,江苏,5,x\n,2024,浙江,6,y\n,注：示例,,,\n';
	const result = await read(text);
	expect(recordsOf(result)).toMatchObject([{ workers_total: '5' }, { workers_total: '6' }]);
	expect(found(result)).toEqual(['HEADER_BLANK 1', 'PREAMBLE_SKIPPED 4']);
});

test('rows of data are not taken for rows of the header', async () => {
	const text = '竞赛编号,竞赛名称,,级别\nA1,焊工赛,,市级\nA2,,x,市级\nA3,钳工赛,,市级\n';
	const { receipt } = await read(text);
	expect(receipt.table).toMatchObject({ headerFirst: 1, headerLast: 1 });
	expect(receipt.rowsRead).toBe(3);
});

test('further tables are listed with their lines: below, twice below, and beside', async () => {
	const below =
		'统计时期,地区,职工人数\n2024,江苏,5\n\n统计时期,地区,参赛职工\n2024,江苏,3\n\n地区,采纳,实施\n江苏,3,1\n';
	const result = await read(below);
	expect(recordsOf(result)).toMatchObject([{ workers_total: '5' }]);
	expect(result.receipt.tables).toEqual([4, 7]);
	expect(result.receipt.issues.filter(({ code }) => code === 'TABLE_MULTIPLE').map(({ line }) => line)).toEqual([4, 7]);
	const beside = await read('统计时期,地区,职工人数,,统计时期,地区,职工人数\n2024,江苏,5,,2024,浙江,6\n');
	expect(found(beside)).toContain('TABLE_MULTIPLE 1');
	const twoLevels = await read('统计时期,省,地区,职工人数\n2024,江苏省,南京市,6\n');
	expect(found(twoLevels)).not.toContain('TABLE_MULTIPLE 1');
});

test('no header: what is there is data, not names', async () => {
	const missing = await read('A1,江苏,2024-01-02,5\nA2,浙江,2024-01-03,6\nA3,安徽,2024-01-04,7\n');
	expect(found(missing)).toContain('HEADER_MISSING 1');
	const decided = await read('2024,江苏,5\n2024,浙江,6\n', {
		headerRow: 0,
		dataset: 'summary',
		mapping: { '#1': 'period', '#2': 'region', '#3': 'workers_total' }
	});
	expect(decided.receipt.table).toEqual({ headerFirst: 0, headerLast: 0, dataFirst: 1, dataLast: 2 });
	expect(recordsOf(decided)).toMatchObject([
		{ _line: '1', period: '2024', region: '320000', workers_total: '5' },
		{ _line: '2', region: '330000', workers_total: '6' }
	]);
});

test('header, its length and the last line as decided', async () => {
	const text = '地区,职工人数\n统计时期,地区,职工人数\n年度,,（人）\n2024,江苏,5\n2024,浙江,6\n2024,安徽,7\n';
	const result = await read(text, { headerRow: 2, headerRows: 2, lastRow: 5 });
	expect(result.receipt.table).toEqual({ headerFirst: 2, headerLast: 3, dataFirst: 4, dataLast: 5 });
	expect(result.receipt.rowsRead).toBe(2);
	expect(result.receipt.certainty.header).toBe(1);
});

test('a header that is repeated, with a mark of its own too, is no data', async () => {
	const result = await read('统计时期,地区,职工人数\n2024,江苏,5\n\ufeff统计时期,地区,职工人数\n2024,浙江,6\n');
	expect(recordsOf(result)).toHaveLength(2);
	expect(result.receipt.issues.filter(({ severity }) => severity === 'E')).toEqual([]);
});

test('rows of nothing but spaces or a DOS end of file are blank', async () => {
	const result = await read('统计时期,地区,职工人数\n2024,江苏,5\n   \t \n\u001a');
	expect(found(result)).toEqual(['CTRL_CHARS 4', 'ROW_BLANK 3']);
	for (const blank of ['  \n\t\n,,,\n', '\n\n']) expect(found(await read(blank))).toEqual(['FILE_EMPTY –']);
	expect((await readTable(bytesOf(' , \n , \n'), { fileName: 'a.csv' })).rows).toEqual([
		[' ', ' '],
		[' ', ' ']
	]);
});

test('text that was garbled before it was saved is found', async () => {
	const garbled = new TextDecoder('gb18030').decode(bytesOf('参赛职工工会'));
	const western = new TextDecoder('windows-1252').decode(bytesOf('江苏省总工会'));
	for (const cell of [garbled, western, '????', '锟斤拷锟斤拷'])
		expect(found(await read(`竞赛编号,竞赛名称,级别\nA1,焊工赛,市级\nA2,${cell},市级\n`))).toContain('ENC_MOJIBAKE 3');
	for (const cell of ['什么??', 'Café', '浜河涓流', 'naïve São Paulo'])
		expect(found(await read(`竞赛编号,竞赛名称,级别\nA1,焊工赛,市级\nA2,${cell},市级\n`))).toEqual([]);
});

test('markup and signatures in a first cell do not make a table something else', () => {
	for (const text of [
		'<script>alert(1)</script>,b\n1,2\n',
		'<!-- a -->,b\n',
		'SQLite,PAR1\n',
		'GIF8,Rar!\n',
		'<b>,<table>\n'
	])
		expect([text, fileKind(bytesOf(text)).kind]).toEqual([text, 'text']);
	expect(fileKind(bytesOf('<table>\n<tr><td>地区</td></tr>'))).toEqual({ kind: 'refused', name: 'HTML' });
	expect(fileKind(bytesOf('<?xml version="1.0"?><Workbook/>'))).toEqual({ kind: 'refused', name: 'XML' });
	const wide = (text: string) =>
		Uint8Array.from([...`\ufeff${text}`].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8, 0, 0]));
	expect(fileKind(wide('地区,b\n'))).toEqual({ kind: 'refused', name: 'UTF-32' });
	expect(fileKind(Uint8Array.of(0xff, 0xfe, 0, 0, 0x2c, 0, 0x41, 0)).kind).toBe('text');
	const locked = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...bytesOf([...'EncryptedPackage'].join('\0')));
	expect(fileKind(locked)).toMatchObject({ kind: 'refused', name: expect.stringContaining('password') });
});
