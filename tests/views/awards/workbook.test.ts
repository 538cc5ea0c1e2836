import { readSheet } from 'read-excel-file/node';
import { unzipSync, strFromU8 } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBoard, type Board } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { awardGroups, winnersOf } from '#lib/views/awards/award-list.ts';
import { awardFileName } from '#lib/views/awards/download.ts';
import { awardRows, columnWidths, ruleRows, sheetCells } from '#lib/views/awards/workbook.ts';
import { boardValue, fieldUnits } from '#lib/views/board-figures.ts';
import { originLines, ruleLines } from '#lib/views/rule-lines.ts';

beforeAll(() => overwriteGetLocale(() => 'zh-CN'));

const tiers = [
	{ id: 'first', label: { zh: '一等奖', en: 'First prize' }, count: 1, cut: 'by-hand' },
	{ id: 'second', label: { zh: '二等奖', en: 'Second prize' }, count: 2, cut: 'all-up' }
];
function boardOf(entries: readonly Entry[], json: object = {}): Board {
	const { rules, problems } = readRules({ id: 'b', title: '焊工', kind: 'results', entity: 'person', tiers, ...json });
	if (!rules) throw new Error(JSON.stringify(problems));
	return makeBoard(rules, entries, { release: 'r1', filters: { competition: 'C1' } });
}
const result = (key: string, name: string, total: string, more: Partial<Entry> = {}): Entry => ({
	key,
	name,
	standing: 'eligible',
	values: { total, time: '60', practical: null, theory: null },
	...more
});

describe('the list', () => {
	test('competition order, guests and the unranked left out, the tie is marked', () => {
		const board = boardOf([
			result('3', '王五', '88.50'),
			result('1', '张三', '95'),
			result('g', '外援', '99', { standing: 'guest' }),
			result('2', '李四', '88.5'),
			result('4', '赵六', '70'),
			result('5', '钱七', '60', { standing: 'absent' })
		]);
		expect(awardRows(board, {}, 'zh')).toEqual([
			['等次', '名次', '名称', '总成绩', '用时', '实操成绩', '理论成绩', '备注'],
			['一等奖', 1, '张三', 95, 60, null, null, null],
			['二等奖', 2, '李四', 88.5, 60, null, null, '并列'],
			['二等奖', 2, '王五', 88.5, 60, null, null, '并列']
		]);
		expect(winnersOf(awardGroups(board))).toBe(3);
	});
	test('a tie that nobody decided holds nothing and says so', () => {
		const board = boardOf([result('1', '张三', '95'), result('2', '李四', '95'), result('3', '王五', '80')]);
		const [group] = awardGroups(board);
		expect(group?.open.map(({ tier, places, rows }) => [tier.id, places, rows.length])).toEqual([['first', 1, 2]]);
		expect(
			awardRows(board, {}, 'zh')
				.slice(1)
				.map((row) => [row[0], row[2], row.at(-1)])
		).toEqual([
			['二等奖', '王五', null],
			[null, '张三', '并列，一等奖待定'],
			[null, '李四', '并列，一等奖待定']
		]);
	});
	test('groups and teams have columns where there are any; without tiers everybody with a rank is listed', () => {
		const board = boardOf(
			[
				result('1', '张三', '95', { group: '焊工', team: '万州' }),
				result('2', '李四', '90', { group: '车工', team: '渝中' })
			],
			{ groupBy: 'event', tiers: [] }
		);
		expect(awardRows(board, {}, 'zh').map((row) => row.slice(0, 4))).toEqual([
			['组别', '名次', '名称', '代表队'],
			['焊工', 1, '张三', '万州'],
			['车工', 1, '李四', '渝中']
		]);
	});
	test('names by the board’s policy', () => {
		const board = boardOf([result('1', '张三丰', '95')], { names: 'masked' });
		expect(awardRows(board, {}, 'zh')[1]?.[2]).toBe('张*');
	});
	test('a number beyond the digits of a double stays text', () => {
		const board = boardOf([result('1', '张三', '12345678901234567.25')]);
		expect(awardRows(board, {}, 'zh')[1]?.[3]).toBe('12345678901234567.25');
	});
});

test('the workbook that comes out: real numbers, no formula, the rules on a sheet of their own', async () => {
	const board = boardOf([
		result('1', '=HYPERLINK("http://x")', '95.5'),
		result('2', '+86', '90'),
		result('3', '@a', '80')
	]);
	const list = awardRows(board, {}, 'zh');
	const rules = ruleRows([...ruleLines(board.rules, {}, 'zh'), ...originLines(board, '2024年', '重庆市 · 制造业')]);
	const buffer = await writeWorkbook([
		{ data: sheetCells(list, true), sheet: '获奖名单', columns: columnWidths(list) },
		{ data: sheetCells(rules, false), sheet: '规则', columns: columnWidths(rules) }
	]).toBuffer();
	const files = unzipSync(new Uint8Array(buffer));
	const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d/.test(name));
	expect(sheets).toHaveLength(2);
	for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
	const read = await readSheet(buffer, '获奖名单');
	expect(read.slice(1).map((row) => row.slice(1, 4))).toEqual([
		[1, '=HYPERLINK("http://x")', 95.5],
		[2, '+86', 90],
		[3, '@a', 80]
	]);
	const told = Object.fromEntries((await readSheet(buffer, '规则')).map(([title, text]) => [title, text]));
	expect(told).toMatchObject({
		榜单: '焊工',
		一等奖: '1 个；并列跨过名额线：人工决定',
		排序与同分规则: '总成绩 ↓ → 用时 ↑ → 实操成绩 ↓ → 理论成绩 ↓',
		数据版本: 'r1',
		筛选: '重庆市 · 制造业',
		时期: '2024年',
		指纹: board.fingerprint
	});
});

test('the file says what is inside, and its name is one everywhere', () => {
	expect(awardFileName('焊工/车工: 总决赛', '2024年三季度')).toBe('获奖名单-焊工-车工-总决赛-2024年三季度.xlsx');
	expect(awardFileName('榜', '')).toBe('获奖名单-榜.xlsx');
});

test('values: percent by scale and digits, what does not end rounded, trailing zeros kept', () => {
	const unit = { unit: { zh: '%', en: '%' }, scale: 100, digits: 1 };
	expect(boardValue(unit, { numerator: 1, denominator: 3 }, 'zh')).toBe('33.3%');
	expect(boardValue(unit, { numerator: 1, denominator: 2 }, 'zh')).toBe('50.0%');
	expect(boardValue(unit, { numerator: -1, denominator: 1000 }, 'zh')).toBe('−0.1%');
	expect(boardValue(undefined, '1234567.50', 'zh')).toBe('1,234,567.5');
	expect(boardValue(undefined, { numerator: 2, denominator: 3 }, 'zh')).toBe('0.67');
	expect(boardValue(undefined, null, 'zh')).toBe('—');
	const { rules } = readRules({
		...{ id: 'p', title: '进步', kind: 'progress', entity: 'region' },
		progress: { field: 'value', base: 'base', as: 'relative', minimumBase: 1 }
	});
	expect(boardValue(rules ? fieldUnits(rules, {})['improvement'] : undefined, '0.082', 'zh')).toBe('8.2%');
});
