import { formatExact, formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput, DerivedQuestion, FigureQuestion, TraceQuestion } from '#lib/state/tracing.svelte.ts';
import { likeForLikeText, sidesOfChange, type Moved } from './change.ts';
import type { MemberRow, RankedRow } from './member-rows.ts';
import type { Scope } from './scope.ts';
import { baseQuestion } from './trace-question.ts';
import { bare, changeText, withUnit } from './words.ts';

/** A number of a formula: every digit, or as many as a ratio has. */
export function formulaNumber(
	value: number | null,
	indicator: Indicator,
	{ language }: Pick<Scope, 'language'>
): string {
	return indicator.kind === 'ratio' ? bare(value, indicator, language) : formatExact(value);
}

/** The question how a change came about; null where there is none. */
export function changeQuestion(figure: FigureQuestion, moved: Moved, scope: Scope): DerivedQuestion | null {
	const { change, likeForLike } = moved;
	if (!change) return null;
	const { indicator, subject } = figure;
	const { language } = scope;
	const before = baseQuestion(figure, scope);
	const { value, base } = sidesOfChange(moved);
	const told = (amount: number | null, of: string) => ({
		label: m.trace_like_for_like({ subject: of }),
		value: withUnit(amount, indicator, language),
		question: null
	});
	return {
		derived: change.kind === 'relative' ? 'change' : 'difference',
		subject: `${subject} · ${indicator.short[language]}`,
		value: changeText(change, indicator, language),
		numbers: {
			value: formulaNumber(value, indicator, scope),
			base: formulaNumber(base, indicator, scope),
			...(change.kind === 'relative' && value !== null && base !== null
				? { difference: formatExact(Number((value - base).toFixed(4))) }
				: {})
		},
		inputs: [
			...(likeForLike ? [told(value, subject), told(base, before?.subject ?? '')] : []),
			{ label: subject, value: withUnit(moved.value, indicator, language), question: figure },
			{ label: before?.subject ?? '', value: withUnit(moved.base, indicator, language), question: before }
		],
		...(likeForLike && { notes: [likeForLikeText(likeForLike)[language]] })
	};
}

/** A figure with what it comes to, as an input of a derived one. */
export interface ValuedQuestion {
	readonly question: FigureQuestion | null;
	readonly value: number | null;
}

/** The question how a part's share of a whole came about, or a step's rate; null where either is missing. */
export function shareQuestion(
	part: { readonly question: FigureQuestion; readonly value: number | null },
	whole: ValuedQuestion,
	scope: Scope,
	derived: 'share' | 'step' = 'share'
): DerivedQuestion | null {
	if (part.value === null || !whole.value) return null;
	const { language } = scope;
	const input = ({ question, value }: ValuedQuestion): DerivedInput => {
		const { subject, indicator } = question ?? part.question;
		return {
			label: question ? `${subject} · ${indicator.short[language]}` : m.trace_input_whole(),
			value: withUnit(value, indicator, language),
			question
		};
	};
	return {
		derived,
		subject: `${part.question.subject} · ${part.question.indicator.short[language]}`,
		value: formatShare(part.value / whole.value),
		numbers: { part: formatExact(part.value), whole: formatExact(whole.value) },
		inputs: [input(part), input(whole)]
	};
}

/** The question how a place in a ranking came about: who is just ahead, and the row itself; null without a place. */
export function rankQuestion(
	row: RankedRow,
	rows: readonly RankedRow[],
	indicator: Indicator,
	scope: Scope,
	questionOf: (row: RankedRow) => TraceQuestion | null
): DerivedQuestion | null {
	if (row.rank === null) return null;
	const { language } = scope;
	const ranked = rows.filter((one) => one.rank !== null);
	const ahead = ranked.filter((one) => (one.rank ?? 0) < (row.rank ?? 0));
	const last = ahead.at(-1);
	const input = (one: RankedRow): DerivedInput => ({
		label: one.name,
		value: withUnit(one.value, indicator, language),
		question: questionOf(one)
	});
	return {
		derived: 'rank',
		subject: `${row.name} · ${indicator.short[language]}`,
		value: String(row.rank),
		numbers: { count: String(ranked.length), above: String(ahead.length), rank: String(row.rank) },
		inputs: [input(row), ...(last ? [input(last)] : [])]
	};
}

/** The question how a sum of figures came about. */
export function sumQuestion(
	subject: string,
	parts: readonly { readonly label: string; readonly value: number | null; readonly question: TraceQuestion | null }[]
): DerivedQuestion {
	const known = parts.filter((part) => part.value !== null);
	return {
		derived: 'sum',
		subject,
		value: formatExact(known.reduce((sum, { value }) => sum + (value ?? 0), 0)),
		numbers: { terms: termsOf(known.map(({ value }) => formatExact(value))) },
		inputs: known.map(({ label, value, question }) => ({ label, value: formatExact(value), question }))
	};
}

/** So many terms are written out; of more the first and the last, as all of them are listed below. */
const mostTerms = 12;

function termsOf(terms: readonly string[]): string {
	const shown = terms.length > mostTerms ? [...terms.slice(0, 3), '…', ...terms.slice(-1)] : terms;
	return shown.join(' + ');
}

/** The question how many of those who owe a report have reported, each with its own figure. */
export function reportedQuestion<R extends Pick<MemberRow, 'key' | 'name' | 'value'>>(
	subject: string,
	rows: readonly R[],
	text: (value: number | null) => string,
	questionOf: (row: R) => TraceQuestion | null
): DerivedQuestion {
	const reported = rows.filter(({ value }) => value !== null).length;
	return {
		derived: 'reported',
		subject,
		value: formatShare(reported / rows.length),
		numbers: { reported: String(reported), expected: String(rows.length) },
		inputs: rows.map((row) => ({
			label: row.name,
			value: row.value === null ? m.state_missing() : text(row.value),
			question: row.value === null ? null : questionOf(row)
		}))
	};
}

/** The question how many cells of a row of a matrix are empty, and what stands in these. */
export function gapsQuestion(subject: string, all: number, empty: readonly DerivedInput[]): DerivedQuestion {
	return {
		derived: 'gaps',
		subject,
		value: String(empty.length),
		numbers: { all: String(all), filled: String(all - empty.length) },
		inputs: empty
	};
}

/** The question how far the first of a ranking is ahead of the next rank. */
export function gapQuestion(subject: string, value: string, first: DerivedInput, next: DerivedInput): DerivedQuestion {
	return {
		derived: 'gap',
		subject,
		value,
		numbers: { first: first.value, next: next.value },
		inputs: [first, next]
	};
}

/** The question what is counted: each thing with what it says. */
export function countQuestion(subject: string, counted: readonly DerivedInput[]): DerivedQuestion {
	return { derived: 'count', subject, value: String(counted.length), numbers: {}, inputs: counted };
}
