import { indicators } from '#lib/server/api/answers.ts';
import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';
import { servedSources } from '#lib/server/api/sources.ts';

/** What each indicator means. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.indicators, (asked) =>
	indicators(servedSources, asked)
);
