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
		'src/cli/compress-release.ts'
	],
	...['sql', 'engine', 'format', 'dimensions', 'datasets', 'import', 'release'].map((name) => `src/lib/${name}`)
];

/** Which folder below the releases each profile was built into, and from what. */
type Built = Record<string, { key: string; folder: string }>;

/**
 * Builds the releases that are missing or out of date below `target`. Each appears there at once and complete; the one
 * that it takes the place of is removed afterwards. Releases that somebody else put there are left alone.
 */
export async function ensureReleases(target = join(root, 'releases')): Promise<void> {
	await mkdir(target, { recursive: true });
	await removeLeftovers(target);
	const list = join(target, '.demo.json');
	const built: Built = await readFile(list, 'utf8').then(
		(text) => JSON.parse(text) as Built,
		() => ({})
	);
	const key = await sourceKey(root, releaseSources);
	for (const release of demoReleases) {
		const before = built[release.profile];
		const there = before && (await stat(join(target, before.folder, 'manifest.json')).catch(() => null));
		if (there && before.key === key) continue;
		await timed(`生成数据 building ${release.title}`, async () => {
			const draft = join(target, `.writing-${release.profile}-${process.pid}`);
			await rm(draft, { recursive: true, force: true });
			const exports = await release.exports();
			await runNode(['src/cli/gongbang.ts', 'build', ...exports, '-o', draft, '--profile', release.profile]);
			const { id } = JSON.parse(await readFile(join(draft, 'manifest.json'), 'utf8')) as { id: string };
			const name = `${release.profile}-${id.slice(0, 12)}`;
			await rm(join(target, name), { recursive: true, force: true });
			await rename(draft, join(target, name));
			built[release.profile] = { key, folder: name };
			await writeFile(list, JSON.stringify(built, null, '\t'));
			if (before && before.folder !== name) await rm(join(target, before.folder), { recursive: true, force: true });
		});
	}
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
