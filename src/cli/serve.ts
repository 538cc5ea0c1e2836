import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that listens, and its address as a browser on this machine writes it. */
export interface Serving {
	readonly address: string;
	readonly close: () => Promise<void>;
}

/** What a script may do when it runs as a worker: a worker has the policy of its own response, not of its page. */
const workerPolicy = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"connect-src 'self'",
	"worker-src 'self' blob:"
].join('; ');

/** Headers of every answer; SvelteKit sets the policy of pages itself. */
function addHeaders(request: IncomingMessage, response: ServerResponse): void {
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('referrer-policy', 'same-origin');
	if (/^\/(?:_app\/.+\.m?js|service-worker\.js)(\?|$)/.test(request.url ?? ''))
		response.setHeader('content-security-policy', workerPolicy);
}

/** Serves `build/` on a port; 0 takes a free one. */
export async function serve(port: number, host = process.env.HOST ?? '0.0.0.0'): Promise<Serving> {
	// Without a proxy in front and without ORIGIN, adapter-node takes every address for https.
	const plain = !process.env.ORIGIN && !process.env.PROTOCOL_HEADER;
	if (plain) process.env.PROTOCOL_HEADER = 'x-gongbang-protocol';
	const built = pathToFileURL(join(root, 'build', 'handler.js')).href;
	const { handler } = (await import(built)) as { handler: Handler };
	const server = createServer((request, response) => {
		if (plain) request.headers['x-gongbang-protocol'] = 'http';
		addHeaders(request, response);
		handler(request, response);
	});
	await listen(server, port, host);
	const { port: actual } = server.address() as AddressInfo;
	return {
		address: process.env.ORIGIN ?? `http://localhost:${actual}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen(port, host, () => done());
	});
}

// On its own it serves what is built, and says where.
if (import.meta.main) console.log((await serve(Number(process.env.PORT ?? 3000))).address);
