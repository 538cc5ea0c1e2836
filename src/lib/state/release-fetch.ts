import { isPacked } from './packed-releases.ts';

/** Fetches a file of a release, from the server or out of a pack that this browser holds. */
export async function releaseFetch(path: string, init?: RequestInit): Promise<Response> {
	if (!isPacked(path)) return fetch(path, init);
	const { packResponse } = await import('./pack-files.ts');
	return packResponse(path);
}
