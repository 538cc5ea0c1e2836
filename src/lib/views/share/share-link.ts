import { encodeLink, type LinkState } from '#lib/filters/link.ts';

/** What a link that is handed on is made from. */
export interface SharedPage {
	/** The address of the page: filters, page parameters, tables. */
	readonly url: URL;
	/** The profile that is shown, also where the address leaves it to the server. */
	readonly profile: string | null;
	readonly language: 'zh' | 'en' | null;
	readonly state: LinkState;
	/** A panel to go to. */
	readonly panel: string | null;
}

/** Everyday links are shorter; longer ones are cut by chat programs, and are packed. */
export const mostCharacters = 2000;

/** The parameters of a link, in one order: what is shown, how it is shown, and what it was made from. */
function parametersOf({ url, profile, language, state }: SharedPage): URLSearchParams {
	const parameters = new URLSearchParams();
	if (profile) parameters.set('profile', profile);
	const own = new Set(['profile', 'lang', 'theme', 'release', 'rules', 'pin', 'note', 'table']);
	for (const [name, value] of url.searchParams) if (!own.has(name)) parameters.append(name, value);
	if (language) parameters.set('lang', language === 'zh' ? 'zh-CN' : 'en');
	for (const [name, value] of encodeLink(state)) parameters.append(name, value);
	return parameters;
}

/** The readable address of a page as it is shown. */
export function readableLink(page: SharedPage): string {
	const parameters = parametersOf(page);
	const query = parameters.size > 0 ? `?${readable(parameters)}` : '';
	return `${page.url.origin}${page.url.pathname}${query}${page.panel ? `#${page.panel}` : ''}`;
}

/** The readable address, or the packed one where that is too long for a chat. */
export async function shareLink(page: SharedPage): Promise<{ readonly href: string; readonly packed: boolean }> {
	const href = readableLink(page);
	if (href.length <= mostCharacters) return { href, packed: false };
	const { packLink } = await import('#lib/filters/packed-link.ts');
	const start = `${page.url.origin}${page.url.pathname}`;
	return { href: start + packLink(href.slice(start.length)), packed: true };
}

/** The address of the page that shows one panel alone. */
export function chartLink(page: SharedPage & { readonly panel: string }): string {
	const view = page.url.pathname.replace(/^\/+|\/+$/g, '').replaceAll('/', '.') || 'overview';
	const parameters = parametersOf(page);
	const query = parameters.size > 0 ? `?${readable(parameters)}` : '';
	return `${page.url.origin}/chart/${view}/${page.panel}${query}`;
}

/** Markup that shows a one-chart page within another page. */
export function embedSnippet(href: string, title: string, height = 600): string {
	return `<iframe src="${attribute(href)}" title="${attribute(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

/** A sentence and the link, as one pastes it into a chat. */
export function chatText(sentence: string, href: string): string {
	return sentence === '' ? href : `${sentence}\n${href}`;
}

/** Signs that a query may hold as they are stay as they are. */
const readable = (parameters: URLSearchParams): string =>
	parameters.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => entities[sign] ?? sign);
