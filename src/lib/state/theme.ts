/** What the user chose; `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

/** The cookie that the server reads, so that the first paint already has the theme. */
export const themeCookie = 'theme';

/** A theme from a cookie; anything else is the system's. */
export function parseTheme(value: string | null | undefined): Theme {
	return value === 'light' || value === 'dark' ? value : 'system';
}
