import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messageOptions } from './src/cli/compile-messages.ts';
import { devReleases } from './src/cli/dev-releases.ts';
import { servedReleases } from './src/lib/server/served-releases.ts';

export default defineConfig({
	plugins: [paraglideVitePlugin(messageOptions), devReleases(servedReleases), sveltekit()],
	worker: { format: 'es' },
	server: { port: 3000 },
	// Loaded by the import's worker only: found on the first import, they would reload the page under it.
	optimizeDeps: { include: ['fflate', 'papaparse', 'pinyin-pro', 'saxen'] },
	build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
	test: {
		testTimeout: 30_000,
		hookTimeout: 120_000,
		projects: [
			{
				extends: true,
				// One for each of two cores: most of them wait for DuckDB now and then.
				test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'], maxWorkers: 2 }
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/e2e/global-setup.ts'],
					testTimeout: 90_000,
					// What the server has not answered waits for the page's engine.
					expect: { poll: { timeout: 20_000 } },
					// Two cores: more pages at once, each with an engine of its own, would only wait for each other.
					maxWorkers: 2
				}
			}
		]
	}
});
