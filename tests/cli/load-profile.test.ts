import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadProfile, profileTargets } from '../../src/cli/load-profile.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-load-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const meta = {
	id: 'sample',
	title: { zh: '示例', en: 'Sample' },
	subtitle: { zh: '示例', en: 'Sample' },
	home: '620200',
	regionNoun: { zh: '地区', en: 'regions' }
};

async function save(name: string, files: Record<string, string>): Promise<string> {
	const path = join(folder, name);
	await mkdir(path, { recursive: true });
	for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
	return path;
}
async function load(path: string) {
	const told: string[] = [];
	const profile = await loadProfile(path, ({ text }) => told.push(text.en));
	return { profile, told };
}

test('an indicator of the overview that there is none of is told and left out', async () => {
	const path = await save('highlights', {
		'profile.json': JSON.stringify({ ...meta, highlights: ['participations', 'particpants', 'metric:示例'] })
	});
	const { profile, told } = await load(path);
	expect(told).toEqual(['profile.json: "highlights" names no indicator: particpants.']);
	expect(profile.highlights).toEqual(['participations', 'metric:示例']);
});

test('targets come along where the folder has them', async () => {
	const path = await save('targets', {
		'profile.json': JSON.stringify(meta),
		'targets.csv': '指标,地区,目标年,目标值\n'
	});
	expect(await profileTargets(path)).toBe(join(path, 'targets.csv'));
	expect(await profileTargets('national')).toBeNull();
	expect(await profileTargets('shanghai')).toMatch(/shanghai.targets\.csv$/);
});

test('a map is checked when the profile is read: what is wrong or missing is told, the profile works', async () => {
	const corners = [
		[
			[98, 39],
			[99, 39],
			[99, 40],
			[98, 39]
		]
	];
	const outline = (name: string) => ({
		type: 'Feature',
		properties: { name },
		geometry: { type: 'Polygon', coordinates: corners }
	});
	const map = (features: object[], top: object = { 审图号: '甘S(2024)1号' }) =>
		JSON.stringify({ type: 'FeatureCollection', ...top, features });
	const province = { ...meta, home: '620000', depth: 'prefecture' };
	const read = async (name: string, text: string) =>
		(await load(await save(name, { 'profile.json': JSON.stringify(province), 'map.geojson': text }))).told;
	expect(await read('no-number', map([outline('兰州市')], {}))).toEqual([
		'map.geojson: has no 审图号; state it at the top of the file.'
	]);
	const told = await read('partial', map([outline('兰州市'), outline('西宁市')]));
	expect(told[0]).toMatch(/^map\.geojson: no outline of: 嘉峪关市, 金昌市, .+甘南藏族自治州\.$/);
	expect(told.slice(1)).toEqual(['map.geojson: outlines of no region: 西宁市.']);
});

test('playlists of walls: what can be played is kept, what cannot is told', async () => {
	const walls = [{ id: 'hall', scenes: [{ kind: 'map' }, { kind: 'pie' }, { kind: 'trend', indicator: 'nothing' }] }];
	const path = await save('walls', { 'profile.json': JSON.stringify(meta), 'walls.json': JSON.stringify(walls) });
	const { profile, told } = await load(path);
	expect(profile.walls).toEqual([
		{
			id: 'hall',
			title: { zh: 'hall', en: 'hall' },
			seconds: 15,
			transition: 'fade',
			quietHour: '03:30',
			scenes: [{ kind: 'map' }]
		}
	]);
	expect(told).toEqual([
		expect.stringContaining('walls.json: "[0].scenes[1].kind" must be one of figures, map'),
		'walls.json: "[0].scenes[2].indicator" names no indicator: nothing.'
	]);
	for (const shipped of ['gansu', 'chongqing', 'shanghai', 'enterprise'])
		expect((await load(shipped)).told).toEqual([]);
});
