import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { run } from '../../src/cli/commands/check.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';
import { writeRemarked } from '../../src/cli/write-remarked.ts';

test('the remarked copy is written; for a file that is no table nothing is', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'remarked-'));
	try {
		const profile = await loadProfile('national');
		const write = async (content: string, name: string) => {
			const bytes = new TextEncoder().encode(content);
			const result = await importFile(bytes, { fileName: name, profile, now: '2024-07-01T00:00:00Z', user: 'test' });
			return writeRemarked(bytes, result, join(folder, name), 'zh');
		};
		expect(await write('统计时期,地区,职工人数\r\n2024,江苏省,很多\r\n', '表.csv')).toBe(true);
		expect(await readFile(join(folder, '表.csv'), 'utf8')).toMatch(
			/^统计时期,地区,职工人数,审核意见\r\n2024,江苏省,很多,【错误】“职工人数”列“很多”：不能读作整数/
		);
		expect(await write('%PDF-1.7', '报告.pdf')).toBe(false);
		expect(await readdir(folder)).toEqual(['表.csv']);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test('gongbang check --remarks writes copies beside each other and never over the file itself', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'remarked-'));
	const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	try {
		const [one, two] = [join(folder, '一.csv'), join(folder, '二.csv')];
		await writeFile(one, '统计时期,地区,职工人数\n2024,江苏省,很多\n');
		await writeFile(two, '统计时期,地区,职工人数\n2024,浙江省,5\n');
		expect(await run([one, '--remarks', join(folder, 'out.csv'), '--lang', 'en'])).toBe(1);
		expect(await readFile(join(folder, 'out.csv'), 'utf8')).toMatch(
			/^统计时期,地区,职工人数,Remarks\n2024,.*,\[Error\] /
		);
		expect(await run([one, two, one, '--remarks', join(folder, 'all')])).toBe(1);
		expect((await readdir(join(folder, 'all'))).sort()).toEqual(['一-2.csv', '一.csv', '二.csv']);
		expect(await readFile(join(folder, 'all', '二.csv'), 'utf8')).toBe(
			'统计时期,地区,职工人数,审核意见\n2024,浙江省,5,\n'
		);
		expect(await run([one, '--remarks', one])).toBe(2);
		expect(await run([one, two, '--remarks', folder])).toBe(2);
		expect(await readFile(one, 'utf8')).toBe('统计时期,地区,职工人数\n2024,江苏省,很多\n');
		expect(err.mock.calls.map(([text]) => String(text))).toEqual([
			expect.stringContaining('itself is not written over'),
			expect.stringContaining('itself is not written over')
		]);
	} finally {
		out.mockRestore();
		err.mockRestore();
		await rm(folder, { recursive: true });
	}
});
