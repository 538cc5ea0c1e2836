import type { Language } from '#lib/format/language.ts';
import type { Board } from '#lib/leaderboard/board.ts';
import { shownName } from '#lib/leaderboard/names.ts';
import { m } from '#lib/messages/generated/messages.js';
import { shownDecimal, type FieldUnits } from '../board-figures.ts';
import { fieldHeading } from '../board-words.ts';
import type { RuleLine } from '../rule-lines.ts';
import { awardGroups } from './award-list.ts';

/** A cell: text, a number, or nothing. Text is written as text, so that no name is ever a formula. */
export type Cell = string | number | null;

/** The rows of the award list: a header, then each winner in competition order. */
export function awardRows(board: Board, units: FieldUnits, language: Language): Cell[][] {
	const { rules } = board;
	const groups = awardGroups(board);
	const grouped = groups.some(({ key }) => key !== '');
	const tiered = rules.tiers.length > 0;
	const withTeam = groups.some(({ tiers }) => tiers.some(({ rows }) => rows.some(({ entry }) => entry.team)));
	const header: Cell[] = [
		...(grouped ? [m.awards_group()] : []),
		...(tiered ? [m.awards_tier()] : []),
		m.awards_rank(),
		m.awards_name(),
		...(withTeam ? [m.awards_team()] : []),
		...rules.chain.map(({ field }) => fieldHeading(rules, units, field, language, 'bare')),
		m.awards_remark()
	];
	const rows = groups.flatMap(({ key, tiers, open }) => {
		const line =
			(tier: string | null, remark: string) =>
			(row: (typeof tiers)[number]['rows'][number]): Cell[] => [
				...(grouped ? [key] : []),
				...(tiered ? [tier] : []),
				row.rank,
				shownName(rules, row.entry),
				...(withTeam ? [row.entry.team ?? null] : []),
				...rules.chain.map(({ field }) => numberOf(shownDecimal(units[field], row.entry.values[field]))),
				[row.tied ? m.reveal_tied() : '', remark].filter(Boolean).join(language === 'zh' ? '，' : ', ') || null
			];
		return [
			...tiers.flatMap(({ tier, rows: held }) => held.map(line(tier?.label[language] ?? null, ''))),
			...open.flatMap(({ tier, rows: tied }) => tied.map(line(null, m.awards_open({ tier: tier.label[language] }))))
		];
	});
	return [header, ...rows];
}

/** A number where a double holds every digit; longer ones stay text, digit by digit. */
function numberOf(text: string | null): Cell {
	if (text === null) return null;
	const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
	return digits.length <= 15 ? Number(text) : text;
}

/** The rows of the sheet of rules. */
export function ruleRows(lines: readonly RuleLine[]): Cell[][] {
	return lines.map(({ title, text }) => [title, text]);
}

/** Cells as the writer takes them: numbers are numbers, text is text whatever it begins with. */
export function sheetCells(rows: readonly (readonly Cell[])[], header: boolean) {
	return rows.map((row, index) =>
		row.map((value) => {
			if (value === null) return null;
			if (typeof value === 'number') return { value, type: Number };
			return { value, type: String, wrap: !header, ...(header && index === 0 ? { fontWeight: 'bold' as const } : {}) };
		})
	);
}

/** Widths that show what is in the columns, a Chinese character as two. */
export function columnWidths(rows: readonly (readonly Cell[])[], most = 48): { width: number }[] {
	const columns = Math.max(0, ...rows.map((row) => row.length));
	const width = (cell: Cell | undefined) =>
		[...String(cell ?? '')].reduce((sum, char) => sum + (/[\u2e80-\uffff]/.test(char) ? 2.1 : 1.1), 2);
	return Array.from({ length: columns }, (_, at) => ({
		width: Math.min(most, Math.max(8, ...rows.map((row) => width(row[at]))))
	}));
}
