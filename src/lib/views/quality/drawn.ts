import type { YearStart } from '#lib/dimensions/period.ts';
import { keptBy } from '../kept.ts';
import { comparedMembers, type Member } from '../members.ts';
import type { Scope } from '../scope.ts';
import { blankShareOf, blanksOf } from './blanks.ts';
import { dueDatasets } from './calendar.ts';
import { checksOf, sortedChecks } from './checks.ts';
import { receiptsOf } from './lateness.ts';
import type { DatasetKinds, Finding, RegisterEntries, ReportedCells, Suspect } from './queries.ts';
import { reportsOf } from './reports.ts';
import { qualityFigures, qualitySentence } from './sentence.ts';
import { urgeLines, urgeText } from './urge.ts';

/** Those who owe reports: the parts of the home or, within it, the siblings of the place; whatever the level filter says. */
export const unitsOf: (scope: Scope) => readonly Member[] = keptBy(({ place, home, lists, language }) =>
	comparedMembers(place, home, 'children', lists, language).filter(({ expected }) => expected)
);

/** What the page asked for, and what the release answered. */
export interface QualityAnswers {
	readonly scope: Scope;
	readonly kinds: DatasetKinds;
	/** Files that took the place of earlier figures. */
	readonly corrections: ReadonlySet<string>;
	readonly yearStart: YearStart;
	readonly cells: readonly ReportedCells[];
	readonly entries: readonly RegisterEntries[];
	readonly findings: readonly Finding[];
	readonly suspects: readonly Suspect[];
}

/** Everything that the page draws, from its answers alone. */
export function qualityDrawn(answers: QualityAnswers) {
	const { scope, kinds, corrections, yearStart } = answers;
	const { lists, filters, place } = scope;
	const units = unitsOf(scope);
	const due = dueDatasets(kinds, filters.period, lists.periods);
	/** What was asked of all reports at once. */
	const asked = { units: units.map(({ key }) => key), periods: [...new Set(due.flatMap(({ periods }) => periods))] };
	const reports = reportsOf(due, units, answers.cells, answers.entries);
	const all = reports.flatMap((one) => units.flatMap(({ key }) => one.periods.map((period) => one.at(key, period))));
	const checks = checksOf(answers.findings, answers.suspects, scope);
	const sorted = sortedChecks(checks, scope, due);
	const blank = blankShareOf(reports, units);
	const main = reports.find(({ register }) => !register)?.shown ?? filters.period;
	const chosen = units.filter(({ key }) => key === place.key);
	const urged = urgeLines(chosen.length > 0 ? chosen : units, reports, checks, scope);
	return {
		scope,
		units,
		reports,
		receipts: receiptsOf(all, lists.batches, yearStart, corrections),
		checks,
		/** Of these, the ones of the period shown in which a figure must be wrong. */
		wrong: sorted.wrong,
		blanks: blanksOf(reports, units, scope),
		blank,
		/** The period of the first report of figures. */
		main,
		urged,
		text: urgeText(urged, scope, main, yearStart),
		sentence: qualitySentence(scope, reports, units, blank, sorted),
		figures: qualityFigures(scope, reports, units, sorted, asked),
		asked
	};
}
