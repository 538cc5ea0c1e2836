import type { PageServerLoad } from './$types';

/** The moment that the page is drawn for: the browser that takes it over begins with the same. */
export const load: PageServerLoad = () => ({ drawnAt: Date.now() });
