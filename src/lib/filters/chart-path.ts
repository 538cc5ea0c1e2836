/** One panel of a page, alone. */
export interface ChartPath {
	/** The page that it stands on, e.g. `/regions/500000`; `/` is the overview. */
	readonly page: string;
	/** Name of the panel within its page. */
	readonly panel: string;
}

/** `/chart/regions.500000/map` → the map of `/regions/500000`; null for other addresses. */
export function chartPath(pathname: string): ChartPath | null {
	const [, view, panel] = /^\/chart\/([^/]+)\/([a-z][a-z0-9-]{0,39})\/?$/.exec(pathname) ?? [];
	if (!view || !panel) return null;
	// A page has at most one name of its own in its address, and that may hold dots.
	return { page: view === 'overview' ? '/' : `/${view.replace('.', '/')}`, panel };
}

/** A page as a name in the address of its charts: `/regions/500000` → `regions.500000`. */
export function viewName(pathname: string): string {
	return pathname.replace(/^\/|\/$/g, '').replace('/', '.') || 'overview';
}
