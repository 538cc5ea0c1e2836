import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from '#lib/messages/generated/server.js';

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) =>
		resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
	);
