import type { PageLoad } from './$types';

/** The overview's pictures are fetched beside the engine and the data, not with the first script. */
export const load: PageLoad = async () => ({ Overview: (await import('#lib/views/overview/Overview.svelte')).default });
