import { operations } from '#lib/server/api/operations.ts';
import { served } from '#lib/server/api/respond.ts';
import { servedSources } from '#lib/server/api/sources.ts';
import { board } from '../board-answers.ts';

/** One board, as its page ranks it. */
export const { GET, HEAD, OPTIONS, fallback } = served(operations.board, (asked) => board(servedSources, asked));
