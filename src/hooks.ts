import type { Reroute } from '@sveltejs/kit';
import { chartPath } from '#lib/filters/chart-path.ts';

/** One chart alone is the page that it stands on, drawn without the rest. */
export const reroute: Reroute = ({ url }) => chartPath(url.pathname)?.page;
