import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Made by tools from the sources that are hashed themselves. */
const generated = /(^|\/)(generated|node_modules|exports|\.svelte-kit)(\/|$)|project\.inlang\/(?!settings\.json$)/;

/** A key of what files hold: the same content under the same names gives the same key. Folders are taken whole. */
export async function sourceKey(root: string, paths: readonly string[]): Promise<string> {
	const hash = createHash('sha256');
	for (const path of [...paths].sort()) {
		const found = await stat(join(root, path)).catch(() => null);
		if (!found) continue;
		const names = found.isDirectory() ? await filesBelow(root, path) : [path];
		for (const name of names) {
			const bytes = await readFile(join(root, name));
			hash.update(`${name}\0${bytes.length}\0`).update(bytes);
		}
	}
	return hash.digest('hex').slice(0, 32);
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
	const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(root.length + 1)
				.replaceAll('\\', '/')
		)
		.filter((name) => !generated.test(name.slice(folder.length)))
		.sort();
}
