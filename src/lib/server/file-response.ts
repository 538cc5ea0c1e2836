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
	const known = request.headers.get('if-none-match');
	if (known === '*' || known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === file.etag)) {
		return new Response(null, { status: 304, headers });
	}
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
	const stream = createReadStream(file.path, { start: first, end: last, highWaterMark: 256 * 1024 });
	return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers });
}
