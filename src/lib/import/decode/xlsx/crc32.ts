const table = Int32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** The checksum of ZIP archives, continued from that of what came before (0 at the beginning). */
export function crc32(before: number, bytes: Uint8Array): number {
	let value = ~before;
	for (let index = 0; index < bytes.length; index++)
		value = (table[(value ^ (bytes[index] as number)) & 255] as number) ^ (value >>> 8);
	return ~value >>> 0;
}
