import type { Bin } from '#lib/charts/distribution.ts';
import { datasets } from '#lib/datasets/index.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { list, sql } from '#lib/sql/sql.ts';
import type { ListedRows, RowsQuestion } from '#lib/state/tracing.svelte.ts';
import type { Query } from '#lib/query/query.ts';
import { statedQuestion } from '../entry-question.ts';
import { number, text } from '../figure.ts';
import { maskName } from '../masking.ts';
import { listedRows } from '../rows-question.ts';
import type { ResultRow } from './competition-queries.ts';
import type { RankedEvent, RankedResult } from './ranking.ts';

/** Whose results are explained. */
export interface ResultsOf {
	readonly competition: string;
	readonly language: Language;
}

/** The columns of a result list that the file states, as the page and the register name them. */
const stated = {
	total: 'total',
	time: 'time',
	theory: 'theory',
	practical: 'practical',
	rankPublished: 'rank_published'
} as const;
/** A number of a result list that the file states. */
export type StatedResult = keyof typeof stated;

const nameOf = (row: Pick<ResultRow, 'entrant' | 'entrantId'>) => maskName(row.entrant) ?? row.entrantId;

/** The question where a score, a time or a published rank stands. */
export function resultQuestion(
	{ competition, language }: ResultsOf,
	row: ResultRow,
	column: StatedResult,
	words: { readonly title: string; readonly value: string }
): RowsQuestion {
	return statedQuestion(
		{
			...words,
			register: 'results',
			field: stated[column],
			where: sql`competition_id = ${competition} AND coalesce(event, '') = ${row.event} AND entrant_id = ${row.entrantId}`,
			name: [nameOf(row), row.event].filter(Boolean).join(' · ')
		},
		language
	);
}

/** Results of one event by their entrants, the highest total first. */
function rowsOf(competition: string, rows: readonly ResultRow[]): Query<ListedRows> {
	const wanted = rows.map(({ event, entrantId }) => `${event}\n${entrantId}`);
	return listedRows(
		sql`SELECT entrant, entrant_id, CAST(total AS DOUBLE) AS value, -total AS place, batch, line FROM results
			WHERE competition_id = ${competition} AND ${wanted.length === 0 ? sql`FALSE` : sql`coalesce(event, '') || chr(10) || entrant_id IN ${list(wanted)}`}`,
		(row) => ({
			name: nameOf({ entrant: text(row.entrant), entrantId: text(row.entrant_id) ?? '' }),
			value: number(row.value)
		})
	);
}

/** The question how a computed rank came about: who is ahead. */
export function resultRankQuestion(
	{ competition, language }: ResultsOf,
	row: RankedResult,
	event: RankedEvent,
	value: string
): RowsQuestion {
	const ahead = event.rows.filter(({ rank }) => rank !== null && rank < (row.rank ?? 0));
	return {
		title: m.results_rank(),
		subject: [nameOf(row), row.event].filter(Boolean).join(' · '),
		value,
		definition: m.results_trace_rank({ rule: m.results_rule() }),
		formula: m.trace_rank_formula(),
		worked: [
			m.trace_worked_rank({
				count: formatExact(event.eligible),
				above: formatExact(ahead.length),
				rank: formatExact(ahead.length + 1)
			})
		],
		source: datasets.results.title[language],
		notes: [m.results_trace_rows()],
		rows: rowsOf(competition, [...ahead, row]),
		register: true
	};
}

/** The question which results a bar of the distribution counts. */
export function binQuestion(
	{ competition, language }: ResultsOf,
	bin: Bin,
	last: boolean,
	rows: readonly ResultRow[]
): RowsQuestion {
	const within = rows.filter(
		({ total }) => total !== null && total >= bin.from && (total < bin.to || (last && total <= bin.to))
	);
	const count = formatExact(bin.count);
	const range = { from: formatExact(bin.from), to: formatExact(bin.to) };
	return {
		title: m.results_count(),
		subject: [rows[0]?.event, m.results_trace_range(range)].filter(Boolean).join(' · '),
		value: count,
		definition: last ? m.results_trace_bin_last(range) : m.results_trace_bin(range),
		formula: m.quality_trace_entries_formula(),
		worked: [m.trace_formula_counted({ name: m.results_source(), count, value: count })],
		source: datasets.results.title[language],
		rows: rowsOf(competition, within),
		register: true
	};
}

/** The question which results a number of the page's sentence counts. */
export function countedResults(
	{ competition, language }: ResultsOf,
	rows: readonly ResultRow[],
	words: Pick<RowsQuestion, 'title' | 'subject' | 'definition'>
): RowsQuestion {
	const value = formatExact(rows.length);
	return {
		...words,
		value,
		formula: m.quality_trace_entries_formula(),
		worked: [m.trace_formula_counted({ name: words.title, count: value, value })],
		source: datasets.results.title[language],
		rows: rowsOf(competition, rows),
		register: true
	};
}
