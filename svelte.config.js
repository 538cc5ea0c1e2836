import adapterNode from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { compressFolder } from './src/cli/compress-folder.ts';

/** adapter-node, with our own compression step: brotli at its maximum takes over a minute for the 34 MB engine. */
function adapter() {
	const node = adapterNode({ precompress: true });
	return {
		...node,
		adapt: (builder) =>
			node.adapt(
				new Proxy(builder, {
					get: (target, key) => (key === 'compress' ? compressFolder : target[key])
				})
			)
	};
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		// Only screens that run by themselves register it: src/lib/state/wall/page-keeper.ts.
		serviceWorker: { register: false },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'frame-ancestors': ['self']
			}
		}
	}
};
