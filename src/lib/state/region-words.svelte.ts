import type { Field } from '#lib/datasets/dataset.ts';
import { placeNoun, wordsOf, type RegionWords } from '#lib/dimensions/region-noun.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { m } from '#lib/messages/generated/messages.js';
import { getLocale } from '#lib/messages/generated/runtime.js';

let noun = $state.raw(placeNoun(null));

/** From here on places are called what this profile calls them: 单位 instead of 地区. */
export function callRegionsAs(profile: Profile | null): void {
	noun = placeNoun(profile);
}

/**
 * What the open release calls its places, in the page's language, and by what else registers are searched. Like the
 * language it holds for the whole page, so that every title, column and hint can use it without being handed it.
 */
export function regionWords(): RegionWords & { readonly places: string } {
	const words = wordsOf(noun, getLocale() === 'en' ? 'en' : 'zh');
	// Where places are units, the unit of a row and its place are one word.
	return { ...words, places: [...new Set([m.search_organisation(), words.noun])].join(m.name_joint()) };
}

/** The title of a field of a file; a field that names places is called after them. */
export function fieldTitle(field: Pick<Field, 'type' | 'title'>): string {
	return field.type === 'region' ? regionWords().column : field.title[getLocale() === 'en' ? 'en' : 'zh'];
}
