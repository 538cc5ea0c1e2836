/** One file of an archive as its directory declares it. */
export interface ZipEntry {
	readonly name: string;
	readonly compressed: number;
	readonly uncompressed: number;
	/** 0 stored, 8 deflated; nothing else is read. */
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc32: number;
	/** Offset of its own header. */
	readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65535;

/** The central directory of a ZIP archive; null when there is none, i.e. the archive is cut off or damaged. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - endLength;
	const last = Math.max(0, end - longestComment);
	while (end >= last && view.getUint32(end, true) !== endSignature) end--;
	if (end < last) return null;
	const count = view.getUint16(end + 10, true);
	let position = view.getUint32(end + 16, true);
	const entries: ZipEntry[] = [];
	const decoder = new TextDecoder();
	for (let index = 0; index < count; index++) {
		if (position + 46 > bytes.length || view.getUint32(position, true) !== entrySignature) return null;
		const nameLength = view.getUint16(position + 28, true);
		entries.push({
			name: decoder.decode(bytes.subarray(position + 46, position + 46 + nameLength)),
			compressed: view.getUint32(position + 20, true),
			uncompressed: view.getUint32(position + 24, true),
			method: view.getUint16(position + 10, true),
			crc32: view.getUint32(position + 16, true),
			encrypted: (view.getUint16(position + 8, true) & 1) === 1,
			offset: view.getUint32(position + 42, true)
		});
		position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
	}
	return entries;
}

/** The packed bytes of an entry. Throws when the archive is damaged there. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature)
		throw new Error(`${entry.name} is not where the directory says`);
	const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
	if (start + entry.compressed > bytes.length) throw new Error(`${entry.name} is cut off`);
	return bytes.subarray(start, start + entry.compressed);
}
