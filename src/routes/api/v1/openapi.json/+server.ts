import { openApi } from '#lib/server/api/answers.ts';
import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';

/** The interface as OpenAPI 3.1. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.openapi, openApi);
