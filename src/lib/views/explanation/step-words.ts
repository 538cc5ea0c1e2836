import { differenceOf } from '#lib/format/decimal.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { TraceStep } from '#lib/release/trace-steps.ts';
import { inLanguage } from './names.ts';

/** How one figure was rolled up, in a sentence: `name` says what it is of. */
export function stepSentence(step: TraceStep, name: string, language: Language): string {
	const added = step.parts.filter(({ counts }) => counts).length;
	const told = { name, value: formatExact(step.value), count: added };
	const options = inLanguage(language);
	switch (step.via) {
		case null:
			return m.trace_step_reported(told, options);
		case 'region':
			return m.trace_step_region(told, options);
		case 'industry':
			return m.trace_step_industry(told, options);
		case 'ownership':
			return m.trace_step_ownership(told, options);
		case 'period':
			return step.lastOnly ? m.trace_step_last(told, options) : m.trace_step_period(told, options);
	}
}

/** A reported figure against the sum of the parts below it; null where nothing is known of these. */
export function stepCheck({ via, value, partsSum }: TraceStep, language: Language): string | null {
	if (via !== null || partsSum === null || value === null) return null;
	const apart = differenceOf(value, partsSum);
	const sum = formatExact(partsSum);
	return Number(apart) === 0
		? m.trace_step_agrees({ sum }, inLanguage(language))
		: m.trace_step_differs({ sum, difference: formatExact(apart.replace('-', '')) }, inLanguage(language));
}
