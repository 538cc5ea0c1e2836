import type { Handle, RequestEvent } from '@sveltejs/kit';
import { chartPath, viewName } from '#lib/filters/chart-path.ts';
import { decodeFilters } from '#lib/filters/codec.ts';
import { linkOf } from '#lib/filters/link.ts';
import { isLocale } from '#lib/messages/generated/runtime.js';
import { paraglideMiddleware } from '#lib/messages/generated/server.js';
import { compressedPage } from '#lib/server/compressed-page.ts';
import { allowEmbedding } from '#lib/server/embedding.ts';
import { openedRelease } from '#lib/server/open-releases.ts';
import { PageAnswers } from '#lib/server/page-answers.ts';
import { PageReleases, type PageRelease } from '#lib/server/page-releases.ts';
import { canRaster } from '#lib/server/raster.ts';
import { servedReleases } from '#lib/server/served-releases.ts';
import { accentStyle } from '#lib/state/accent.ts';
import type { FirstSurroundings } from '#lib/components/first-picture.ts';
import { draftCookie, draftProfiles } from '#lib/state/draft-cookie.ts';
import { drawPagesWith, packLists } from '#lib/state/page-server.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { parseTheme, themeCookie } from '#lib/state/theme.ts';
import { drawing, PageDrawing, wishes } from './routes/drawing/page-drawing.ts';

const oneYear = 365 * 24 * 60 * 60;

drawPagesWith(() => drawing.getStore() ?? null);

const releases = new PageReleases<ReleaseLists>({
	store: servedReleases,
	connector: openedRelease,
	lists: (connector, home) => readLists((statement) => connector.query(statement), home)
});

/** Pages that show no figures of a release, and those that only listen to another window. */
const withoutFigures =
	/^\/(?:import|dictionary|leaderboards\/\[board\]\/reveal\/presenter|wall\/(?:play|remote|status))$/;

/** Whether the server works out the figures of pages; a weak machine may leave that to the browsers. */
const worksOut = process.env.PAGE_FIGURES !== 'off';

/**
 * Puts language and theme into the first byte of the page, so that nothing flashes. `?lang=en` in a link wins over the
 * cookie and becomes it, so that the browser's own code speaks the same language; `?theme=dark` holds for this page.
 * Pages come with their figures, asked of the same release by the same questions that the browser would ask.
 */
export const handle: Handle = async ({ event, resolve }) => {
	const { cookies, request, url } = event;
	const asked = url.searchParams.get('lang');
	const locale = asked === 'zh' ? 'zh-CN' : asked;
	let spoken = request;
	if (request.method === 'GET' && locale !== null && isLocale(locale)) {
		spoken = new Request(url, { headers: { Cookie: `lang=${locale}` } });
		// Whoever asks for data in a language has not chosen that of the pages.
		if (!url.pathname.startsWith('/api/'))
			cookies.set('lang', locale, { path: '/', maxAge: oneYear, httpOnly: false, secure: false, sameSite: 'lax' });
	}
	const theme = linkOf(url.searchParams).theme ?? parseTheme(cookies.get(themeCookie));
	const release = await releaseOf(event);
	const accent = release ? accentStyle(release.manifest.profile) : '';
	const attributes = [theme === 'system' ? '' : `data-theme="${theme}"`, accent && `style="${accent}"`]
		.join(' ')
		.trim();
	const previews = await canRaster();
	const response = await paraglideMiddleware(spoken, ({ locale }) => {
		const draw = async () =>
			resolve(event, {
				transformPageChunk: ({ html }) =>
					html
						.replace('%lang%', locale)
						.replace('%theme%', attributes)
						.replace('%preview%', () => (previews ? previewTags(event.url) : ''))
			});
		return release ? drawnWith(release, event, draw, theme === 'system' ? null : theme) : draw();
	});
	if (chartPath(url.pathname)) allowEmbedding(response.headers, process.env.EMBED_ORIGINS);
	return compressedPage(request, response);
};

/** What a chat shows beside the words of a link: a chart of the page, where it has drawn one. */
function previewTags({ origin, pathname, search }: URL): string {
	const chart = chartPath(pathname);
	if (!drawing.getStore()?.shows(chart?.panel ?? null)) return '';
	const picture = `${origin}/picture/${viewName(chart?.page ?? pathname)}/${chart?.panel ?? 'first'}.png${search}`;
	const tags = { image: picture, 'image:width': '1200', 'image:height': '630' };
	return Object.entries(tags)
		.map(([name, content]) => `<meta property="og:${name}" content="${content.replaceAll('&', '&amp;')}" />`)
		.join('');
}

/** The release that a page is about, or null where the page shows none or it cannot be opened here. */
async function releaseOf({
	cookies,
	request,
	route,
	url,
	isDataRequest
}: RequestEvent): Promise<PageRelease<ReleaseLists> | null> {
	if (!worksOut || request.method !== 'GET' || isDataRequest || !route.id) return null;
	if (route.id.includes('.') || /^\/(?:api|releases|healthz|picture)\b/.test(route.id) || withoutFigures.test(route.id))
		return null;
	const { release, pinned } = linkOf(url.searchParams);
	const { profile } = decodeFilters(url.searchParams).filters;
	const kept = pinned && release ? await servedReleases.entry(release) : null;
	// It may have come to that browser in a pack: another one would only show for a moment.
	if (pinned && release && !kept) return null;
	const entries = await servedReleases.catalogue();
	// A release of another profile is not what the address says.
	const fitting = kept && (profile ?? kept.profile) === kept.profile ? kept : null;
	// It may be gone, or have come to this reader in a pack: the browser knows and says.
	if (pinned && release && !fitting) return null;
	const entry = fitting ?? (profile ? entries.find((one) => one.profile === profile) : entries[0]);
	// Drafts are in the browser alone: what is seen with them only it can work out.
	const hasDrafts = entry && draftProfiles(cookies.get(draftCookie)).includes(entry.profile);
	return entry && !hasDrafts ? releases.release(entry) : null;
}

/** A phone holds its pages upright and gives every picture its whole width, margins apart. Other screens do not say. */
const phoneWidth = 358;

async function drawnWith(
	{ entry, manifest, lists, answering, pages }: PageRelease<ReleaseLists>,
	event: RequestEvent,
	draw: () => Promise<Response>,
	theme: 'light' | 'dark' | null
): Promise<Response> {
	const address = event.url.pathname + event.url.search;
	const answers = new PageAnswers(answering, pages.asked(address));
	const catalogue = await servedReleases.catalogue();
	event.locals.served = () => ({ catalogue, entry, manifest, lists: packLists(lists), answers: answers.known });
	const { accent: light, accentDark: dark } = manifest.profile;
	const surroundings: FirstSurroundings | null = /\bMobile\b/.test(event.request.headers.get('user-agent') ?? '')
		? { width: phoneWidth, theme, accent: light && dark ? { light, dark } : null }
		: null;
	const page = new PageDrawing(answers, surroundings);
	const response = await drawing.run(page, () => answers.complete(draw));
	const wish = wishes.getStore();
	if (wish) wish.picture = page.picture(wish.panel, light);
	if (response.status < 500) {
		pages.keep(address, answers);
		return response;
	}
	// What cannot be drawn here the browser may still draw by itself.
	event.locals.served = () => null;
	return draw();
}
