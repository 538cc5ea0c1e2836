import { derivedFigures } from '#lib/indicators/derived.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedQuestion, Derivation } from '#lib/state/tracing.svelte.ts';
import type { Explanation } from './explain.ts';
import { inLanguage, type Named } from './names.ts';
import { explainNumber } from './plain-number.ts';

/** What a way of working out is called, what it means, and its formula in words. */
interface DerivationWords {
	readonly title: string;
	readonly definition: string;
	readonly formula: string;
}

/** Which derived figure of the dictionary a derivation is. */
const declared: Readonly<Partial<Record<Derivation, string>>> = {
	change: 'change',
	difference: 'change',
	share: 'share_of_total',
	step: 'funnel',
	gaps: 'coverage_gaps',
	reported: 'completeness',
	late: 'late_reports',
	blank: 'blank_share',
	max_min: 'max_min',
	variation: 'variation',
	gini: 'gini',
	drift: 'drift',
	completion: 'completion',
	ceiling: 'completion',
	way: 'way',
	pace: 'pace',
	forecast: 'forecast',
	forecast_level: 'forecast'
};

/** The words of a derivation. */
export function derivationWords(derived: Derivation, language: Language): DerivationWords {
	const options = inLanguage(language);
	const known = derivedFigures.find(({ id }) => id === declared[derived]);
	if (known)
		return {
			title: known.title[language],
			definition: known.definition[language],
			formula: known.formula[language]
		};
	if (derived === 'count')
		return {
			title: m.trace_count({}, options),
			definition: m.trace_count_definition({}, options),
			formula: m.trace_count_formula({}, options)
		};
	if (derived === 'rank')
		return {
			title: m.trace_rank({}, options),
			definition: m.trace_rank_definition({}, options),
			formula: m.trace_rank_formula({}, options)
		};
	if (derived === 'gap')
		return {
			title: m.trace_gap({}, options),
			definition: m.trace_gap_definition({}, options),
			formula: m.trace_gap_formula({}, options)
		};
	return {
		title: m.trace_sum({}, options),
		definition: m.trace_sum_definition({}, options),
		formula: m.trace_sum_formula({}, options)
	};
}

/** The formula of a derivation with its actual numbers. */
export function derivedFormula({ derived, value, numbers }: DerivedQuestion, language: Language): string {
	const options = inLanguage(language);
	/* A number that a page forgot to hand over shows as missing rather than as nothing. */
	const of = (name: string) => numbers[name] ?? '—';
	switch (derived) {
		case 'change':
			return m.trace_change_relative({ value: of('value'), base: of('base'), change: value }, options);
		case 'difference':
			return m.trace_change_difference({ value: of('value'), base: of('base'), change: value }, options);
		case 'share':
		case 'step':
			return m.trace_worked_share({ part: of('part'), whole: of('whole'), value }, options);
		case 'rank':
			return m.trace_worked_rank({ count: of('count'), above: of('above'), rank: of('rank') }, options);
		case 'gap':
			return m.trace_worked_gap({ first: of('first'), next: of('next'), value }, options);
		case 'sum':
			return m.trace_worked_sum({ terms: of('terms'), value }, options);
		case 'blank':
			return m.trace_worked_blank({ filled: of('filled'), owed: of('owed'), value }, options);
		case 'count':
			return m.trace_worked_count({ value }, options);
		case 'gaps':
			return m.trace_worked_gaps({ all: of('all'), filled: of('filled'), value }, options);
		case 'reported':
			return m.trace_worked_reported({ reported: of('reported'), expected: of('expected'), value }, options);
		case 'late':
			return m.trace_worked_late({ received: of('received'), due: of('due'), days: of('days') }, options);
		case 'max_min':
			return m.trace_worked_max_min({ most: of('most'), least: of('least'), value }, options);
		case 'variation':
			return m.trace_worked_variation(
				{ deviation: of('deviation'), mean: of('mean'), count: of('count'), value },
				options
			);
		case 'gini':
			return m.trace_worked_gini({ count: of('count'), value }, options);
		case 'drift':
			return m.trace_worked_drift({ first: of('first'), last: of('last'), value }, options);
		case 'completion':
			return m.trace_worked_completion({ actual: of('actual'), target: of('target'), value }, options);
		case 'ceiling':
			return m.trace_worked_ceiling({ actual: of('actual'), target: of('target'), value }, options);
		case 'way':
			return m.trace_worked_way({ actual: of('actual'), base: of('base'), target: of('target'), value }, options);
		case 'pace':
			return m.trace_worked_pace({ done: of('done'), elapsed: of('elapsed'), value }, options);
		case 'forecast':
			return m.trace_worked_forecast({ actual: of('actual'), elapsed: of('elapsed'), value }, options);
		case 'forecast_level':
			return m.trace_worked_forecast_level(
				{ base: of('base'), actual: of('actual'), elapsed: of('elapsed'), value },
				options
			);
	}
}

/** The explanation of a number that is worked out from figures: its own formula, and the way on to each of them. */
export function explainDerived(question: DerivedQuestion, { language }: Named): Explanation {
	const { derived, subject, value, numbers, inputs, notes = [] } = question;
	const worked = [
		...(derived === 'change' && numbers.difference !== undefined
			? [derivedFormula({ ...question, derived: 'difference', value: numbers.difference }, language)]
			: []),
		derivedFormula(question, language)
	];
	return {
		...explainNumber({ ...derivationWords(derived, language), subject, value, worked, notes }, language),
		inputs
	};
}
