import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openNative } from '#lib/engine/native.ts';
import type { Bilingual, Language } from '#lib/format/language.ts';
import { mapFileName, type DrawnMap } from '#lib/dimensions/drawn-map.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch, Receipt } from '#lib/import/batch.ts';
import { importFile } from '#lib/import/index.ts';
import type { Issue } from '#lib/import/issue.ts';
import { issueSentence } from '#lib/import/issue-text.ts';
import { buildRelease } from '#lib/release/build-release.ts';
import { compressRelease } from '../compress-release.ts';
import { loadProfile, profileMap, profileTargets } from '../load-profile.ts';

/** The name under which `gongbang` knows this command. */
export const name = 'build';

/** Printed by `gongbang build --help`. */
export const help = `gongbang build DIR|FILE… -o OUT [--profile P] [--accept] [--lang zh|en]

Imports every CSV and XLSX file, in the order given (folders recursively, by name), and writes a release:
OUT/summary.duckdb, OUT/detail.duckdb, OUT/manifest.json and OUT/batches/ (clean CSV and receipt of each file). What
browsers load whole lies there compressed as well (.br).

  -o OUT         folder of the release; an earlier release there is replaced when the new one is complete
  --profile P    id of a profile (national, chongqing, shanghai …) or a folder with a profile.json
                 (default: the profile.json of DIR, else national); its targets.csv is read as well
  --accept       publish in spite of findings that would block (E); files that cannot be read (F) always block
  --lang L       zh (default) or en

Exit code: 0 built, 1 something blocks, 2 wrong usage.`;

/** Builds a release out of files; prints a line for each and says what blocks. */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			output: { type: 'string', short: 'o' },
			profile: { type: 'string' },
			accept: { type: 'boolean', default: false },
			lang: { type: 'string', default: 'zh' },
			help: { type: 'boolean', short: 'h', default: false }
		}
	});
	if (values.help) {
		process.stdout.write(`${help}\n`);
		return 0;
	}
	const { output, lang } = values;
	if (positionals.length === 0 || output === undefined || (lang !== 'zh' && lang !== 'en')) {
		process.stderr.write('gongbang build: 请给出文件和 -o / name the files and -o OUT; see gongbang build --help\n');
		return 2;
	}
	const files = await inputFiles(positionals);
	if (files.length === 0) throw new Error(`没有 CSV 或 XLSX 文件 / no CSV or XLSX file in ${positionals.join(', ')}`);
	await refuseForeignFolder(output);
	const chosen = values.profile ?? (await ownProfile(positionals)) ?? 'national';
	const profile = await loadProfile(chosen, ({ text }) => process.stderr.write(`gongbang build: ${text[lang]}\n`));
	const targets = await profileTargets(chosen);
	if (targets && !files.some((path) => resolve(path) === resolve(targets))) files.push(targets);
	const { batches, blocked, foreign } = await importAll(files, profile, lang, values.accept);
	if (blocked > 0) {
		process.stderr.write(`gongbang build: ${refusal(blocked, foreign, profile)[lang]}\n`);
		return 1;
	}
	await writeRelease(output, profile, batches, await profileMap(chosen, profile));
	return 0;
}

/** The files to import: as given, folders recursively and sorted by path; a release or a profile is no input. */
async function inputFiles(paths: readonly string[]): Promise<string[]> {
	const files: string[] = [];
	for (const path of paths) {
		if (!(await exists(path)).isDirectory()) {
			files.push(path);
			continue;
		}
		const names = await readdir(path, { recursive: true });
		const inputs = names.filter(
			(name) => /\.(csv|xlsx)$/i.test(name) && !basename(name).startsWith('.') && !isOfProfile(name, names)
		);
		files.push(...inputs.sort().map((name) => join(path, name)));
	}
	return files;
}

/** The lists of a profile, which stand beside its profile.json. */
function isOfProfile(name: string, names: readonly string[]): boolean {
	const lists = /^(?:regions|groups|campaigns|metrics|targets)\.csv$/;
	return lists.test(basename(name)) && names.includes(join(dirname(name), 'profile.json'));
}

async function exists(path: string) {
	return stat(path).catch((cause: unknown) => {
		throw new Error(`找不到 ${path} / ${path} cannot be found`, { cause });
	});
}

async function ownProfile(paths: readonly string[]): Promise<string | undefined> {
	for (const path of paths) {
		if (extname(path) === '' && (await stat(join(path, 'profile.json')).catch(() => null))) return path;
	}
	return undefined;
}

/** A folder that holds anything but a release is somebody's: it is never replaced. */
async function refuseForeignFolder(folder: string): Promise<void> {
	const names = await readdir(folder).catch((): string[] => []);
	if (names.length > 0 && !names.includes('manifest.json')) {
		throw new Error(`${folder} 里有别的文件 / ${folder} holds other files; name an empty or new folder`);
	}
}

async function importAll(files: readonly string[], profile: Profile, language: Language, accept: boolean) {
	const batches: Batch[] = [];
	let blocked = 0;
	const foreign: string[] = [];
	for (const [index, path] of files.entries()) {
		const { batch, receipt } = await importFile(await readFile(path), {
			fileName: basename(path),
			profile,
			now: new Date().toISOString(),
			user: 'gongbang build'
		});
		process.stdout.write(`${index + 1}/${files.length} ${digest(receipt)}\n`);
		const blocking = receipt.issues.filter(({ severity }) => severity === 'F' || (severity === 'E' && !accept));
		for (const issue of blocking) {
			process.stderr.write(`  ${issue.severity} ${issue.code} ${issueSentence(issue, language)}\n`);
		}
		if (blocking.some(isForeign)) foreign.push(basename(path));
		if (blocking.length > 0 || !batch) blocked++;
		else batches.push(batch);
	}
	return { batches, blocked, foreign };
}

/** A region that exists, but not in this profile. */
function isForeign({ code, details }: Issue): boolean {
	return code === 'CODE_UNKNOWN' && details.outside !== undefined;
}

function refusal(blocked: number, foreign: readonly string[], profile: Profile): Bilingual {
	const { zh, en } = {
		zh: `${blocked} 个文件有须先解决的问题，未生成发布版本`,
		en: `${blocked === 1 ? '1 file has' : `${blocked} files have`} findings that block; nothing was built`
	};
	if (foreign.length === 0) return { zh, en };
	const names = foreign.join(', ');
	return {
		zh: `${zh}；${names} 里有“${profile.title.zh}”以外的地区：请去掉这些文件，或用 --profile 另选范围，或用 --accept 不载入这些行`,
		en: `${en}; ${names}: regions outside “${profile.title.en}”. Leave these files out, name another --profile, or --accept to leave those rows out`
	};
}

/** A receipt in one line. */
function digest({ file, dataset, encoding, rowsRead, rowsLoaded, rowsSetAside, issues }: Receipt): string {
	const counts = (['F', 'E', 'W', 'I'] as const).flatMap((severity) => {
		const count = issues.reduce((sum, issue) => sum + (issue.severity === severity ? issue.count : 0), 0);
		return count > 0 ? [`${count} ${severity}`] : [];
	});
	return `${file}: ${dataset ?? '?'} ${encoding ?? ''} ${rowsLoaded}/${rowsRead} +${rowsSetAside} ${counts.join(' ')}`.trimEnd();
}

/** Writes beside the target first, so that the folder is a whole release or what it was before. */
async function writeRelease(
	output: string,
	profile: Profile,
	batches: readonly Batch[],
	map: DrawnMap | null
): Promise<void> {
	const draft = `${output.replace(/\/+$/, '')}.writing`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(join(draft, 'batches'), { recursive: true });
	const connector = await openNative({ folder: draft });
	try {
		const input = { profile, batches, ...(map && { map }), createdAt: new Date().toISOString() };
		const { map: drawn, manifest } = await buildRelease(connector, input, (step, done, total) => {
			if (step !== 'batches' || done === total) process.stderr.write(`  ${step} ${done}/${total}\n`);
		});
		for (const { csv, ...rest } of batches) {
			await writeFile(join(draft, 'batches', `${rest.id}.csv`), csv);
			await writeFile(join(draft, 'batches', `${rest.id}.json`), `${JSON.stringify(rest, null, '\t')}\n`);
		}
		if (drawn) await writeFile(join(draft, mapFileName), drawn);
		await writeFile(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
		await compressRelease(draft);
		await rm(output, { recursive: true, force: true });
		await rename(draft, output);
		const { rollup, fact, finding } = manifest.counts;
		process.stdout.write(`${output} ${manifest.id}: ${fact} facts, ${rollup} cells, ${finding} findings\n`);
	} finally {
		await connector.close();
		await rm(draft, { recursive: true, force: true });
	}
}
