import { fileResponse } from '#lib/server/file-response.ts';
import { servedReleases } from '#lib/server/served-releases.ts';
import type { RequestHandler } from './$types';

/** The receipt of one file of a release, `<batch>.json`. */
export const GET: RequestHandler = async ({ params, request }) => {
	const batch = /^([0-9a-f]+)\.json$/.exec(params.receipt)?.[1];
	const file = batch === undefined ? null : await servedReleases.receipt(params.release, batch);
	return file ? fileResponse(request, file) : new Response(null, { status: 404 });
};
