import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact } from '#lib/format/number.ts';
import { reportDue } from '#lib/indicators/quality.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { YearStart } from '#lib/dimensions/period.ts';
import { whereOf } from '../lead.ts';
import type { Member } from '../members.ts';
import type { Scope } from '../scope.ts';
import type { Check } from './checks.ts';
import { datasetTitle, dayText, measureName } from './names.ts';
import type { DatasetReports } from './reports.ts';

/** What one unit still owes, in a line. */
export interface UrgeLine {
	readonly unit: string;
	readonly name: string;
	/** Whether something is missing, rather than only to be looked at again. */
	readonly owes: boolean;
	readonly text: string;
}

/** So many names in a line; more are not named. */
const mostNames = 4;

function some(names: readonly string[]): string {
	const shown = names.slice(0, mostNames).join(m.name_joint());
	return names.length > mostNames ? m.quality_and_more({ names: shown }) : shown;
}

/**
 * Who still owes what: reports that are missing, blanks, parts that have not come, totals that their parts do not make,
 * figures that jump, and registers without entries where nearly all others have some. A unit that owes nothing has no line.
 */
export function urgeLines(
	units: readonly Member[],
	reports: readonly DatasetReports[],
	checks: readonly Check[],
	scope: Scope
): UrgeLine[] {
	const { language, lists } = scope;
	const titled = ({ dataset, shown }: DatasetReports) =>
		m.quality_urge_report({ period: periodTitle(shown, language), dataset: datasetTitle(dataset, language) });
	const periods = new Set(reports.filter(({ register }) => !register).map(({ shown }) => shown));
	return units.flatMap((unit) => {
		const of = (...states: readonly string[]) => reports.filter((one) => states.includes(one.at(unit.key).state));
		const own = checks.filter(({ region, period, grave }) => grave && region === unit.key && periods.has(period ?? ''));
		const missing = of('missing').map(titled);
		const silent = of('none')
			.filter(({ usual }) => usual)
			.map(titled);
		const totals = own.filter(({ kind }) => kind === 'totals').map(({ measure }) => measure);
		const suspects = own.filter(({ kind }) => kind === 'suspects');
		const owed = [
			missing.length > 0 && m.quality_urge_missing({ reports: missing.join(m.name_joint()) }),
			...of('blanks').map((one) => {
				const { blank } = one.at(unit.key);
				const names = some(blank.map((code) => measureName(code, lists.metrics, language)));
				return m.quality_urge_blanks({ report: titled(one), count: blank.length, names });
			}),
			...of('parts').map((one) => m.quality_urge_parts({ report: titled(one) }))
		];
		const doubtful = [
			totals.length > 0 && m.quality_urge_totals({ count: totals.length, names: some(totals) }),
			...suspects
				.slice(0, 2)
				.map(({ measure, actual, note }) => m.quality_urge_suspect({ measure, value: formatExact(actual), note })),
			silent.length > 0 && m.quality_urge_silent({ reports: some(silent) })
		];
		const clauses = [...owed, ...doubtful].filter((clause) => !!clause);
		if (clauses.length === 0) return [];
		return [
			{
				unit: unit.key,
				name: unit.name,
				owes: owed.some(Boolean),
				text: m.quality_urge_line({ name: unit.name, what: clauses.join(m.quality_urge_joint()) })
			}
		];
	});
}

/** The whole list as it is pasted into a chat: what it is about and by when, then a line a unit. */
export function urgeText(
	lines: readonly UrgeLine[],
	scope: Scope,
	period: string,
	yearStart: YearStart = 'calendar'
): string {
	const { language, reportingWords } = scope;
	if (lines.length === 0)
		return m.quality_urge_nobody({ place: whereOf(scope), period: periodTitle(period, language) });
	const head = m.quality_urge_head({
		place: scope.home.name,
		period: periodTitle(period, language),
		due: dayText(reportDue(period, undefined, yearStart), language),
		count: lines.length,
		noun: lines.length === 1 ? reportingWords.noun : reportingWords.many
	});
	return [head, ...lines.map(({ text }) => text)].join('\n');
}
