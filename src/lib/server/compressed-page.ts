import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a packet holds it anyway. */
const smallest = 1400;

/** A page compressed as the reader accepts it: pages carry figures and pictures, and phones are on slow lines. */
export async function compressedPage(request: Request, response: Response): Promise<Response> {
	const accepted = request.headers.get('accept-encoding') ?? '';
	const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
	const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (!isPage || !encoding || !response.body || response.headers.has('content-encoding')) return response;
	const bytes = Buffer.from(await response.arrayBuffer());
	const { status, statusText, headers: given } = response;
	const headers = new Headers(given);
	headers.append('vary', 'accept-encoding');
	if (bytes.length < smallest) return new Response(bytes, { status, statusText, headers });
	const small =
		encoding === 'br' ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : await zip(bytes);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(small.length));
	// The tag was that of the plain bytes.
	headers.delete('etag');
	return new Response(new Uint8Array(small), { status, statusText, headers });
}
