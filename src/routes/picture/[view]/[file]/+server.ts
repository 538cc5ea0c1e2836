import { chartTheme } from '#lib/charts/theme.ts';
import { chartPath } from '#lib/filters/chart-path.ts';
import { ApiError } from '#lib/server/api/api-error.ts';
import { Turns } from '#lib/server/api/turns.ts';
import { canRaster, previewPng } from '#lib/server/raster.ts';
import { wishes, type PictureWish } from '../../../drawing/page-drawing.ts';
import type { RequestHandler } from './$types';

/** Pictures that were asked for last, by address and release of the page; a chat asks once for each reader. */
const recent = new Map<string, Uint8Array<ArrayBuffer>>();
const most = 60;
/** A picture takes a good part of a second of a processor. */
const turns = new Turns(2, 20);

/** A chart of a page as PNG, for previews in chats: `/picture/regions.500000/map.png?period=2024`, or `first.png`. */
export const GET: RequestHandler = (event) =>
	turns
		.take(() => picture(event))
		.catch((cause: unknown) => {
			if (cause instanceof ApiError)
				return new Response(null, { status: cause.status, headers: { 'retry-after': '5' } });
			throw cause;
		});

async function picture({ params, url, fetch }: Parameters<RequestHandler>[0]): Promise<Response> {
	const [, panel] = /^([a-z][a-z0-9-]{0,39})\.png$/.exec(params.file) ?? [];
	const path = panel && chartPath(`/chart/${params.view}/${panel}`);
	if (!path || !(await canRaster())) return new Response(null, { status: 404 });
	const wish: PictureWish = { panel: panel === 'first' ? null : panel, picture: null };
	const page = await wishes.run(wish, () => fetch(path.page + url.search, { headers: { accept: 'text/html' } }));
	await page.body?.cancel();
	if (!wish.picture) return new Response(null, { status: 404 });
	const known = recent.get(wish.picture.svg);
	const png = known ?? (await previewPng(wish.picture, chartTheme('light', { width: 0, height: 0 }).paper));
	if (!png) return new Response(null, { status: 404 });
	recent.delete(wish.picture.svg);
	recent.set(wish.picture.svg, png);
	const [oldest] = recent.keys();
	if (recent.size > most && oldest !== undefined) recent.delete(oldest);
	return new Response(png, { headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' } });
}
