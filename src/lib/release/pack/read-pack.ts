import {
	findZipEnd,
	zipDataOffset,
	zipEntries,
	zipHeaderLength,
	zipTail,
	type ZipEntry
} from '#lib/format/zip-directory.ts';
import type { Manifest } from '../manifest.ts';
import { releaseFormat } from '../rules.ts';
import { isPackEntry, isStored, packFormat, packListName, packVersion, type PackList } from './pack-format.ts';
import { PackProblem } from './pack-problem.ts';
import type { Hasher } from './write-pack.ts';

const stored = 0;
const deflated = 8;
/** More than any pack has: the directory and the list are read whole. */
const mostDirectory = 4 * 2 ** 20;
const mostList = 8 * 2 ** 20;

/** A pack whose list and names are in order. Its contents are believed only after `verify`. */
export class Pack {
	readonly #blob: Blob;
	readonly #entries: ReadonlyMap<string, ZipEntry>;
	readonly list: PackList;

	constructor(blob: Blob, entries: ReadonlyMap<string, ZipEntry>, list: PackList) {
		this.#blob = blob;
		this.#entries = entries;
		this.list = list;
	}

	/** The bytes of a file, piece by piece, never more than the list says. Throws a PackProblem where they are not right. */
	bytesOf(name: string): AsyncGenerator<Uint8Array> {
		return unpacked(this.#blob, this.#entry(name), this.#bytes(name));
	}

	/** A file that lies in the pack as it is, as a part of the pack: nothing is read before it is asked for. */
	async part(name: string): Promise<Blob> {
		const entry = this.#entry(name);
		if (entry.method !== stored) throw new PackProblem('damaged', name);
		return packedPart(this.#blob, entry);
	}

	/** A small file as text. */
	async text(name: string): Promise<string> {
		return textOf(this.bytesOf(name));
	}

	/** Whether the pack holds a file. */
	has(name: string): boolean {
		return this.#entries.has(name);
	}

	/**
	 * Reads everything once and holds it against the list and the manifest. Gives the manifest; throws the first
	 * PackProblem. `onBytes`: bytes looked at so far, of all.
	 */
	async verify(
		hasher: () => Hasher,
		onBytes: (done: number, total: number) => void = () => {},
		signal?: AbortSignal
	): Promise<Manifest> {
		const { entries } = this.list;
		const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
		let done = 0;
		for (const { name, bytes, sha256 } of entries) {
			const hash = hasher();
			let length = 0;
			for await (const piece of this.bytesOf(name)) {
				signal?.throwIfAborted();
				hash.update(piece);
				length += piece.length;
				onBytes((done += piece.length), total);
			}
			if (length !== bytes || hash.hex() !== sha256) throw new PackProblem('damaged', name);
		}
		return this.#manifest();
	}

	/** The manifest, which must be that of the list: same release, same profile, same files. */
	async #manifest(): Promise<Manifest> {
		const manifest = parsed<Manifest>(await this.text('manifest.json'), 'manifest.json');
		const { release, profile, entries } = this.list;
		if (manifest.id !== release || manifest.profile?.id !== profile)
			throw new PackProblem('wrong_release', 'manifest.json');
		if (manifest.format !== releaseFormat) throw new PackProblem('other_format', String(manifest.format));
		if (!Array.isArray(manifest.files)) throw new PackProblem('damaged', 'manifest.json');
		const listed = new Map(entries.map((entry) => [entry.name, entry]));
		for (const { name, sha256 } of manifest.files) {
			const there = listed.get(name);
			if (!there) throw new PackProblem('missing', name);
			if (there.sha256 !== sha256) throw new PackProblem('wrong_release', name);
		}
		return manifest;
	}

	#entry(name: string): ZipEntry {
		const entry = this.#entries.get(name);
		if (!entry) throw new PackProblem('missing', name);
		return entry;
	}

	#bytes(name: string): number {
		return this.list.entries.find((entry) => entry.name === name)?.bytes ?? 0;
	}
}

/** Reads the list of a pack and holds the names against it; the files themselves are not read yet. Throws a PackProblem. */
export async function openPack(blob: Blob): Promise<Pack> {
	const directory = await readDirectory(blob);
	if (directory.some(({ encrypted }) => encrypted)) throw new PackProblem('encrypted');
	const listEntry = directory.find(({ name }) => name === packListName);
	if (!listEntry) throw new PackProblem('not_a_pack');
	const strange = directory.find(({ name }) => name !== packListName && !isPackEntry(name));
	if (strange) throw new PackProblem('name', strange.name);
	const list = readList(await textOf(unpacked(blob, listEntry, mostList)));
	const listed = new Set(list.entries.map(({ name }) => name));
	const there = new Map<string, ZipEntry>();
	for (const entry of directory) {
		if (entry.name === packListName && entry !== listEntry) throw new PackProblem('extra', entry.name);
		if (entry === listEntry) continue;
		if (!listed.has(entry.name) || there.has(entry.name)) throw new PackProblem('extra', entry.name);
		there.set(entry.name, entry);
	}
	for (const { name, bytes } of list.entries) {
		const entry = there.get(name);
		if (!entry) throw new PackProblem('missing', name);
		const method = isStored(name) ? stored : deflated;
		if (entry.uncompressed !== bytes || entry.method !== method) throw new PackProblem('damaged', name);
	}
	for (const name of ['manifest.json', 'summary.duckdb']) if (!there.has(name)) throw new PackProblem('missing', name);
	return new Pack(blob, there, list);
}

async function readDirectory(blob: Blob): Promise<ZipEntry[]> {
	const start = await bytesOf(blob.slice(0, 4));
	const isZip = start[0] === 0x50 && start[1] === 0x4b;
	if (!isZip) throw new PackProblem('not_a_pack');
	const tailStart = Math.max(0, blob.size - zipTail);
	const end = findZipEnd(await bytesOf(blob.slice(tailStart)));
	if (!end) throw new PackProblem('truncated');
	if (end.offset + end.size !== tailStart + end.at || end.size > mostDirectory) throw new PackProblem('truncated');
	const entries = zipEntries(await bytesOf(blob.slice(end.offset, end.offset + end.size)), 0, end.count);
	if (!entries) throw new PackProblem('truncated');
	return entries;
}

function readList(text: string): PackList {
	const list = parsed<Partial<PackList>>(text, packListName);
	if (list?.format !== packFormat || typeof list.version !== 'number') throw new PackProblem('not_a_pack');
	if (list.version > packVersion) throw new PackProblem('newer', String(list.version));
	const { release, profile, title, entries } = list;
	const right =
		/^[0-9a-f]{16}$/.test(String(release)) &&
		/^[a-z0-9-]{1,40}$/.test(String(profile)) &&
		typeof title?.zh === 'string' &&
		typeof title.en === 'string' &&
		Array.isArray(entries) &&
		entries.every(
			(entry: Partial<PackList['entries'][number]> | null) =>
				typeof entry?.name === 'string' &&
				Number.isSafeInteger(entry.bytes) &&
				(entry.bytes as number) >= 0 &&
				/^[0-9a-f]{64}$/.test(String(entry.sha256))
		);
	if (!right) throw new PackProblem('damaged', packListName);
	return list as PackList;
}

function parsed<T>(text: string, name: string): T {
	try {
		return JSON.parse(text) as T;
	} catch {
		throw new PackProblem('damaged', name);
	}
}

/** The packed bytes of an entry, where its own header stands and agrees with the directory. */
async function packedPart(blob: Blob, { name, offset, compressed }: ZipEntry): Promise<Blob> {
	const longest = zipHeaderLength + 2 * name.length * 3 + 1024;
	const header = await bytesOf(blob.slice(offset, offset + longest));
	const data = zipDataOffset(header);
	const ownName = new TextDecoder().decode(
		header.subarray(zipHeaderLength, zipHeaderLength + new TextEncoder().encode(name).length)
	);
	if (data === null || ownName !== name || offset + data + compressed > blob.size)
		throw new PackProblem('damaged', name);
	return blob.slice(offset + data, offset + data + compressed);
}

/** Inflates no further than `most`: what unpacks to more than it says is a trap. */
async function* unpacked(blob: Blob, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array> {
	if (entry.method !== stored && entry.method !== deflated) throw new PackProblem('damaged', entry.name);
	const part = await packedPart(blob, entry);
	const source = part.stream();
	const stream =
		entry.method === stored
			? source
			: source.pipeThrough(
					new DecompressionStream('deflate-raw') as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>
				);
	const reader = stream.getReader();
	let length = 0;
	try {
		for (;;) {
			const { value, done } = await reader.read().catch(() => {
				throw new PackProblem('damaged', entry.name);
			});
			if (done) return;
			length += value.length;
			if (length > most) throw new PackProblem('damaged', entry.name);
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const piece of pieces) text += decoder.decode(piece, { stream: true });
	return text + decoder.decode();
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await blob.arrayBuffer());
}
