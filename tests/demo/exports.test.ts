import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultSeed } from '../../data/demo/generate.ts';
import { demoFiles, type DemoProfile } from '../../data/demo/profiles.ts';
import { sampleFiles } from '../../data/demo/sample.ts';
import { fileBytes, type TableFile } from '../../data/demo/table-files.ts';

const national = demoFiles('national', defaultSeed);
const chongqing = demoFiles('chongqing', defaultSeed);

/** Rows of register files below the header, that is all but title and header. */
const rowsOf = (files: readonly TableFile[], folder: string, first: RegExp) =>
	files
		.filter((file) => file.name.startsWith(folder))
		.flatMap((file) => file.rows.filter((row) => first.test(String(row[0]))));

test('as many competitions, results, studios and academies as published or promised', () => {
	expect(rowsOf(national, '竞赛/', /^GJ\d{4}-/).length).toBeGreaterThanOrEqual(20_000);
	expect(rowsOf(national, '成绩/', /^GJ\d{4}-/).length).toBeGreaterThanOrEqual(200_000);
	const platforms = rowsOf(national, '工作室/', /^GJS/);
	const academies = platforms.filter((row) => row[1] === '工匠学院');
	const by = (year: number) => (row: (typeof platforms)[number]) => String(row[5]) <= `${year}-12-31`;
	for (const year of [2023, 2024, 2025, 2026]) {
		const there = platforms.filter(by(year)).length - academies.filter(by(year)).length;
		expect(Math.abs(there / 80_000 - 1), `studios ${year}`).toBeLessThan(0.01);
		expect(Math.abs(academies.filter(by(year)).length / 360 - 1), `academies ${year}`).toBeLessThan(0.01);
	}
	// 重庆 plans at least fifty competitions in 2023–2027.
	expect(rowsOf(chongqing, '竞赛/', /^CQ\d{4}-/).length).toBeGreaterThanOrEqual(50);
});

test.each([
	['national', national],
	['chongqing', chongqing]
] as const)('%s has every dataset, several files each, in all three formats', (_, files) => {
	const folders = Map.groupBy(files, (file) => file.name.split('/')[0]);
	expect([...folders.keys()].sort()).toEqual(
		['其他指标', '创新成果', '培训', '工作室', '成绩', '汇总', '目标', '竞赛', '荣誉'].sort()
	);
	for (const [folder, own] of folders) if (folder !== '目标') expect(own.length, folder).toBeGreaterThan(1);
	expect(new Set(files.map((file) => file.format))).toEqual(new Set(['utf8-bom', 'gb18030', 'xlsx']));
});

test('names of people and organisations are marked as invented', () => {
	for (const file of [...national, ...chongqing]) {
		const header = file.rows.find((row) =>
			row.some((cell) => /^(选手|领衔人|获奖对象|单位名称|申报单位|主办)$/.test(String(cell)))
		);
		if (!header) continue;
		const columns = header.flatMap((cell, index) =>
			/^(选手|领衔人|获奖对象|单位名称|申报单位|主办)$/.test(String(cell)) ? [index] : []
		);
		const rows = file.rows.slice(file.rows.indexOf(header) + 1);
		const unmarked = rows.filter((row) => columns.some((at) => row[at] && !String(row[at]).startsWith('示例')));
		expect(unmarked.slice(0, 3), file.name).toEqual([]);
	}
});

test('the same seed gives the same bytes, another one others', async () => {
	const digest = async (profile: DemoProfile, seed: string) => {
		const hash = createHash('sha256');
		for (const file of demoFiles(profile, seed)) hash.update(file.name).update(await fileBytes(file));
		return hash.digest('hex');
	};
	const once = await digest('chongqing', defaultSeed);
	await new Promise((resolve) => setTimeout(resolve, 2100));
	expect(await digest('chongqing', defaultSeed)).toBe(once);
	expect(await digest('chongqing', 'another')).not.toBe(once);
});

test('the committed sample is what the generator writes, on any machine', async () => {
	const files = sampleFiles(defaultSeed);
	let size = 0;
	for (const file of files) {
		const committed = await readFile(`data/demo/sample/${file.name}.${file.format === 'xlsx' ? 'xlsx' : 'csv'}`);
		size += committed.length;
		expect(
			Buffer.from(await fileBytes(file)).equals(committed),
			`${file.name}; node data/demo/generate.ts --sample`
		).toBe(true);
	}
	expect(await readdir('data/demo/sample')).toHaveLength(files.length);
	expect(size).toBeLessThan(300_000);
});
