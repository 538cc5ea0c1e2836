import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of requests: they come through, find nobody, wait for ever, or are answered by an error. */
export type LineState = 'well' | 'gone' | 'hangs' | 'fails';

/** A line to a server, on which things can be made to happen that servers and networks do. */
export interface FaultyLine {
	/** What browsers are told. */
	readonly origin: string;
	readonly state: LineState;
	/** Requests that wait for an answer now. */
	readonly open: number;
	/** Requests so far for addresses that hold a text. */
	asked(part: string): number;
	/** From now on. */
	become(state: LineState): void;
	/** The release that the catalogue names for its first profile, whatever the server says. */
	offer(release: string): void;
	/** Whether the files of that release arrive with one byte changed. */
	damage(release: string | null): void;
	/** Whether that release is of a later program: its manifest says so. */
	age(release: string | null): void;
	close(): Promise<void>;
}

interface Entry {
	release: string;
	path: string;
}

/** Lays a line to a server. */
export async function layLine(target: string): Promise<FaultyLine> {
	let state: LineState = 'well';
	let offered: string | null = null;
	let damaged: string | null = null;
	let later: string | null = null;
	const open = new Set<ServerResponse>();
	const asked: string[] = [];
	const line = createServer((incoming, outgoing) => {
		asked.push(incoming.url ?? '');
		open.add(outgoing);
		outgoing.once('close', () => open.delete(outgoing));
		if (state === 'gone') return void incoming.socket.destroy();
		if (state === 'hangs') return;
		if (state === 'fails') return void outgoing.writeHead(500, { 'content-type': 'text/html' }).end('<h1>500</h1>');
		pass(incoming, outgoing);
	});
	await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
	const origin = `http://localhost:${(line.address() as AddressInfo).port}`;

	function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
		const { pathname } = new URL(incoming.url ?? '/', target);
		const isCatalogue = pathname === '/releases/catalogue.json' && offered !== null;
		const isDamaged = damaged !== null && pathname.startsWith(`/releases/${damaged}/summary.`);
		const isLater = later !== null && pathname === `/releases/${later}/manifest.json`;
		const changed = isCatalogue ? offering : isDamaged ? spoilt : isLater ? ofLater : null;
		const headers = { ...incoming.headers };
		if (changed) {
			delete headers['if-none-match'];
			delete headers['accept-encoding'];
		}
		const passed = request(target + incoming.url, { method: incoming.method, headers }, (answer) => {
			if (!changed) {
				outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(outgoing);
				return;
			}
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => {
				const body = changed(Buffer.concat(parts));
				const { etag: _, 'transfer-encoding': __, ...rest } = answer.headers;
				outgoing.writeHead(answer.statusCode ?? 502, { ...rest, 'content-length': body.length }).end(body);
			});
		});
		passed.on('error', () => outgoing.destroy());
		incoming.pipe(passed);
	}

	function offering(body: Buffer): Buffer {
		const entries = JSON.parse(body.toString()) as Entry[];
		const [first] = entries;
		if (first && offered) Object.assign(first, { release: offered, path: `/releases/${offered}` });
		return Buffer.from(JSON.stringify(entries));
	}

	return {
		origin,
		get state() {
			return state;
		},
		get open() {
			return open.size;
		},
		asked: (part) => asked.filter((url) => url.includes(part)).length,
		become(next) {
			state = next;
			if (next === 'gone') line.closeAllConnections();
			// Whoever waited on a line that hung finds it broken.
			else if (next !== 'hangs') for (const waiting of open) if (!waiting.headersSent) waiting.destroy();
		},
		offer: (release) => void (offered = release),
		damage: (release) => void (damaged = release),
		age: (release) => void (later = release),
		close: () =>
			new Promise((done) => {
				line.close(() => done());
				line.closeAllConnections();
			})
	};
}

function ofLater(body: Buffer): Buffer {
	const manifest = JSON.parse(body.toString()) as { format: number };
	return Buffer.from(JSON.stringify({ ...manifest, format: manifest.format + 1 }));
}

function spoilt(body: Buffer): Buffer {
	const at = Math.floor(body.length / 2);
	body[at] = (body[at] ?? 0) ^ 0xff;
	return body;
}
