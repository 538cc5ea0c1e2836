import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrawnMap } from '#lib/dimensions/drawn-map.ts';
import { parseProfile } from '#lib/dimensions/profile.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';

/** A block of the page: the file that it is to be saved as, and its text. */
interface Block {
	readonly language: string;
	readonly name: string;
	readonly text: string;
}

let page = '';
let blocks: Block[] = [];
let folder = '';
beforeAll(async () => {
	page = await readFile('docs/profiles.md', 'utf8');
	blocks = [...page.matchAll(/^```(\w+) ?(\S*)\n([^]*?)^```$/gm)].map(([, language = '', name = '', text = '']) => ({
		language,
		name,
		text
	}));
	folder = await mkdtemp(join(tmpdir(), 'gongbang-profile-'));
	for (const { name, text } of blocks.filter((block) => /^(我的集团|报表)\//.test(block.name))) {
		await mkdir(join(folder, dirname(name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The commands of the page, one after the other, where the files are. */
function runCommands(): string[] {
	const commands = blocks
		.filter(({ language }) => language === 'sh')
		.flatMap(({ text }) => text.trim().split('\n'))
		.map((line) => line.split(' '));
	return commands.map(([npx, name, ...args]) => {
		expect([npx, name]).toEqual(['npx', 'gongbang']);
		return execFileSync(process.execPath, [resolve('src/cli/gongbang.ts'), ...args], { cwd: folder, encoding: 'utf8' });
	});
}

test('whoever saves the blocks of the page has a profile without a mistake', async () => {
	const mistakes: string[] = [];
	const profile = await loadProfile(join(folder, '我的集团'), ({ text }) => mistakes.push(text.zh));
	expect(mistakes).toEqual([]);
	expect(profile).toMatchObject({ id: 'my-group', home: 'FZ', demo: true, regionHeaders: ['所属公司', '车间'] });
	expect(profile.regions.map(({ code, parent, level }) => `${code} ${parent} ${level}`)).toEqual([
		'FZ null unit',
		'FZ1 FZ unit',
		'FZ11 FZ1 unit',
		'FZ12 FZ1 unit',
		'FZ2 FZ unit',
		'FZ21 FZ2 unit',
		'FZ22 FZ2 unit'
	]);
	expect(profile.groups.map(({ members }) => members.length)).toEqual([2, 2]);
	expect(profile.campaigns).toHaveLength(2);
	expect(profile.metrics.map(({ indicator, kind }) => `${indicator} ${kind}`)).toEqual([
		'培训经费 flow',
		'实训基地 stock',
		'经费执行率 ratio'
	]);
	expect(profile.boards).toMatchObject([{ id: 'drive', tiers: [{ id: 'model' }] }]);
});

test('its commands build a release and answer as the page says', async () => {
	const [built = '', answer = ''] = runCommands();
	// The reports and the targets that the profile brings along, every row of them.
	expect(built).toContain('2026年一季度汇总表.csv: summary utf-8 4/4 +0');
	expect(built).toContain('其他指标.csv: metrics utf-8 2/2 +0');
	expect(built).toContain('targets.csv: targets utf-8 2/2 +0');
	const table = (text: string) =>
		text
			.trim()
			.split(/\r?\n/)
			.map((line) => line.split(','));
	const [promisedHeader = [], ...promised] = table(blocks.find(({ name }) => name === '回答')?.text ?? '');
	const [header = [], ...rows] = table(answer);
	const columns = promisedHeader.map((name) => header.indexOf(name));
	expect(columns).not.toContain(-1);
	expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(promised);
	const manifest = JSON.parse(await readFile(join(folder, '发布/my-group-2026-q1/manifest.json'), 'utf8'));
	expect(manifest.counts).toMatchObject({ target: 2, finding: 0 });
	expect(manifest.profile.boards).toMatchObject([{ id: 'drive' }]);
	// The map that the profile brings along: by code and by name, with its number, listed like any file of the release.
	expect(manifest.files.map((file: { name: string }) => file.name)).toEqual([
		'summary.duckdb',
		'detail.duckdb',
		'map.json'
	]);
	const map = JSON.parse(await readFile(join(folder, '发布/my-group-2026-q1/map.json'), 'utf8')) as DrawnMap;
	expect(map.approval).toBe('示例(2026)0001号');
	expect(map.shapes.map(({ code }) => code)).toEqual(['FZ1', 'FZ2']);
	// 3.2 and 1.8 万元.
	const money = execFileSync(
		process.execPath,
		[resolve('src/cli/gongbang.ts'), 'query', '发布/my-group-2026-q1', '培训经费'],
		{ cwd: folder, encoding: 'utf8' }
	);
	expect(money).toMatch(/,50000,/);
}, 60_000);

test('each mistake that the page shows is told in the words of the page, and the rest works', () => {
	const wrong = blocks.filter(({ name }) => name.startsWith('错误/'));
	const sentences = [...page.matchAll(/^> (.+)$/gm)].map(([, sentence]) => sentence);
	const told: string[] = [];
	const files = Object.fromEntries(wrong.map(({ name, text }) => [name.slice(3), text]));
	const own = blocks.find(({ name }) => name === '我的集团/profile.json')?.text ?? '';
	const profile = parseProfile({ ...files, 'profile.json': own }, ({ text }) => told.push(text.zh));
	expect(wrong.length).toBeGreaterThan(0);
	expect(told).toEqual(sentences);
	expect(profile.regions.map(({ code }) => code)).toEqual(['FZ', 'FZ2']);
	expect(profile.groups.map(({ code }) => code)).toEqual(['front']);
});

test('every part of profile.json and every column is described', () => {
	const reference = page.slice(page.indexOf('## 每个文件的格式'), page.indexOf('## 写错了会怎样'));
	for (const { name, text } of blocks.filter((block) => block.name.startsWith('我的集团/'))) {
		const json: unknown = /\.(?:geo)?json$/.test(name) ? JSON.parse(text) : null;
		const words = json ? Object.keys(Array.isArray(json) ? json[0] : json) : (text.split('\n')[0] ?? '').split(',');
		for (const word of /targets\.csv$|\.geojson$/.test(name) ? [] : words)
			expect(reference, name).toContain(`\`${word}\``);
	}
});
