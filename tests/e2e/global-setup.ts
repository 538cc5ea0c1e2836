import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';
import { ensureApp } from '../../src/cli/build-app.ts';
import { ensureReleases } from '../../src/cli/demo.ts';
import { requireChromium } from './chromium.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the built product is served with its demo releases, e.g. `http://localhost:41234`. */
		origin: string;
	}
}

/** Builds what is missing or out of date and serves it on a free port for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	requireChromium();
	await Promise.all([ensureApp(), ensureReleases()]);
	// In a process of its own, with the environment that `npm start` has rather than that of a test.
	const server = spawn(process.execPath, ['src/cli/serve.ts'], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = (await once(server.stdout, 'data')) as [Buffer];
	project.provide('origin', line.toString().trim());
	return async () => {
		const ended = once(server, 'exit');
		server.kill();
		await ended;
	};
}
