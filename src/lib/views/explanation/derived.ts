import { m } from '#lib/messages/generated/messages.js';
import type { DerivedQuestion } from '#lib/state/tracing.svelte.ts';
import type { Explanation } from './explain.ts';
import { inLanguage, type Named } from './names.ts';

/** The explanation of a number that is worked out from figures: its own formula, and the way on to each of them. */
export function explainDerived(question: DerivedQuestion, { language }: Named): Explanation {
	const { title, subject, value, definition, formula, worked, inputs, notes = [] } = question;
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
		facts: notes.length === 0 ? [] : [{ label: m.trace_notes({}, options), texts: notes }],
		comparison: null,
		inputs,
		numerator: null,
		denominator: null,
		measures: []
	};
}
