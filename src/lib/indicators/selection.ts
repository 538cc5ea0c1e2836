import type { Indicator, Measure } from './indicator.ts';

/** The dimensions by which answers can be split. Periods are always told apart. */
export type By =
	'region' | 'industry' | 'ownership' | 'period' | 'union_system' | 'level' | 'skill_level' | 'kind' | 'campaign';

/** A member of a picture: one code, or a group of several under one key. */
export interface MemberSet {
	readonly key: string;
	readonly codes: readonly string[];
}

/**
 * What is asked for. Industry and ownership default to all. Dimensions that the question does not split by are added
 * up over all their member sets. Union system, level, skill level, kind and campaign exist in registers only.
 */
export interface Selection {
	readonly region: readonly MemberSet[];
	readonly industry?: readonly MemberSet[] | undefined;
	readonly ownership?: readonly MemberSet[] | undefined;
	readonly period: readonly string[];
	readonly unionSystem?: string | null | undefined;
	readonly level?: string | null | undefined;
	readonly skillLevel?: string | null | undefined;
	readonly kind?: string | null | undefined;
	readonly campaign?: string | null | undefined;
}

/** The dimensions that reported cells and register rows share. */
export const sharedDimensions = ['region', 'industry', 'ownership'] as const;
export type SharedDimension = (typeof sharedDimensions)[number];

/** The dimensions that only register rows have, with the name that selections know them by. */
export const registerDimensions = {
	union_system: 'unionSystem',
	level: 'level',
	skill_level: 'skillLevel',
	kind: 'kind',
	campaign: 'campaign'
} as const;
export type RegisterDimension = keyof typeof registerDimensions;

/** All dimensions of a by-list in the order of the result's columns, period apart. */
export const splitDimensions = [
	'region',
	'industry',
	'ownership',
	'union_system',
	'level',
	'skill_level',
	'kind',
	'campaign'
] as const;

const everything: readonly MemberSet[] = [{ key: 'all', codes: ['all'] }];

/** The member sets of a shared dimension; all where nothing is selected. */
export function setsOf(selection: Selection, dimension: SharedDimension): readonly MemberSet[] {
	return selection[dimension] ?? everything;
}

/** Every code of some sets, once each. */
export function codesOf(sets: readonly MemberSet[]): string[] {
	return [...new Set(sets.flatMap((set) => set.codes))];
}

/** Whether a dimension is left whole: the code `all` alone. */
export function isWhole(sets: readonly MemberSet[]): boolean {
	return sets.length === 1 && sets[0]?.codes.length === 1 && sets[0].codes[0] === 'all';
}

/** A single code as a member set of its own. */
export function single(code: string): MemberSet {
	return { key: code, codes: [code] };
}

/** The measures of indicators, once each. */
export function measuresOf(indicators: readonly Indicator[]): Measure[] {
	return indicators.flatMap(({ numerator, denominator }) => (denominator ? [numerator, denominator] : [numerator]));
}
