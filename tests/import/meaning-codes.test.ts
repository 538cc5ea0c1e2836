import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import type { IssueCode, Severity } from '#lib/import/issue.ts';
import { IssueLog } from '#lib/import/issue-log.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { maxRemarks } from '#lib/import/limits.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { optionsFor } from './profile.ts';
import { bytesOf } from './samples.ts';

const summary = '统计时期,地区,所属行业,职工人数,参赛职工\n';
const register = '竞赛编号,竞赛名称,级别,开始日期,主办\n';

type Case = [
	IssueCode,
	Severity,
	line: number,
	column: string | null,
	index: number | null,
	text: string,
	Partial<ImportOptions>?
];

/** Every code of the steps map, normalise and validate: severity, line, column, position, and a file that raises it. */
const cases: Case[] = [
	['COLUMN_REQUIRED_MISSING', 'F', 1, '地区', null, '统计时期,职工人数\n2024,1\n', { dataset: 'summary' }],
	['COLUMN_UNKNOWN', 'W', 1, '某某', 3, '统计时期,地区,职工人数,某某\n2024,江苏,1,文字\n'],
	['COLUMN_PERSONAL', 'I', 1, '手机', 5, `${register.trim()},手机\nA1,焊工,市级,2024-05-06,甲,1\n`],
	['HEADER_BLANK', 'W', 1, 'D', 3, '统计时期,地区,职工人数,,参赛职工\n2024,江苏,1,x,1\n'],
	['HEADER_DUPLICATE', 'W', 1, '职工总数', 3, '统计时期,地区,职工人数,职工总数\n2024,江苏,1,2\n'],
	['PERIOD_ASSUMED', 'W', 2, null, null, '2024年汇总表,,\n地区,职工人数,参赛职工\n江苏,2,1\n'],
	['UNIT_ASSUMED', 'W', 1, '经济效益', 2, '统计时期,地区,经济效益\n2024,江苏,1\n'],
	['UNIT_SUSPECT', 'W', 2, '参赛职工', 4, `${summary}2024,江苏,C,,5万元\n`],
	['ROW_DUPLICATE', 'W', 3, null, null, `${summary}2024,江苏,C,10,5\n2024,江苏,C,10,5\n`],
	['KEY_DUPLICATE', 'E', 3, null, null, `${summary}2024,江苏,C,10,5\n2024,江苏,C,10,6\n`],
	['ROW_TOTAL', 'I', 4, '地区', 1, `${summary}2024,江苏,C,10,5\n2024,浙江,C,10,5\n2024,合计,C,20,10\n`],
	['TOTAL_MISMATCH', 'W', 4, '参赛职工', 4, `${summary}2024,江苏,C,10,5\n2024,浙江,C,10,5\n2024,合计,C,20,11\n`],
	['CELL_TYPE', 'E', 2, '职工人数', 3, `${summary}2024,江苏,C,十几,5\n`],
	['CELL_RANGE', 'E', 2, '职工人数', 3, `${summary}2024,江苏,C,-1,\n`],
	['CELL_DATE_AMBIGUOUS', 'E', 2, '开始日期', 3, `${register}A1,焊工,市级,03/04/2024,甲\n`],
	['CELL_PRECISION', 'E', 2, '竞赛编号', 0, `${register}3.7E+05,焊工,市级,2024-05-06,甲\n`],
	['CELL_EXCEL_ERROR', 'W', 2, '职工人数', 3, `${summary}2024,江苏,C,#DIV/0!,5\n`],
	['CELL_FORMULA', 'I', 2, '主办', 4, `${register}A1,焊工,市级,2024-05-06,=SUM(A1)\n`],
	['CELL_TOO_LONG', 'E', 2, '主办', 4, `${register}A1,焊工,市级,2024-05-06,${'1字'.repeat(600_000)}\n`],
	['CELL_FUZZY', 'I', 2, '参赛职工', 4, `${summary}2024,江苏,C,10,近5\n`],
	['CODE_UNKNOWN', 'E', 2, '所属行业', 2, `${summary}2024,江苏,制早业,10,5\n`],
	['CODE_SUPERSEDED', 'I', 2, '地区', 1, `${summary}2024,襄樊市,C,10,5\n`],
	['NAME_AMBIGUOUS', 'E', 2, '地区', 1, `${summary}2024,鼓楼区,C,10,5\n`],
	['RULE_VIOLATED', 'E', 2, '参赛职工', 4, `${summary}2024,江苏,C,10,15\n`],
	['SCOPE_DENIED', 'F', 3, '地区', 1, `${summary}2024,江苏,C,10,5\n2024,浙江,C,10,5\n`, { scope: '320000' }]
];

test.each(cases)(
	'%s is raised with line, column and sentence',
	async (code, severity, line, column, index, text, more) => {
		const { receipt, remarks } = await importFile(bytesOf(text), optionsFor('表.csv', more ?? {}));
		const at = receipt.issues.findIndex((issue) => issue.code === code);
		expect(receipt.issues[at]).toMatchObject({ code, severity, line, column });
		expect(remarks).toContainEqual({ line, column: index, code, issue: at });
		// Nothing else is alarmed about.
		expect(
			receipt.issues.filter((issue) => issue.code !== code && !['ROW_TOTAL', 'PREAMBLE_SKIPPED'].includes(issue.code))
		).toEqual([]);
		for (const language of ['zh', 'en'] as const)
			expect(issueSentence(receipt.issues[at]!, language)).not.toMatch(/undefined|\{\w+\}/);
	}
);

test('a clean file has no findings and no remarks', async () => {
	const result = await importFile(bytesOf(`${summary}2024,江苏,C,10,5\n2024,浙江,C13,1000,5\n`), optionsFor('表.csv'));
	expect([result.receipt.issues, result.remarks]).toEqual([[], []]);
});

test('of too many places the gravest are kept, and how many were left out is told', () => {
	const log = new IssueLog('表.csv');
	for (let line = 1; line <= maxRemarks; line++) log.add('ROW_BLANK', { line });
	log.add('CELL_TYPE', { line: 7, column: '人数', index: 2 });
	log.add('CELL_EXCEL_ERROR', { line: 5, column: '人数', index: 2 });
	log.add('ROW_BLANK', { line: maxRemarks + 1 });
	const remarks = log.remarks();
	expect(remarks).toHaveLength(maxRemarks);
	expect(log.omitted).toBe(3);
	expect(remarks).toContainEqual({ line: 7, column: 2, code: 'CELL_TYPE', issue: 0 });
	expect(remarks).toContainEqual({ line: 5, column: 2, code: 'CELL_EXCEL_ERROR', issue: 1 });
	expect(remarks.map(({ line }) => line)).toEqual(remarks.map(({ line }) => line).sort((a, b) => a - b));
	expect(log.list().map(({ code, count }) => [code, count])).toEqual([
		['CELL_TYPE', 1],
		['CELL_EXCEL_ERROR', 1],
		['ROW_BLANK', maxRemarks + 1]
	]);
});
