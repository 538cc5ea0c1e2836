import type { Member } from '../members.ts';
import type { DueDataset } from './calendar.ts';
import type { RegisterEntries, ReportedCells } from './queries.ts';

/**
 * full: everything that others report; blanks: some of it is missing; parts: only some of the units below it reported;
 * missing: nothing, though it is owed; entries, none: a register with or without entries, which nobody owes; early:
 * before anybody reported this dataset.
 */
export type ReportState = 'full' | 'blanks' | 'parts' | 'missing' | 'entries' | 'none' | 'early';

/** What one unit has of one dataset in one period. */
export interface Report {
	readonly unit: string;
	readonly dataset: string;
	readonly period: string;
	readonly state: ReportState;
	/** Cells, of registers entries. */
	readonly reported: number;
	readonly expected: number;
	/** Measures that are missing. */
	readonly blank: readonly string[];
	readonly batches: readonly string[];
}

/** A dataset with what every unit has of it. */
export interface DatasetReports extends DueDataset {
	readonly register: boolean;
	/** A report that is owed, or a register in which nearly all units have something at the period shown. */
	readonly usual: boolean;
	readonly at: (unit: string, period?: string) => Report;
}

const reportedFigures = new Set(['summary', 'metrics']);

/**
 * Who has reported what. Owed is a dataset of figures from the first period on in which any of the units reported it,
 * by every unit that the profile expects. Registers are owed by nobody: a unit may have had nothing to enter; where
 * nine of ten have, the others are asked.
 */
export function reportsOf(
	due: readonly DueDataset[],
	units: readonly Member[],
	cells: readonly ReportedCells[],
	entries: readonly RegisterEntries[]
): DatasetReports[] {
	const key = (dataset: string, unit: string, period: string) => `${dataset}\u0001${unit}\u0001${period}`;
	const found = new Map(cells.map((cell) => [key(cell.dataset, cell.region, cell.period), cell]));
	const counted = new Map(entries.map((one) => [key(one.dataset, one.region, one.period), one.entries]));
	return due.flatMap((one) => {
		const { dataset, periods, shown } = one;
		const register = !reportedFigures.has(dataset);
		const some = (unit: string, period: string) =>
			(register ? counted.get(key(dataset, unit, period)) : found.get(key(dataset, unit, period))?.reported) ?? 0;
		const begun = periods.findIndex((period) => units.some((unit) => some(unit.key, period) > 0));
		if (begun < 0) return [];
		const asked = new Map(
			periods.map((period) => [
				period,
				new Set(
					units.flatMap((unit) => {
						const cell = found.get(key(dataset, unit.key, period));
						return cell ? [cell.expected] : [];
					})
				)
			])
		);
		const at = (unit: string, period = shown): Report => {
			const cell = found.get(key(dataset, unit, period));
			const place = { unit, dataset, period };
			if (register) {
				const count = counted.get(key(dataset, unit, period)) ?? 0;
				return {
					...place,
					state: count > 0 ? 'entries' : 'none',
					reported: count,
					expected: 0,
					blank: [],
					batches: []
				};
			}
			const early = periods.indexOf(period) < begun;
			const expected = cell?.expected ?? Math.max(0, ...(asked.get(period) ?? []));
			const none = { ...place, reported: 0, expected, blank: [], batches: [] };
			if (!cell || cell.reported === 0) return { ...none, state: early ? 'early' : 'missing' };
			const state = cell.blank.length > 0 ? 'blanks' : cell.own === 0 && !cell.whole ? 'parts' : 'full';
			return { ...place, state, reported: cell.reported, expected, blank: cell.blank, batches: cell.batches };
		};
		const having = units.filter((unit) => some(unit.key, shown) > 0).length;
		return [
			{
				...one,
				periods: periods.slice(begun),
				register,
				usual: register ? having > 0 && having * 10 >= units.length * 9 : true,
				at
			}
		];
	});
}

/** Units in the order given whose report of a dataset at the period shown is in a state. */
export function unitsIn(
	reports: DatasetReports,
	units: readonly Member[],
	...states: readonly ReportState[]
): readonly Member[] {
	return units.filter((unit) => states.includes(reports.at(unit.key).state));
}
