import { json } from '@sveltejs/kit';
import { servedReleases } from '#lib/server/served-releases.ts';
import type { RequestHandler } from './$types';

/** Whether a release that a link names is still here: what the store says of it, or null. A link may name anything. */
export const GET: RequestHandler = async ({ url }) => {
	const entry = await servedReleases.entry(url.searchParams.get('release') ?? '');
	const releases = entry ? await servedReleases.releasesOf(entry.profile) : [];
	const kept = releases.find(({ release }) => release === entry?.release) ?? null;
	return json(kept, { headers: { 'cache-control': 'no-cache' } });
};
