import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Explanation } from './explain.ts';
import { inLanguage } from './names.ts';

/** What is said of a number that is no figure of an indicator. */
export interface PlainNumber extends Pick<Explanation, 'title' | 'subject' | 'definition' | 'formula' | 'worked'> {
	/** As the page prints it, with its unit. */
	readonly value: string;
	/** The dataset that it was read from; not of a number that is worked out from figures. */
	readonly source?: string;
	readonly notes?: readonly string[];
}

/** Explains a number that is no figure of an indicator: it has no unit of its own, no comparison and no measures. */
export function explainNumber(
	{ title, subject, value, definition, formula, worked, source, notes = [] }: PlainNumber,
	language: Language
): Explanation {
	const options = inLanguage(language);
	return {
		title,
		subject,
		value,
		unit: '',
		exact: null,
		sentence: m.trace_lead({ subject, title, value }, options),
		provisional: null,
		definition,
		formula,
		worked,
		facts: [
			{ label: m.trace_source({}, options), texts: source === undefined ? [] : [source] },
			{ label: m.trace_notes({}, options), texts: notes }
		].filter(({ texts }) => texts.length > 0),
		comparison: null,
		inputs: [],
		numerator: null,
		denominator: null,
		measures: []
	};
}
