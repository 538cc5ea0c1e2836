import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
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
