import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';
import { servedSources } from '#lib/server/api/sources.ts';
import { boards } from './board-answers.ts';

/** The boards of a release. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.boards, (asked) => boards(servedSources, asked));
