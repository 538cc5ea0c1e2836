import { formatExact } from '#lib/format/number.ts';
import type { Board, BoardGroup } from '#lib/leaderboard/board.ts';
import { gapBetween } from '#lib/leaderboard/gap.ts';
import { m } from '#lib/messages/generated/messages.js';
import { sentence } from '../words.ts';
import { completenessWord, gapPhrase, incompleteWithin, leadPhrase, owes, type BoardWords } from './words.ts';

/** The sentence that opens a board: who leads with what and how far ahead, who has reported, what moved. */
export function boardSentence(words: BoardWords, board: Board, group: BoardGroup, period: string): string {
	const ranked = group.rows.filter(({ rank }) => rank !== null);
	const first = ranked.filter(({ rank }) => rank === 1);
	const [leader] = first;
	const moved = group.rows.filter(({ movement }) => typeof movement === 'number' && movement !== 0).length;
	const { baseline } = group.movement;
	return sentence(
		period,
		leader ? leaderClause(words, leader, first.length) : m.boards_nobody_clause(),
		leader && aheadClause(words, leader, ranked[first.length]),
		saysReported(board, group) && completenessWord(group, board),
		group.provisional && ranked.length > 0 && m.boards_lead_tentative(),
		baseline !== null &&
			(moved === 0 ? m.boards_lead_unmoved({ baseline }) : m.boards_lead_moved({ baseline, count: formatExact(moved) }))
	);
}

/** Whether the sentence says how many have reported, or whose figures are not whole. */
export function saysReported(board: Board, group: BoardGroup): boolean {
	return incompleteWithin(group).length > 0 || (owes(board) && group.completeness.expected > 1);
}

/** The same in short, as a headline: who leads with what, and how far ahead; empty where nobody does. */
export function leaderHeadline(words: BoardWords, { rows }: Pick<BoardGroup, 'rows'>): string {
	const ranked = rows.filter(({ rank }) => rank !== null);
	const first = ranked.filter(({ rank }) => rank === 1);
	const [leader] = first;
	if (!leader) return '';
	const clauses = [leaderClause(words, leader, first.length), aheadClause(words, leader, ranked[first.length])];
	return clauses.filter((clause) => clause !== false).join(m.sentence_comma());
}

function leaderClause(words: BoardWords, { entry, value }: BoardGroup['rows'][number], tied: number): string {
	const told = { name: entry.name, value: leadPhrase(words, value) };
	if (words.rules.kind === 'medals')
		return tied > 1 ? m.boards_lead_medals_tied({ ...told, count: tied }) : m.boards_lead_medals(told);
	return tied > 1 ? m.boards_lead_tied({ ...told, count: tied }) : m.boards_lead_first(told);
}

function aheadClause(
	words: BoardWords,
	leader: BoardGroup['rows'][number],
	next: BoardGroup['rows'][number] | undefined
): string | false {
	const gap = next && gapBetween(words.rules, leader, next);
	if (!next || !gap || gap.size === null || gap.equal.length > 0) return false;
	return m.boards_lead_ahead({ name: next.entry.name, gap: gapPhrase(words, gap.field, gap.size) });
}
