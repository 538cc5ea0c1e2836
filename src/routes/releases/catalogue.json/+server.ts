import { createHash } from 'node:crypto';
import { servedReleases } from '#lib/server/served-releases.ts';
import type { RequestHandler } from './$types';

/** Which release each profile is shown from. Asked again at every start and by walls, so it is small and has an ETag. */
export const GET: RequestHandler = async ({ request }) => {
	const body = JSON.stringify(await servedReleases.catalogue());
	const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
	const headers = { 'cache-control': 'no-cache', 'content-type': 'application/json; charset=utf-8', etag };
	const known = request.headers.get('if-none-match');
	return known?.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
};
