import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import type { Board, BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import { gapBetween } from '#lib/leaderboard/gap.ts';
import { nobodyReaches, rowsBelow } from '#lib/leaderboard/below-minimum.ts';
import { hasNobodyRisen } from '#lib/leaderboard/unrisen.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput, TraceQuestion } from '#lib/state/tracing.svelte.ts';
import { countQuestion, gapQuestion } from '../derived-question.ts';
import type { BoardAnswer } from './board-source.ts';
import { unrisenIn } from './board-words.ts';
import type { ListedBoard } from './list-query.ts';
import { valueQuestion } from './value-question.ts';
import { boardUnits } from './units.ts';
import {
	completenessWord,
	fieldTitle,
	gapPhrase,
	incompleteWithin,
	leadPhrase,
	owes,
	type BoardWords
} from './words.ts';
import type { Language } from '#lib/format/language.ts';

/** The numbers of the sentence that opens the list: every board with who leads, and those whose reports are missing. */
export function listFigures(
	count: number,
	listed: readonly ListedBoard[],
	titles: readonly string[],
	language: Language
): SentenceFigure[] {
	const provisional = listed.filter(({ ranked }) => ranked.groups[0]?.provisional);
	const leading = new Map(listed.map((one) => [one.board.rules.title[language], leaderOf(one, language)]));
	return [
		{
			text: formatExact(count),
			explain: () =>
				countQuestion(
					m.boards_trace_list(),
					titles.map((title) => ({ label: title, value: leading.get(title) ?? '—', question: null }))
				)
		},
		...(provisional.length === 0
			? []
			: [
					{
						text: formatExact(provisional.length),
						explain: () =>
							countQuestion(
								m.boards_trace_provisional(),
								provisional.map(({ board, ranked }) => ({
									label: board.rules.title[language],
									value: reportedOf(ranked),
									question: null
								}))
							)
					}
				])
	];
}

function leaderOf({ board, ranked }: ListedBoard, language: Language): string {
	const first = ranked.groups[0]?.rows.find(({ rank }) => rank === 1);
	if (!first) return m.boards_nobody();
	if (hasNobodyRisen(board.rules, ranked.groups[0]?.rows ?? [])) return m.boards_nobody_risen();
	const words = { rules: board.rules, units: boardUnits(board), language };
	return `${first.entry.name} ${leadPhrase(words, first.value)}`;
}

function reportedOf(board: Board): string {
	return completenessWord(board.groups[0], board) || m.panel_provisional();
}

/**
 * The numbers of `boardSentence`, in its order: what the first has, how far ahead it is, who made no progress, who has
 * reported, what moved; of a board without ranks how many have too small a base.
 */
export function boardFigures(
	answer: BoardAnswer,
	words: BoardWords,
	board: Board,
	group: BoardGroup
): SentenceFigure[] {
	const field = words.rules.chain[0]?.field ?? '';
	const ranked = group.rows.filter(({ rank }) => rank !== null);
	const first = ranked.filter(({ rank }) => rank === 1);
	const [leader, next] = [first[0], ranked[first.length]];
	const question = (row: BoardRow): TraceQuestion | null => valueQuestion(answer, row.entry, field);
	const input = (row: BoardRow): DerivedInput => ({
		label: row.entry.name,
		value: leadPhrase(words, row.value),
		question: question(row)
	});
	const risen = !hasNobodyRisen(words.rules, ranked);
	const gap = risen && leader && next && gapBetween(words.rules, leader, next);
	const unrisen = unrisenIn(words, group);
	const { reported, expected } = group.completeness;
	/* Where only what they are made of is missing, the sentence names them instead. */
	const owing = owes(board) && expected > 1 && incompleteWithin(group).length === 0;
	const moved = group.rows.filter(({ movement }) => typeof movement === 'number' && movement !== 0);
	return [
		...(first.length > 1
			? [{ text: String(first.length), explain: () => countQuestion(m.boards_trace_tied(), first.map(input)) }]
			: []),
		...(leader && question(leader) ? [{ text: leadPhrase(words, leader.value), explain: () => question(leader) }] : []),
		...(leader && next && gap && gap.size !== null && gap.equal.length === 0
			? [
					{
						text: gapPhrase(words, gap.field, gap.size),
						explain: () =>
							gapQuestion(fieldTitle(words, field), gapPhrase(words, gap.field, gap.size), input(leader), input(next))
					}
				]
			: []),
		...(unrisen.length > 0
			? [
					{
						text: formatExact(unrisen.length),
						explain: () => countQuestion(m.boards_trace_unrisen(), unrisen.map(input))
					}
				]
			: []),
		...smallFigures(group),
		...(owing ? [{ text: String(reported), explain: () => reportedInputs(answer, group, expected, input) }] : []),
		...(moved.length > 0 && group.movement.baseline !== null
			? [
					{
						text: formatExact(moved.length),
						explain: () => countQuestion(m.boards_trace_moved(), moved.map(movedInput))
					}
				]
			: [])
	];
}

/** How many are below the minimum, each with what it has, where nobody reaches it. */
function smallFigures({ rows }: BoardGroup): SentenceFigure[] {
	const found = nobodyReaches(rows);
	if (!found) return [];
	const small = rowsBelow(rows, found.code);
	const inputs = small.map(({ entry, reason }): DerivedInput => ({
		label: entry.name,
		value: formatExact(reason?.details['base'] ?? reason?.details['denominator']),
		question: null
	}));
	return [{ text: formatExact(small.length), explain: () => countQuestion(m.boards_trace_small(), inputs) }];
}

function movedInput({ entry, rank, movement }: BoardRow): DerivedInput {
	const before = (rank ?? 0) + (typeof movement === 'number' ? movement : 0);
	return { label: entry.name, value: m.boards_trace_move({ before, now: rank ?? 0 }), question: null };
}

/** Who has reported of those who owe a report. */
function reportedInputs(
	{ title }: BoardAnswer,
	{ rows, completeness }: BoardGroup,
	expected: number,
	input: (row: BoardRow) => DerivedInput
): TraceQuestion {
	const silent = new Set(completeness.missing.map(({ key }) => key));
	return {
		derived: 'reported',
		subject: title,
		value: formatShare(completeness.reported / expected),
		numbers: { reported: String(completeness.reported), expected: String(expected) },
		inputs: rows
			.filter(({ entry }) => entry.standing !== 'guest')
			.map((row) =>
				silent.has(row.entry.key) ? { label: row.entry.name, value: m.state_missing(), question: null } : input(row)
			)
	};
}
