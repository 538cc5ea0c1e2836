import type { Row } from '#lib/engine/connector.ts';
import { applicable } from '#lib/indicators/applicable.ts';
import { indicatorQuery } from '#lib/indicators/compile.ts';
import type { Indicator, Measure } from '#lib/indicators/indicator.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import type { Exact } from '#lib/leaderboard/exact.ts';
import { sum, toExact } from '#lib/leaderboard/fraction.ts';
import { plainDecimal } from '#lib/leaderboard/plain-decimal.ts';
import type { Query } from '#lib/query/query.ts';
import type { Bilingual } from '#lib/format/language.ts';
import { comparability, sideOf } from '../comparability.ts';
import { number } from '../figure.ts';
import type { Scope } from '../scope.ts';
import type { ReleaseBoard } from './boards.ts';
import { splitOf, type BoardSplit } from './members.ts';

/** An exact figure: decimal text as the release has it. */
interface ExactFigure {
	readonly numerator: string | null;
	readonly denominator: string | null;
	readonly complete: boolean;
	readonly partsReported: number | null;
	readonly partsExpected: number | null;
	/** How many of several periods have a figure. */
	readonly periodsKnown?: number;
}

/** Figures by indicator, member and period. */
export class ExactFigures {
	readonly #found: ReadonlyMap<string, ExactFigure>;

	constructor(rows: readonly Row[], by: string) {
		const figure = (row: Row): ExactFigure => ({
			numerator: plainDecimal(row.numerator_exact),
			denominator: plainDecimal(row.denominator_exact),
			complete: row.complete !== false,
			partsReported: number(row.parts_reported),
			partsExpected: number(row.parts_expected)
		});
		this.#found = new Map(
			rows.map((row) => [keyOf(String(row.indicator), String(row[by]), String(row.period)), figure(row)])
		);
	}

	at(indicator: string, member: string, period: string): ExactFigure | null {
		return this.#found.get(keyOf(indicator, member, period)) ?? null;
	}
}

const keyOf = (...parts: readonly string[]) => parts.join('\u0001');

/** The figures of a board over some periods, one statement. */
export function figuresQuery(board: ReleaseBoard, scope: Scope, periods: readonly string[]): Query<ExactFigures> {
	const { by, selection } = splitOf(board.source.by, scope);
	const unique = [...new Map(Object.values(board.indicators).map((indicator) => [indicator.id, indicator])).values()];
	return {
		sql: indicatorQuery(unique, [by], { ...selection, period: [...new Set(periods)] }),
		parse: (rows) => new ExactFigures(rows, by)
	};
}

/** Why a board of figures has none under these filters; null where it has. */
export function refusalOf(board: ReleaseBoard, scope: Scope): Bilingual | null {
	const { by, selection } = splitOf(board.source.by, scope);
	for (const indicator of Object.values(board.indicators)) {
		const answer = applicable(indicator, selection, [by]);
		if (!answer.ok) return answer.reason;
	}
	return null;
}

/** The entries of a board over some periods; `base`: the periods that progress is measured from. */
export function figureEntries(
	board: ReleaseBoard,
	scope: Scope,
	figures: ExactFigures,
	periods: readonly string[],
	base: readonly string[] = []
): Entry[] {
	const { members } = splitOf(board.source.by, scope);
	const { progress } = board.rules;
	return members.flatMap(({ key, name, owes }): Entry[] => {
		const found = Object.entries(board.indicators).map(([field, indicator]) => ({
			field,
			indicator,
			now: over(figures, indicator, key, periods),
			before: progress ? over(figures, indicator, key, base) : null
		}));
		const none = found.every(({ now }) => now === null);
		const owing = owes && found.some(({ indicator }) => indicator.numerator.source === 'cell');
		// A register without entries of a member owes nobody a report: there is nothing to rank.
		if (none && !owing) return [];
		const values: Record<string, Exact | null> = {};
		for (const { field, indicator, now, before } of found) {
			values[field] = valueOf(indicator, now);
			if (!progress || field !== progress.field) continue;
			const comparable = isComparable(indicator, { now, periods }, { now: before, periods: base });
			values[progress.base] = comparable ? valueOf(indicator, before) : null;
			if (progress.guard) values[progress.guard] = comparable ? (before?.denominator ?? null) : null;
		}
		const provisional = found.some(({ now, before }) => now?.complete === false || before?.complete === false);
		return [
			{ key, name, values, standing: none ? 'not-reported' : 'eligible', ...(provisional ? { provisional } : {}) }
		];
	});
}

interface Over {
	readonly now: ExactFigure | null;
	readonly periods: readonly string[];
}

/** Whether the two sides of a change cover the same, by the rule of all pages: what is withheld there is no progress here. */
function isComparable(indicator: Indicator, now: Over, then: Over): boolean {
	const side = ({ now: figure, periods }: Over) =>
		figure &&
		sideOf(
			indicator,
			{ ...figure, denominator: figure.denominator === null ? null : Number(figure.denominator) },
			periods
		);
	const [here, there] = [side(now), side(then)];
	return here !== null && there !== null && comparability(here, there).state !== 'withheld';
}

/** Those who owe a figure of this board. */
export function expectedOf({ members }: BoardSplit): { key: string; name: string }[] {
	return members.filter(({ owes }) => owes).map(({ key, name }) => ({ key, name }));
}

/** A rate as its two sides, so that nothing is rounded before it is compared. */
function valueOf(indicator: Indicator, figure: ExactFigure | null): Exact | null {
	if (figure === null || figure.numerator === null) return null;
	if (!indicator.denominator) return figure.numerator;
	return figure.denominator === null ? null : { numerator: figure.numerator, denominator: figure.denominator };
}

/**
 * A figure over several periods, exact, by the rule of `combine`: flows add up, of stocks the last counts, reported
 * percentages cannot be put together. Null where no period has one.
 */
function over(
	figures: ExactFigures,
	indicator: Indicator,
	member: string,
	periods: readonly string[]
): ExactFigure | null {
	const all = periods.map((period) => figures.at(indicator.id, member, period));
	if (all.length === 1) return all[0] ?? null;
	if (all.every((figure) => figure === null) || indicator.numerator.additive === false) return null;
	const numerator = total(indicator.numerator, all, (figure) => figure.numerator);
	const denominator = indicator.denominator
		? total(indicator.denominator, all, (figure) => figure.denominator)
		: { amount: null, whole: true };
	return {
		numerator: numerator.amount,
		denominator: denominator.amount,
		complete: numerator.whole && denominator.whole,
		partsReported: all.at(-1)?.partsReported ?? null,
		partsExpected: all.at(-1)?.partsExpected ?? null,
		periodsKnown: all.filter((figure) => figure !== null).length
	};
}

function total(
	measure: Measure,
	all: readonly (ExactFigure | null)[],
	amountOf: (figure: ExactFigure) => string | null
): { readonly amount: string | null; readonly whole: boolean } {
	const taken = measure.kind === 'stock' ? all.slice(-1) : all;
	const amounts = taken.flatMap((figure) => (figure ? (amountOf(figure) ?? []) : []));
	// Where a register has nothing, nothing is missing.
	const owed = measure.source === 'register' ? taken.filter((figure) => figure !== null) : taken;
	const whole = owed.length === amounts.length && owed.every((figure) => figure?.complete === true);
	return { amount: amounts.length === 0 ? null : String(toExact(sum(amounts))), whole };
}
