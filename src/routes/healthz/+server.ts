import type { RequestHandler } from './$types';

/** For load balancers and watchdogs: the process answers. */
export const GET: RequestHandler = () =>
	new Response('ok', { headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' } });
