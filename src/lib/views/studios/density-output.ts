import type { ScatterPoint } from '#lib/charts/scatter.ts';
import type { Column } from '#lib/components/table.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { stateOf } from '../member-columns.ts';
import type { MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { rowQuestion } from '../trace-question.ts';
import { outputText, outputWithUnit } from './amounts.ts';
import { bare, columnText, inSentence, titleInSentence, titleWithUnit } from '../words.ts';
import { outliersOf } from './outliers.ts';

/** A region by how many studios it has for its workers and by what each brings forth. */
export interface DensityOutput {
	readonly key: string;
	readonly name: string;
	readonly short: string;
	/** Null is missing, never 0. */
	readonly density: number | null;
	readonly output: number | null;
	readonly row: MemberRow;
}

/** Both figures of every region that owes or has one. */
export function densityOutputs(densities: readonly MemberRow[], outputs: readonly MemberRow[]): DensityOutput[] {
	const byKey = new Map(outputs.map((row) => [row.key, row]));
	return densities
		.map((row) => ({
			key: row.key,
			name: row.name,
			short: row.short,
			density: row.value,
			output: byKey.get(row.key)?.value ?? null,
			row
		}))
		.filter(({ density, output, row }) => density !== null || output !== null || row.expected);
}

/** What the picture shows: its points, who is named and why, and who is left out for want of a figure. */
export interface DensityPicture {
	readonly points: readonly ScatterPoint[];
	readonly outliers: readonly DensityOutput[];
	readonly missing: readonly DensityOutput[];
	readonly title: string;
}

/** The picture of density against output. Outliers come first, then the ends of both axes: that is who is named. */
export function densityPicture(
	rows: readonly DensityOutput[],
	density: Indicator,
	output: Indicator,
	scope: Scope
): DensityPicture {
	const { language } = scope;
	const known = rows.flatMap((row) =>
		row.density === null || row.output === null ? [] : [{ ...row, x: row.density, y: row.output }]
	);
	const missing = rows.filter((row) => row.density === null || row.output === null);
	const outliers = outliersOf(known);
	const ends = [most(known, ({ x }) => x), most(known, ({ y }) => y)].filter((row) => row !== null);
	const named = new Set([...outliers, ...ends].map(({ key }) => key));
	const ordered = [...outliers, ...known.filter((row) => !outliers.includes(row))];
	const points = ordered.map((row): ScatterPoint => ({
		key: row.key,
		name: row.short,
		x: row.x,
		y: row.y,
		xLabel: bare(row.x, density, language),
		yLabel: outputText(row.y, output, language),
		named: named.has(row.key),
		selected: row.key === scope.place.key,
		provisional: row.row.provisional
	}));
	const [densest, best] = ends;
	const title =
		!densest || !best
			? m.studios_scatter_none()
			: m.studios_scatter_title({
					densest: densest.short,
					density: inSentence(densest.x, density, language),
					best: best.short,
					output: titleInSentence(output.short[language], language),
					value: outputWithUnit(best.y, output, language)
				});
	return { points, outliers, missing, title };
}

function most<T>(rows: readonly T[], value: (row: T) => number): T | null {
	return rows.reduce<T | null>((best, row) => (best === null || value(row) > value(best) ? row : best), null);
}

/** The table view. */
export function densityColumns(
	rows: readonly DensityOutput[],
	density: Indicator,
	output: Indicator,
	outliers: readonly DensityOutput[],
	noun: string,
	scope: Scope
): Column<DensityOutput>[] {
	const { language } = scope;
	const outlying = new Set(outliers.map(({ key }) => key));
	const figure = (key: 'density' | 'output', indicator: Indicator): Column<DensityOutput> => {
		const shown = columnText(
			rows.map((row) => row[key]),
			indicator,
			language
		);
		return {
			key,
			title: titleWithUnit(indicator, language),
			kind: 'number',
			value: (row) => row[key],
			text: (row) => shown(row[key]),
			explain: (row) => rowQuestion(scope, row, indicator)
		};
	};
	return [
		{ key: 'name', title: noun, kind: 'pinyin', value: (row) => row.name },
		figure('density', density),
		figure('output', output),
		{
			key: 'outlier',
			title: m.studios_outlier(),
			kind: 'text',
			value: (row) => (outlying.has(row.key) ? m.studios_outlier_yes() : null)
		},
		{ key: 'state', title: m.column_state(), kind: 'text', value: (row) => stateOf(row.row), priority: 3 }
	];
}
