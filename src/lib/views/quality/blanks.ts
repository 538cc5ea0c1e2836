import type { RankedBar } from '#lib/charts/ranked-bars.ts';
import type { Column } from '#lib/components/table.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import { blankShare } from '#lib/indicators/quality.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import type { Member } from '../members.ts';
import type { Scope } from '../scope.ts';
import { datasetTitle, measureName } from './names.ts';
import type { DatasetReports } from './reports.ts';

/** A measure that units which reported left out. */
export interface Blank {
	readonly key: string;
	readonly name: string;
	readonly dataset: string;
	/** Their short names, and their codes. */
	readonly units: readonly string[];
	readonly keys: readonly string[];
	/** How many reported something of the dataset. */
	readonly of: number;
}

/** Measures by how many of those who reported left them out, the most first; units that sent nothing are not in it. */
export function blanksOf(reports: readonly DatasetReports[], units: readonly Member[], scope: Scope): Blank[] {
	return reports
		.filter(({ register }) => !register)
		.flatMap((one) => {
			const there = units.filter(({ key }) => one.at(key).reported > 0);
			const blank = there.flatMap((unit) => one.at(unit.key).blank.map((measure) => ({ measure, unit })));
			return [...Map.groupBy(blank, ({ measure }) => measure)].map(([measure, some]): Blank => ({
				key: `${one.dataset}|${measure}`,
				name: measureName(measure, scope.lists.metrics, scope.language),
				dataset: datasetTitle(one.dataset, scope.language),
				units: some.map(({ unit }) => unit.short),
				keys: some.map(({ unit }) => unit.key),
				of: there.length
			}));
		})
		.toSorted((a, b) => b.units.length - a.units.length || (a.key < b.key ? -1 : 1));
}

/** Share of blank cells over all reports of figures that are due now; null where nobody reported. */
export function blankShareOf(reports: readonly DatasetReports[], units: readonly Member[]): number | null {
	return blankShare(reports.filter(({ register }) => !register).flatMap((one) => units.map(({ key }) => one.at(key))));
}

/** What is left out, in a sentence. */
export function blanksFinding(blanks: readonly Blank[], share: number | null): string {
	const [first] = blanks;
	if (share === null) return m.quality_blanks_unknown();
	if (!first) return m.quality_blanks_none();
	return m.quality_blanks({ share: formatShare(share), name: first.name, count: first.units.length });
}

/** Bars of the measures that most left out. */
export function blankBars(blanks: readonly Blank[], most: number): RankedBar[] {
	return blanks.slice(0, most).map(({ key, name, units, of }) => ({
		key,
		name,
		value: units.length,
		label: `${formatExact(units.length)}/${formatExact(of)}`,
		notes: [units.slice(0, 8).join(m.name_joint())]
	}));
}

/** The table of what is left out. */
export function blankColumns(explain: (row: Blank) => TraceQuestion | null): Column<Blank>[] {
	return [
		{ key: 'name', title: m.column_indicator(), kind: 'pinyin', value: (row) => row.name },
		{ key: 'dataset', title: m.quality_dataset(), kind: 'pinyin', value: (row) => row.dataset, priority: 2 },
		{ key: 'count', title: m.quality_blank_count(), kind: 'number', value: (row) => row.units.length, explain },
		{ key: 'units', title: m.quality_blank_units(), kind: 'text', value: (row) => row.units.join(m.name_joint()) }
	];
}
