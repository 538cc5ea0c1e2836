import { formatExact } from '#lib/format/number.ts';
import type { Board, BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import { toFraction } from '#lib/leaderboard/exact.ts';
import { gapBetween } from '#lib/leaderboard/gap.ts';
import { nobodyReaches } from '#lib/leaderboard/below-minimum.ts';
import { hasNobodyRisen, isUnrisen } from '#lib/leaderboard/unrisen.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import { sentence } from '../words.ts';
import { findingText } from './finding-words.ts';
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
		leader ? leaderClause(words, ranked, first) : nobodyClause(group),
		leader && aheadClause(words, ranked, first),
		unrisenIn(words, group).length > 0 && m.boards_lead_unrisen({ count: formatExact(unrisenIn(words, group).length) }),
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
	if (first.length === 0) return '';
	const clauses = [leaderClause(words, ranked, first), aheadClause(words, ranked, first)];
	return clauses.filter((clause) => clause !== false).join(m.sentence_comma());
}

/** Why nobody has a rank, as a clause: where all are below the minimum, that, with the number. */
function nobodyClause({ rows }: BoardGroup): string {
	const found = nobodyReaches(rows);
	if (!found) return m.boards_nobody_clause();
	const { count = '', minimum = '' } = found.details;
	const told = { count: formatExact(count), minimum: formatExact(minimum) };
	return found.code === 'ALL_SMALL_BASE' ? m.boards_nobody_small_base(told) : m.boards_nobody_below_minimum(told);
}

/** Why a list names nobody of a board: nobody made progress, nobody reaches the minimum, or there are no figures yet. */
export function nobodyText(rules: BoardRules, group: BoardGroup | undefined): string {
	if (group && hasNobodyRisen(rules, group.rows)) return m.boards_nobody_risen();
	const found = group && nobodyReaches(group.rows);
	return found ? findingText(found) : m.boards_nobody();
}

/** Those who are ranked without progress on a board on which others made some; none where nobody did. */
export function unrisenIn({ rules }: BoardWords, { rows }: Pick<BoardGroup, 'rows'>): BoardRow[] {
	return hasNobodyRisen(rules, rows) ? [] : rows.filter((row) => isUnrisen(rules, row));
}

function leaderClause(words: BoardWords, ranked: readonly BoardRow[], first: readonly BoardRow[]): string {
	const [leader] = first;
	if (!leader) return '';
	const told = { name: leader.entry.name, value: leadPhrase(words, leader.value), count: first.length };
	const tied = first.length > 1;
	// Who lost least has not won anything.
	if (hasNobodyRisen(words.rules, ranked))
		return [m.boards_lead_none_risen(), leastLost(leader, told)].join(m.sentence_comma());
	if (words.rules.kind === 'medals') return tied ? m.boards_lead_medals_tied(told) : m.boards_lead_medals(told);
	return tied ? m.boards_lead_tied(told) : m.boards_lead_first(told);
}

function leastLost(
	{ entry }: BoardRow,
	told: { readonly name: string; readonly value: string; readonly count: number }
): string {
	const level = toFraction(entry.values['improvement'] ?? 0).top === 0n;
	if (told.count > 1) return level ? m.boards_lead_level_tied(told) : m.boards_lead_lost_least_tied(told);
	return level ? m.boards_lead_level(told) : m.boards_lead_lost_least(told);
}

function aheadClause(words: BoardWords, ranked: readonly BoardRow[], first: readonly BoardRow[]): string | false {
	const [leader, next] = [first[0], ranked[first.length]];
	const gap = leader && next && gapBetween(words.rules, leader, next);
	if (!gap || gap.size === null || gap.equal.length > 0 || hasNobodyRisen(words.rules, ranked)) return false;
	return m.boards_lead_ahead({ name: next.entry.name, gap: gapPhrase(words, gap.field, gap.size) });
}
