import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
