import { datasets } from '#lib/datasets/index.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput, FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { guardedChange, remarkText, sidesOfChange } from '../change.ts';
import { bare, changeText, inSentence, unitBeside, withUnit } from '../words.ts';
import { approximations, completenessLines, provisionalReasons } from './completeness.ts';
import { sideValue, workedFormula } from './formula.ts';
import type { Listed } from './listed.ts';
import type { FigureMaterial } from './material.ts';
import { inLanguage, type Named } from './names.ts';
import type { TracedMeasure } from './traced.ts';

/** A line of what a figure stands on. */
export interface ExplanationFact {
	readonly label: string;
	readonly texts: readonly string[];
}

/** A number that explains itself; every text in one language. */
export interface Explanation {
	readonly title: string;
	readonly subject: string;
	/** As the page prints it, without unit; null where there is none. */
	readonly value: string | null;
	readonly unit: string;
	/** Every digit, where the value is shortened. */
	readonly exact: string | null;
	readonly sentence: string;
	/** Why it is provisional; null where it is not. */
	readonly provisional: string | null;
	readonly definition: string;
	readonly formula: string;
	/** The formula with the actual numbers, a line each. */
	readonly worked: readonly string[];
	readonly facts: readonly ExplanationFact[];
	/** The figures that it is made of or compared with, each with an explanation of its own. */
	readonly inputs: readonly DerivedInput[];
	/** How it moved, with its own formula; null where nothing is compared. */
	readonly comparison: readonly string[] | null;
	/** Exact decimal text of both sides; null where nothing is known, or there is no such side. */
	readonly numerator: string | null;
	readonly denominator: string | null;
	readonly measures: readonly TracedMeasure[];
	/** Of a number that is no figure of an indicator: the rows behind it. */
	readonly listed?: Listed;
}

/** Explains a figure of an indicator, from what is known of it. */
export function explainFigure(question: FigureQuestion, material: FigureMaterial, named: Named): Explanation {
	const { indicator, subject } = question;
	const { now, measures } = material;
	const { language } = named;
	const options = inLanguage(language);
	const value = now?.value ?? null;
	const title = indicator.title[language];
	const shown = value === null ? null : bare(value, indicator, language);
	const exact = value === null || indicator.kind === 'ratio' ? null : formatExact(value);
	const reasons = provisionalReasons(indicator, now, measures, named);
	const about = approximations(measures, named);
	return {
		title,
		subject,
		value: shown,
		unit: value === null ? '' : unitBeside(indicator, language),
		exact: exact === shown ? null : exact,
		sentence:
			value === null
				? m.trace_lead_missing({ subject, title }, options)
				: m.trace_lead({ subject, title, value: inSentence(value, indicator, language) }, options),
		provisional:
			reasons.length === 0
				? null
				: m.trace_provisional_why({ why: reasons.join(m.trace_semicolon({}, options)) }, options),
		definition: indicator.definition[language],
		formula: indicator.formula[language],
		worked: workedFormula(indicator, now, measures, named),
		facts: [
			{ label: m.trace_unit({}, options), texts: [indicator.unit[language] || m.trace_no_unit({}, options)] },
			{ label: m.trace_period_shown({}, options), texts: [periodText(question, named)] },
			{ label: m.trace_rule({}, options), texts: ruleTexts(question, named) },
			{ label: m.trace_completeness({}, options), texts: [...completenessLines(measures, named), ...about] },
			{ label: m.trace_source({}, options), texts: [datasets[indicator.source].title[language]] },
			{ label: m.trace_document({}, options), texts: [indicator.sourceDocument[language]] }
		].filter(({ texts }) => texts.length > 0),
		...comparisonOf(question, material, named),
		numerator: sideValue('numerator', measures, now),
		denominator: indicator.denominator ? sideValue('denominator', measures, now) : null,
		measures
	};
}

function periodText({ selection }: FigureQuestion, { language }: Named): string {
	const [first = '', last = first] = [selection.period[0], selection.period.at(-1)];
	if (first === last) return periodTitle(first, language);
	return `${periodTitle(first, language)} – ${periodTitle(last, language)}`;
}

/** How the figure goes over time, and what was done with several periods. */
function ruleTexts({ indicator, selection }: FigureQuestion, { language }: Named): string[] {
	const options = inLanguage(language);
	const { period } = selection;
	if (period.length < 2) return [kindRule(indicator, language)];
	const span = {
		from: periodTitle(period[0] ?? '', language),
		to: periodTitle(period.at(-1) ?? '', language),
		count: period.length
	};
	const { numerator, denominator } = indicator;
	const kinds = new Set([numerator.kind, ...(denominator ? [denominator.kind] : [])]);
	const how =
		denominator && kinds.size > 0
			? m.trace_rule_both_periods(span, options)
			: numerator.kind === 'stock'
				? m.trace_rule_last_period(span, options)
				: m.trace_rule_sum_periods(span, options);
	return [kindRule(indicator, language), how];
}

function kindRule({ kind, numerator, denominator }: Indicator, language: Named['language']): string {
	const options = inLanguage(language);
	if (kind === 'flow') return m.trace_rule_flow({}, options);
	if (kind === 'stock') return m.trace_rule_stock({}, options);
	if (!denominator) return m.trace_rule_reported_ratio({}, options);
	return numerator.kind === 'stock' && denominator.kind === 'stock'
		? m.trace_rule_ratio_stock({}, options)
		: m.trace_rule_ratio({}, options);
}

function comparisonOf(
	question: FigureQuestion,
	{ now, base }: FigureMaterial,
	named: Named
): Pick<Explanation, 'comparison' | 'inputs'> {
	const { indicator, selection, against, subject } = question;
	const { language } = named;
	const options = inLanguage(language);
	if (!against || against.periods.length === 0) return { comparison: null, inputs: [] };
	const period = periodText({ ...question, selection: { ...selection, period: against.periods } }, named);
	if (!base || base.value === null)
		return { comparison: [m.trace_base_missing({ against: against.word, period }, options)], inputs: [] };
	const guarded = guardedChange(indicator, now, base, { current: selection.period, base: against.periods });
	const { change, remark } = guarded;
	const text = (value: number | null | undefined) =>
		indicator.kind === 'ratio' ? bare(value ?? null, indicator, language) : formatExact(value);
	const sides = sidesOfChange({ value: now?.value ?? null, base: base.value, likeForLike: guarded.likeForLike });
	const numbers = { value: text(sides.value), base: text(sides.base) };
	const told = change && { ...numbers, change: changeText(change, indicator, language) };
	const why = remarkText(guarded, now, language);
	return {
		comparison: [
			...(told
				? [
						`${against.word}${m.trace_colon({}, options)}${change.kind === 'relative' ? m.trace_change_relative(told, options) : m.trace_change_difference(told, options)}`
					]
				: []),
			...(why ? [remark?.state === 'withheld' ? m.trace_change_withheld({ why }, options) : why] : [])
		],
		inputs: [
			{
				label: m.trace_base({ period }, options),
				value: withUnit(base.value, indicator, language),
				question: {
					indicator,
					subject: [...subject.split(' · ').slice(0, -1), period].join(' · '),
					selection: { ...selection, period: against.periods }
				}
			}
		]
	};
}
