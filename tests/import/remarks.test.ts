import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult, Remark } from '#lib/import/batch.ts';
import type { EncodingName } from '#lib/import/decode/encoding.ts';
import { encodeText } from '#lib/import/encode/encode-text.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import type { Issue } from '#lib/import/issue.ts';
import { headerSignature } from '#lib/import/map/signature.ts';
import { remarkedFile } from '#lib/import/receipt/remarked-file.ts';
import { optionsFor } from './profile.ts';
import { bytesOf } from './samples.ts';

/** The remarks that are due at the first place of every finding. */
async function remarked(bytes: Uint8Array, name: string, language: Language = 'zh', result?: ImportResult) {
	const { receipt, remarks } = result ?? (await importFile(bytes, optionsFor(name)));
	const file = await remarkedFile(bytes, receipt, remarks, receipt.issues, language);
	if (!file) throw new Error('Nothing to remark');
	return file;
}

const text = (bytes: Uint8Array, encoding = 'utf-8') =>
	new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);

/** What an import gives, but for the file's own name, size and digest and the column of remarks. */
async function essence(bytes: Uint8Array, name: string) {
	const { receipt, batch } = await importFile(bytes, optionsFor(name));
	const issues = receipt.issues.map(({ code, line, column, count }) => ({ code, line, column, count }));
	return {
		csv: batch && text(batch.csv),
		mapping: receipt.mapping.filter(({ header }) => !/^(审核意见|Remarks)/.test(header)),
		table: receipt.table,
		rows: [receipt.rowsRead, receipt.rowsLoaded, receipt.rowsSetAside],
		issues: issues.filter(({ code, column }) => code !== 'COLUMN_UNKNOWN' || !/^(审核意见|Remarks)/.test(column ?? ''))
	};
}

const sample = [
	'\ufeff2024年第二季度汇总（示例）,,',
	'地区,"职工',
	'人数",参赛职工',
	'江苏省,1000,80',
	'江酥省,500,30',
	'"浙江',
	'省",900,5',
	'合计,1900,85',
	'注：示例数据,,',
	''
].join('\r\n');

test('remarks stand at the end of their rows; nothing else has changed', async () => {
	const file = text(await remarked(bytesOf(sample), '汇总.csv'));
	const lines = file.split('\r\n');
	expect(lines[0]).toBe('\ufeff2024年第二季度汇总（示例）,,');
	expect(lines[1]).toBe('地区,"职工');
	expect(lines[2]).toMatch(/^人数",参赛职工,审核意见：【提醒】第 1 行“2024年第二季度汇总（示例）”：/);
	expect(lines[3]).toBe('江苏省,1000,80,');
	expect(lines[4]).toMatch(/^江酥省,500,30,【错误】“地区”列“江酥省”：不认识的地区，.*（请改用规范名称或代码）$/);
	expect(lines.slice(5, 7)).toEqual(['"浙江', '省",900,5,']);
	expect(lines[7]).toMatch(/^合计,1900,85,【/);
	expect(lines.slice(8)).toEqual(['注：示例数据,,', '']);
});

test('several remarks of a row are one cell, the gravest first', async () => {
	const bytes = bytesOf('统计时期,地区,职工人数\n2024,江苏,1\n');
	const { receipt } = await importFile(bytes, optionsFor('汇总.csv'));
	const issue = (severity: Issue['severity'], code: Issue['code'], details: Issue['details']): Issue => ({
		...{ code, severity, details, file: '汇总.csv', line: 2, column: '职工人数', sample: '1', count: 1 }
	});
	const issues = [
		issue('I', 'CELL_FUZZY', { found: '1' }),
		issue('E', 'CELL_TYPE', { expected_zh: '整数', expected_en: 'a whole number' })
	];
	const remarks: Remark[] = [0, 1].map((at) => ({ line: 2, column: 2, code: issues[at]!.code, issue: at }));
	const zh = text((await remarkedFile(bytes, receipt, remarks, issues, 'zh'))!);
	expect(zh).toMatch(/\n2024,江苏,1,【错误】“职工人数”列“1”：不能读作整数.*；【说明】“职工人数”列“1”：/);
	const en = text((await remarkedFile(bytes, receipt, remarks, issues, 'en'))!);
	expect(en).toMatch(
		/^统计时期,地区,职工人数,Remarks\n2024,江苏,1,.*\[Error\] column “职工人数” “1”: Cannot be read as/
	);
});

test('every place has its own words', async () => {
	const bytes = bytesOf(
		'统计时期,地区,职工人数\n2024,江苏,1\n2024,浙江\n2024\n2024,江酥省,5\n2024,江酥省,6\n2024,江苏,1\n2024,安徽,2\n2024,安徽,2\n'
	);
	const lines = text(await remarked(bytes, '汇总.csv')).split('\n');
	expect(lines[2]).toContain('只有 2 列');
	expect(lines[3]).toContain('只有 1 列');
	expect(lines[4]).toContain('江苏省');
	expect(lines[5]).toContain('江苏省');
	expect(lines[6]).toContain('与第 2 行');
	expect(lines[8]).toContain('与第 8 行');
});

test('beyond the names that are told apart no suggestion is borrowed', async () => {
	const names = Array.from({ length: 60 }, (_, at) => `无${String.fromCodePoint(0x4e00 + at * 37)}县`);
	const bytes = bytesOf(`统计时期,地区,职工人数\n${names.map((name) => `2024,${name},1\n`).join('')}`);
	const result = await importFile(bytes, optionsFor('汇总.csv'));
	const last = result.remarks.filter(({ code }) => code === 'CODE_UNKNOWN').slice(-9);
	expect(last.map(({ line }) => line)).toEqual([53, 54, 55, 56, 57, 58, 59, 60, 61]);
	const lines = text(await remarked(bytes, '汇总.csv', 'zh', result)).split('\n');
	for (const { line, details } of last) {
		expect(details).toMatchObject({ dimension_zh: '地区' });
		expect(lines[line - 1]).toContain(`】“地区”列：不认识的地区，该行未载入${details?.suggestion_zh ?? ''}（`);
	}
});

const files: Record<string, string> = {
	ragged: '统计时期,地区,职工人数\n2024,江苏\n2024,浙江,1,2\n2024,安徽,3,\n2024,福建,4,,\n2024,江西,5\n',
	trailing: '统计时期,地区,职工人数,,\n2024,江苏,1,,\n2024,浙江,2\n2024,安徽\n2024,福建,4,5\n2024,江西,x,,,\n',
	unclosed: '统计时期,地区,职工人数\n2024,"江苏,1\n2024,浙江,x\n2024,江酥,3\n',
	stray: '统计时期,地区,职工人数\n2024,"江"苏,1\n2024,江酥,x\n',
	broken: '统计时期,地区,职工人数\n2024,江苏,1\n2024,浙',
	blanks: '统计时期,地区,职工人数\n\n2024,江苏,x\n,,\n2024,浙江,2\n\n',
	mixed: '统计时期,地区,职工人数\r\n2024,江苏,x\n2024,浙江,"1\n"\r2024,安徽,3\r\n',
	bar: '统计时期|地区|职工人数\r2024|江苏|x\r2024|浙江|2\r',
	fullWidth: '统计时期，地区，职工人数\n2024，江酥，1\n2024，浙江，2\n',
	repeated: '统计时期,地区,职工人数\n2024,江苏,x\n统计时期,地区,职工人数\n2024,浙江,2\n',
	groups: '统计时期,地区,合理化建议,\n,,提出,采纳\n2024,江苏,5,x\n2024,浙江,5,3\n',
	unknown: '统计时期,地区,职工人数,天气,手机号\n2024,江苏,"1,000",晴,13800000000\n2024,浙江,2余,雨,\n'
};

test.for(Object.entries(files))(
	'rows with missing or surplus cells stay what they are when the file is read again: %s',
	async ([, content]) => {
		const bytes = bytesOf(content);
		const before = await essence(bytes, '汇总.csv');
		for (const language of ['zh', 'en'] as const) {
			const file = await remarked(bytes, '汇总.csv', language);
			expect(await essence(file, '汇总.csv')).toEqual(before);
			// Sent back and remarked once more.
			const again = await remarked(file, '汇总.csv', language);
			expect(await essence(again, '汇总.csv')).toEqual(before);
		}
	}
);

test('the real files read the same with a remark in every row', async () => {
	for (const name of (await readdir('data/real')).filter((name) => name.endsWith('.csv'))) {
		const bytes = new Uint8Array(await readFile(`data/real/${name}`));
		const { receipt } = await importFile(bytes, optionsFor(name));
		const { dataFirst, dataLast } = receipt.table!;
		const issues: Issue[] = [
			...receipt.issues,
			{
				code: 'RULE_VIOLATED',
				severity: 'E',
				file: name,
				line: dataFirst,
				column: null,
				sample: null,
				count: 1,
				details: {}
			}
		];
		const remarks: Remark[] = [];
		for (let line = dataFirst; line <= dataLast; line++)
			remarks.push({ line, column: null, code: 'RULE_VIOLATED', issue: issues.length - 1 });
		const file = (await remarkedFile(bytes, receipt, remarks, issues, 'zh'))!;
		expect(file.length).toBeGreaterThan(bytes.length + (dataLast - dataFirst) * 10);
		expect([name, await essence(file, name)]).toEqual([name, await essence(bytes, name)]);
		expect((await importFile(file, optionsFor(name))).receipt.encoding).toBe(receipt.encoding);
	}
});

const cells = fc.oneof(
	fc.stringMatching(/^[a-z0-9 ;'%-]{0,6}$/),
	fc.constantFrom('', '工匠', '江 苏', '1,234', 'a"b', '第一行\r\n第二行', '=1+1', '合计', '😀', 'ḿ')
);
const tables = fc
	.integer({ min: 2, max: 5 })
	.chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }))
	.map((rows) => [rows[0]!.map((_, index) => `表头字段第${index}列`), ...rows]);

test('any table in any dialect and encoding keeps its cells and gains one column', async () => {
	await fc.assert(
		fc.asyncProperty(
			tables,
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.constantFrom(',', ';', '\t', '|', '，'),
			fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
			fc.boolean(),
			async (rows, newline, delimiter, encoding, closed) => {
				const written = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter));
				const content = `\ufeff${written.join(newline)}${closed ? newline : ''}`;
				const bytes = encodeText(content, encoding as EncodingName);
				const { receipt } = await readTable(bytes, { fileName: '表.csv', delimiter });
				const starts: number[] = [];
				let line = 1;
				for (const row of rows) {
					starts.push(line);
					line += 1 + row.join('').split('\r\n').length - 1;
				}
				const issue: Issue = {
					...{ code: 'RULE_VIOLATED', severity: 'E', file: '表.csv', line: starts[1]!, column: '"列,;|"' },
					...{ sample: '=1', count: 1, details: { lesser: 'a', greater: 'b' } }
				};
				const table = { headerFirst: 1, headerLast: 1, dataFirst: starts[1]!, dataLast: starts.at(-1)! };
				const source = { ...receipt, table };
				const remarks = [{ line: starts[1]!, column: 0, code: issue.code, issue: 0 }];
				const file = (await remarkedFile(bytes, source, remarks, [issue], 'en'))!;
				const read = await readTable(file, { fileName: '表.csv', delimiter });
				const plain = (row: string[]) => row.every((cell) => cell.trim() === '');
				expect(read.receipt.encoding).toBe(receipt.encoding);
				expect(read.rows.map((row, at) => (plain(rows[at]!) ? row : row.slice(0, -1)))).toEqual(rows);
				expect(read.rows[0]!.at(-1)).toBe('Remarks');
				if (!plain(rows[1]!)) expect(read.rows[1]!.at(-1)).toMatch(/^\[Error\] column “”列,;\|””/);
				for (const row of read.rows.slice(2).filter((_, at) => !plain(rows[at + 2]!))) expect(row.at(-1)).toBe('');
			}
		),
		{ numRuns: 200 }
	);
});

test('a file that comes back is remembered under the header it had', () => {
	const header = ['统计时期', '地区', '职工人数'];
	for (const added of ['审核意见', '审核意见：【提醒】“手机号”列：…', 'Remarks', 'Remarks: [Note] x'])
		expect(headerSignature([...header, added])).toBe(headerSignature(header));
	expect(headerSignature([...header, '意见'])).not.toBe(headerSignature(header));
});

test('bytes that cannot be read are sent back as they came', async () => {
	const head = bytesOf('统计时期,地区,职工人数\n2024,江苏省南京市,1\n2024,浙江省');
	const bytes = new Uint8Array([...head, 0xff, 0xfe, ...bytesOf(',2\n2024,安徽省,3\n')]);
	const file = await remarked(bytes, '汇总.csv');
	const at = file.indexOf(0xff);
	expect([...file.subarray(at - 3, at + 4)]).toEqual([...bytes.subarray(head.length - 3, head.length + 4)]);
});

test('a file that is no table has no remarked copy', async () => {
	for (const content of ['%PDF-1.7', '', '\u0000\u0001\u0002\u0003'.repeat(99)]) {
		const bytes = bytesOf(content);
		const { receipt, remarks } = await importFile(bytes, optionsFor('x.csv'));
		expect(await remarkedFile(bytes, receipt, remarks, receipt.issues, 'zh')).toBeNull();
	}
});
