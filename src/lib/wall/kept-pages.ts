/** Caches of the service worker: the program's files, one for every version, and the pages. */
export const programPrefix = 'gongbang-program-';
export const pagesCache = 'gongbang-pages';
/** In a program's cache once everything of that version is in it. */
export const completeKey = '/kept/complete';
/** Pages at most: those of one wall, and what was tried beside it. */
export const mostPages = 24;

/** What a page tells the service worker: its page stands and is to be kept, with everything that the program needs. */
export interface KeepMessage {
	readonly keep: string;
}

/** Whether a page is kept for a start without network: walls, and stages of reveals. */
export function isKeptPage(pathname: string): boolean {
	return /^\/wall(\/[^/]+)?\/?$/.test(pathname) || /^\/leaderboards\/[^/]+\/reveal\/?$/.test(pathname);
}

/** Files of the program whose address changes with their content. */
export function isProgramFile(pathname: string): boolean {
	return pathname.startsWith('/_app/immutable/');
}

/**
 * The scopes that a page needs: itself and those like it, and the engine's worker, which has a scope by its own address.
 * No other page of the program is touched.
 */
export function scopesOf(pathname: string): readonly string[] {
	if (!isKeptPage(pathname)) return [];
	const page = pathname.startsWith('/wall') ? '/wall' : pathname.replace(/\/$/, '');
	return [page, '/_app/immutable/'];
}

/** Reads what a page tells; null when it is nothing of the kind. */
export function readKeepMessage(value: unknown, origin: string): URL | null {
	const { keep } = (value ?? {}) as { keep?: unknown };
	if (typeof keep !== 'string' || !URL.canParse(keep)) return null;
	const url = new URL(keep);
	return url.origin === origin && isKeptPage(url.pathname) ? url : null;
}

/** The address under which a page is kept: what stands behind # is not for the server. */
export const pageKey = (url: URL): string => url.pathname + url.search;
