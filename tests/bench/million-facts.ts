import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadProfile } from '../../src/cli/load-profile.ts';
import { runNode } from '../../src/cli/project.ts';
import { summaryExport } from './exports.ts';

/** Builds a release of a million summary facts (prefectures × sections × quarters × figures) below `releases`, once. */
export async function writeMillionFacts(releases: string, scratch: string): Promise<string> {
	const folder = join(releases, 'million');
	if (existsSync(join(folder, 'manifest.json'))) return folder;
	await mkdir(scratch, { recursive: true });
	await rm(folder, { recursive: true, force: true });
	const { regions } = await loadProfile('national');
	const prefectures = regions
		.filter(({ level, expected }) => level === 'prefecture' && expected)
		.map(({ code }) => code);
	const districts = regions.filter(
		({ level, parent }) => level === 'county' && /^(11|12|31|50)0000$/.test(parent ?? '')
	);
	await writeFile(
		join(scratch, 'summary.csv'),
		summaryExport([...prefectures, ...districts.map(({ code }) => code)].slice(0, 341))
	);
	await runNode(['src/cli/gongbang.ts', 'build', join(scratch, 'summary.csv'), '-o', folder, '--profile', 'national']);
	return folder;
}
