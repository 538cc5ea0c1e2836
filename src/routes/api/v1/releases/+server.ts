import { releases } from '#lib/server/api/answers.ts';
import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';
import { servedSources } from '#lib/server/api/sources.ts';

/** Every release of this server. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.releases, () => releases(servedSources));
