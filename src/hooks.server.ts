import type { Handle } from '@sveltejs/kit';
import { isLocale } from '#lib/messages/generated/runtime.js';
import { paraglideMiddleware } from '#lib/messages/generated/server.js';
import { parseTheme, themeCookie } from '#lib/state/theme.ts';

const oneYear = 365 * 24 * 60 * 60;

/**
 * Puts language and theme into the first byte of the page, so that nothing flashes. `?lang=en` in a link wins over the
 * cookie and becomes it, so that the browser's own code speaks the same language.
 */
export const handle: Handle = ({ event, resolve }) => {
	const { cookies, request, url } = event;
	const asked = url.searchParams.get('lang');
	const locale = asked === 'zh' ? 'zh-CN' : asked;
	let spoken = request;
	if (request.method === 'GET' && locale !== null && isLocale(locale)) {
		spoken = new Request(url, { headers: { Cookie: `lang=${locale}` } });
		cookies.set('lang', locale, { path: '/', maxAge: oneYear, httpOnly: false, secure: false, sameSite: 'lax' });
	}
	const theme = parseTheme(cookies.get(themeCookie));
	const themeAttribute = theme === 'system' ? '' : `data-theme="${theme}"`;
	return paraglideMiddleware(spoken, ({ locale }) =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', themeAttribute)
		})
	);
};
