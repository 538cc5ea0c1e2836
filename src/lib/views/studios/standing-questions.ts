import { datasets } from '#lib/datasets/index.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { identifier, sql, type Sql } from '#lib/sql/sql.ts';
import type { RowsQuestion } from '#lib/state/tracing.svelte.ts';
import { statedQuestion } from '../entry-question.ts';
import { number, text } from '../figure.ts';
import { listedRows } from '../rows-question.ts';
import type { StandingRow } from './standing-rows.ts';

/** The numbers of a studio's standing by one output. */
export type StandingPart = 'own' | 'median' | 'rank' | 'below';

/** Which studio's standing it is. */
export interface StandingOf {
	readonly id: string;
	readonly name: string;
}

/** The question how a number of a studio's standing came about: its own entry of the register, or those it stands among. */
export function standingQuestion(
	{ id, name }: StandingOf,
	row: StandingRow,
	part: StandingPart,
	language: Language
): RowsQuestion {
	const value = identifier(row.field);
	const own = sql`(SELECT ${value} FROM studios WHERE studio_id = ${id} LIMIT 1)`;
	const peers = sql`kind = (SELECT kind FROM studios WHERE studio_id = ${id} LIMIT 1) AND ${value} IS NOT NULL`;
	const listed = (place: Sql, which: Sql) =>
		listedRows(
			sql`SELECT name, CAST(${value} AS DOUBLE) AS value, ${place} AS place, batch, line FROM studios WHERE ${which}`,
			(found) => ({ name: text(found.name) ?? '', value: number(found.value) })
		);
	const count = formatExact(row.known);
	const shared = {
		subject: `${name} · ${row.title}`,
		source: datasets.studios.title[language],
		register: true
	};
	switch (part) {
		case 'own':
			return statedQuestion(
				{
					register: 'studios',
					field: row.field,
					where: sql`studio_id = ${id}`,
					name,
					title: row.title,
					value: row.value
				},
				language
			);
		case 'median':
			return {
				...shared,
				title: m.studios_standing_median(),
				value: row.median,
				definition: m.studios_trace_median(),
				formula: m.studios_trace_median_formula(),
				worked: [m.studios_trace_median_worked({ count, value: row.median })],
				notes: [m.studios_trace_median_rows()],
				rows: listed(sql`abs(2 * row_number() OVER (ORDER BY ${value}, studio_id) - 1 - count(*) OVER ())`, peers)
			};
		case 'rank':
			return {
				...shared,
				title: m.column_rank(),
				value: row.rank,
				definition: m.trace_rank_definition(),
				formula: m.trace_rank_formula(),
				worked: [m.trace_worked_rank({ count, above: formatExact(row.above), rank: formatExact(row.above + 1) })],
				notes: [m.studios_trace_rank_rows()],
				rows: listed(value, sql`${peers} AND ${value} > ${own}`)
			};
		case 'below':
			return {
				...shared,
				title: m.studios_standing_below(),
				value: row.belowText,
				definition: m.studios_trace_below(),
				formula: m.studios_trace_below_formula(),
				worked: [m.studios_trace_below_worked({ below: formatExact(row.less), count, value: row.belowText })],
				notes: [m.studios_trace_below_rows()],
				rows: listed(sql`-${value}`, sql`${peers} AND ${value} < ${own}`)
			};
	}
}
