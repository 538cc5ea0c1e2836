#!/usr/bin/env node
// The command itself is TypeScript, which Node 24 runs as it is. On an older Node this starts the Node 24 of
// node_modules with the same arguments.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = join(dirname(fileURLToPath(import.meta.url)), 'gongbang.ts');
const [major = 0] = process.versions.node.split('.').map(Number);

if (major >= 24) {
	await import(entry);
} else {
	const packaged = dirname(createRequire(import.meta.url).resolve('node/package.json'));
	const node = join(packaged, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	const { status, error } = spawnSync(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
	if (error) console.error(`gongbang: cannot start Node 24 (${error.message}); run npm ci`);
	process.exit(status ?? 1);
}
