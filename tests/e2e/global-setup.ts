import type { TestProject } from 'vitest/node';
import { ensureApp } from '../../src/cli/build-app.ts';
import { ensureReleases } from '../../src/cli/demo.ts';
import { serve } from '../../src/cli/serve.ts';
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
	const serving = await serve(0, '127.0.0.1');
	project.provide('origin', serving.address);
	return serving.close;
}
