import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ReleaseFile } from '../manifest.ts';
import { isStored, mostBytes, packListName, type PackList } from './pack-format.ts';
import { PackProblem } from './pack-problem.ts';

/** A hash that takes its bytes piece by piece. */
export interface Hasher {
	update(bytes: Uint8Array): unknown;
	/** Hex. */
	hex(): string;
}

/** A file on its way into a pack, with what it must come to. */
export interface PackedFile extends ReleaseFile {
	/** Its bytes, piece by piece. */
	bytesOf(): AsyncIterable<Uint8Array>;
}

/**
 * A pack as bytes, piece by piece: its list, then the files. Nothing is held but the piece at hand. Throws a PackProblem
 * when a file turns out not to be what the list says.
 */
export async function* packBytes(
	list: PackList,
	files: readonly PackedFile[],
	hasher: () => Hasher
): AsyncGenerator<Uint8Array> {
	if (files.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) throw new PackProblem('too_large');
	const ready: Uint8Array[] = [];
	const zip = new Zip((error, piece) => {
		if (error) throw error;
		ready.push(piece);
	});
	const text = new TextEncoder().encode(`${JSON.stringify(list, null, '\t')}\n`);
	const first = entry(zip, packListName, list.madeAt);
	first.push(text, true);
	yield* ready.splice(0);
	for (const { name, bytes, sha256, bytesOf } of files) {
		const file = entry(zip, name, list.madeAt);
		const hash = hasher();
		let length = 0;
		for await (const piece of bytesOf()) {
			hash.update(piece);
			length += piece.length;
			if (length > bytes) throw new PackProblem('damaged', name);
			file.push(piece, false);
			yield* ready.splice(0);
		}
		if (length !== bytes || hash.hex() !== sha256) throw new PackProblem('damaged', name);
		file.push(new Uint8Array(0), true);
		yield* ready.splice(0);
	}
	zip.end();
	yield* ready.splice(0);
}

function entry(zip: Zip, name: string, madeAt: string): ZipPassThrough | ZipDeflate {
	const file = isStored(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
	file.mtime = new Date(madeAt);
	zip.add(file);
	return file;
}
