import { readFile } from 'node:fs/promises';
import { json } from '@sveltejs/kit';
import { decodeFilters } from '#lib/filters/codec.ts';
import { runQuery, type Query } from '#lib/query/query.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { OtherFormat, openedRelease } from '#lib/server/open-releases.ts';
import { servedReleases } from '#lib/server/served-releases.ts';
import { readLists } from '#lib/state/release-lists.ts';
import { releaseProfile } from '#lib/state/release-profile.ts';
import { highlightFigures } from '#lib/views/share/highlight-figures.ts';
import type { RequestHandler } from './$types';

/**
 * The main figures of a release at the filters of a page, so that whoever opens an older link sees what has changed.
 * A release that is gone or that this program cannot read is no error of the page: `figures` is null and says why.
 */
export const GET: RequestHandler = async ({ params, url }) => {
	const manifestFile = await servedReleases.file(params.release, 'manifest.json');
	if (!manifestFile) return json({ figures: null, why: 'gone' });
	try {
		const { profile: meta } = JSON.parse(await readFile(manifestFile.path, 'utf8')) as Manifest;
		const connector = await openedRelease(params.release);
		const lists = await readLists((statement) => connector.query(statement), meta.home);
		const profile = releaseProfile(meta, lists);
		const ask = <T>(query: Query<T>) => runQuery(connector, query);
		const { filters } = decodeFilters(url.searchParams);
		const figures = await highlightFigures({ profile, lists, ask }, filters, 'zh');
		return json({ figures, why: null }, { headers: { 'cache-control': 'private, max-age=300' } });
	} catch (error) {
		return json({ figures: null, why: error instanceof OtherFormat ? 'unreadable' : 'failed' });
	}
};
