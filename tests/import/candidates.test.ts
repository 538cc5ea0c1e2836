import { expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName, Field } from '#lib/datasets/dataset.ts';
import { closeness } from '#lib/dimensions/name-ranking.ts';
import { latinKey, loadPinyin, looseKey } from '#lib/dimensions/pinyin.ts';
import { importFile } from '#lib/import/index.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { CodeFinder, fieldCandidates } from '#lib/import/map/candidates.ts';
import { optionsFor, plainProfile } from './profile.ts';
import { bytesOf } from './samples.ts';

const finder = new CodeFinder(plainProfile());
const field = (dataset: DatasetName, name: string) =>
	datasets[dataset].fields.find((one) => one.name === name) as Field;
const first = async (of: Field, text: string, parent: string | null = null) =>
	(await finder.find(of, text, parent))[0]?.title.zh;

test.each([
	['江酥', '江苏省'],
	['江酥省', '江苏省'],
	['Jiangsu', '江苏省'],
	['jiang su province', '江苏省'],
	['苏洲', '江苏省苏州市'],
	['南经市', '江苏省南京市'],
	['重请', '重庆市'],
	['渝北去', '重庆市渝北区'],
	['Shaanxi', '陕西省'],
	['Shanxi', '山西省'],
	["Xi'an", '陕西省西安市'],
	['Lüliang', '山西省吕梁市'],
	['呼合浩特', '内蒙古自治区呼和浩特市'],
	['内蒙', '内蒙古自治区'],
	['长沙是', '湖南省长沙市']
])('%s may be %s', async (text, name) => {
	expect(await first(field('summary', 'region'), text)).toBe(name);
});

test('names in both languages; an ambiguous name gives its meanings, the column above decides', async () => {
	const region = field('summary', 'region');
	expect((await finder.find(region, '江酥'))[0]).toMatchObject({ code: '320000', title: { en: 'Jiangsu' } });
	expect((await finder.find(region, '普陀区')).map(({ code, score }) => [code, score])).toEqual([
		['310107', 1],
		['330903', 1]
	]);
	expect((await finder.find(region, '普陀区', '上海')).map(({ code }) => code)).toEqual(['310107']);
	expect(await finder.find(region, '???')).toEqual([]);
});

test.each([
	['summary', 'industry', '金荣业', '金融业'],
	['summary', 'industry', '采矿叶', '采矿业'],
	['summary', 'ownership', '国有企叶', '国有'],
	['competitions', 'union_system', '教科文委体', '教科文卫体'],
	['competitions', 'level', '国家级', '国家一类'],
	['trainings', 'skill_level', '高机工', '高级工'],
	['studios', 'kind', '劳膜工作室', '劳模工作室']
] as const)('%s.%s: %s may be %s', async (dataset, name, text, zh) => {
	expect(await first(field(dataset, name), text)).toBe(zh);
});

test('fields for a header, ranked', () => {
	expect(fieldCandidates('职工人数', 'summary')[0]).toMatchObject({ field: 'workers_total', score: 1 });
	const women = fieldCandidates('参赛女职工人数', 'summary');
	expect(women[0]?.field).toBe('participants');
	expect(women[0]!.score).toBeLessThan(1);
	expect(women.map(({ score }) => score)).toEqual(women.map(({ score }) => score).sort((a, b) => b - a));
});

test('suggestions stand in the finding, nothing is applied', async () => {
	const text = '统计时期,地区,所属行业,职工人数\n2024,江酥,制造业,1\n2024,Zhejiang,采矿叶,2\n';
	const result = await importFile(bytesOf(text), optionsFor('表.csv'));
	expect(result.receipt.rowsLoaded).toBe(0);
	const sentences = result.receipt.issues.map((issue) => issueSentence(issue, 'zh'));
	expect(sentences.find((sentence) => sentence.includes('江酥'))).toContain('是否为江苏省');
	expect(sentences.find((sentence) => sentence.includes('Zhejiang'))).toContain('是否为浙江省');
	expect(result.receipt.issues.map(({ code, line, column }) => [code, line, column])).toEqual([
		['CODE_UNKNOWN', 2, '地区'],
		['CODE_UNKNOWN', 3, '地区'],
		['CODE_UNKNOWN', 3, '所属行业']
	]);
	expect(issueSentence(result.receipt.issues[0]!, 'en')).toContain('perhaps Jiangsu (320000)');
});

test('abolished and renamed divisions are told with their successor; a split one is a question', async () => {
	const text = '统计时期,地区,职工人数\n2024,襄樊市,1\n2024,371202,2\n2024,莱芜市,3\n';
	const result = await importFile(bytesOf(text), optionsFor('表.csv'));
	expect(result.receipt.issues.map(({ code, line, column, details }) => [code, line, column, details.found])).toEqual([
		['NAME_AMBIGUOUS', 4, '地区', undefined],
		['CODE_SUPERSEDED', 2, '地区', '420600'],
		['CODE_SUPERSEDED', 3, '地区', '370116']
	]);
});

test('sounds and distances', async () => {
	const pinyin = await loadPinyin();
	expect(pinyin('重庆')).toBe('chongqing');
	expect(pinyin('江酥')).toBe(pinyin('江苏'));
	expect(latinKey('Lüliang')).toBe('luliang');
	expect(looseKey('zhongshan')).toBe('zonsan');
	expect(closeness('苏州', '苏洲')).toBe(0.5);
	expect(closeness('', '')).toBe(1);
	expect(closeness('kitten', 'sitting')).toBeCloseTo(1 - 3 / 7);
});
