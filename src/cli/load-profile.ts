import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseProfile, type Profile } from '#lib/dimensions/profile.ts';

/** The profiles that come with the product. */
export const profilesFolder = fileURLToPath(new URL('../../data/profiles/', import.meta.url));

/**
 * Loads a profile by the id of a shipped one or by the path of a folder of one's own. Throws an Error whose one
 * sentence says which profiles there are, or what is wrong in which line.
 */
export async function loadProfile(idOrFolder: string): Promise<Profile> {
	const folder = /[\\/]/.test(idOrFolder) ? idOrFolder : join(profilesFolder, idOrFolder);
	const names = await readdir(folder).catch(async () => {
		const known = (await readdir(profilesFolder)).sort().join(', ');
		throw new Error(`There is no profile "${idOrFolder}"; known are ${known}, or give the path of a folder.`);
	});
	const files = names.filter((name) => /\.(?:json|csv)$/.test(name));
	const texts = await Promise.all(
		files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
	);
	try {
		return parseProfile(Object.fromEntries(texts));
	} catch (cause) {
		throw new Error(`Profile ${idOrFolder}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
	}
}
