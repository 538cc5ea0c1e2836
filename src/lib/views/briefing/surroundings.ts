import { wordsOf, type RegionWords } from '#lib/dimensions/region-noun.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { childrenOf, groupMembers, groupPrefix, parentOf, type Member } from '../members.ts';
import { memberNoun, type Scope } from '../scope.ts';

/** Whom a briefing compares: the parts of its place, and the place's peers below the same region. */
export interface Surroundings {
	/** Regions directly below the place, or the members of a group; none at the lowest level. */
	readonly parts: readonly Member[];
	readonly partWords: RegionWords;
	/** The place and its siblings; none at home. */
	readonly peers: readonly Member[];
	readonly peerWords: RegionWords;
	/** The region that the place is a part of; null at home. */
	readonly above: Member | null;
	/** Sections, or the divisions of the section that the page is narrowed to. */
	readonly industries: readonly string[];
	/** The industry and its siblings, where the whole home is narrowed to one: then these are the peers. */
	readonly industryPeers: readonly string[];
}

/** Whom the page's place and industry are compared with. */
export function surroundingsOf(scope: Scope, profile: Profile | null): Surroundings {
	const { place, home, lists, language, filters } = scope;
	const group = place.key.startsWith(groupPrefix);
	const above = place.key === home.key ? null : group ? home : parentOf(place, lists, language);
	const parts = childrenOf(place, lists, language);
	const peers = !above ? [] : group ? groupMembers(lists, language) : childrenOf(above, lists, language);
	const words = (some: readonly Member[]) => wordsOf(memberNoun(some, home, lists, profile), language);
	const chosen = lists.industries.find(({ code }) => code === filters.industry) ?? null;
	const among = (level: string, parent: string | null = null) =>
		lists.industries
			.filter((industry) => industry.level === level && (parent === null || industry.parent === parent))
			.map(({ code }) => code);
	const siblings = chosen && (chosen.level === 'section' ? among('section') : among(chosen.level, chosen.parent));
	return {
		parts,
		partWords: words(parts),
		peers,
		peerWords: words(peers),
		above,
		industries: chosen ? among('division', chosen.code) : among('section'),
		industryPeers: above === null ? (siblings ?? []) : []
	};
}
