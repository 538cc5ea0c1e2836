import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadProfile } from '../../src/cli/load-profile.ts';
import { quarters } from '../../data/demo/calendar.ts';
import { enterpriseModel } from '../../data/demo/enterprise-model.ts';
import { enterpriseGroup, unitsOf } from '../../data/demo/enterprise-units.ts';
import { defaultSeed } from '../../data/demo/generate.ts';
import { demoFiles, type DemoProfile } from '../../data/demo/profiles.ts';
import { sampleFiles } from '../../data/demo/sample.ts';
import { fileBytes, type TableFile } from '../../data/demo/table-files.ts';

const national = demoFiles('national', defaultSeed);
const chongqing = demoFiles('chongqing', defaultSeed);
const shanghai = demoFiles('shanghai', defaultSeed);
const gansu = demoFiles('gansu', defaultSeed);
const enterprise = demoFiles('enterprise', defaultSeed);

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
	['chongqing', chongqing],
	['shanghai', shanghai],
	['gansu', gansu],
	['enterprise', enterprise]
] as const)('%s has every dataset, several files each, in all three formats', (profile, files) => {
	const folders = Map.groupBy(files, (file) => file.name.split('/')[0]);
	// The newer profiles bring their targets along: data/profiles/<id>/targets.csv.
	const targets = existsSync(`data/profiles/${profile}/targets.csv`) ? [] : ['目标'];
	expect([...folders.keys()].sort()).toEqual(
		['其他指标', '创新成果', '培训', '工作室', '成绩', '汇总', ...targets, '竞赛', '荣誉'].sort()
	);
	for (const [folder, own] of folders) if (folder !== '目标') expect(own.length, folder).toBeGreaterThan(1);
	expect(new Set(files.map((file) => file.format))).toEqual(new Set(['utf8-bom', 'gb18030', 'xlsx']));
});

test('names of people and organisations are marked as invented', () => {
	for (const file of [...national, ...chongqing, ...shanghai, ...gansu, ...enterprise]) {
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

const digest = async (profile: DemoProfile, seed: string) => {
	const hash = createHash('sha256');
	for (const file of demoFiles(profile, seed)) hash.update(file.name).update(await fileBytes(file));
	return hash.digest('hex');
};

test.each([[['chongqing']], [['shanghai', 'gansu', 'enterprise']]] as const)(
	'%j: the same seed gives the same bytes, another one others',
	async (profiles) => {
		const all = async (seed: string) => {
			const digests: string[] = [];
			for (const profile of profiles) digests.push(await digest(profile, seed));
			return digests;
		};
		const once = await all(defaultSeed);
		// A zip knows the time to two seconds.
		await new Promise((resolve) => setTimeout(resolve, 2100));
		expect(await all(defaultSeed)).toEqual(once);
		for (const [index, other] of (await all('another')).entries()) expect(other, profiles[index]).not.toBe(once[index]);
	}
);

/** The themes that the rows of a folder stand under, with how many of each; the table's own header says where. */
function themesOf(files: readonly TableFile[], folder: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { rows } of files.filter((file) => file.name.startsWith(folder))) {
		const header = rows.findIndex((row) => row.includes('主题'));
		const column = rows[header]?.indexOf('主题') ?? -1;
		for (const row of rows.slice(header + 1)) {
			const theme = row[column];
			if (theme) counts.set(String(theme), (counts.get(String(theme)) ?? 0) + 1);
		}
	}
	return counts;
}

test.each([
	['shanghai', shanghai],
	['gansu', gansu],
	['enterprise', enterprise]
] as const)(
	'%s: every campaign of the profile moves several registers, and no other is named',
	async (profile, files) => {
		const campaigns = (await loadProfile(profile)).campaigns.map(({ code }) => code);
		const folders = ['竞赛/', '工作室/', '创新成果/', '培训/', '荣誉/'].map((folder) => themesOf(files, folder));
		expect(new Set(folders.flatMap((themes) => [...themes.keys()]))).toEqual(new Set(campaigns));
		for (const campaign of campaigns)
			expect(folders.filter((themes) => themes.has(campaign)).length, campaign).toBeGreaterThanOrEqual(3);
	}
);

test('甘肃: the ten campaigns of its federation', async () => {
	expect((await loadProfile('gansu')).campaigns.map(({ code }) => code)).toEqual(
		'思想引领 建功立业 技能提升 职工创新 劳模创新 班组创新 陇原工匠 精准扶贫 劳模引领 健康幸福'.split(' ')
	);
});

test('people who were honoured: women and front-line workers are noted of most, of groups of none', () => {
	for (const files of [national, gansu, enterprise]) {
		const rows = rowsOf(files, '荣誉/', /^[A-Z]{2}H\d/);
		const people = rows.filter((row) => row[5] === '个人');
		const known = people.filter((row) => row[11] !== null);
		expect(known.length / people.length).toBeGreaterThan(0.8);
		expect(known.length).toBeLessThan(people.length);
		expect(rows.filter((row) => row[5] === '集体' && (row[11] !== null || row[12] !== null))).toEqual([]);
		expect(new Set(known.map((row) => `${row[11]}${row[12]}`))).toEqual(new Set(['女是', '女否', '男是', '男否']));
	}
});

test('an enterprise: units are the sums of their parts at every level and in every quarter', () => {
	const group = enterpriseGroup(defaultSeed);
	const model = enterpriseModel(defaultSeed, group, []);
	const units = unitsOf(group);
	expect([0, 1, 2, 3].map((depth) => units.filter((unit) => unit.depth === depth).length)).toEqual([1, 10, 29, 98]);
	for (const unit of units.filter(({ children }) => children.length > 0)) {
		for (const measure of ['workers_total', 'participations', 'suggestions', 'economic_benefit', 'high_skilled']) {
			const sum = quarters.map((_, at) =>
				unit.children.reduce((total, { code }) => total + model.get(code)![at]![measure]!, 0)
			);
			expect(model.get(unit.code)!.map((figures) => figures[measure])).toEqual(sum);
		}
	}
	// A team has its contests in one quarter of the year at most, and nobody takes part for the first time twice.
	for (const unit of units.filter(({ depth }) => depth === 3)) {
		const of2024 = model.get(unit.code)!.slice(4, 8);
		expect(of2024.reduce((sum, { units_competing }) => sum + units_competing!, 0)).toBeLessThanOrEqual(1);
		expect(of2024.reduce((sum, { participants }) => sum + participants!, 0)).toBeLessThanOrEqual(
			of2024.at(-1)!.workers_total!
		);
	}
});

test('what registers list is a part of what is reported: no more people in a year than the returns have', () => {
	const group = enterpriseGroup(defaultSeed);
	const top = enterpriseModel(defaultSeed, group, []).get(group.code)!;
	const reported = (measure: string, year: number) =>
		quarters.reduce((sum, quarter, at) => (quarter.startsWith(String(year)) ? sum + top[at]![measure]! : sum), 0);
	const listed = (folder: string, first: RegExp, column: string, year: number) =>
		enterprise
			.filter((file) => file.name.startsWith(folder))
			.flatMap((file) => {
				const header = file.rows.find((row) => row.includes(column))!;
				const at = header.indexOf(column);
				return file.rows
					.filter((row) => first.test(String(row[0])) && row.join(' ').includes(`${year}`))
					.map((row) => Number(row[at]));
			})
			.reduce((sum, value) => sum + value, 0);
	for (const year of [2023, 2024, 2025]) {
		for (const [folder, column, measure] of [
			['竞赛', '参赛职工', 'participants'],
			['竞赛', '参赛人次', 'participations'],
			['培训', '人次', 'trainees']
		] as const) {
			const people = listed(folder, /^JT/, column, year);
			expect(people, `${column} ${year}`).toBeGreaterThan(0);
			expect(people, `${column} ${year}`).toBeLessThanOrEqual(reported(measure, year));
		}
	}
});

test('闵行: its five-year targets are as published', async () => {
	const published = new TextDecoder('gb18030').decode(await readFile('data/real/union-documents-targets.csv'));
	const own = (text: string) => text.split(/\r?\n/).filter((line) => line.includes('闵行区,'));
	const targets = own(await readFile('data/profiles/shanghai/targets.csv', 'utf8'));
	expect(targets).toHaveLength(3);
	expect(targets).toEqual(own(published));
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
