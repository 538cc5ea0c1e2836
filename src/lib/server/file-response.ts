import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parseByteRange } from './byte-range.ts';

/** A file that never changes under its address. */
export interface ImmutableFile {
	readonly path: string;
	readonly contentType: string;
	/** With quotes, as the header has it. */
	readonly etag: string;
	/** The same compressed with brotli, where that was made beforehand. */
	readonly compressed?: string;
}

/**
 * The answer to GET or HEAD for a file, whole or by range, streamed from disk. HEAD with a range answers 206 like GET:
 * the engine tells by it whether the server can do ranges at all.
 */
export async function fileResponse(request: Request, file: ImmutableFile): Promise<Response> {
	const { size } = await stat(file.path);
	const headers = new Headers({
		'accept-ranges': 'bytes',
		'cache-control': 'public, max-age=31536000, immutable',
		'content-type': file.contentType,
		etag: file.etag
	});
	const compressed = await compressedFor(request, file);
	if (compressed) {
		headers.set('content-encoding', 'br');
		headers.set('content-length', String(compressed.size));
		headers.set('etag', file.etag.replace(/"$/, '-br"'));
	}
	if (file.compressed) headers.set('vary', 'accept-encoding');
	const known = request.headers.get('if-none-match');
	if (known === '*' || known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === headers.get('etag'))) {
		return new Response(null, { status: 304, headers });
	}
	if (compressed) return new Response(bodyOf(compressed.path), { status: 200, headers });
	const condition = request.headers.get('if-range');
	const wanted = condition === null || condition === file.etag ? request.headers.get('range') : null;
	const range = parseByteRange(wanted, size);
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${size}`);
		return new Response(null, { status: 416, headers });
	}
	const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
	headers.set('content-length', String(last - first + 1));
	if (range !== 'whole') headers.set('content-range', `bytes ${first}-${last}/${size}`);
	const status = range === 'whole' ? 200 : 206;
	if (request.method === 'HEAD' || size === 0) return new Response(null, { status, headers });
	return new Response(bodyOf(file.path, first, last), { status, headers });
}

/** Who asks for the whole of a file that lies there compressed, and understands brotli, gets it so. */
async function compressedFor(request: Request, file: ImmutableFile): Promise<{ path: string; size: number } | null> {
	const path = file.compressed;
	const understood = /(^|[\s,])br($|[\s,;])/.test(request.headers.get('accept-encoding') ?? '');
	if (!path || !understood || request.method !== 'GET' || request.headers.has('range')) return null;
	return { path, size: (await stat(path)).size };
}

function bodyOf(path: string, start?: number, end?: number): ReadableStream<Uint8Array> {
	const stream = createReadStream(path, { start, end, highWaterMark: 256 * 1024 });
	return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
