import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseProfile, type Profile } from '#lib/dimensions/profile.ts';

/** Where the profiles that come with the product are. */
export const profilesFolder = join(dirname(fileURLToPath(import.meta.url)), '../../data/profiles');

/** Reads a profile by its id under data/profiles, or from a folder of its own. Throws one sentence. */
export async function loadProfile(name: string): Promise<Profile> {
	const folder = /^[a-z0-9-]+$/.test(name) ? join(profilesFolder, name) : name;
	const names = await readdir(folder).catch(() => null);
	if (names === null) throw new Error(`There is no profile ${name}; known are ${(await profileNames()).join(', ')}.`);
	const wanted = names.filter((file) => file === 'profile.json' || file.endsWith('.csv'));
	const files = await Promise.all(wanted.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const));
	return parseProfile(Object.fromEntries(files));
}

/** The ids of the profiles that come with the product. */
export async function profileNames(): Promise<string[]> {
	return (await readdir(profilesFolder)).sort();
}
