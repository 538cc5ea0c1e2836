import { index } from '#lib/server/api/answers.ts';
import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';

/** What there is. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.index, index);
