import { afterEach, expect, test, vi } from 'vitest';
import { draftProfiles, noteDraftProfile } from '#lib/state/draft-cookie.ts';

/** A document that keeps cookies as a browser does, as far as one name goes. */
function cookies() {
	let kept = '';
	return {
		get cookie() {
			return kept;
		},
		set cookie(text: string) {
			const [pair = ''] = text.split('; ');
			kept = /max-age=0/.test(text) ? '' : pair;
		}
	};
}
afterEach(() => vi.unstubAllGlobals());

test('the cookie names the profiles that have drafts, each once, and is gone with the last of them', () => {
	const page = cookies();
	vi.stubGlobal('document', page);
	noteDraftProfile('chongqing', true);
	noteDraftProfile('census-2004', true);
	noteDraftProfile('chongqing', true);
	expect(page.cookie).toBe('drafts=chongqing.census-2004');
	noteDraftProfile('chongqing', false);
	expect(page.cookie).toBe('drafts=census-2004');
	noteDraftProfile('census-2004', false);
	expect(page.cookie).toBe('');
});

test('what is no profile is none, and without a document nothing happens', () => {
	expect(draftProfiles('chongqing.<b>..a/b.gansu')).toEqual(['chongqing', 'gansu']);
	expect(draftProfiles(undefined)).toEqual([]);
	expect(() => noteDraftProfile('chongqing', true)).not.toThrow();
});
