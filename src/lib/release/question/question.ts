import type { Language } from '#lib/format/language.ts';
import type { By } from '#lib/indicators/selection.ts';

/** The dimensions that a question splits and narrows by, in the order of the columns of its answer. */
export const dimensionNames = [
	...['region', 'industry', 'ownership', 'union_system', 'level', 'skill_level', 'kind', 'campaign', 'period']
] as readonly By[];

/** What is asked of one indicator, still in the words of the person. */
export interface Question {
	readonly by: readonly By[];
	readonly where: Readonly<Partial<Record<By, string>>>;
	readonly language: Language;
}
