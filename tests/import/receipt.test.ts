import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { issueCodes } from '#lib/import/issue-codes.ts';
import { IssueLog } from '#lib/import/issue-log.ts';
import { issueSentence, issueText } from '#lib/import/issue-text.ts';
import { importFile } from '#lib/import/index.ts';
import { receiptCsv } from '#lib/import/receipt-csv.ts';
import { csvField, csvLine, CsvOutput } from '#lib/import/receipt/csv-output.ts';
import { KeyIndex } from '#lib/import/validate/key-index.ts';
import { optionsFor } from './profile.ts';
import { bytesOf, gb18030 } from './samples.ts';

test('every code has its texts in both languages', () => {
	for (const [code, kind] of Object.entries(issueCodes)) {
		for (const text of [kind.what.zh, kind.what.en, kind.action.zh, kind.action.en]) expect(text, code).not.toBe('');
		expect(kind.what.zh, code).toMatch(/[\u3400-\u9fff]/);
		const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
		expect(
			names(kind.what.en).filter((name) => name !== 'dimension'),
			code
		).toEqual(names(kind.what.zh).filter((name) => name !== 'dimension'));
	}
});

test('many findings of one kind are one with a count and the first place', () => {
	const log = new IssueLog('表.csv');
	for (let line = 2; line < 12; line++)
		log.add('CELL_TYPE', {
			line,
			column: '人数',
			sample: `值${line}`,
			details: { expected_zh: '整数', expected_en: 'a whole number' }
		});
	log.add('FILE_EMPTY');
	log.add('ROW_BLANK', { line: 1 });
	expect(log.list().map(({ code, line, count }) => [code, line, count])).toEqual([
		['FILE_EMPTY', null, 1],
		['CELL_TYPE', 2, 10],
		['ROW_BLANK', 1, 1]
	]);
	expect(log.fatal).toBe(true);
	const [, found] = log.list();
	expect(issueText(found!, 'zh')).toEqual({
		what: '不能读作整数，该行未载入',
		where: '表.csv，第 2 行，“人数”列',
		action: '请改正这个单元格'
	});
	expect(issueSentence(found!, 'en')).toBe(
		'表.csv, line 2, column “人数” “值2”: Cannot be read as a whole number; the row was not loaded (10 times). Correct the cell.'
	);
});

test('distinct values beyond the limit are counted together', () => {
	const log = new IssueLog('表.csv');
	for (let index = 0; index < 500; index++)
		log.add('CODE_UNKNOWN', { line: index + 2, column: '地区', sample: `无名${index}` }, `无名${index}`);
	const issues = log.list();
	expect(issues.length).toBeLessThan(60);
	expect(issues.reduce((sum, issue) => sum + issue.count, 0)).toBe(500);
});

test('the receipt as CSV cannot run in a spreadsheet', async () => {
	const { receipt } = await importFile(
		bytesOf('统计时期,地区,职工人数\n2024,=HYPERLINK(1),1\n'),
		optionsFor('=表.csv')
	);
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(receiptCsv(receipt, 'zh'));
	expect(text).toContain('\n级别,代码,文件,');
	expect(text).toContain("E,CODE_UNKNOWN,'=表.csv,2,地区,'=HYPERLINK(1),1,");
	expect(text.startsWith("\ufeff文件,'=表.csv\n")).toBe(true);
	for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
		const issues = [{ ...receipt.issues[0]!, column: `${sign}1`, sample: `${sign}2`, details: {} }];
		const written = new TextDecoder().decode(receiptCsv({ ...receipt, issues, file: `${sign}3` }, 'en'));
		for (const row of Papa.parse<string[]>(written).data)
			for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
	}
});

test('the receipt as CSV says first what the file is and what became of its rows', async () => {
	const bytes = gb18030('统计时期;地区;职工人数（人）\r\n2024;江苏省;1\r\n2024;江酥省;2\r\n');
	const { receipt } = await importFile(bytes, optionsFor('表.csv'));
	const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes.slice())).toString('hex');
	const head = (language: 'zh' | 'en') => {
		const text = new TextDecoder().decode(receiptCsv(receipt, language));
		return Papa.parse<string[]>(text.slice(0, text.indexOf('\n\n'))).data;
	};
	const sure = (share: number) => `${Math.round(share * 100)}%`;
	expect(head('zh')).toEqual([
		['文件', '表.csv'],
		['SHA-256', sha256],
		['字节数', String(bytes.length)],
		['格式', 'CSV'],
		['编码', 'GB18030'],
		['分隔符', ';'],
		['换行', 'CRLF'],
		['数据集', '汇总表'],
		['表头行', '1'],
		['数据行', '2–3'],
		['读取行数', '2'],
		['载入行数', '1'],
		['另置行数', '1'],
		['另置原因', 'CODE_UNKNOWN × 1 (始于第 3 行)'],
		['把握: 编码', sure(receipt.certainty.encoding)],
		['把握: 分隔符', sure(receipt.certainty.delimiter)],
		['把握: 引号', sure(receipt.certainty.quote ?? 0)],
		['把握: 表头', sure(receipt.certainty.header)],
		['把握: 数据集', sure(receipt.certainty.dataset)]
	]);
	expect(head('en').slice(9, 14)).toEqual([
		['data lines', '2–3'],
		['rows read', '2'],
		['rows loaded', '1'],
		['rows set aside', '1'],
		['set aside for', 'CODE_UNKNOWN × 1 (from line 3)']
	]);
});

test('output larger than its first buffer comes out whole', () => {
	const output = new CsvOutput();
	let expected = '';
	for (let index = 0; index < 30_000; index++) {
		const line = `${index},工匠${index}\n`;
		expected += line;
		output.write(line);
		if (index === 10_000) output.foresee(0.33);
	}
	expect(new TextDecoder().decode(output.finish()) === expected).toBe(true);
});

test('rows put together cell by cell are the same as whole lines', () => {
	const cell = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: 'grapheme', minLength: 40 }),
		fc.constantFrom('工匠,“”', 'a,b', '"', 'a"b"', '\r', 'x\ny')
	);
	fc.assert(
		fc.property(fc.array(fc.record({ cells: fc.array(cell), whole: fc.boolean(), quoted: fc.boolean() })), (rows) => {
			const [output, lines] = [new CsvOutput(), new CsvOutput()];
			for (const [number, { cells, whole, quoted }] of rows.entries()) {
				const line = csvLine([String(number), ...cells]);
				lines.write(line);
				if (whole) {
					output.write(line);
					continue;
				}
				output.begin(number);
				for (const text of cells) {
					if (quoted) output.text(text);
					else output.cell(csvField(text));
				}
				output.end();
			}
			expect(output.written).toEqual(lines.written);
			expect(output.finish()).toEqual(lines.finish());
		})
	);
});

test('keys are told apart and remembered with their line, also after growing', () => {
	const keys = new KeyIndex();
	const add = (key: string[], content: string, line: number) => {
		keys.begin();
		for (const value of key) keys.key(value);
		keys.content(content);
		return keys.settle(line);
	};
	for (let line = 1; line <= 20_000; line++) expect(add([`C${line % 7}`, `${line}`], `内容${line}`, line)).toBe('new');
	expect(add(['C1', '8'], '内容8', 30_000)).toBe('same');
	expect(keys.firstLine).toBe(8);
	expect(add(['C1', '8'], '别的', 30_001)).toBe('different');
	expect(add(['C', '18'], '内容8', 30_002)).toBe('new');
});
