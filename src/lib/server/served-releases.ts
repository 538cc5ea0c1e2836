import { ReleaseStore } from './release-store.ts';

/** The releases that this server offers: the folder named by RELEASES, or `releases` where it was started. */
export const servedReleases = new ReleaseStore(process.env.RELEASES || 'releases');
