import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { createTable } from '#lib/datasets/table.ts';
import { tableSchema } from '#lib/datasets/table-schema.ts';
import { templateCsv, templateRows } from '#lib/datasets/template.ts';
import { createListResolver } from '#lib/dimensions/code-list.ts';
import { divisions, createRegionResolver } from '#lib/dimensions/region.ts';
import { parsePeriod } from '#lib/dimensions/period.ts';
import { resolveCompetitionLevel } from '#lib/dimensions/competition-level.ts';
import { resolveIndustry } from '#lib/dimensions/industry.ts';
import { resolveOwnership } from '#lib/dimensions/ownership.ts';
import { resolveSkillLevel } from '#lib/dimensions/skill-level.ts';
import { resolveUnionSystem } from '#lib/dimensions/union-system.ts';
import type { Dataset, Field } from '#lib/datasets/dataset.ts';

const all = Object.values(datasets);
const key = (header: string) =>
	header
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_—·.、,:()“”"'/-]/g, '');
const resolveRegion = createRegionResolver({ home: '100000', units: divisions() });

test('nine datasets, each under its own name, with a key', () => {
	expect(Object.keys(datasets)).toEqual([
		'summary',
		'competitions',
		'results',
		'studios',
		'innovations',
		'trainings',
		'honours',
		'metrics',
		'targets'
	]);
	for (const dataset of all) {
		expect(datasets[dataset.name]).toBe(dataset);
		expect(dataset.fields.some((field) => field.key)).toBe(true);
	}
});

test.each([
	['summary', 'period region industry ownership'],
	['competitions', 'competition_id'],
	['results', 'competition_id event entrant_id'],
	['metrics', 'indicator region period basis'],
	['targets', 'indicator region end_year']
] as const)('the key of %s is %s', (name, expected) => {
	expect(
		datasets[name].fields
			.filter((field) => field.key)
			.map((field) => field.name)
			.join(' ')
	).toBe(expected);
});

test.each(all.map((dataset) => [dataset.name, dataset] as const))('no header of %s means two fields', (_, dataset) => {
	const owners = new Map<string, string>();
	const shared: string[] = [];
	for (const field of dataset.fields) {
		for (const header of [field.name, field.title.zh, field.title.en, ...field.aliases]) {
			const owner = owners.get(key(header));
			if (owner && owner !== field.name) shared.push(`${header}: ${owner}, ${field.name}`);
			owners.set(key(header), field.name);
		}
	}
	expect(shared).toEqual([]);
});

test.each(all.map((dataset) => [dataset.name, dataset] as const))(
	'rules of %s compare fields of one type',
	(_, dataset) => {
		const type = (name: string) => dataset.fields.find((field) => field.name === name)?.type;
		for (const { lesser, greater } of dataset.rules) {
			expect(type(lesser)).toBeDefined();
			expect(type(lesser)).toBe(type(greater));
		}
	}
);

function accepts({ type, codes = [] }: Field, example: string): boolean {
	const resolvers = {
		region: resolveRegion,
		industry: resolveIndustry,
		ownership: resolveOwnership,
		union_system: resolveUnionSystem,
		skill_level: resolveSkillLevel,
		competition_level: resolveCompetitionLevel,
		code: createListResolver(codes)
	};
	if (type in resolvers) return resolvers[type as keyof typeof resolvers](example).kind === 'found';
	const patterns = { integer: /^\d+$/, decimal: /^\d+(\.\d{1,4})?$/, year: /^\d{4}$/, date: /^\d{4}-\d\d-\d\d$/ };
	if (type in patterns) return patterns[type as keyof typeof patterns].test(example);
	return type === 'period' ? parsePeriod(example) !== null : example !== '';
}

test.each(all.map((dataset) => [dataset.name, dataset] as const))(
	'the examples of %s are what its fields take',
	(_, dataset) => {
		expect(dataset.fields.filter((field) => !accepts(field, field.example)).map((field) => field.name)).toEqual([]);
	}
);

test('examples obey the order rules', () => {
	for (const dataset of all) {
		const example = (name: string) => dataset.fields.find((field) => field.name === name)?.example ?? '';
		for (const { lesser, greater } of dataset.rules) {
			const [low, high] = [example(lesser), example(greater)];
			const ordered = /^\d+$/.test(low) ? Number(low) <= Number(high) : low <= high;
			expect(`${dataset.name} ${lesser} ≤ ${greater}: ${ordered}`).toMatch(/true$/);
		}
	}
});

test.each([
	['summary', '参赛职工人数', 'participants'],
	['summary', '参赛人次', 'participations'],
	['summary', '建会单位数', 'units_total'],
	['summary', '行政区划代码', 'region'],
	['summary', '国民经济行业', 'industry'],
	['summary', '登记注册类型', 'ownership'],
	['studios', '编号', 'studio_id'],
	['studios', '命名时间', 'founded'],
	['results', '名次', 'rank_published'],
	['results', '状态', 'status'],
	['trainings', '季度', 'period'],
	['honours', '年度', 'year'],
	['competitions', '所属区县', 'region'],
	['innovations', '采纳时间', 'adopted'],
	['metrics', '口径', 'basis'],
	['targets', '目标值', 'target']
] as const)('%s knows the header %s as %s', (name, header, expected) => {
	const field = datasets[name].fields.find(({ title, aliases }) => [title.zh, ...aliases].includes(header));
	expect(field?.name).toBe(expected);
});

test.each([
	['results', 'status', '非正式（打星）', 'guest'],
	['results', 'status', '缺考', 'absent'],
	['results', 'award', '一等奖', 'first'],
	['results', 'award', '金', 'gold'],
	['studios', 'kind', '劳模创新工作室', 'model-worker'],
	['studios', 'kind', '工匠学院', 'academy'],
	['studios', 'mode', '线上线下结合', 'both'],
	['honours', 'honour', '全国五一劳动奖章', 'may-day-medal'],
	['trainings', 'kind', '求学圆梦行动', 'degree'],
	['innovations', 'kind', '小发明', 'small-invention'],
	['targets', 'direction', '≤', 'at-most'],
	['targets', 'direction', '>=', 'at-least'],
	['competitions', 'kind', '“安康杯”竞赛', 'ankang-cup']
] as const)('%s.%s reads %s as %s', (name, fieldName, text, code) => {
	const field = datasets[name].fields.find((one) => one.name === fieldName);
	expect(createListResolver(field?.codes ?? [])(text)).toEqual({ kind: 'found', code });
});

test('no code list has an ambiguous name', () => {
	for (const { codes = [], name } of all.flatMap((dataset) => dataset.fields)) {
		const resolve = createListResolver(codes);
		const names = codes.flatMap(({ title, aliases = [] }) => [title.zh, title.en, ...aliases]);
		expect(names.filter((text) => resolve(text).kind !== 'found').map((text) => `${name}: ${text}`)).toEqual([]);
	}
});

test('DuckDB creates the table of every dataset', async () => {
	const connection = await (await DuckDBInstance.create()).connect();
	for (const dataset of all) {
		await connection.run(createTable(dataset).text);
		const { rows } = await columns(dataset);
		expect(rows).toEqual([...dataset.fields.map((field) => field.name), 'batch', 'line']);
	}
	connection.closeSync();

	async function columns(dataset: Dataset) {
		const reader = await connection.runAndReadAll(`DESCRIBE "${dataset.name}"`);
		return { rows: reader.getRows().map((row) => row[0]) };
	}
});

test('a template opens in Excel: BOM, CRLF, headers with units, one example', () => {
	const bytes = templateCsv(datasets.competitions);
	expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const [header, example, rest] = new TextDecoder().decode(bytes).split('\r\n');
	expect(header).toMatch(/^竞赛编号,竞赛名称,竞赛类别,级别,/);
	expect(header).toContain('参赛职工（人）,参赛人次,晋升等级人次,经费（元）');
	expect(example).toMatch(/^JS2024-001,示例市焊工技能竞赛,技能竞赛,省一类,/);
	expect(rest).toBe('');
	expect(templateRows(datasets.results)[0]).toContain('用时（秒）');
});

test('the Table Schema says types, key and lists', () => {
	const schema = tableSchema(datasets.results);
	expect(schema.primaryKey).toEqual(['competition_id', 'event', 'entrant_id']);
	expect(schema.missingValues).toEqual(['']);
	expect(schema.fields.find(({ name }) => name === 'total')).toMatchObject({ type: 'number', title: '总成绩' });
	expect(schema.fields.find(({ name }) => name === 'status')?.constraints).toEqual({
		enum: ['official', 'guest', 'absent', 'cancelled']
	});
	expect(schema.fields.find(({ name }) => name === 'entrant_id')?.constraints).toEqual({ required: true });
});
