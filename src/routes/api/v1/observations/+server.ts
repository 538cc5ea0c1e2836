import { observations } from '#lib/server/api/observations.ts';
import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';
import { servedSources } from '#lib/server/api/sources.ts';

/** The figures of one indicator, as `gongbang query` gives them. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.observations, (asked) =>
	observations(servedSources, asked)
);
