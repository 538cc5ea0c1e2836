import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run as build } from '../../src/cli/commands/build.ts';
import { run as check } from '../../src/cli/commands/check.ts';

let folder: string;
let release: string;
/** Runs a command and catches what it prints. */
async function caught(run: (args: string[]) => Promise<number>, ...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
	];
	try {
		return { code: await run(args), out: out.join(''), err: err.join('') };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-check-'));
	release = join(folder, 'release');
	const census = 'data/real/nbs-2004-census-1-18-skill-levels.gb18030.csv';
	const { code, err } = await caught(build, census, '-o', release, '--profile', 'census-2004');
	expect([code, err.includes('F ')]).toEqual([0, false]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file is held against a release: what it would change, and who reported it before', async () => {
	const file = join(folder, '更正.csv');
	await writeFile(file, '指标,地区,统计时期,数值,单位\n法人单位数,江苏省,2004,430500,个\n新的指标,江苏省,2004,7,个\n');
	const before = await readdir(release);
	const { code, out } = await caught(check, file, '--release', release);
	expect(code).toBe(0);
	// 430488 in the published table.
	expect(out).toContain('变更 江苏省 2004年 法人单位数: 430,488 → 430,500 (第 2 行)');
	expect(out).toContain('新增 1, 变更 1, 不变 0, 去除 0 (项)');
	expect(out).toContain('1 个“填报单位 × 时期”（2004年）此前已由 nbs-2004-census-1-18-skill-levels.gb18030.csv 报送');
	const { out: json } = await caught(check, file, '--release', release, '--mode', 'upsert', '--json');
	const document = JSON.parse(json) as { issues: { code: string; severity: string }[]; changes: { counts: object } };
	expect(document.changes.counts).toEqual({ new: 1, changed: 1, unchanged: 0, removed: 0 });
	expect(document.issues.filter(({ code }) => code === 'PERIOD_REPEATED').map(({ severity }) => severity)).toEqual([
		'I'
	]);
	expect(await readdir(release)).toEqual(before);
});

test('what is no release, no mode or no profile is said in a sentence', async () => {
	const file = join(folder, 'a.csv');
	await writeFile(file, '指标,地区,统计时期,数值\n法人单位数,江苏省,2004,1\n');
	const none = await caught(check, file, '--release', folder);
	expect([none.code, none.out]).toEqual([2, '']);
	expect(none.err).toContain('不是发布文件夹');
	const mode = await caught(check, file, '--mode', 'merge');
	expect([mode.code, mode.err.includes('append, replace, upsert')]).toEqual([2, true]);
	const profile = await caught(check, file, '--release', release, '--profile', 'nowhere');
	expect([profile.code, profile.err.includes('nowhere')]).toEqual([2, true]);
});
