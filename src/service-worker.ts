import { build, files, version } from '$service-worker';
import {
	completeKey,
	isKeptPage,
	isProgramFile,
	mostPages,
	pageKey,
	pagesCache,
	programPrefix,
	readKeepMessage
} from '#lib/wall/kept-pages.ts';

/*
 * For screens that start by themselves after a power failure, with or without a network. It keeps the program's files and
 * the pages of walls and stages that have stood once; everything else goes its way untouched. It is registered for those
 * pages alone, see `scopesOf`.
 */

interface Lasting extends Event {
	waitUntil(done: Promise<unknown>): void;
}
interface Asked extends Lasting {
	readonly request: Request;
	respondWith(response: Promise<Response>): void;
}
interface Told extends Lasting {
	readonly data: unknown;
}
/** What the types of pages do not know of service workers. */
interface Worker {
	readonly clients: { claim(): Promise<void> };
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
	addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
	addEventListener(type: 'message', listener: (event: Told) => void): void;
}
const worker = self as unknown as Worker;

const program = programPrefix + version;
const everything = [...build, ...files];
/** A wall that starts waits so long for a server before it shows what is kept. */
const answerMs = 4000;
const fileMs = 120_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
	const page = readKeepMessage(event.data, location.origin);
	if (page) event.waitUntil(keep(page));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (request.mode === 'navigate' && isKeptPage(url.pathname)) event.respondWith(pageOf(request, url));
	else if (isProgramFile(url.pathname) && !request.headers.has('range')) event.respondWith(fileOf(request));
	else if (files.includes(url.pathname)) event.respondWith(fetch(request).catch(() => fileOf(request)));
});

/** The server's page; where it does not come in time, or is an error, the kept one. */
async function pageOf(request: Request, url: URL): Promise<Response> {
	const asked = fetch(request);
	const kept = await keptPage(url);
	if (!kept) return asked;
	const inTime = new Promise<null>((resolve) => setTimeout(() => resolve(null), answerMs));
	const answer = await Promise.race([asked, inTime]).catch(() => null);
	return answer && answer.status < 500 ? answer : kept;
}

/** A storage that is closed or damaged keeps nothing. */
async function keptPage(url: URL): Promise<Response | undefined> {
	try {
		return await (await caches.open(pagesCache)).match(pageKey(url));
	} catch {
		return undefined;
	}
}

/** A file of any version of the program: its address changes with its content. */
async function fileOf(request: Request): Promise<Response> {
	return (await caches.match(request).catch(() => undefined)) ?? fetch(request);
}

let keeping: Promise<void> = Promise.resolve();

/** One after the other: two pages that start at once do not fetch the program twice. */
function keep(page: URL): Promise<void> {
	// What cannot be kept is shown from memory, and tried again when the page tells the next time.
	keeping = keeping.then(() => keepAll(page)).catch(() => {});
	return keeping;
}

async function keepAll(page: URL): Promise<void> {
	const pages = await caches.open(pagesCache);
	await renew(pages, pageKey(page));
	const own = await caches.open(program);
	if (await own.match(completeKey)) return;
	for (const file of everything) await keepFile(own, file);
	// Pages of other addresses may be of an older version, whose files are about to go.
	const others = (await pages.keys()).map(({ url }) => pageKey(new URL(url)));
	for (const other of others.slice(0, -mostPages)) await pages.delete(other);
	for (const other of others.slice(-mostPages)) if (other !== pageKey(page)) await renew(pages, other);
	await own.put(completeKey, new Response(new Date().toISOString()));
	for (const name of await caches.keys())
		if (name.startsWith(programPrefix) && name !== program) await caches.delete(name);
}

/** Takes a page anew; one that is gone is forgotten, and a server that fails ends the keeping. */
async function renew(pages: Cache, key: string): Promise<void> {
	const response = await fetch(key, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(fileMs) });
	const isPage = response.ok && !response.redirected && response.headers.get('content-type')?.startsWith('text/html');
	if (isPage) {
		await pages.delete(key);
		await pages.put(key, response);
	} else if (response.status === 404) await pages.delete(key);
	else throw new Error(`${key}: ${response.status}`);
}

async function keepFile(own: Cache, file: string): Promise<void> {
	if (await own.match(file)) return;
	// What an older version has under the same address is the same.
	const known = isProgramFile(file) ? await caches.match(file) : undefined;
	const response = known ?? (await fetch(file, { signal: AbortSignal.timeout(fileMs) }));
	if (!response.ok) throw new Error(`${file}: ${response.status}`);
	await own.put(file, response);
}
