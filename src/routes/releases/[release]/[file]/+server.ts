import { fileResponse } from '#lib/server/file-response.ts';
import { servedReleases } from '#lib/server/served-releases.ts';
import type { RequestHandler } from './$types';

/** A file of a release, whole or by range. */
export const GET: RequestHandler = async ({ params, request }) => {
	const file = await servedReleases.file(params.release, params.file);
	return file ? fileResponse(request, file) : new Response(null, { status: 404 });
};

/** Like GET without the body; with a range it answers 206, by which the engine knows that ranges work. */
export const HEAD: RequestHandler = GET;
