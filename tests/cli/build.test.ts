import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'gongbang-build-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as a user would. */
function gongbang(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	return new Promise((done) => {
		execFile('node_modules/.bin/node', ['src/cli/gongbang.ts', ...args], (error, out, err) =>
			done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
		);
	});
}

const census = 'data/real/nbs-2004-census-1-18-skill-levels.gb18030.csv';

test('makes a release that replaces the one before, and nothing else', async () => {
	const out = join(folder, 'census');
	const first = await gongbang('build', census, '-o', out, '--profile', 'census-2004');
	expect(first).toMatchObject({ code: 0 });
	expect(first.out).toContain('32/32');
	const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
	const [batch] = manifest.batches;
	expect((await readdir(out)).sort()).toEqual([
		'batches',
		'detail.duckdb',
		'manifest.json',
		'manifest.json.br',
		'summary.duckdb',
		'summary.duckdb.br'
	]);
	const packed = brotliDecompressSync(await readFile(join(out, 'summary.duckdb.br')));
	expect(packed.equals(await readFile(join(out, 'summary.duckdb')))).toBe(true);
	expect((await readdir(join(out, 'batches'))).sort()).toEqual([`${batch.id}.csv`, `${batch.id}.json`]);
	const receipt = JSON.parse(await readFile(join(out, 'batches', `${batch.id}.json`), 'utf8'));
	expect(receipt).toMatchObject({ id: batch.id, dataset: 'metrics', receipt: { rowsRead: 32, rowsLoaded: 32 } });

	const second = await gongbang('build', census, '-o', out, '--profile', 'census-2004');
	expect(second.code).toBe(0);
	expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).id).toBe(manifest.id);
	expect(await readdir(folder)).toEqual(['census']);
});

test('what blocks is told in a sentence, and nothing is written', async () => {
	const input = join(folder, 'in');
	await mkdir(input);
	await writeFile(join(input, '示例.csv'), '统计时期,地区,参赛职工\n2024年,不存在的地方,5\n');
	await writeFile(join(input, 'notes.csv'), '%PDF-1.7 \n');
	const { code, err } = await gongbang('build', input, '-o', join(folder, 'out'));
	expect(code).toBe(1);
	expect(err).toMatch(/CODE_UNKNOWN/);
	expect(err).toMatch(/FILE_NOT_TABLE/);
	expect(await readdir(folder)).toEqual(['in']);
});

test('regions outside the profile: what to do is said', async () => {
	const { code, err } = await gongbang('build', 'data/real', '-o', join(folder, 'out'), '--profile', 'census-2004');
	expect(code).toBe(1);
	expect(err.trim().split('\n').at(-1)).toMatch(/union-documents-targets\.csv.*去掉这些文件.*--profile.*--accept/);
	expect(err).toContain('310112 不在本方案的填报范围内');
	expect(await readdir(folder)).toEqual([]);
});

test.each([
	[['build'], 2],
	[['build', 'nowhere.csv', '-o', 'x'], 1],
	[['build', census, '-o', 'x', '--profile', 'nobody'], 1],
	[['build', census, '--nonsense'], 2],
	[['nonsense'], 2],
	[[], 2],
	[['--help'], 0],
	[['build', '--help'], 0]
])('gongbang %j ends with %i and without a stack', async (args, expected) => {
	const { code, out, err } = await gongbang(...args);
	expect(code).toBe(expected);
	expect(out + err).not.toMatch(/ at .*\.ts:\d+/);
	if (code !== 0 && args.length > 0) expect(err.trim().split('\n')).toHaveLength(1);
});

test('a folder of somebody else is left alone', async () => {
	await writeFile(join(folder, 'thesis.docx'), 'x');
	const { code, err } = await gongbang('build', census, '-o', folder);
	expect(code).toBe(1);
	expect(err).toContain(folder);
	expect(await readdir(folder)).toEqual(['thesis.docx']);
});
