import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode, timed } from './project.ts';
import { sourceKey } from './source-key.ts';

/** A release that a fresh clone comes with: its profile, and the exports that it is built from. */
interface DemoRelease {
	readonly profile: string;
	readonly title: string;
	/** Makes the exports where they are not there yet; returns files or folders. */
	readonly exports: () => Promise<string[]>;
}

const generatorSources = ['data/demo', 'data/profiles/enterprise/regions.csv', 'package-lock.json'];
const exportsFolder = join(root, 'data/demo/exports');

const demoReleases: readonly DemoRelease[] = [
	{ profile: 'national', title: '全国示例 national demo', exports: () => generated('national') },
	{ profile: 'chongqing', title: '重庆示例 Chongqing demo', exports: () => generated('chongqing') },
	{ profile: 'shanghai', title: '上海示例 Shanghai demo', exports: () => generated('shanghai') },
	{ profile: 'gansu', title: '甘肃示例 Gansu demo', exports: () => generated('gansu') },
	{ profile: 'enterprise', title: '企业集团示例 enterprise demo', exports: () => generated('enterprise') },
	{ profile: 'census-2004', title: '2004年经济普查 census of 2004', exports: () => published('nbs-2004-census') },
	{ profile: 'union-documents', title: '公开文献数据 published documents', exports: () => published('union-documents') }
];

async function generated(profile: string): Promise<string[]> {
	const folder = join(exportsFolder, profile);
	const key = await sourceKey(root, generatorSources);
	const keyFile = join(exportsFolder, `.${profile}`);
	if ((await readFile(keyFile, 'utf8').catch(() => null)) === key && (await stat(folder).catch(() => null)))
		return [folder];
	await runNode(['data/demo/generate.ts', '--profile', profile]);
	await writeFile(keyFile, key);
	return [folder];
}

/** Published tables: those of the census, which know no others, and the figures and targets of union documents. */
async function published(beginning: string): Promise<string[]> {
	const names = await readdir(join(root, 'data/real'));
	return names.filter((name) => name.startsWith(beginning)).map((name) => join(root, 'data/real', name));
}

/** What a release depends on: its exports and profile, and the code that reads and builds. */
const releaseSources = [
	...generatorSources,
	...[
		'data/real',
		'data/profiles',
		'data/regions',
		'data/industries',
		'src/cli/commands/build.ts',
		'src/cli/load-profile.ts',
		'src/cli/compress-release.ts'
	],
	...['sql', 'engine', 'format', 'dimensions', 'datasets', 'import', 'release'].map((name) => `src/lib/${name}`)
];

/** Which folder below the releases each profile was built into, and from what. */
export type Built = Record<string, { key: string; folder: string }>;

const listName = '.demo.json';

/** How many releases are built at a time: one alone leaves half of a small machine idle. */
const lanes = 2;

/**
 * Builds the releases that are missing or out of date below `target`. Each appears there at once and complete; the one
 * that it takes the place of is removed afterwards. Releases that somebody else put there are left alone.
 */
export async function ensureReleases(target = join(root, 'releases')): Promise<void> {
	await mkdir(target, { recursive: true });
	await removeLeftovers(target);
	const built: Built = await readFile(join(target, listName), 'utf8').then(
		(text) => JSON.parse(text) as Built,
		() => ({})
	);
	const key = await sourceKey(root, releaseSources);
	const waiting: DemoRelease[] = [];
	for (const release of demoReleases) {
		const before = built[release.profile];
		const there = before && (await stat(join(target, before.folder, 'manifest.json')).catch(() => null));
		if (!there || before.key !== key) waiting.push(release);
	}
	// The list is written by one lane at a time.
	let noted: Promise<void> = Promise.resolve();
	const note = () => (noted = noted.then(() => noteBuilt(target, built)));
	const lane = async () => {
		for (let release = waiting.shift(); release; release = waiting.shift()) {
			const { profile, title } = release;
			const before = built[profile];
			const folder = await timed(`生成数据 building ${title}`, () => buildInto(target, release as DemoRelease));
			built[profile] = { key, folder };
			await note();
			if (before && before.folder !== folder) await rm(join(target, before.folder), { recursive: true, force: true });
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Writes down what was built below `target`, beside and then in its place: whoever reads it in between, or has the same
 * file as a hard link in a copy of the releases, keeps a whole list of their own.
 */
export async function noteBuilt(target: string, built: Built): Promise<void> {
	const draft = join(target, `.writing-list-${process.pid}`);
	await writeFile(draft, JSON.stringify(built, null, '\t'));
	await rename(draft, join(target, listName));
}

/** Builds a release below `target`; returns its folder. */
async function buildInto(target: string, { profile, exports }: DemoRelease): Promise<string> {
	const draft = join(target, `.writing-${profile}-${process.pid}`);
	await rm(draft, { recursive: true, force: true });
	await runNode(['src/cli/gongbang.ts', 'build', ...(await exports()), '-o', draft, '--profile', profile]);
	const { id } = JSON.parse(await readFile(join(draft, 'manifest.json'), 'utf8')) as { id: string };
	const folder = `${profile}-${id.slice(0, 12)}`;
	await rm(join(target, folder), { recursive: true, force: true });
	await rename(draft, join(target, folder));
	return folder;
}

/** What a build left behind that was stopped: its process is gone. */
async function removeLeftovers(target: string): Promise<void> {
	for (const name of await readdir(target)) {
		const owner = /^\.writing-.+-(\d+)(\.writing)?$/.exec(name)?.[1];
		if (owner && !isRunning(Number(owner))) await rm(join(target, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

if (import.meta.main) await ensureReleases();
