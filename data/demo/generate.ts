import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoFiles, demoProfiles, type DemoProfile } from './profiles.ts';
import { sampleFiles } from './sample.ts';
import { writeTableFile, type TableFile } from './table-files.ts';

/** The seed of the exports that the product is shown with. */
export const defaultSeed = 'gongbang';

/** Writes files into `folder`, which appears at once and complete; returns how many and how large they are. */
async function writeAll(files: readonly TableFile[], folder: string): Promise<{ files: number; bytes: number }> {
	const draft = `${folder}.writing`;
	await rm(draft, { recursive: true, force: true });
	let bytes = 0;
	for (const file of files) bytes += await writeTableFile(draft, file);
	await rm(folder, { recursive: true, force: true });
	await rename(draft, folder);
	return { files: files.length, bytes };
}

/** Writes the exports of a profile into `folder`. */
export const generateDemo = (profile: DemoProfile, folder: string, seed = defaultSeed) =>
	writeAll(demoFiles(profile, seed), folder);

if (import.meta.main) {
	const { values } = parseArgs({
		options: {
			out: { type: 'string', default: join(import.meta.dirname, 'exports') },
			profile: { type: 'string', multiple: true, default: [...demoProfiles] },
			seed: { type: 'string', default: defaultSeed },
			sample: { type: 'boolean', default: false }
		}
	});
	if (values.sample) await writeAll(sampleFiles(values.seed), join(import.meta.dirname, 'sample'));
	for (const profile of values.sample ? [] : values.profile) {
		if (!demoProfiles.includes(profile as DemoProfile)) {
			console.error(`Unknown profile ${profile}; there are: ${demoProfiles.join(', ')}`);
			process.exit(2);
		}
		const { files, bytes } = await generateDemo(profile as DemoProfile, join(values.out, profile), values.seed);
		console.log(`${profile}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
	}
}
