import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { Board, BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import { known, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import { boardValue, evenUnit, shownDecimal, type FieldUnit, type FieldUnits } from '../board-figures.ts';
import { fieldTitle as namedField } from '../board-words.ts';
import { headWithUnit } from '../words.ts';

/** What words about a board are made of. */
export interface BoardWords {
	readonly rules: BoardRules;
	readonly units: FieldUnits;
	readonly language: Language;
}

/** What a field is called on a board: by its rules, by its indicator, or by what it always is. */
export function fieldTitle({ rules, units, language }: BoardWords, field: string): string {
	const part = rules.combined?.parts.find((one) => one.field === field)?.label;
	if (part) return part[language];
	return rules.progress?.base === field ? m.boards_field_base() : namedField(rules, units, field, language);
}

/** The unit of a field behind its values: 人次; empty where the value says it itself. */
export function fieldUnit({ units, language }: BoardWords, field: string): string {
	const unit = units[field];
	return !unit || unit.as || /^[%‰]/.test(unit.unit[language]) ? '' : unit.unit[language];
}

/** A field's title with its unit, as a column's head. */
export function fieldHead(words: BoardWords, field: string): string {
	return headWithUnit(fieldTitle(words, field), fieldUnit(words, field));
}

/** The words of a table whose columns have as many decimals for all values as the longest of them. */
export function evenWords(words: BoardWords, fields: readonly string[], rows: readonly BoardRow[]): BoardWords {
	const even = fields.map((field) => {
		const values = rows.map(({ entry }) => entry.values[field]);
		return [field, { ...words.units[field], ...evenUnit(words.units[field], values) }] as const;
	});
	return { ...words, units: { ...words.units, ...Object.fromEntries(even) } };
}

/** A value as a table prints it. */
export function fieldText({ units, language }: BoardWords, field: string, value: Exact | null | undefined): string {
	return boardValue(units[field], value, language);
}

/** The unit with a digit more for a value that would print as nothing and is something: ahead by 0.03, not by 0.0. */
function tellingUnit(unit: FieldUnit | undefined, value: Exact | null | undefined): FieldUnit | undefined {
	const there = known(value);
	if (!unit || unit.digits === null || there === null || toFraction(there).top === 0n) return unit;
	return Number(shownDecimal(unit, there)) === 0 ? { ...unit, digits: unit.digits + 1 } : unit;
}

/** A value as a sentence prints it, short and with its unit: 263.0万人次, 31.70%. */
export function fieldPhrase(words: BoardWords, field: string, value: Exact | null | undefined): string {
	const { units, language } = words;
	const unit = tellingUnit(units[field], value);
	const decimal = shownDecimal(unit, value);
	if (decimal === null) return formatExact(null);
	if (unit && !unit.as && unit.digits === null && Math.abs(Number(decimal)) >= 10_000)
		return formatNumber(Number(decimal), language, { unit: unit.unit });
	const behind = fieldUnit(words, field);
	const text = boardValue(unit, value, language);
	return behind === '' ? text : language === 'zh' ? `${text}\u2009${behind}` : `${text} ${behind}`;
}

/** What a row is ranked by, as it is printed alone: on a medal table it says which medals they are, 金牌 13 枚. */
export function leadPhrase(words: BoardWords, value: Exact | null | undefined): string {
	const { rules, units } = words;
	const field = rules.chain[0]?.field ?? '';
	if (rules.kind !== 'medals') return fieldPhrase(words, field, value);
	const decimal = field === 'gold' && rules.chain[0]?.label === undefined ? shownDecimal(units[field], value) : null;
	if (decimal === null)
		return m.boards_value_named({ field: fieldTitle(words, field), value: fieldPhrase(words, field, value) });
	return decimal === '1' ? m.boards_gold_one() : m.boards_gold({ count: formatExact(decimal) });
}

/** How far two values are apart: like a value, but between percentages there are percentage points. */
export function gapPhrase(words: BoardWords, field: string, gap: Exact | null): string {
	const unit = tellingUnit(words.units[field], gap);
	const decimal = unit?.unit.en === '%' ? shownDecimal(unit, gap) : null;
	return decimal === null ? fieldPhrase(words, field, gap) : m.change_points({ amount: decimal });
}

/** The chain with its directions: 总成绩 ↓ 用时 ↑. */
export function chainText(words: BoardWords): string {
	return words.rules.chain
		.map(({ field, direction }) => `${fieldTitle(words, field)} ${direction === 'descending' ? '↓' : '↑'}`)
		.join(' · ');
}

/** The rule of a board in a line. */
export function ruleLine(words: BoardWords): string {
	const { rules } = words;
	const { kind, team, points, combined, progress, minimumDenominator: minimum } = rules;
	if (team) return m.boards_rule_team({ best: team.best });
	if (kind === 'points') return m.boards_rule_points({ weights: pairs(Object.entries(points ?? {}), words) });
	if (kind === 'medals') return m.boards_rule_medals();
	if (combined) return m.boards_rule_combined({ parts: weightsText(words) });
	if (progress) {
		const told = { minimum: formatExact(progress.minimumBase) };
		return progress.as === 'relative' ? m.boards_rule_progress_relative(told) : m.boards_rule_progress_difference(told);
	}
	if (kind === 'rate' && minimum !== undefined)
		return m.boards_rule_rate({ chain: chainText(words), minimum: formatExact(minimum) });
	return m.boards_rule_chain({ chain: chainText(words) });
}

/** Whether the rule in a line is the chain itself. */
export function saysChain({ kind, team }: BoardRules): boolean {
	return !team && (kind === 'measure' || kind === 'rate' || kind === 'results');
}

function pairs(entries: readonly (readonly [string, string])[], words: BoardWords): string {
	return entries.map(([field, weight]) => `${fieldTitle(words, field)} ${formatExact(weight)}`).join(m.name_joint());
}

/** The parts of a combined index with their weights. */
export function weightsText(words: BoardWords): string {
	const parts = words.rules.combined?.parts ?? [];
	const all = parts.reduce((sum, { weight }) => sum + Number(weight), 0);
	return parts
		.map(({ field, weight }) => `${fieldTitle(words, field)} ${formatNumber((Number(weight) / all) * 100, 'en')}%`)
		.join(m.name_joint());
}

/** A rank as it is printed: 3, 3 并列, —. */
export function rankWord({ rank, tied }: Pick<BoardRow, 'rank' | 'tied'>): string {
	if (rank === null) return '—';
	return tied ? m.rank_tied({ rank }) : String(rank);
}

/**
 * How complete a board is: 已报 13/16; where all who are ranked have reported, but not all that they are made of, who that
 * is; empty where nobody owes a report and nothing is missing.
 */
export function completenessWord(group: BoardGroup | undefined, { context }: Pick<Board, 'context'>): string {
	if (!group) return '';
	const { reported, expected } = group.completeness;
	const [first, ...others] = incompleteWithin(group);
	if (first === undefined) return owes({ context }) ? m.boards_reported({ reported, expected }) : '';
	const told = others.length < 2 ? [first, ...others].join(m.name_joint()) : null;
	const names = told ?? m.boards_incomplete_several({ name: first, count: others.length + 1, others: others.length });
	// Several periods are told by their codes with spaces between them.
	return context.filters?.['period']?.includes(' ')
		? m.boards_incomplete_periods({ names })
		: m.boards_incomplete_within({ names });
}

/** Whether anybody owes a report to a board. */
export const owes = ({ context }: Pick<Board, 'context'>) => (context.expected?.length ?? 0) > 0;

/** Those who are ranked by figures that are not whole, where nobody of the board itself is silent; else none. */
export function incompleteWithin({ rows, completeness }: Pick<BoardGroup, 'rows' | 'completeness'>): string[] {
	if (completeness.missing.length > 0) return [];
	return rows.flatMap(({ entry, rank }) => (rank !== null && entry.provisional ? [entry.name] : []));
}
