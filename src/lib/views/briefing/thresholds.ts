/*
 * What a briefing holds worth a sentence. Each rule prints those that it uses, so that a reader can hold the sentence
 * against them.
 */

/** A relative move of less than this share is not named among the largest. */
export const leastMove = 0.05;
/** A base below this count makes percentages that say nothing: 2 to 6 is +200 %. */
export const leastBase = 30;
/** A record needs so many comparable periods, the present one among them. */
export const leastPeriods = 4;
/** A rank among fewer than so many with a figure says nothing. */
export const leastPeers = 4;
/** A place is in front, or behind, within this share of those ranked. */
export const edgeShare = 1 / 3;
/** At most so many names in one list. */
export const mostNamed = 3;
/** At most so many who have not reported are named. */
export const mostMissing = 12;
/** At most so many targets have a sentence of their own, those behind first. */
export const mostTargets = 6;
/** At most so many rates per 10,000 workers. */
export const mostRates = 4;
