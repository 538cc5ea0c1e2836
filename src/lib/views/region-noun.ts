import type { Profile } from '#lib/dimensions/profile.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';

/** What the profile calls its regions in a count: 个地区, 个区县. */
export function regionNounOf(profile: Profile | null, language: Language): string {
	return profile?.regionNoun[language] ?? m.column_region();
}
