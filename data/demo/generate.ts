import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoFiles, demoProfiles, type DemoProfile } from './profiles.ts';
import { writeTableFile } from './table-files.ts';

/** The seed of the exports that the product is shown with. */
export const defaultSeed = 'gongbang';

/** Writes the exports of a profile into `folder`, which appears at once and complete; returns files and bytes. */
export async function generateDemo(
	profile: DemoProfile,
	folder: string,
	seed = defaultSeed
): Promise<{ files: number; bytes: number }> {
	const draft = `${folder}.writing`;
	await rm(draft, { recursive: true, force: true });
	const files = demoFiles(profile, seed);
	let bytes = 0;
	for (const file of files) bytes += await writeTableFile(draft, file);
	await rm(folder, { recursive: true, force: true });
	await rename(draft, folder);
	return { files: files.length, bytes };
}

if (import.meta.main) {
	const { values } = parseArgs({
		options: {
			out: { type: 'string', default: join(import.meta.dirname, 'exports') },
			profile: { type: 'string', multiple: true, default: [...demoProfiles] },
			seed: { type: 'string', default: defaultSeed }
		}
	});
	for (const profile of values.profile) {
		if (!demoProfiles.includes(profile as DemoProfile)) {
			console.error(`Unknown profile ${profile}; there are: ${demoProfiles.join(', ')}`);
			process.exit(2);
		}
		const { files, bytes } = await generateDemo(profile as DemoProfile, join(values.out, profile), values.seed);
		console.log(`${profile}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
	}
}
