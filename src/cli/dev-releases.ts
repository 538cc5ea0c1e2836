import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Plugin } from 'vite';
import { fileResponse } from '../lib/server/file-response.ts';
import type { ReleaseStore } from '../lib/server/release-store.ts';

/** Figures of a release, and the release as a pack, are no files of it: SvelteKit answers. */
const address = /^\/releases\/([^/?]+)\/(?!highlights\.json|pack(?:\?|$))([^/?]+)(?:\?|$)/;

/**
 * Releases under `npm run dev`. Vite answers for every file below the project before SvelteKit is asked, without the
 * ranges and headers of our endpoint; the engine would fetch `detail.duckdb` whole.
 */
export function devReleases(store: ReleaseStore): Plugin {
	return {
		name: 'gongbang-releases',
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const asked = address.exec(request.url ?? '');
				const reads = request.method === 'GET' || request.method === 'HEAD';
				if (!asked || !reads) return next();
				const [release, name] = asked.slice(1).map((part) => decodeURIComponent(part));
				answer(store, release ?? '', name ?? '', request, response).catch(next);
			});
		}
	};
}

async function answer(
	store: ReleaseStore,
	release: string,
	name: string,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const file = await store.file(release, name);
	if (!file) return void response.writeHead(404).end();
	const headers = Object.entries(request.headers).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string'
	);
	const {
		status,
		headers: own,
		body
	} = await fileResponse(
		new Request(`http://localhost${request.url}`, { method: request.method ?? 'GET', headers }),
		file
	);
	response.writeHead(status, Object.fromEntries(own));
	if (!body || request.method === 'HEAD') return void response.end();
	await pipeline(Readable.fromWeb(body as ReadableStream), response);
}
