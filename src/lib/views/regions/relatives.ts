import { keptBy } from '../kept.ts';
import { childrenOf, groupMembers, groupPrefix, parentOf, type Member } from '../members.ts';
import type { Scope } from '../scope.ts';

/** A place among others: the region above it, itself with its siblings, and its parts. */
export interface Relatives {
	/** Null at home. */
	readonly parent: Member | null;
	readonly peers: readonly Member[];
	readonly parts: readonly Member[];
}

/** The relatives of a page's place; the same for the same scope. */
export const relativesOf: (scope: Scope) => Relatives = keptBy(({ place, home, lists, language }) => {
	const parent = place.key === home.key ? null : parentOf(place, lists, language);
	const siblings = parent ? childrenOf(parent, lists, language) : [place];
	return {
		parent,
		peers: place.key.startsWith(groupPrefix) ? groupMembers(lists, language) : siblings,
		parts: childrenOf(place, lists, language)
	};
});
