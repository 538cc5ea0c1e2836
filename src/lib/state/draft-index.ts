import { noteDraftProfile } from './draft-cookie.ts';

/** A draft as the small list beside the store names it. */
export interface KnownDraft {
	readonly id: string;
	readonly file: string;
}

const keyOf = (profile: string) => `gongbang-drafts:${profile}`;

/**
 * Which drafts should be there. The list lives apart from the store, so that drafts which a browser cleared away for room are
 * missed. Empty where nothing is kept or what is kept cannot be read.
 */
export function knownDrafts(storage: Storage | undefined, profile: string): KnownDraft[] {
	try {
		const list: unknown = JSON.parse(storage?.getItem(keyOf(profile)) ?? '[]');
		if (!Array.isArray(list)) return [];
		return list.filter(
			(entry: Partial<KnownDraft> | null): entry is KnownDraft =>
				typeof entry?.id === 'string' && typeof entry.file === 'string'
		);
	} catch {
		return [];
	}
}

/** Notes which drafts are there. A storage that is full or closed loses the list, nothing else. */
export function noteDrafts(storage: Storage | undefined, profile: string, drafts: readonly KnownDraft[]): void {
	noteDraftProfile(profile, drafts.length > 0);
	try {
		const list = drafts.map(({ id, file }) => ({ id, file }));
		if (list.length === 0) storage?.removeItem(keyOf(profile));
		else storage?.setItem(keyOf(profile), JSON.stringify(list));
	} catch {
		// Only the notice of lost drafts depends on it.
	}
}
