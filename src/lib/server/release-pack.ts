import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connector } from '#lib/engine/connector.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { packContents } from '#lib/release/pack/pack-contents.ts';
import { isPackEntry, type PackList } from '#lib/release/pack/pack-format.ts';
import { PackProblem } from '#lib/release/pack/pack-problem.ts';
import { packBytes, type Hasher, type PackedFile } from '#lib/release/pack/write-pack.ts';
import { indicatorsOf } from '#lib/release/question/find-indicator.ts';
import { releaseFormat } from '#lib/release/rules.ts';

/** SHA-256 by this machine's own means, piece by piece. */
export function nodeHasher(): Hasher {
	const hash = createHash('sha256');
	return { update: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
}

/** A pack in the making. */
export interface ReleasePack {
	readonly list: PackList;
	readonly bytes: AsyncGenerator<Uint8Array>;
}

/** What goes into a pack beside the release. */
export interface PackOptions {
	/** ISO time. */
	readonly madeAt: string;
	/** Notes and links of a browser. */
	readonly kept?: unknown;
}

/**
 * The pack of a release folder, streamed from disk. `connector`: the release opened. Its files are held against the
 * manifest on the way: the bytes end with a PackProblem where one is not what the manifest says.
 */
export async function packOfFolder(folder: string, connector: Connector, options: PackOptions): Promise<ReleasePack> {
	const manifestText = await readFile(join(folder, 'manifest.json'), 'utf8');
	const manifest = JSON.parse(manifestText) as Manifest;
	if (manifest.format !== releaseFormat) throw new PackProblem('other_format', String(manifest.format));
	const receipts = await Promise.all(manifest.batches.map(({ id }) => receiptFile(folder, `batches/${id}.json`)));
	const { list, files } = await packContents({
		manifest,
		manifestText,
		indicators: await indicatorsOf(connector),
		files: [...receipts.filter((file) => file !== null), ...manifest.files.map((file) => fromDisk(folder, file))],
		...options
	});
	return { list, bytes: packBytes(list, files, nodeHasher) };
}

async function receiptFile(folder: string, name: string): Promise<PackedFile | null> {
	const path = join(folder, name);
	if (!isPackEntry(name) || !(await stat(path).catch(() => null))?.isFile()) return null;
	const bytes = await readFile(path);
	const hash = nodeHasher();
	hash.update(bytes);
	return fromDisk(folder, { name, bytes: bytes.length, sha256: hash.hex() });
}

function fromDisk(folder: string, file: Omit<PackedFile, 'bytesOf'>): PackedFile {
	if (!isPackEntry(file.name)) throw new PackProblem('name', file.name);
	const read = async function* (): AsyncGenerator<Uint8Array> {
		const stream = createReadStream(join(folder, file.name), { highWaterMark: 256 * 1024 });
		try {
			for await (const piece of stream) yield piece as Buffer;
		} catch (cause) {
			if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new PackProblem('missing', file.name);
			throw cause;
		}
	};
	return { ...file, bytesOf: read };
}
