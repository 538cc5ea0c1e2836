import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import { cellsOfReport, linesOfReports, reportDue, standardGraceDays } from '#lib/indicators/quality.ts';
import { m } from '#lib/messages/generated/messages.js';
import { registerRows } from '#lib/release/register-facts.ts';
import { isRegister, registerSources, type Register } from '#lib/release/register-measures.ts';
import { registerKey } from '#lib/release/registers.ts';
import { identifier, join, sql, Sql } from '#lib/sql/sql.ts';
import type { DerivedQuestion, RowsQuestion } from '#lib/state/tracing.svelte.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { placeOf, type Member } from '../members.ts';
import { listedRows } from '../rows-question.ts';
import { number, text } from '../figure.ts';
import type { Scope } from '../scope.ts';
import type { Blank } from './blanks.ts';
import type { Receipts } from './lateness.ts';
import { datasetTitle, measureName } from './names.ts';
import { measuredQuestion } from './questions.ts';
import type { DatasetReports, Report } from './reports.ts';

const nameOf = (region: string, { lists, language }: Scope) => placeOf(region, lists, language)?.name ?? region;
const subjectOf = ({ unit, dataset, period }: Report, scope: Scope) =>
	[nameOf(unit, scope), datasetTitle(dataset, scope.language), periodTitle(period, scope.language)].join(' · ');

/** What was asked for all reports at once: on it depends which measures are owed. */
export interface AskedReports {
	readonly units: readonly string[];
	readonly periods: readonly string[];
}

/** The question how what a unit has of a report was counted. */
export function reportQuestion(report: Report, asked: AskedReports, scope: Scope): RowsQuestion {
	return isRegister(report.dataset as Register) ? entriesOf(report, scope) : cellsQuestion(report, asked, scope);
}

function cellsQuestion(report: Report, { units, periods }: AskedReports, scope: Scope): RowsQuestion {
	const { dataset, period, unit: region, reported, expected, blank } = report;
	const { lists, language } = scope;
	const name = (measure: string) => measureName(measure, lists.metrics, language);
	const value = formatShare(expected === 0 ? 1 : reported / expected);
	return {
		title: m.quality_trace_cells(),
		subject: subjectOf(report, scope),
		value: m.quality_cells({ reported, expected }),
		definition: m.quality_blanks_rule(),
		formula: m.quality_trace_cells_formula(),
		worked: [m.trace_worked_share({ part: formatExact(reported), whole: formatExact(expected), value })],
		source: datasetTitle(dataset, language),
		notes: [
			...(report.state === 'missing'
				? [m.quality_trace_missing({ due: reportDue(period, standardGraceDays, scope.yearStart) })]
				: []),
			...(blank.length > 0 ? [m.quality_trace_blank({ names: blank.map(name).join(m.name_joint()) })] : [])
		],
		rows: listedRows(
			sql`SELECT *, measure AS place FROM (${cellsOfReport(units, periods, { dataset, region, period })})`,
			(row) => {
				const measure = text(row.measure) ?? '';
				return {
					name: name(measure),
					value: number(row.value),
					question: measuredQuestion(measure, { region, industry: null, period }, scope)
				};
			}
		),
		register: false
	};
}

/** The entries of a register of a unit in a period, by when they count: those of studios when these were named. */
function entriesOf(report: Report, scope: Scope): RowsQuestion {
	const register = report.dataset as Register;
	const { measures } = registerSources[register];
	const counted = measures.find(({ name }) => name === 'count' || name === 'entries') ?? measures[0];
	const value = formatExact(report.reported);
	const title = datasetTitle(register, scope.language);
	const key = registerKey(register).map(({ name }) => sql`r.${identifier(name)}`);
	return {
		title: m.quality_trace_entries(),
		subject: subjectOf(report, scope),
		value: m.quality_entries({ count: value }),
		definition: m.quality_trace_entries_definition(),
		formula: m.quality_trace_entries_formula(),
		worked: [
			counted?.value === '1'
				? m.trace_formula_counted({ name: title, count: value, value })
				: m.quality_trace_entries_sum({ name: title, value })
		],
		source: title,
		rows: listedRows(
			sql`SELECT concat_ws(' · ', ${join(key)}) AS name, CAST(${new Sql(counted?.value ?? '1')} AS DOUBLE) AS value,
					r.month AS place, r.batch, r.line
				FROM (${registerRows(register, identifier(register), identifier('competitions'))}) r
				WHERE r.region IN (SELECT region FROM region_ancestor WHERE ancestor = ${report.unit})
					AND r.month IN (SELECT period FROM period_ancestor WHERE ancestor = ${report.period})
					AND (${new Sql(counted?.where ?? 'TRUE')})`,
			(row) => ({ name: text(row.name) ?? '', value: number(row.value) })
		),
		register: true
	};
}

/** The question how many days late a report came; null where that is not known. */
export function lateQuestion(report: Report, receipts: Receipts, scope: Scope): DerivedQuestion | null {
	const [day, late] = [receipts.received(report), receipts.late(report)];
	if (day === null || late === null) return null;
	const files = scope.lists.batches.filter(({ id }) => report.batches.includes(id)).map(({ file }) => file);
	return {
		derived: 'late',
		subject: subjectOf(report, scope),
		value: m.quality_late({ days: late }),
		numbers: { received: day, due: reportDue(report.period, standardGraceDays, scope.yearStart), days: String(late) },
		inputs: [...new Set(files)].map((file) => ({ label: file, value: day, question: null }))
	};
}

/** The question who left a measure out, and in which rows of their reports. */
export function blankQuestion(blank: Blank, reports: readonly DatasetReports[], scope: Scope): RowsQuestion | null {
	const [dataset = ''] = blank.key.split('|');
	const of = reports.find((one) => one.dataset === dataset);
	if (!of) return null;
	const [count, all] = [formatExact(blank.units.length), formatExact(blank.of)];
	return {
		title: m.quality_trace_blanks(),
		subject: [blank.name, blank.dataset, periodTitle(of.shown, scope.language)].join(' · '),
		value: `${count} / ${all}`,
		definition: m.quality_blanks_rule(),
		formula: m.quality_trace_blanks_formula(),
		worked: [m.quality_trace_blanks_worked({ count, all, filled: formatExact(blank.of - blank.units.length) })],
		source: blank.dataset,
		notes: [m.quality_trace_blanks_rows()],
		rows: listedRows(
			sql`SELECT *, region AS place FROM (${linesOfReports(blank.keys, { dataset, period: of.shown })})`,
			(row) => ({ name: nameOf(text(row.region) ?? '', scope), value: null })
		),
		register: false
	};
}

/** The share of blank cells as a number of the sentence: what each unit has of the reports that came, and owes. */
export function blankCount(
	reports: readonly DatasetReports[],
	units: readonly Member[],
	asked: AskedReports,
	scope: Scope
): SentenceFigure[] {
	const came = reports
		.filter(({ register }) => !register)
		.flatMap((one) => units.map(({ key }) => one.at(key)))
		.filter(({ reported }) => reported > 0);
	const [filled, owed] = [sumOf(came.map(({ reported }) => reported)), sumOf(came.map(({ expected }) => expected))];
	if (owed === 0) return [];
	const value = formatShare(1 - filled / owed);
	return [
		{
			text: value,
			explain: () => ({
				derived: 'blank',
				subject: [scope.place.name, periodTitle(scope.filters.period, scope.language)].join(' · '),
				value,
				numbers: { filled: formatExact(filled), owed: formatExact(owed) },
				inputs: came.map((report) => ({
					label: subjectOf(report, scope),
					value: m.quality_cells(report),
					question: reportQuestion(report, asked, scope)
				}))
			})
		}
	];
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
