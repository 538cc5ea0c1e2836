import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import type { BriefingFacts } from './facts.ts';

/** The parts of a briefing, in their order. */
export const sections = ['overview', 'moves', 'standing', 'rates', 'targets', 'coverage', 'reports'] as const;

/** A part of a briefing. */
export type SectionId = (typeof sections)[number];

/** A figure that a sentence rests on, to its last digit. */
export interface Cited {
	readonly name: string;
	readonly value: string;
	/** How it came about, where it is a figure of its own. */
	readonly question?: TraceQuestion | null;
}

/** A sentence, complete with its full stop, and the figures that it was made of. */
export interface Said {
	readonly text: string;
	readonly figures: readonly Cited[];
	/** The numbers within the text that can say how they came about. */
	readonly marks?: readonly SentenceFigure[];
}

/**
 * A kind of sentence: what it needs and when it is said stand in its rule, which is printed under it on demand. `say`
 * gives nothing where what it needs is not there or a threshold is not met; it never says anything else.
 */
export interface SentenceKind {
	readonly id: string;
	readonly section: SectionId;
	/** Needs, thresholds and arithmetic in words. */
	readonly rule: () => string;
	readonly say: (facts: BriefingFacts) => readonly Said[];
}
