import { noSuchAddress } from '#lib/server/api/respond.ts';
import type { RequestHandler } from './$types';

/** Addresses that there are not, told as JSON like everything else here. */
export const GET: RequestHandler = (event) => noSuchAddress(event);

/** The same for every other method. */
export const fallback: RequestHandler = GET;
