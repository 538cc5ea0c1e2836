import { expect, test } from 'vitest';
import { issueCodes } from '#lib/import/issue-codes.ts';
import { IssueLog } from '#lib/import/issue-log.ts';
import { issueSentence, issueText } from '#lib/import/issue-text.ts';
import { importFile } from '#lib/import/index.ts';
import { receiptCsv } from '#lib/import/receipt-csv.ts';
import { CsvOutput } from '#lib/import/receipt/csv-output.ts';
import { KeyIndex } from '#lib/import/validate/key-index.ts';
import { optionsFor } from './profile.ts';
import { bytesOf } from './samples.ts';

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
		what: '无法读作整数，该行未载入',
		where: '表.csv，第 2 行，“人数”列',
		action: '请改正此单元格'
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
	expect(text.startsWith('\ufeff级别,代码,文件,')).toBe(true);
	expect(text).toContain("E,CODE_UNKNOWN,'=表.csv,2,地区,'=HYPERLINK(1),1,");
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
