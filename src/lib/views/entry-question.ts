import { datasets } from '#lib/datasets/index.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Register } from '#lib/release/register-measures.ts';
import { identifier, sql, type Sql } from '#lib/sql/sql.ts';
import type { RowsQuestion } from '#lib/state/tracing.svelte.ts';
import { number } from './figure.ts';
import { listedRows } from './rows-question.ts';

/** A number that one entry of a register states. */
export interface StatedNumber {
	readonly register: Register;
	/** The column that holds it. */
	readonly field: string;
	/** Which entry it is. */
	readonly where: Sql;
	/** What the entry is called. */
	readonly name: string;
	readonly title: string;
	/** As it is printed. */
	readonly value: string;
}

/** The question where a number stands that an entry of a register states. */
export function statedQuestion(
	{ register, field, where, name, title, value }: StatedNumber,
	language: Language
): RowsQuestion {
	return {
		title,
		subject: name,
		value,
		definition: m.trace_stated_definition(),
		formula: m.trace_stated_formula(),
		worked: [m.trace_formula_reported({ name: title, value })],
		source: datasets[register].title[language],
		rows: listedRows(
			sql`SELECT CAST(${identifier(field)} AS DOUBLE) AS value, 0 AS place, batch, line FROM ${identifier(register)} WHERE ${where}`,
			(row) => ({ name, value: number(row.value), text: value })
		),
		register: true
	};
}
