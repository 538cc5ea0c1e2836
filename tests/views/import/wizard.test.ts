import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { marksByLine, placesOf, unreadText } from '#lib/views/import/places.ts';
import { chosenField, columnName, fieldChoices } from '#lib/views/import/field-choices.ts';
import { memberOptions, unknownNames } from '#lib/views/import/name-list.ts';
import { figureFields, readTotal } from '#lib/views/import/paper-totals.ts';
import { readColumns } from '#lib/views/import/read-columns.ts';
import { optionsFor, plainProfile } from '../../import/profile.ts';

const read = (text: string, more = {}) =>
	importFile(new TextEncoder().encode(text), optionsFor('2024年汇总.csv', more));

test('places of a step are those that wait; marks tell the grave from the mild', async () => {
	const result = await read('统计时期,地区,职工人数,甲栏\n2024,江苏省,1O0,x\n2024,大洋国,200,x\n2024,浙江省,300,x,y\n');
	expect(placesOf(result, 'cells').map(({ line, column, code }) => [line, column, code])).toEqual([
		[2, 2, 'CELL_TYPE'],
		[4, null, 'ROW_TOO_MANY']
	]);
	expect(placesOf(result, 'names').map(({ line, column }) => [line, column])).toEqual([[3, 1]]);
	const marks = marksByLine(result, 'zh');
	expect(marks.get(2)).toEqual([expect.objectContaining({ column: 2, grave: true })]);
	expect(marks.get(1)).toEqual([expect.objectContaining({ column: 3, grave: false })]);
	const unread = (line: number) => unreadText(result.receipt, [4], marks, line);
	expect(unread(1)).toBe('表头');
	expect(unread(3)).toContain('不认识');
	expect(unread(4)).toBe('按你的决定跳过');
});

test('what was read stands in the order of the file, an assumed period in front, two regions as one', async () => {
	const { receipt } = await read('省份,地区,职工人数\n江苏省,南京市,1\n江苏省,苏州市,2\n');
	const columns = readColumns(receipt, 'zh', (code) => ({ '320100': '南京' })[code] ?? null);
	expect(columns.map(({ key, index }) => [key, index])).toEqual([
		['period', null],
		['region', 1],
		['workers_total', 2]
	]);
	expect(columns[0]?.text('2024')).toBe('2024年');
	expect(columns[1]?.text('320100')).toBe('320100 南京');
	expect(columns[2]?.text('1234567.5')).toBe('1,234,567.5');
});

test('columns of figures go by their indicators', async () => {
	const { receipt } = await read('地区,就业人数(万人)\n江苏省,1882.67\n浙江省,1\n');
	expect(readColumns(receipt, 'zh', () => null).map(({ key, title }) => [key, title])).toEqual([
		['period', '统计时期'],
		['region', '地区'],
		['=就业人数', '就业人数']
	]);
	expect(figureFields(receipt, 'zh')).toEqual([{ value: '就业人数', label: '就业人数' }]);
});

test('a column is called by its header, or by its position where that says nothing or stands twice', () => {
	const column = (index: number, header: string) => ({
		index,
		header,
		field: null,
		unit: null,
		factor: '1',
		how: 'none' as const
	});
	const columns = [column(0, '地区'), column(1, ''), column(2, '数'), column(3, '数')];
	expect(columns.map((one) => columnName(columns, one))).toEqual(['地区', '#2', '#3', '#4']);
	expect(chosenField({ ...column(0, 'x'), field: 'region' })).toBe('region');
	expect(chosenField({ ...column(0, 'x'), field: 'value', indicator: '就业人数' })).toBe('=就业人数');
});

test('the likeliest field comes first; figures may keep the name that the file gives them', () => {
	const [first] = fieldChoices('summary', '参赛职工总数（人）', plainProfile(), 'zh');
	expect(first?.value).toBe('participants');
	const figures = fieldChoices('metrics', '困难职工户数', plainProfile([{ indicator: '困难职工', aliases: [] }]), 'zh');
	expect(figures.map(({ value }) => value)).toEqual(expect.arrayContaining(['=困难职工', '=困难职工户数', 'region']));
});

test('each unknown name is listed once, the most frequent first, then what was decided', async () => {
	const text = '统计时期,地区,职工人数\n2024,大洋国,1\n2024,亚特兰蒂斯,2\n2025,大洋国,3\n2024,姑苏城,4\n';
	const decisions = { codes: [{ field: 'region', text: '姑苏城', code: '320500' }] };
	const { receipt } = await read(text, decisions);
	expect(
		unknownNames(receipt, decisions).map(({ text: name, count, line, code }) => [name, count, line, code])
	).toEqual([
		['大洋国', 2, 2, null],
		['亚特兰蒂斯', 1, 3, null],
		['姑苏城', null, null, '320500']
	]);
});

test('regions are found by name and told apart by the one above; other fields by their lists', () => {
	const regions = memberOptions('summary', 'region', plainProfile(), 'zh');
	expect(regions.find(({ value }) => value === '310107')).toMatchObject({ label: '普陀区', hint: '上海 310107' });
	expect(memberOptions('summary', 'industry', plainProfile(), 'en').find(({ value }) => value === 'C')?.label).toBe(
		'Manufacturing'
	);
	expect(memberOptions('trainings', 'kind', plainProfile(), 'zh').map(({ label }) => label)).toContain('技能培训');
});

test('a total from paper is digits with or without separators, within a region and period or not', () => {
	expect(readTotal(' 1，234，567.5 ', 'participants', '', '')).toEqual({
		field: 'participants',
		region: null,
		period: null,
		value: '1234567.5'
	});
	expect(readTotal('-3', 'x', '320000', '2024年三季度')).toEqual({
		field: 'x',
		region: '320000',
		period: '2024Q3',
		value: '-3'
	});
	expect(readTotal('一千', 'x', '', '')).toBeNull();
	expect(readTotal('1', 'x', '', '某时')).toBeNull();
	expect(readTotal('1', '', '', '')).toBeNull();
});
