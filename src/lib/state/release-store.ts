import { ownTask } from '#lib/engine/own-task.ts';
import { isPacked } from './packed-releases.ts';

/** One release that this deployment serves, as `/releases/catalogue.json` lists it. */
export interface CatalogueEntry {
	readonly profile: string;
	readonly title: { readonly zh: string; readonly en: string };
	readonly release: string;
	/** Where its files are, e.g. `/releases/3f2a…`. */
	readonly path: string;
}

/** A file of a release as its manifest promises it. */
export interface ReleaseFile {
	readonly name: string;
	readonly bytes: number;
	/** Hex. */
	readonly sha256: string;
}

/** The release that was last opened without a fault, and when. */
export interface LastGood {
	readonly entry: CatalogueEntry;
	/** ISO time. */
	readonly openedAt: string;
}

/** What is not as promised: the bytes received differ from the manifest. Such a release is refused. */
export class ReleaseDamaged extends Error {
	override readonly name = 'ReleaseDamaged';
	readonly file: string;
	constructor(file: string, expected: string, actual: string) {
		super(`${file}: expected SHA-256 ${expected}, received ${actual}`);
		this.file = file;
	}
}

/** A release that this program cannot read: its tables are those of an older or a newer version. */
export class ReleaseUnsupported extends Error {
	override readonly name = 'ReleaseUnsupported';
	readonly format: number;
	readonly supported: number;
	constructor(format: number, supported: number) {
		super(`release format ${format}; this program reads ${supported}`);
		this.format = format;
		this.supported = supported;
	}
}

/** The server could not be reached, or it does not have the file. */
export class ReleaseUnreachable extends Error {
	override readonly name = 'ReleaseUnreachable';
	readonly status: number | null;
	constructor(path: string, status: number | null, cause?: unknown) {
		super(status === null ? `${path}: no connection` : `${path}: ${status}`, { cause });
		this.status = status;
	}
}

export interface Surroundings {
	fetch(path: string, init?: RequestInit): Promise<Response>;
	/** Null where the browser keeps nothing (private mode, no HTTPS). */
	cache: Pick<Cache, 'match' | 'put' | 'delete' | 'keys'> | null;
	/** Hex. */
	sha256(bytes: Uint8Array): Promise<string>;
}

export type OnBytes = (done: number, total: number) => void;

const catalogueKey = '/releases/catalogue.json';
const lastGoodKey = (profile: string) => `/kept/last-good/${encodeURIComponent(profile)}`;

/** Fetches releases, checks them against their manifest and keeps the last good one for the next start and outages. */
export class ReleaseStore {
	readonly #around: Surroundings;
	/** The list as it is kept: walls ask for it for months, and a disk should not be written to for the same again. */
	#listed: string | null = null;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** The releases on offer; `offline` when the list is the kept one. Throws ReleaseUnreachable when there is none. */
	async catalogue(): Promise<{ entries: CatalogueEntry[]; offline: boolean }> {
		try {
			const response = await this.#get(catalogueKey, { cache: 'no-cache' });
			const text = await response.text();
			const entries = JSON.parse(text) as CatalogueEntry[];
			if (text !== this.#listed) {
				await this.#keep(catalogueKey, new TextEncoder().encode(text), 'application/json');
				this.#listed = text;
			}
			return { entries, offline: false };
		} catch (cause) {
			const kept = await this.#around.cache?.match(catalogueKey);
			if (!kept) throw cause;
			return { entries: (await kept.json()) as CatalogueEntry[], offline: true };
		}
	}

	/** The manifest of a release. A release never changes, so a kept one will do, unless a `fresh` one is asked for. */
	async manifest<M extends { id: string }>(entry: CatalogueEntry, { fresh = false } = {}): Promise<M> {
		const path = `${entry.path}/manifest.json`;
		const kept = fresh ? undefined : await this.#cacheOf(path)?.match(path);
		if (kept) return (await kept.json()) as M;
		const text = await (await this.#get(path, fresh ? { cache: 'reload' } : {})).text();
		const manifest = JSON.parse(text) as M;
		if (manifest.id !== entry.release) throw new ReleaseDamaged('manifest.json', entry.release, manifest.id);
		await this.#keep(path, new TextEncoder().encode(text), 'application/json');
		return manifest;
	}

	/** A file of a release, whole and checked. A kept copy that was damaged is fetched again. */
	async file(entry: CatalogueEntry, file: ReleaseFile, onBytes: OnBytes = () => {}): Promise<Uint8Array<ArrayBuffer>> {
		const path = `${entry.path}/${file.name}?v=${file.sha256.slice(0, 16)}`;
		const kept = await this.#cacheOf(path)?.match(path);
		if (kept) {
			const bytes = new Uint8Array(await kept.arrayBuffer());
			if ((await this.#around.sha256(bytes)) === file.sha256) {
				onBytes(bytes.length, bytes.length);
				return bytes;
			}
			await this.#around.cache?.delete(path);
		}
		let bytes = await readWithProgress(await this.#get(path), file.bytes, onBytes);
		await ownTask();
		let actual = await this.#around.sha256(bytes);
		if (actual !== file.sha256) {
			// What was damaged on its way may be kept by the browser for a year under this address.
			bytes = await readWithProgress(await this.#get(path, { cache: 'reload' }), file.bytes, onBytes);
			actual = await this.#around.sha256(bytes);
		}
		if (actual !== file.sha256) throw new ReleaseDamaged(file.name, file.sha256, actual);
		await this.#keep(path, bytes, 'application/octet-stream');
		return bytes;
	}

	/** Notes that a release opened well, and lets go of those that did not and of those before it. */
	async remember(entry: CatalogueEntry, openedAt: string): Promise<void> {
		if (isPacked(entry.path)) return;
		const note: LastGood = { entry, openedAt };
		await this.#keep(lastGoodKey(entry.profile), new TextEncoder().encode(JSON.stringify(note)), 'application/json');
		await this.#tidy();
	}

	/** Of releases only the last good one of each profile is kept, and what is on offer: it may be about to be opened. */
	async #tidy(): Promise<void> {
		const { cache } = this.#around;
		if (!cache) return;
		const kept = (await cache.keys()).map((request) => ({ request, path: new URL(request.url).pathname }));
		const entries = await Promise.all(
			kept.map(async ({ request, path }): Promise<CatalogueEntry[]> => {
				if (path !== catalogueKey && !path.startsWith(lastGoodKey(''))) return [];
				const note = (await (await cache.match(request))?.json()) as CatalogueEntry[] | LastGood | undefined;
				return Array.isArray(note) ? note : note ? [note.entry] : [];
			})
		);
		const good = [catalogueKey, '/kept/', ...entries.flat().map(({ path }) => `${path}/`)];
		for (const { request, path } of kept)
			if (!good.some((beginning) => path.startsWith(beginning))) await cache.delete(request);
	}

	/** The release of a profile that last opened well here, or null. */
	async lastGood(profile: string): Promise<LastGood | null> {
		const kept = await this.#around.cache?.match(lastGoodKey(profile));
		return kept ? ((await kept.json()) as LastGood) : null;
	}

	/** What came in a pack is in this browser already. */
	#cacheOf(path: string): Surroundings['cache'] {
		return isPacked(path) ? null : this.#around.cache;
	}

	async #get(path: string, init?: RequestInit): Promise<Response> {
		const response = await this.#around.fetch(path, init).catch((cause: unknown) => {
			throw new ReleaseUnreachable(path, null, cause);
		});
		if (!response.ok) throw new ReleaseUnreachable(path, response.status);
		return response;
	}

	/** Keeping is a convenience: a full disk must not stop the page. */
	async #keep(path: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<void> {
		const cache = this.#cacheOf(path);
		if (!cache) return;
		try {
			await cache.put(path, new Response(await inParts(bytes), { headers: { 'Content-Type': type } }));
		} catch {
			// It is fetched again the next time.
		}
	}
}

/** So many bytes are copied at a time. */
const partBytes = 1 << 20;

/** Bytes as the browser takes them over without another copy: made of parts, each in a task of its own. */
async function inParts(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
	const parts: Blob[] = [];
	for (let at = 0; at < bytes.length; at += partBytes) {
		await ownTask();
		parts.push(new Blob([bytes.subarray(at, at + partBytes)]));
	}
	return new Blob(parts);
}

/** Reads a body into one buffer of the promised size, telling how far it is. */
async function readWithProgress(response: Response, total: number, onBytes: OnBytes): Promise<Uint8Array<ArrayBuffer>> {
	if (!response.body) return new Uint8Array(await response.arrayBuffer());
	const reader = response.body.getReader();
	let bytes = new Uint8Array(total);
	let done = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		if (done + part.value.length > bytes.length) {
			const wider = new Uint8Array((done + part.value.length) * 2);
			wider.set(bytes.subarray(0, done));
			bytes = wider;
		}
		bytes.set(part.value, done);
		done += part.value.length;
		onBytes(done, total);
	}
	return done === bytes.length ? bytes : bytes.slice(0, done);
}
