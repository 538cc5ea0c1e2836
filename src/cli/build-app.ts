import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode, timed } from './project.ts';
import { sourceKey } from './source-key.ts';

const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
const keyFile = join(root, 'build', '.sources');

/** Builds the app into `build/`, whatever is there. */
export async function buildApp(): Promise<void> {
	const key = await sourceKey(root, sources);
	await runNode(['node_modules/vite/bin/vite.js', 'build']);
	await writeFile(keyFile, key);
}

/** Builds the app unless `build/` was made from the very sources that are here. */
export async function ensureApp(): Promise<void> {
	const built = await readFile(keyFile, 'utf8').catch(() => null);
	if (built === (await sourceKey(root, sources))) return;
	await timed('构建应用 building the app', buildApp);
}

if (import.meta.main) await timed('构建应用 building the app', buildApp);
