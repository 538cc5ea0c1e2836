import type { ByteRange } from './text-chunks.ts';

/** Only workers have it, and only their type library knows it. */
declare class FileReaderSync {
	readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Large enough that asking the browser costs little, little enough not to count. */
const blockBytes = 1024 * 1024;

/**
 * The bytes of a file of the browser, read from the disk as they are wanted. For workers: it waits for the disk. What it
 * lends holds until it is asked again.
 */
export function fileBytes(file: Blob): ByteRange {
	const reader = new FileReaderSync();
	let first = 0;
	let block = new Uint8Array();
	return {
		length: file.size,
		subarray(start, end) {
			if (start < first || end > first + block.length) {
				first = start;
				// What was lent of it has been decoded; the collector would let blocks gather.
				release(block);
				block = new Uint8Array(reader.readAsArrayBuffer(file.slice(start, Math.max(end, start + blockBytes))));
			}
			return block.subarray(start - first, end - first);
		}
	};
}

/** Gives the memory of a buffer back at once, where the browser can; the array is empty afterwards. */
export function release(bytes: Uint8Array): void {
	if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer?.(0);
}
