import { datapackage } from '#lib/server/api/answers.ts';
import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';
import { servedSources } from '#lib/server/api/sources.ts';

/** A release as a Frictionless data package. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.datapackage, (asked) =>
	datapackage(servedSources, asked)
);
