import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { holdsPersonal, isPersonal, isPersonName } from '#lib/import/map/personal.ts';
import { isCardNumber, maskPersonal } from '#lib/import/normalise/mask.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';
import { bytesOf } from './samples.ts';

// Invented numbers with right check digits; nobody holds them.
const id = '110101199003078515';
const phone = '13800000000';
const card = '6222021234567890128';

const read = (text: string, more: Partial<ImportOptions> = {}) => importFile(bytesOf(text), optionsFor('表.csv', more));
type Result = Awaited<ReturnType<typeof read>>;
const personal = (result: Result) =>
	result.receipt.issues
		.filter(({ code }) => code === 'COLUMN_PERSONAL')
		.map(({ severity, line, column }) => [severity, line, column]);
/** Nothing of the numbers, neither in the data nor in the receipt. */
const expectClean = (result: Result) => {
	const all = JSON.stringify(result.receipt) + (result.batch ? new TextDecoder().decode(result.batch.csv) : '');
	expect(all).not.toMatch(/19900307|1380000|62220212|示例甲|a@b\.cn/);
};

test.each([
	'身份证号',
	'证件号码',
	'公民身份号码',
	'护照号',
	'手机',
	'联系电话',
	'银行卡号',
	'开户行',
	'家庭住址',
	'通讯地址',
	'电子邮箱',
	'出生年月',
	'ID number',
	'Mobile'
])('%s is never stored', (header) => {
	expect(isPersonal(header)).toBe(true);
});

test.each(['参赛编号', '证书编号', '准考证号', '参赛证号', '单位名称', '竞赛名称', '手工', '电工', '统计时期'])(
	'%s is no personal column',
	(header) => {
		expect([isPersonal(header), isPersonName(header)]).toEqual([false, false]);
	}
);

test('columns by header: also names of people where no dataset wants them, whatever a person maps them to', async () => {
	const text = `竞赛编号,竞赛名称,级别,联系人,姓名,手机号,身份证号,银行卡\nA1,焊工,市级,示例甲,示例甲,${phone},${id},${card}\n`;
	const result = await read(text, { mapping: { 手机号: 'host', 姓名: '' } });
	expect(personal(result)).toEqual([
		['I', 1, '联系人'],
		['I', 1, '姓名'],
		['I', 1, '手机号'],
		['I', 1, '身份证号'],
		['I', 1, '银行卡']
	]);
	expectClean(result);
	expect(Object.keys(recordsOf(result)[0]!)).not.toContain('host');
});

test('columns by what they hold, where the header says nothing; in wide tables they are no figures', async () => {
	const register = `竞赛编号,竞赛名称,级别,备用一,备用二,备用三\n${[1, 2, 3].map((at) => `A${at},焊工,市级,${id},${phone},a@b.cn\n`).join('')}`;
	const result = await read(register);
	expect(personal(result)).toEqual([
		['I', 1, '备用一'],
		['I', 1, '备用二'],
		['I', 1, '备用三']
	]);
	expectClean(result);
	const wide = await read(`地区,站点,某列\n江苏,5,${phone}\n浙江,6,${phone}\n`, { fileName: '2024.csv' });
	expect(recordsOf(wide).map(({ indicator }) => indicator)).toEqual(['站点', '站点']);
	expect(personal(wide)).toEqual([['I', 1, '某列']]);
});

test('numbers inside a text that is loaded are masked, with line and column', async () => {
	const text = `竞赛编号,竞赛名称,级别,主办\nA1,焊工,市级,市总工会 张某${phone}\nA2,钳工,市级,证件${id}，卡${card}\nA3,电工,市级,热线 12351\nA4,铣工,市级,${phone}\n`;
	const result = await read(text);
	expect(recordsOf(result).map(({ host }) => host)).toEqual(['市总工会 张某***', '证件***，卡***', '热线 12351', '']);
	expect(result.remarks.map(({ line, column, code }) => [line, column, code])).toEqual([
		[2, 3, 'COLUMN_PERSONAL'],
		[3, 3, 'COLUMN_PERSONAL'],
		[5, 3, 'COLUMN_PERSONAL']
	]);
	expect(personal(result)).toContainEqual(['W', 2, '主办']);
	expectClean(result);
});

test('damaged rows and notes do not carry numbers into the receipt', async () => {
	const text = `竞赛编号,竞赛名称,级别,手机\nA1,焊工,市级,${phone}\nA2,钳工,${phone}\n填表人：示例乙 ${phone},,,\n`;
	const result = await read(text);
	expect(result.receipt.issues.map(({ code }) => code)).toContain('ROW_TOO_FEW');
	expectClean(result);
});

test('figures of eleven digits are sums, dates and codes are no cards', () => {
	expect(maskPersonal('产值 13800000000.5 元')).toBe('产值 13800000000.5 元');
	expect(maskPersonal('91320100MA1XXXXX0X 统一社会信用代码')).toBe('91320100MA1XXXXX0X 统一社会信用代码');
	expect(maskPersonal('2024-05-06 2024-05-07')).toBe('2024-05-06 2024-05-07');
	expect(maskPersonal('项目 202405060001234567')).toBe('项目 202405060001234567');
	expect(maskPersonal('+86 138-0000-0000')).toBe('***');
	expect(maskPersonal('11010119900307851x')).toBe('***');
	expect(isCardNumber(card)).toBe(true);
	expect(isCardNumber('6222021234567890123')).toBe(false);
	expect(holdsPersonal([[phone], ['—'], [phone]], 0)).toBe(true);
	expect(holdsPersonal([['1234'], [phone], ['5678']], 0)).toBe(false);
});
