import type { Bilingual } from '#lib/format/language.ts';

/** One possible reading of a name, to be offered to the user. */
export interface Candidate {
	readonly code: string;
	readonly name: string;
}

/**
 * What a text means in a dimension. `ambiguous` is a question to the user, never a guess; `outside` names a real
 * division that the profile does not report on.
 */
export type Resolution =
	| {
			readonly kind: 'found';
			readonly code: string;
			readonly superseded?: { readonly from: string; readonly note: Bilingual };
	  }
	| { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
	| { readonly kind: 'unknown'; readonly suggestions: readonly Candidate[]; readonly outside?: Candidate };
