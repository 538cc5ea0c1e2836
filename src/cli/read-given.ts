import { open, readFile, stat } from 'node:fs/promises';
import { maxFileBytes, maxRowCharacters } from '#lib/import/limits.ts';

/** A file named on the command line. */
export interface Given {
	readonly bytes: Uint8Array;
	/** Only where not the whole file was read, because it will be refused. */
	readonly size?: number;
	/** Why the file cannot be opened. */
	readonly failure?: string;
}

/** No character takes more bytes. */
const longestRowBytes = maxRowCharacters * 4;
const pieceBytes = 4 * 1024 * 1024;

/** Reads a file, except for what is refused unread: a file beyond the limit, and whatever follows a line without an end. */
export async function readGiven(path: string): Promise<Given> {
	try {
		const { size } = await stat(path);
		if (size > maxFileBytes) return { bytes: new Uint8Array(), size };
		const end = size > longestRowBytes ? await endlessLine(path) : null;
		return end === null ? { bytes: await readFile(path) } : { bytes: await beginning(path, end), size };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		return { bytes: new Uint8Array(), failure: code ?? message };
	}
}

/** Where a line has become longer than any row may be; null when there is none, or the file is a workbook. */
async function endlessLine(path: string): Promise<number | null> {
	const file = await open(path);
	try {
		const piece = new Uint8Array(pieceBytes);
		let at = 0;
		let lineStart = 0;
		for (;;) {
			const { bytesRead } = await file.read(piece, 0, pieceBytes, at);
			if (bytesRead === 0) return null;
			if (at === 0 && piece[0] === 0x50 && piece[1] === 0x4b) return null;
			const read = piece.subarray(0, bytesRead);
			const last = Math.max(read.lastIndexOf(10), read.lastIndexOf(13));
			if (last >= 0) lineStart = at + last;
			at += bytesRead;
			if (at - lineStart > longestRowBytes) return at;
		}
	} finally {
		await file.close();
	}
}

async function beginning(path: string, length: number): Promise<Uint8Array> {
	const file = await open(path);
	try {
		const bytes = new Uint8Array(length);
		await file.read(bytes, 0, length, 0);
		return bytes;
	} finally {
		await file.close();
	}
}
