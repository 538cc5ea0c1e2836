import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

export interface Address {
	readonly address: string;
	/** Bytes of bodies sent since the last call. */
	sent(): number;
	close(): void;
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.wasm': 'application/wasm',
	'.csv': 'text/csv'
};

/** Builds the page of the bare parts into `out`. */
export async function buildSite(out: string): Promise<void> {
	await build({
		root: 'tests/bench/site',
		configFile: false,
		logLevel: 'warn',
		base: './',
		worker: { format: 'es' },
		build: { outDir: out, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 }
	});
}

/** A static server of folders with ranges, as any office has one; the first folder that has a file wins. */
export async function serveFolders(...folders: string[]): Promise<Address> {
	let sent = 0;
	const server = createServer((request, response) => {
		void answer().catch(() => response.writeHead(404).end());

		async function answer() {
			const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
			const name = path.endsWith('/') ? `${path}index.html` : path;
			for (const folder of folders) {
				const file = join(folder, name);
				const size = await stat(file)
					.then((found) => (found.isFile() ? found.size : null))
					.catch(() => null);
				if (size === null) continue;
				const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
				const first = range ? Number(range[1]) : 0;
				const last = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
				response.writeHead(range ? 206 : 200, {
					'content-type': types[extname(file)] ?? 'application/octet-stream',
					'content-length': last - first + 1,
					'accept-ranges': 'bytes',
					'access-control-allow-origin': '*',
					...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {})
				});
				if (request.method === 'HEAD') return response.end();
				sent += last - first + 1;
				return createReadStream(file, { start: first, end: last }).pipe(response);
			}
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		sent: () => {
			const bytes = sent;
			sent = 0;
			return bytes;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
