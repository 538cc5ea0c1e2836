import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/messages/project.inlang',
			outdir: './src/lib/messages/generated',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'lang',
			emitTsDeclarations: true
		}),
		sveltekit()
	],
	worker: { format: 'es' },
	server: { port: 3000 },
	build: { target: 'es2022', chunkSizeWarningLimit: 1500 },
	test: {
		include: ['tests/**/*.test.ts'],
		testTimeout: 30_000,
		hookTimeout: 120_000
	}
});
