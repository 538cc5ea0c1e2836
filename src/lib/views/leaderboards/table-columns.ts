import type { BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import { isPlain, known, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Column } from '#lib/components/table.ts';
import { reasonText } from './explanation-words.ts';
import { fieldHead, fieldText, rankWord, type BoardWords } from './words.ts';

/** A value as a length: for bars only. */
export function lengthOf(value: Exact | null | undefined): number | null {
	const there = known(value);
	if (there === null) return null;
	if (isPlain(there)) return Number(there);
	const { top, bottom } = toFraction(there);
	return Number(top) / Number(bottom);
}

/** Tie-break fields that a board shows: all of a medal table, elsewhere those that decided a place. */
export function tieFields(rules: BoardRules, rows: readonly BoardRow[]): readonly string[] {
	const further = rules.chain.slice(1).map(({ field }) => field);
	if (rules.kind === 'medals' || rules.kind === 'points')
		return further.filter((field) => rows.some(({ entry }) => known(entry.values[field]) !== null));
	return further.filter((field) => rows.some(({ decidedBy }) => decidedBy === field));
}

/** Whether a file states ranks of its own here. */
export function hasPublished(group: BoardGroup): boolean {
	return group.rows.some(({ published }) => published !== null);
}

/** A movement as it is printed and as it is read out. */
export function movementWords(
	movement: BoardRow['movement']
): { readonly text: string; readonly spoken: string } | null {
	if (movement === null || movement === 0) return null;
	if (movement === 'new') return { text: m.boards_new(), spoken: m.boards_new_spoken() };
	const places = Math.abs(movement);
	return movement > 0
		? { text: `▲${places}`, spoken: m.boards_up({ places }) }
		: { text: `▼${places}`, spoken: m.boards_down({ places }) };
}

/** The board as a plain table, every column sortable. */
export function plainColumns(words: BoardWords, group: BoardGroup): Column<BoardRow>[] {
	const { rules } = words;
	const fields = [...rules.chain.map(({ field }) => field), ...extraFields(rules)];
	return [
		{ key: 'rank', title: m.results_rank(), kind: 'number', value: (row) => row.rank, text: rankWord },
		{ key: 'name', title: m.boards_name(), kind: 'pinyin', value: (row) => row.entry.name },
		...fields.map((field): Column<BoardRow> => ({
			key: field,
			title: fieldHead(words, field),
			kind: 'number',
			value: (row) => lengthOf(row.entry.values[field]),
			text: (row) => fieldText(words, field, row.entry.values[field])
		})),
		{
			key: 'movement',
			title: m.boards_movement(),
			kind: 'number',
			value: (row) => (typeof row.movement === 'number' ? row.movement : null),
			text: (row) => (row.movement === 0 ? m.change_same() : (movementWords(row.movement)?.text ?? '—'))
		},
		...(hasPublished(group)
			? [
					{
						key: 'published',
						title: m.results_rank_published(),
						kind: 'number' as const,
						value: (row: BoardRow) => row.published?.rank ?? null
					}
				]
			: []),
		{
			key: 'reason',
			title: m.boards_reason(),
			kind: 'text',
			value: (row) => (row.reason ? reasonText(words, row.reason) : null),
			priority: 2
		}
	];
}

/** What a value of the chain is made of, where the board works it out. */
function extraFields({ combined, progress }: BoardRules): string[] {
	if (combined) return combined.parts.map(({ field }) => field);
	return progress ? [progress.field, progress.base] : [];
}
