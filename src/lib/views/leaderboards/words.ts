import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { Bilingual, Language } from '#lib/format/language.ts';
import type { Board, BoardRow } from '#lib/leaderboard/board.ts';
import type { Exact } from '#lib/leaderboard/exact.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import { boardValue, shownDecimal, type FieldUnits } from '../board-figures.ts';

/** What words about a board are made of. */
export interface BoardWords {
	readonly rules: BoardRules;
	readonly units: FieldUnits;
	readonly language: Language;
}

const usualFields: Readonly<Record<string, () => string>> = {
	value: m.boards_field_value,
	gold: m.boards_field_gold,
	silver: m.boards_field_silver,
	bronze: m.boards_field_bronze,
	merit: m.boards_field_merit,
	points: m.boards_field_points,
	team: m.boards_field_team,
	index: m.boards_field_index,
	improvement: m.boards_field_improvement,
	base: m.boards_field_base
};

/** What a field is called on a board: by its rules, by its indicator, or by what it always is. */
export function fieldTitle({ rules, units, language }: BoardWords, field: string): string {
	const parts = [...rules.chain, ...(rules.combined?.parts ?? [])];
	const label: Bilingual | undefined = parts.find((step) => step.field === field)?.label ?? units[field]?.title;
	const place = /^place(\d+)$/.exec(field)?.[1];
	if (label) return label[language];
	if (place) return m.boards_field_place({ place });
	return usualFields[field]?.() ?? field;
}

/** The unit of a field behind its title: 人次; empty for percent signs, which stand at the value. */
export function fieldUnit({ units, language }: BoardWords, field: string): string {
	const unit = units[field]?.unit[language] ?? '';
	return /^[%‰]/.test(unit) ? '' : unit;
}

/** A field's title with its unit, as a column's head. */
export function fieldHead(words: BoardWords, field: string): string {
	const [title, unit] = [fieldTitle(words, field), fieldUnit(words, field)];
	return unit === '' || title.toLowerCase().includes(unit.toLowerCase()) ? title : m.column_with_unit({ title, unit });
}

/** A value as a table prints it. */
export function fieldText({ units, language }: BoardWords, field: string, value: Exact | null | undefined): string {
	return boardValue(units[field], value, language);
}

/** A value as a sentence prints it, short and with its unit: 263.0万人次, 31.70%. */
export function fieldPhrase(words: BoardWords, field: string, value: Exact | null | undefined): string {
	const { units, language } = words;
	const unit = units[field];
	const decimal = shownDecimal(unit, value);
	if (decimal === null) return formatExact(null);
	if (unit && unit.digits === null && Math.abs(Number(decimal)) >= 10_000)
		return formatNumber(Number(decimal), language, { unit: unit.unit });
	const behind = fieldUnit(words, field);
	const text = boardValue(unit, value, language);
	return behind === '' ? text : language === 'zh' ? `${text}\u2009${behind}` : `${text} ${behind}`;
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

/** 已报 13/16; empty where nobody owes a report. */
export function completenessWord(group: Board['groups'][number] | undefined, owing: boolean): string {
	if (!group || !owing) return '';
	const { reported, expected } = group.completeness;
	return m.boards_reported({ reported, expected });
}
