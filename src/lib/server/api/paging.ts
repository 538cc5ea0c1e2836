import type { ApiRequest } from './respond.ts';

/** A part of a table, and where the next one is. */
export interface Page<T> {
	readonly rows: readonly T[];
	readonly total: number;
	readonly offset: number;
	readonly limit: number;
	/** Address of the next page, null on the last. */
	readonly next: string | null;
}

/** The rows that a request asks for. */
export function pageOf<T>(rows: readonly T[], { url, values }: ApiRequest): Page<T> {
	const [limit, offset] = [values.number('limit'), values.number('offset')];
	const end = offset + limit;
	const following = new URLSearchParams(url.searchParams);
	following.set('limit', String(limit));
	following.set('offset', String(end));
	return {
		rows: rows.slice(offset, end),
		total: rows.length,
		offset,
		limit,
		next: end < rows.length ? `${url.pathname}?${following}` : null
	};
}
