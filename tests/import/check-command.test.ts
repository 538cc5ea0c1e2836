import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Receipt } from '#lib/import/batch.ts';
import { run } from '../../src/cli/commands/check.ts';

let folder = '';
let out = '';
let err = '';

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'check-'));
	[out, err] = ['', ''];
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
		out += String(text);
		return true;
	});
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
		err += String(text);
		return true;
	});
});

afterEach(async () => {
	vi.restoreAllMocks();
	await rm(folder, { recursive: true });
});

const census = 'data/real/nbs-2004-census-1-18-skill-levels.gb18030.csv';
const targets = 'data/real/union-documents-targets.csv';

test('a sound file gives its receipt and 0', async () => {
	expect(await run([census])).toBe(0);
	expect(out).toContain('CSV · GB18030 · 分隔符 , · 换行 CRLF');
	expect(out).toContain('就业人数 → 就业人数 (value) · 单位 万人 × 10000');
	expect(out).toMatch(/读取 32, 载入 32, 另置 0/);
	out = '';
	expect(await run([census, '--lang', 'en'])).toBe(0);
	expect(out).toContain('header line 2–3, data lines 4–35');
});

test('JSON is one document per file', async () => {
	expect(await run([census, targets, '--json'])).toBe(0);
	const documents = out
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { file: string; dataset: string });
	expect(documents.map(({ dataset }) => dataset)).toEqual(['metrics', 'targets']);
});

test('the table is every cell that was read, in a file or a folder', async () => {
	const odd = join(folder, '杂表.csv');
	await writeFile(odd, '标题,\n"a, b","c ""d"""\n\n1;2,x\n');
	expect(await run([odd, '--table', join(folder, 'one.csv')])).toBe(1);
	expect(await readFile(join(folder, 'one.csv'), 'utf8')).toBe('标题,\n"a, b","c ""d"""\n\n1;2,x\n');
	await run([odd, targets, '--table', join(folder, 'all')]);
	await run([targets, targets, '--table', join(folder, 'twice')]);
	expect((await readdir(join(folder, 'twice'))).sort()).toEqual([
		'union-documents-targets-2.csv',
		'union-documents-targets.csv'
	]);
	expect((await readdir(join(folder, 'all'))).sort()).toEqual(['union-documents-targets.csv', '杂表.csv']);
	expect(await readFile(join(folder, 'all', 'union-documents-targets.csv'), 'utf8')).toContain(
		'\n当代工匠,闵行区,2022,2027,百,名,≥,'
	);
});

test('what blocks gives 1, wrong usage 2, each in one sentence', async () => {
	const bad = join(folder, '坏.csv');
	await writeFile(bad, '统计时期,地区,职工人数\n2024,江酥省,1\n');
	expect(await run([bad])).toBe(1);
	expect(out).toContain('错误 CODE_UNKNOWN  坏.csv，第 2 行，“地区”列“江酥省”：不认识的地区，该行未载入');
	expect(await run([join(folder, '没有.csv')])).toBe(1);
	expect(err).toMatch(/没有\.csv .*ENOENT/);
	for (const args of [[], ['--nonsense'], [bad, '--dataset', 'nothing'], [bad, '--lang', 'fr']])
		expect(await run(args)).toBe(2);
	expect(await run(['--help'])).toBe(0);
});

test('hostile files give one document each, a sentence at most, and the documented exit code', async () => {
	const utf16 = Buffer.from('\ufeff统计时期,地区,职工人数\n2024,江苏,5\n', 'utf16le');
	const files: Record<string, [Uint8Array | string, number, string[]]> = {
		'empty.csv': ['', 1, ['FILE_EMPTY']],
		'bom.csv': ['\ufeff', 1, ['FILE_EMPTY']],
		'blank.csv': ['\n\n', 1, ['FILE_EMPTY']],
		'binary.csv': [Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251), 1, ['FILE_NOT_TABLE']],
		'broken.xlsx': ['PK\u0003\u0004broken', 1, ['FILE_NOT_TABLE']],
		'header.csv': ['统计时期,地区,职工人数\n', 1, ['FILE_EMPTY']],
		'utf16.csv': [utf16, 0, ['ENC_DETECTED']],
		'a "quoted" \'name\'.csv': ['统计时期,地区,职工人数\n2024,江苏,5\n', 0, []]
	};
	for (const [name, [content, code, issues]] of Object.entries(files)) {
		await writeFile(join(folder, name), content);
		[out, err] = ['', ''];
		expect([name, await run([join(folder, name), '--json'])]).toEqual([name, code]);
		expect(err).toBe('');
		const found = documents();
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ file: name });
		expect(found[0]!.issues.map((issue) => issue.code)).toEqual(issues);
	}
	[out, err] = ['', ''];
	expect(await run([folder, join(folder, 'nowhere.csv'), join(folder, 'header.csv'), '--json'])).toBe(1);
	expect(documents().map(({ issues }) => issues.map(({ code }) => code))).toEqual([
		['FILE_NOT_TABLE'],
		['FILE_NOT_TABLE'],
		['FILE_EMPTY']
	]);
	expect(err.trim().split('\n')).toHaveLength(2);
});

test('a file beyond the limit is refused by its size, unread', async () => {
	const huge = join(folder, 'huge.csv');
	await writeFile(huge, '');
	await truncate(huge, 3 * 1024 ** 3);
	expect(await run([huge, '--json'])).toBe(1);
	expect(documents()).toMatchObject([{ bytes: 3 * 1024 ** 3, issues: [{ code: 'FILE_TOO_LARGE' }] }]);
});

test('an encoding or a period that does not exist is wrong usage', async () => {
	expect(await run([census, '--encoding', 'klingon'])).toBe(2);
	expect(await run([census, '--period', 'soon'])).toBe(2);
	expect(err.trim().split('\n')).toHaveLength(2);
});

function documents() {
	const lines = out.trim().split('\n');
	return lines.map((line) => JSON.parse(line) as { file: string; bytes: number; issues: { code: string }[] });
}

test('every structural decision is a flag, and a decided thing is certain', async () => {
	const file = join(folder, '无表头.csv');
	await writeFile(file, "标题\n'2024'#'江苏'#5\n2024#浙江#6\n注：#x#\n");
	const mapping = join(folder, 'mapping.json');
	const columns = { '#1': 'period', '#2': 'region', '#3': 'workers_total' };
	await writeFile(
		mapping,
		JSON.stringify({ kind: 'gongbang-mapping', version: 1, dataset: 'summary', mapping: columns })
	);
	const flags = ['--delimiter', '#', '--quote', "'", '--header-row', '0', '--last-row', '3', '--mapping', mapping];
	await run([file, '--json', ...flags]);
	const [receipt] = documents() as unknown as Receipt[];
	expect(receipt).toMatchObject({
		dialect: { delimiter: '#', quote: "'", newline: 'LF' },
		table: { headerFirst: 0, headerLast: 0, dataLast: 3 },
		certainty: { delimiter: 1, quote: 1, header: 1 },
		rowsLoaded: 2
	});
	const decisions = join(folder, 'decisions.json');
	await writeFile(decisions, JSON.stringify({ delimiter: '#', quote: "'", lastRow: 2 }));
	out = '';
	await run([file, '--json', '--decisions', decisions, '--last-row', '3', '--table', join(folder, 'out.csv')]);
	expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('标题\n2024,江苏,5\n2024,浙江,6\n');
	for (const args of [
		['--delimiter', 'ab'],
		['--delimiter', '"'],
		['--quote', '""'],
		['--header-row', '-1'],
		['--header-rows', '0'],
		['--last-row', 'x'],
		['--mapping', join(folder, 'no.json')],
		['--decisions', file],
		['--profile', 'nowhere']
	]) {
		err = '';
		expect([args, await run([file, ...args])]).toEqual([args, 2]);
		expect(err.trim().split('\n')).toHaveLength(1);
	}
});

test('what was assumed and how sure that is stands in the text', async () => {
	expect(await run([census, '--header-row', '2', '--header-rows', '2'])).toBe(0);
	expect(out).toContain('依据  编码：很可能 · 分隔符：确定 · 引号 "：');
	expect(out).toContain('表头：确定');
	out = '';
	await run([census, '--lang', 'en', '--encoding', 'GB18030']);
	expect(out).toMatch(/Assumed {2}encoding: certain · delimiter: certain · quotes ": (very likely|certain) · header: /);
});

test('a first cell that begins with a mark keeps it in the table written', async () => {
	const file = join(folder, '标记.csv');
	await writeFile(file, '\ufeff\ufeffa,b\n1,2\n');
	await run([file, '--table', join(folder, 'out.csv')]);
	expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('"\ufeffa",b\n1,2\n');
});
