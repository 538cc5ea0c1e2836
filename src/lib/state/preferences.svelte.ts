import { createContext } from 'svelte';
import { themeCookie, type Theme } from './theme.ts';

const oneYear = 365 * 24 * 60 * 60;

/** What one person likes on one machine: theme and language. Kept in cookies, no account needed. */
export class Preferences {
	#theme = $state<Theme>('system');

	constructor(theme: Theme) {
		this.#theme = theme;
	}

	get theme(): Theme {
		return this.#theme;
	}

	setTheme(theme: Theme): void {
		this.#theme = theme;
		const { documentElement } = document;
		if (theme === 'system') delete documentElement.dataset.theme;
		else documentElement.dataset.theme = theme;
		document.cookie = `${themeCookie}=${theme}; path=/; max-age=${theme === 'system' ? 0 : oneYear}; samesite=lax`;
	}

	/** Takes over what the server has put on the page. */
	adopt(theme: Theme): void {
		this.#theme = theme;
	}

	/** The other of light and dark, seen from what is on screen. */
	get other(): Theme {
		const dark = this.#theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : this.#theme === 'dark';
		return dark ? 'light' : 'dark';
	}

	/** Sets the language and loads the page anew: every text on it changes. A `lang` of the URL gives way. */
	setLocale(locale: 'zh-CN' | 'en'): void {
		document.cookie = `lang=${locale}; path=/; max-age=${oneYear}; samesite=lax`;
		const url = new URL(location.href);
		url.searchParams.delete('lang');
		if (url.href === location.href) location.reload();
		else location.replace(url);
	}
}

/** The preferences of the page: set by the root layout. */
export const [getPreferences, setPreferences] = createContext<Preferences>();
