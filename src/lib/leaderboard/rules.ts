import type { Bilingual } from '#lib/format/language.ts';
import type { Standing } from './entry.ts';

export const boardKinds = ['measure', 'rate', 'medals', 'points', 'results', 'combined', 'progress'] as const;
/** What a board compares. Totals (`measure`) and rates are different boards. */
export type BoardKind = (typeof boardKinds)[number];

export const boardEntities = [
	'region',
	'group',
	'industry',
	'system',
	'organisation',
	'studio',
	'team',
	'person'
] as const;
/** Who stands on a board. */
export type BoardEntity = (typeof boardEntities)[number];

export type Direction = 'descending' | 'ascending';

/** One step of the declared tie-break chain; the first decides, the next only between equals. */
export interface ChainStep {
	/** Name of a value of the entries. */
	readonly field: string;
	readonly direction: Direction;
	/** What the field is called on the board; its name where left out. */
	readonly label?: Bilingual;
}

/** A team's total out of its members' results. */
export interface TeamRule {
	/** How many of its best members count. */
	readonly best: number;
	/** The members' value that counts; the board's chain names the outcome `team`. */
	readonly field: string;
	readonly direction: Direction;
	readonly with: 'sum' | 'average';
	/** What a team with fewer results is: without a rank (the default), or counted with what it has. */
	readonly short: 'unranked' | 'counted';
	/** Members' places up to this one are counted per event as `place1`, `place2` …; 0: not at all. */
	readonly places: number;
	/** How members are ranked in their event for these places. */
	readonly memberChain: readonly ChainStep[];
}

/** One part of a combined index. */
export interface CombinedPart {
	readonly field: string;
	/** Decimal text; shares of the sum of all weights. */
	readonly weight: string;
	/**
	 * To a number that can be added: share of the best (1 = the best), place between the least and the most (0 … 1), or
	 * standard deviations from the mean (z).
	 */
	readonly standardise: 'share-of-best' | 'min-max' | 'z';
	readonly direction: Direction;
	readonly label?: Bilingual;
}

/** A combined index: 100 × Σ weight × standardised ÷ Σ weight, named `index` in the chain. */
export interface CombinedRule {
	readonly parts: readonly CombinedPart[];
	/** Standardised values are rounded half away from 0 to so many decimals before they are weighted; null: exact. z needs it. */
	readonly digits: number | null;
}

/** The largest improvement, named `improvement` in the chain. */
export interface ProgressRule {
	readonly field: string;
	/** The value that it is compared with. */
	readonly base: string;
	/** Share of the base gained, or the plain difference (percentage points for rates). */
	readonly as: 'relative' | 'difference';
	/** Whether more or less is better. */
	readonly direction: Direction;
	/** Bases below it are shown without a rank. */
	readonly minimumBase: string;
	/** The value that must reach `minimumBase` where it is not the base itself, such as the base's denominator. */
	readonly guard?: string;
}

/** A tie across a cut, decided by a person. */
export interface TierDecision {
	/** Key of the board's group; '' where it has none. */
	readonly group: string;
	/** Those of the tied rows that get the tier. */
	readonly keys: readonly string[];
	readonly by?: string;
	readonly at?: string;
	readonly note?: string;
}

/** An award tier: so many places, or a share of the eligible, counted on from the tier before it. */
export interface Tier {
	readonly id: string;
	readonly label: Bilingual;
	readonly count?: number;
	/** Decimal text, of the ranked entries of the group. */
	readonly percent?: string;
	/** How the share becomes a number of places. */
	readonly rounding: 'down' | 'up' | 'nearest';
	/**
	 * Decimal text: whoever is within so much of the tier's best in the first criterion shares the tier, whatever its places.
	 * In the value's own unit; of a ratio 0.01 is a percentage point. They use up places of the tiers below.
	 */
	readonly margin?: string;
	/** What becomes of a tie across the cut: all get it, none gets it, or a person decides. */
	readonly cut: 'all-up' | 'all-down' | 'by-hand';
	readonly decided?: readonly TierDecision[];
}

/** What movement is measured against. */
export interface MovementRule {
	readonly against: 'release' | 'period';
	readonly which: string;
}

/** The point in time or the release at which the public board stands still. */
export interface FreezeRule {
	/** ISO time with zone; only what came strictly before is shown. */
	readonly at?: string;
	readonly release?: string;
	/** Version of the rules that hold while frozen. */
	readonly version: number;
}

/** Where a table's columns go. A ratio is given as two columns. */
export interface BoardColumns {
	/** Column that tells entries apart; their name where left out. */
	readonly key?: string;
	readonly name?: string;
	/** Several columns make one group together, such as a competition and its event. */
	readonly group?: string | readonly string[];
	readonly event?: string;
	readonly team?: string;
	readonly award?: string;
	readonly publishedRank?: string;
	readonly denominator?: string;
	/** Time at which the entry's value came. */
	readonly at?: string;
	/** Column by field; a field that is not named here is looked for under its own name. */
	readonly values: Readonly<Record<string, string | { readonly numerator: string; readonly denominator: string }>>;
}

/** The rules of a board: data, versioned, shown on the board. `readRules` fills in what a file may leave out. */
export interface BoardRules {
	readonly id: string;
	readonly version: number;
	readonly title: Bilingual;
	readonly kind: BoardKind;
	readonly entity: BoardEntity;
	/** Indicator id, for boards over a release. */
	readonly measure?: string;
	/** What the groups are, such as `event`; each group is ranked apart. */
	readonly groupBy?: string;
	readonly chain: readonly ChainStep[];
	/** Decimal text. Rate boards have one. */
	readonly minimumDenominator?: string;
	/** Points by award, decimal text; the outcome is `points`. Awards may be places: `1`, `2` … */
	readonly points?: Readonly<Record<string, string>>;
	/** Awards from the highest down. */
	readonly medals?: readonly string[];
	/** The award that a file's word stands for, where they are not the same; several words may be one award. */
	readonly awards?: Readonly<Record<string, string>>;
	readonly team?: TeamRule;
	readonly combined?: CombinedRule;
	readonly progress?: ProgressRule;
	/** How a column says who takes part in the ranking; what it does not name is eligible. */
	readonly eligibility?: { readonly column: string; readonly values: Readonly<Record<string, Standing>> };
	/** From the highest tier down. */
	readonly tiers: readonly Tier[];
	readonly movement?: MovementRule;
	readonly freeze?: FreezeRule;
	readonly names: 'shown' | 'masked' | 'code';
	readonly columns?: BoardColumns;
}
