/** Names the profiles of which this browser has drafts, so that the server leaves their figures to the browser. */
export const draftCookie = 'drafts';

const oneYear = 365 * 24 * 60 * 60;

/** The profiles that the cookie names. */
export function draftProfiles(value: string | null | undefined): readonly string[] {
	return (value ?? '').split('.').filter((profile) => /^[a-z0-9-]{1,40}$/.test(profile));
}

/** Notes whether there are drafts of a profile. Without cookies a page shows the release first and the drafts soon after. */
export function noteDraftProfile(profile: string, there: boolean): void {
	if (typeof document === 'undefined') return;
	const value = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${draftCookie}=`));
	const before = draftProfiles(value?.slice(draftCookie.length + 1));
	if (before.includes(profile) === there) return;
	const after = there ? [...before, profile] : before.filter((other) => other !== profile);
	document.cookie = `${draftCookie}=${after.join('.')}; path=/; max-age=${after.length > 0 ? oneYear : 0}; samesite=lax`;
}
