import type { Language } from '#lib/format/language.ts';
import type { Board, BoardRow } from '#lib/leaderboard/board.ts';
import { known, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import { decimalText, toExact } from '#lib/leaderboard/fraction.ts';
import { shownName } from '#lib/leaderboard/names.ts';
import { boardSentence, sentenceOf } from './board-words.ts';
import { safeCsvLine } from './csv-text.ts';

/** Decimals of a value that has no last one. */
const longest = 10;

/** A board as CSV: one line a row in the order shown; the fingerprint stands on each, so that no part goes without. */
export function boardCsv(board: Board, language: Language, display?: (row: BoardRow) => string): string {
	return boardTable(board, language, display).map(safeCsvLine).join('');
}

/** The cells of a board's CSV, the header first. */
export function boardTable(board: Board, language: Language, display?: (row: BoardRow) => string): string[][] {
	const { rules } = board;
	const fields = fieldsShown(board);
	const grouped = rules.groupBy !== undefined || rules.columns?.group !== undefined;
	const columns = [
		...(grouped ? [rules.groupBy ?? 'group'] : []),
		...['rank', 'tied', 'key', 'name'],
		...fields,
		...(display ? ['display'] : []),
		...['decided_by', 'movement', 'tier', 'tier_pending', 'reason', 'reason_text'],
		...['published_rank', 'published_because', 'provisional', 'fingerprint']
	];
	const lines = board.groups.flatMap(({ key, rows, provisional }) =>
		rows.map((row) => [
			...(grouped ? [key] : []),
			row.rank === null ? '' : String(row.rank),
			row.tied ? 'true' : '',
			row.entry.key,
			shownName(rules, row.entry),
			...fields.map((field) => plain(row.entry.values[field])),
			...(display ? [display(row)] : []),
			row.decidedBy ?? '',
			row.movement === null ? '' : String(row.movement),
			row.tier ?? '',
			row.tierPending ?? '',
			row.reason?.code ?? '',
			row.reason ? sentenceOf(row.reason)[language] : '',
			row.published ? String(row.published.rank) : '',
			row.published?.because?.code ?? '',
			provisional ? 'true' : '',
			board.fingerprint
		])
	);
	return [columns, ...lines];
}

/** A board as JSON, with exact values: decimals as text, other fractions as numerator and denominator. */
export function boardJson(board: Board, source: Readonly<Record<string, string>>, language: Language): string {
	const { rules, fingerprint, problems, groups } = board;
	const document = {
		fingerprint,
		source,
		rules,
		problems: problems.map((problem) => ({ ...problem, text: boardSentence(problem)[language] })),
		groups: groups.map(({ rows, movement, ...group }) => ({
			...group,
			movement: { ...movement, text: movement.reason ? sentenceOf(movement.reason)[language] : null },
			rows: rows.map((row) => rowJson(board, row, language))
		}))
	};
	return `${JSON.stringify(document, null, '\t')}\n`;
}

/** A row as JSON, under the name that the rules show. */
export function rowJson({ rules }: Board, row: BoardRow, language: Language): object {
	const { entry, reason, published, ...place } = row;
	return {
		key: entry.key,
		name: shownName(rules, entry),
		...place,
		values: entry.values,
		...(entry.denominator === undefined ? {} : { denominator: entry.denominator }),
		reason: reason && { ...reason, text: sentenceOf(reason)[language] },
		published: published && {
			...published,
			because: published.because && { ...published.because, text: sentenceOf(published.because)[language] }
		}
	};
}

/** The chain, then what it was made of. */
function fieldsShown({ rules: { chain, combined, progress, team, medals = [], points = {} } }: Board): string[] {
	return [
		...new Set([
			...chain.map(({ field }) => field),
			...medals,
			...Object.keys(points),
			...(combined?.parts ?? []).map(({ field }) => field),
			...(progress ? [progress.field, progress.base] : []),
			...(team ? ['members'] : [])
		])
	];
}

/** A value as decimal text; what never ends is rounded to ten places, the JSON has it exactly. */
function plain(value: Exact | null | undefined): string {
	const exact = known(value);
	if (exact === null) return '';
	const shortest = toExact(toFraction(exact));
	return typeof shortest === 'object' ? decimalText(toFraction(shortest), longest) : String(shortest);
}
