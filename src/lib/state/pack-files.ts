import { readPackNotes } from '#lib/release/pack/pack-notes.ts';
import { openPack, type Pack } from '#lib/release/pack/read-pack.ts';
import { browserStorage } from './kept-boards.ts';
import { keepNotes, keptNotes } from './kept-notes.ts';
import { openPackStore, memoryPackStore, type PackStore } from './pack-store.ts';
import { verifyPack } from './verify-pack.ts';
import { forgetPacked, notePacked, packPath, type PackedRelease } from './packed-releases.ts';

let store: Promise<PackStore> | null = null;
/** Of packs that the disk had no room for. */
const passing = memoryPackStore();
/** Packs whose list has been read. */
const opened = new Map<string, Promise<Pack>>();

function packStore(): Promise<PackStore> {
	return (store ??= openPackStore(globalThis.indexedDB));
}

/** The file of a pack that this browser holds; null where it is gone. */
export async function packFile(release: string): Promise<Blob | null> {
	return (await passing.get(release)) ?? (await packStore()).get(release);
}

/**
 * Reads a pack from its first byte to its last, and keeps it. Nothing is kept of one that is not right. Throws a
 * PackProblem.
 */
export async function takePack(
	file: Blob,
	onBytes: (done: number, total: number) => void,
	signal: AbortSignal
): Promise<PackedRelease> {
	const pack = await openPack(file);
	const manifest = await verifyPack(file, pack, onBytes, signal);
	const lasting = await keepFile(manifest.id, file);
	opened.set(manifest.id, Promise.resolve(pack));
	const release: PackedRelease = {
		release: manifest.id,
		profile: manifest.profile.id,
		title: manifest.profile.title,
		path: packPath(manifest.id),
		createdAt: manifest.createdAt,
		bytes: file.size,
		addedAt: new Date().toISOString(),
		lasting
	};
	const noted = notePacked(release);
	await takeNotes(pack, manifest.profile.id);
	return { ...release, lasting: lasting && noted };
}

/** Lets go of a pack. */
export async function removePack(release: string): Promise<void> {
	forgetPacked(release);
	opened.delete(release);
	await passing.remove(release);
	await (await packStore()).remove(release);
}

/** The answer to an address below `/packs/<release>/`, as a server would give it. */
export async function packResponse(path: string): Promise<Response> {
	const [, release = '', name = ''] = /^\/packs\/([0-9a-f]{16})\/([^?]+)/.exec(path) ?? [];
	const pack = await packOf(release);
	if (!pack?.has(name)) return new Response(null, { status: 404 });
	const pieces = pack.bytesOf(name);
	const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
		async pull(controller) {
			const { value, done } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(value as Uint8Array<ArrayBuffer>);
		},
		cancel: async () => void (await pieces.return(undefined))
	});
	return new Response(body);
}

/** The row-level tables of a pack's release, as a part of the pack: read block by block, when they are asked for. */
export async function packDetail(release: string): Promise<Blob> {
	const pack = await packOf(release);
	if (!pack) throw new Error('The hand-over pack is no longer in this browser.');
	return pack.part('detail.duckdb');
}

async function packOf(release: string): Promise<Pack | null> {
	const known = opened.get(release);
	if (known) return known;
	const file = await packFile(release);
	if (!file) return null;
	const pack = openPack(file);
	opened.set(release, pack);
	pack.catch(() => opened.delete(release));
	return pack;
}

/** False where it is held for as long as the page lives. */
async function keepFile(release: string, file: Blob): Promise<boolean> {
	const lasting = await packStore();
	try {
		await lasting.put(release, file);
		await passing.remove(release);
		return lasting.lasting;
	} catch {
		await passing.put(release, file);
		return false;
	}
}

/** The notes that came with it lie beside those that this browser has. */
async function takeNotes(pack: Pack, profile: string): Promise<void> {
	if (!pack.has('kept.json')) return;
	const storage = browserStorage();
	for (const { path, notes } of readPackNotes(JSON.parse(await pack.text('kept.json'))).pages)
		keepNotes(storage, { profile, path }, [...notes, ...keptNotes(storage, { profile, path })]);
}
