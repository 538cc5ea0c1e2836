import type { LayoutServerLoad } from './$types';

/** What the server has worked out for the first page; later ones are the browser's own work and ask for nothing here. */
export const load: LayoutServerLoad = ({ locals }) => ({ served: locals.served?.() ?? null });
