import type { Row } from '#lib/engine/connector.ts';
import type { Query } from '#lib/query/query.ts';
import { together, type Together } from '#lib/query/together.ts';
import { and, list, sql } from '#lib/sql/sql.ts';
import type { Board } from '#lib/leaderboard/board.ts';
import { freezeBoards } from '#lib/leaderboard/freeze.ts';
import { number, text } from '../figure.ts';
import { placeConditions } from '../register-conditions.ts';
import type { Scope } from '../scope.ts';
import { boardSpans, entriesAt, refusalOf, registerContext, type ReleaseBoard } from './board-source.ts';
import { figuresQuery, type ExactFigures } from './figure-entries.ts';
import { organisationsQuery, studiosQuery, type RegisterEntries } from './register-entries.ts';

/** A board as the list shows it: ranked, without movement; of a frozen one what the public sees. */
export interface ListedBoard {
	readonly board: ReleaseBoard;
	readonly ranked: Board;
	/** Title of its periods. */
	readonly name: string;
	/** Why the filters leave it empty, in both languages; null where they do not. */
	readonly refusal: { readonly zh: string; readonly en: string } | null;
	readonly whole: number;
}

const splits = ['region', 'group', 'industry', 'unionSystem'] as const;
type Split = (typeof splits)[number];

/** Every board of figures of a release: one statement for each way to split. */
export function askFigureBoards(
	boards: readonly ReleaseBoard[],
	scope: Scope,
	release: string
): Together<{ readonly listed: readonly ListedBoard[] }> {
	const figures = boards.filter(({ source }) => source.from === 'indicators');
	const of = (by: Split) => figures.filter(({ source }) => (source.by ?? 'region') === by);
	const [region, group, industry, unionSystem] = splits.map((by) => questionOf(of(by), scope)) as [
		Query<ExactFigures> | null,
		Query<ExactFigures> | null,
		Query<ExactFigures> | null,
		Query<ExactFigures> | null
	];
	return together({ scope, boards, release }, { region, group, industry, unionSystem }, (answers) => ({
		listed: figures.flatMap((board) => {
			const found = answers[(board.source.by ?? 'region') as Split];
			if (!found) return [];
			const { entries, context, name } = entriesAt(board, scope, release, found, boardSpans(board, scope));
			const ranked = freezeBoards(board.rules, entries, { context }).public;
			return [{ board, ranked, name, refusal: refusalOf(board, scope), whole: entries.length }];
		})
	}));
}

function questionOf(boards: readonly ReleaseBoard[], scope: Scope): Query<ExactFigures> | null {
	const [first] = boards;
	if (!first) return null;
	const indicators = Object.fromEntries(
		boards.flatMap((board) => Object.values(board.indicators).map((indicator) => [indicator.id, indicator] as const))
	);
	const periods = boards.flatMap((board) => {
		const { current, base } = boardSpans(board, scope);
		return board.rules.progress ? [...current, ...base] : current;
	});
	return figuresQuery({ ...first, indicators }, scope, periods);
}

/** A competition with results, as the list leads to it. */
export interface ListedCompetition {
	readonly id: string;
	readonly name: string;
	readonly events: number;
	readonly entries: number;
	readonly start: string | null;
}

/** What the list shows of the registers: only the first of each board. */
export function askRegisterBoards(
	boards: readonly ReleaseBoard[],
	scope: Scope,
	release: string
): Together<{ readonly listed: readonly ListedBoard[]; readonly competitions: readonly ListedCompetition[] }> | null {
	const registers = boards.filter(({ source }) => source.from === 'organisations' || source.from === 'studios');
	const hasResults = registers.some(({ source }) => source.from === 'organisations');
	if (registers.length === 0) return null;
	const queries = Object.fromEntries(
		registers.map((board) => [
			board.rules.id,
			board.source.from === 'studios'
				? studiosQuery(board, scope, leaders)
				: organisationsQuery(scope, boardSpans(board, scope).current)
		])
	) as Readonly<Record<string, Query<RegisterEntries>>>;
	const asked = together({ scope, boards, release }, queries);
	const competitions = hasResults ? competitionsQuery(scope) : null;
	const all = [...asked.all, competitions];
	return {
		context: asked.context,
		all,
		combine: (answers) => {
			const found = asked.combine(answers.slice(0, -1)) as unknown as Readonly<Record<string, RegisterEntries>>;
			return {
				listed: registers.map((board) => {
					const { entries = [], whole = 0 } = found[board.rules.id] ?? {};
					const { context, name } = registerContext(board, scope, release);
					return { board, ranked: freezeBoards(board.rules, entries, { context }).public, name, refusal: null, whole };
				}),
				competitions: (answers.at(-1) ?? []) as readonly ListedCompetition[]
			};
		}
	};
}

const leaders = 3;
const shownCompetitions = 12;

/** The competitions of the page's filters with the most results. */
function competitionsQuery(scope: Scope): Query<readonly ListedCompetition[]> {
	const month = sql`coalesce(left(CAST(c.start_date AS VARCHAR), 7), left(CAST(c.end_date AS VARCHAR), 7), c.period)`;
	const level = scope.filters.competitionLevel ? [sql`level = ${scope.filters.competitionLevel}`] : [];
	const places = and([...placeConditions(scope), ...level]);
	return {
		sql: sql`SELECT c.competition_id AS id, any_value(c.name) AS name, CAST(any_value(c.start_date) AS VARCHAR) AS start,
				CAST(count(DISTINCT r.event) AS DOUBLE) AS events, CAST(count(*) AS DOUBLE) AS entries
			FROM (SELECT * FROM competitions WHERE ${places}) c JOIN results r USING (competition_id)
			WHERE ${month} IN (SELECT period FROM period_ancestor WHERE ancestor IN ${list(scope.spans.current)})
			GROUP BY c.competition_id ORDER BY entries DESC, id LIMIT ${shownCompetitions}`,
		parse: (rows) => rows.map(competitionOf)
	};
}

function competitionOf(row: Row): ListedCompetition {
	return {
		id: text(row.id) ?? '',
		name: text(row.name) ?? text(row.id) ?? '',
		events: number(row.events) ?? 0,
		entries: number(row.entries) ?? 0,
		start: text(row.start)
	};
}
