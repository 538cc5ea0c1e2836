import { periodTitle } from '#lib/dimensions/period.ts';
import type { Bilingual } from '#lib/format/language.ts';
import { encodeFilters } from '#lib/filters/codec.ts';
import { comparedPeriods } from '#lib/indicators/periods.ts';
import { makeBoard, type Board, type BoardContext } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { shownName } from '#lib/leaderboard/names.ts';
import { freezeBoards } from '#lib/leaderboard/freeze.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import type { Query } from '#lib/query/query.ts';
import { together, type Together } from '#lib/query/together.ts';
import type { Scope } from '../scope.ts';
import type { ReleaseBoard } from './boards.ts';
import { expectedOf, figureEntries, figuresQuery, refusalOf, type ExactFigures } from './figure-entries.ts';
import { splitOf } from './members.ts';
import {
	competitionQuery,
	organisationsQuery,
	resultsQuery,
	studiosQuery,
	type RegisterEntries
} from './register-entries.ts';

export { refusalOf } from './figure-entries.ts';
export { boardById, boardsOf, competitionBoards, type BoardHome, type ReleaseBoard } from './boards.ts';

/** Entries of a board at some periods, with what surrounds them; the baseline apart, because rules make it a board. */
export interface BoardEntries {
	/** Title of the periods in the page's language; empty where the board knows no time. */
	readonly name: string;
	readonly entries: readonly Entry[];
	readonly context: BoardContext;
}

/** Everything that a board is made of. */
export interface BoardAnswer extends BoardEntries {
	readonly board: ReleaseBoard;
	readonly scope: Scope;
	readonly rules: BoardRules;
	/** The board's title in the page's language; a competition by its name. */
	readonly title: string;
	/** What a board of results calls its competition; null where the register does not say, and on other boards. */
	readonly competition: string | null;
	/** What movement is measured against; null where there is nothing. */
	readonly before: BoardEntries | null;
	/** How many entries there are where only the best are read; else as many as there are. */
	readonly whole: number;
	/** Why there are none: a filter that a figure of the board cannot obey. */
	readonly refusal: Bilingual | null;
}

/** Periods that a board covers, and those that it is compared with. */
export interface BoardSpans {
	readonly current: readonly string[];
	/** Empty: nothing to compare with. */
	readonly base: readonly string[];
}

/**
 * Asks for a board under the filters of a page. `release`: id of the release with the drafts laid over it, see
 * `releaseName`. `against`: a period to compare with instead of that of the filters.
 */
export function askBoard(
	board: ReleaseBoard,
	scope: Scope,
	release: string,
	against: string | null = null
): Together<BoardAnswer> {
	const spans = boardSpans(board, scope, against);
	const { from } = board.source;
	const figures: Query<ExactFigures> | null =
		from === 'indicators' ? figuresQuery(board, scope, [...spans.current, ...spans.base]) : null;
	const now: Query<RegisterEntries> | null =
		from === 'organisations'
			? organisationsQuery(scope, spans.current)
			: from === 'studios'
				? studiosQuery(board, scope)
				: from === 'results'
					? resultsQuery(board)
					: null;
	const earlier = from === 'organisations' && spans.base.length > 0 ? organisationsQuery(scope, spans.base) : null;
	const asked = together(
		{ scope, board, release },
		{
			figures,
			now,
			earlier,
			competition: from === 'results' ? competitionQuery(board) : null
		}
	);
	return { ...asked, combine: (answers) => answerOf(asked.combine(answers), spans) };
}

interface Asked {
	readonly scope: Scope;
	readonly board: ReleaseBoard;
	readonly release: string;
	readonly figures: ExactFigures | null;
	readonly now: RegisterEntries | null;
	readonly earlier: RegisterEntries | null;
	readonly competition: string | null;
}

function answerOf(
	{ scope, board, release, figures, now, earlier, competition }: Asked,
	spans: BoardSpans
): BoardAnswer {
	const at = (periods: readonly string[], base: readonly string[], register: RegisterEntries | null) =>
		figures
			? entriesAt(board, scope, release, figures, { current: periods, base })
			: {
					name: titleOf(periods, scope),
					entries: register?.entries ?? [],
					context: contextOf(board, scope, release, periods)
				};
	const own = at(spans.current, spans.base, now);
	// A board of progress has its base in its rows: another one before that would need a third period.
	const comparable = spans.base.length > 0 && !board.rules.progress && (figures !== null || earlier !== null);
	const before = comparable ? at(spans.base, [], earlier) : null;
	return {
		...own,
		...{ board, scope, rules: board.rules },
		title: titleUnder({ board, scope, competition }, board.rules),
		competition,
		before: before?.entries.some(({ standing }) => standing === 'eligible') ? before : null,
		whole: now?.whole ?? own.entries.length,
		refusal: board.source.from === 'indicators' ? refusalOf(board, scope) : null
	};
}

/** What rules call a board in the page's language; where they have a competition's id, its name. */
export function titleUnder(
	{ board, scope, competition }: Pick<BoardAnswer, 'board' | 'scope' | 'competition'>,
	{ title }: BoardRules
): string {
	const id = board.source.competition ?? '';
	return title[scope.language].replace(id, () => competition ?? id);
}

/** The entries of a board of figures over some periods, with what surrounds them. */
export function entriesAt(
	board: ReleaseBoard,
	scope: Scope,
	release: string,
	figures: ExactFigures,
	{ current, base }: BoardSpans
): BoardEntries {
	const context = contextOf(board, scope, release, current);
	const cells = Object.values(board.indicators).some(({ numerator }) => numerator.source === 'cell');
	return {
		name: titleOf(current, scope),
		entries: figureEntries(board, scope, figures, current, base),
		context: cells ? { ...context, expected: expectedOf(splitOf(board.source.by, scope)) } : context
	};
}

/** The answer with the names that the board's policy shows, so that nothing made of it says another one. */
export function withShownNames(answer: BoardAnswer, rules: BoardRules = answer.rules): BoardAnswer {
	if (rules.entity !== 'person') return answer;
	const shown = (entry: Entry) => ({ ...entry, name: shownName(rules, entry) });
	const { before } = answer;
	return {
		...answer,
		entries: answer.entries.map(shown),
		before: before && { ...before, entries: before.entries.map(shown) }
	};
}

/** A board's ranking, with its movement against what was before under the same rules; `rules` are those of an editor. */
export function boardFrom(answer: BoardAnswer, rules: BoardRules = answer.rules): Board {
	const { entries, context, before } = answer;
	const baseline = before && { name: before.name, board: makeBoard(rules, before.entries, before.context) };
	return makeBoard(rules, entries, { ...context, ...(baseline ? { baseline } : {}) });
}

/** What is held of a board at a release. */
interface HeldBoard {
	readonly release: string;
	readonly rules: BoardRules;
	readonly entries: Pick<BoardEntries, 'entries' | 'context'>;
}

/**
 * What the public sees of a board: its ranking; of a frozen one nothing of the freeze or later, whoever looks. `release`:
 * the one of the answer; `seen`: earlier ones that are known.
 */
export function publicBoard(answer: BoardAnswer, release: string, seen: readonly HeldBoard[] = []): Board {
	const { rules, entries, context } = answer;
	if (!rules.freeze) return boardFrom(answer);
	const wanted = rules.freeze.release;
	const pinned = seen.find((one) => one.release === wanted);
	const held = pinned?.entries ?? (wanted === release ? { entries, context } : undefined);
	return freezeBoards(rules, entries, {
		context,
		...(pinned ? { pinned: pinned.rules } : {}),
		...(held ? { release: held } : {})
	}).public;
}

/** The boards of a trail of periods, oldest first: for the history of ranks. Only boards of figures know one. */
export function askHistory(
	board: ReleaseBoard,
	scope: Scope,
	release: string
): Together<{ readonly boards: readonly BoardEntries[] }> | null {
	if (board.source.from !== 'indicators') return null;
	const trail = scope.spans.trail.map((period) => spansAt(board, scope, period));
	const query = figuresQuery(
		board,
		scope,
		trail.flatMap(({ current, base }) => [...current, ...base])
	);
	return together({ scope, board, release }, { figures: query }, ({ figures }) => ({
		boards: trail
			.map((spans) => entriesAt(board, scope, release, figures, spans))
			.filter(({ entries }) => entries.some(({ standing }) => standing === 'eligible'))
	}));
}

/** The periods of a board under the filters of a page. */
export function boardSpans(board: ReleaseBoard, scope: Scope, against: string | null = null): BoardSpans {
	const { filters } = scope;
	const spans = spansAt(board, scope, filters.period);
	if (against === null) return spans;
	return { current: spans.current, base: spansAt(board, scope, against).current };
}

function spansAt(
	{ source, rules }: ReleaseBoard,
	{ filters, lists, spans, yearStart }: Scope,
	period: string
): BoardSpans {
	if (source.from === 'studios' || source.from === 'results')
		return { current: source.from === 'studios' ? [period] : [], base: [] };
	const wanted = source.period === 'year-to-date' ? 'ytd' : filters.comparison;
	// Progress needs something that it is measured from.
	const comparison = rules.progress && (wanted === 'none' || wanted === 'cumulative') ? 'yoy' : wanted;
	if (period === filters.period && comparison === filters.comparison) return spans;
	return comparedPeriods(
		period,
		comparison,
		yearStart,
		lists.periods.map(({ code }) => code)
	);
}

/** What surrounds the entries of a register under the filters of a page. */
export function registerContext(
	board: ReleaseBoard,
	scope: Scope,
	release: string
): { readonly context: BoardContext; readonly name: string } {
	const { current } = boardSpans(board, scope);
	return { context: contextOf(board, scope, release, current), name: titleOf(current, scope) };
}

/** 2024年一季度至三季度 for several periods. */
function titleOf(periods: readonly string[], { language }: Scope): string {
	const [first, last] = [periods[0], periods.at(-1)];
	if (first === undefined || last === undefined) return '';
	const [from, to] = [periodTitle(first, language), periodTitle(last, language)];
	return first === last ? to : `${from}–${to}`;
}

function contextOf(board: ReleaseBoard, scope: Scope, release: string, periods: readonly string[]): BoardContext {
	const { source } = board;
	const {
		period: _period,
		comparison: _comparison,
		indicator: _indicator,
		profile: _profile,
		...asked
	} = scope.filters;
	// A list of results is all of a competition, whatever the page is filtered by.
	const params =
		source.from === 'results'
			? new URLSearchParams({ competition: source.competition ?? '' })
			: encodeFilters({ ...asked, profile: null, period: null, comparison: 'yoy', indicator: null });
	params.sort();
	const filters = Object.fromEntries(params);
	return {
		release,
		filters: periods.length > 0 ? { ...filters, period: periods.join(' ') } : filters,
		eligibleSet: JSON.stringify(filters)
	};
}

/** What a board's figures come from: the release, and the drafts that this browser lays over it. */
export function releaseName(
	manifest: { readonly id: string; readonly batches: readonly { readonly id: string }[] } | null,
	batches: readonly { readonly id: string }[]
): string {
	const released = new Set(manifest?.batches.map(({ id }) => id));
	const drafts = batches.flatMap(({ id }) => (released.has(id) ? [] : [id]));
	return [manifest?.id ?? '', ...drafts].join('+');
}
