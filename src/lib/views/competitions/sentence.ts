import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { datasets } from '#lib/datasets/index.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import { and, sql, type Sql } from '#lib/sql/sql.ts';
import type { RowsQuestion } from '#lib/state/tracing.svelte.ts';
import { number, text } from '../figure.ts';
import { whereOf } from '../lead.ts';
import { listedRows } from '../rows-question.ts';
import type { Scope } from '../scope.ts';
import { sentence } from '../words.ts';
import { registerConditions, type CompetitionRow, type RegisterPage } from './queries.ts';
import { registerTotals } from './register.ts';

/** What the page shows of its register. */
export interface ShownRegister {
	readonly scope: Scope;
	/** Whether all periods are listed. */
	readonly everything: boolean;
	readonly search: string;
	readonly register: RegisterPage;
	/** Those that the search leaves. */
	readonly rows: readonly CompetitionRow[];
}

/** Of a register too long for the page only the number of its rows is known there. */
const isCut = ({ register }: ShownRegister) => register.total > register.rows.length;

const periodOf = ({ scope, everything }: ShownRegister) =>
	everything ? m.register_all_periods() : periodTitle(scope.filters.period, scope.language);

/** The sentence of the page: 2026年三季度，全国登记竞赛 3,120 项，参赛 312.4万人次。 */
export function registerSentence(shown: ShownRegister): string {
	const { scope, register, rows, search } = shown;
	const { count, participations } = registerTotals(rows, scope.language);
	const cut = isCut(shown);
	return sentence(
		periodOf(shown),
		m.register_lead({ place: whereOf(scope), count: cut ? formatExact(register.total) : count }),
		participations !== null && !cut && m.register_lead_participations({ participations }),
		search.trim() !== '' && m.register_lead_search({ search: search.trim() })
	);
}

/** The numbers of that sentence, down to the rows of the register. */
export function registerFigures(shown: ShownRegister): SentenceFigure[] {
	const { scope, register, rows } = shown;
	const { count, participations } = registerTotals(rows, scope.language);
	if (isCut(shown)) {
		const all = formatExact(register.total);
		return [{ text: all, explain: () => countQuestion(shown, all, registerConditions(scope, shown.everything)) }];
	}
	return [
		{ text: count, explain: () => countQuestion(shown, count, conditionsOf(shown)) },
		...(participations === null
			? []
			: [
					{
						// As the sentence has it: digits alone are no number of their own before a unit.
						text: scope.language === 'zh' ? `${participations}人次` : participations,
						explain: () => participationsQuestion(shown, participations)
					}
				])
	];
}

/** What a search leaves is known by its ids alone: the page looks into names that no statement has. */
function conditionsOf({ scope, everything, search, rows }: ShownRegister): readonly Sql[] {
	const conditions = registerConditions(scope, everything);
	if (search.trim() === '') return conditions;
	const ids = rows.map(({ id }) => id).join('\n');
	return [...conditions, sql`competition_id IN (SELECT unnest(string_split(${ids}, chr(10))))`];
}

function asked(
	shown: ShownRegister,
	conditions: readonly Sql[]
): Pick<RowsQuestion, 'subject' | 'source' | 'rows' | 'register'> {
	const { scope, search } = shown;
	const named = search.trim() === '' ? [] : [m.register_lead_search({ search: search.trim() })];
	return {
		subject: [whereOf(scope), periodOf(shown), ...named].join(' · '),
		source: datasets.competitions.title[scope.language],
		rows: listedRows(
			sql`SELECT coalesce(name, competition_id) AS name, CAST(participations AS DOUBLE) AS value,
					-TRY_CAST(replace(left(CAST(start_date AS VARCHAR), 10), '-', '') AS INTEGER) AS place, batch, line
				FROM competitions WHERE ${and([...conditions])}`,
			(row) => ({ name: text(row.name) ?? '', value: number(row.value) })
		),
		register: true
	};
}

function countQuestion(shown: ShownRegister, value: string, conditions: readonly Sql[]): RowsQuestion {
	const title = m.register_trace_count();
	return {
		...asked(shown, conditions),
		title,
		value,
		definition: m.register_trace_count_definition(),
		formula: m.quality_trace_entries_formula(),
		worked: [m.trace_formula_counted({ name: title, count: value, value })]
	};
}

function participationsQuestion(shown: ShownRegister, value: string): RowsQuestion {
	const known = shown.rows.flatMap(({ participations }) => (participations === null ? [] : [participations]));
	const sum = formatExact(known.reduce((total, one) => total + one, 0));
	const silent = shown.rows.length - known.length;
	const title = m.register_participations();
	return {
		...asked(shown, [...conditionsOf(shown), sql`participations IS NOT NULL`]),
		title,
		value,
		definition: m.register_trace_participations_definition(),
		formula: m.register_trace_participations_formula(),
		worked: [m.trace_formula_counted_sum({ name: title, count: formatExact(known.length), value: sum })],
		...(silent > 0 ? { notes: [m.register_trace_participations_silent({ count: formatExact(silent) })] } : {})
	};
}
