import type { Dataset, DatasetName, Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { plainText } from '../normalise/characters.ts';
import { isMissing } from '../normalise/missing.ts';
import { readNumber } from '../normalise/number.ts';
import { headerKey, type HeaderText } from './header-text.ts';
import { headerIndex, matchHeaders, type ColumnMatch } from './match-headers.ts';

/** The dataset that a file is of and how its columns map; `wide` metrics have one indicator per column. */
export interface DatasetChoice {
	readonly dataset: Dataset;
	readonly columns: readonly ColumnMatch[];
	/** Column → indicator, for wide tables of figures. */
	readonly indicators: ReadonlyMap<number, string> | null;
	/** Required fields that no column gives; the period is not among them. */
	readonly missing: readonly Field[];
	readonly certainty: number;
}

const serialNumber = /^(?:序号|序|编号|no|num|#|行号)$/i;
const aggregateNames: readonly DatasetName[] = ['summary', 'metrics', 'targets'];

/** Whether any dataset knows a header; the step that finds the header row asks. */
export function isKnownHeader(key: string): boolean {
	return key !== '' && Object.values(datasets).some((dataset) => headerIndex(dataset).has(key));
}

/** Whether a column is a mere row number. */
export function isSerialNumber(header: HeaderText): boolean {
	return serialNumber.test(header.name);
}

/** Indicator names of the profile by every way of writing them. */
export function indicatorNames(profile: Profile): Map<string, string> {
	const names = new Map<string, string>();
	for (const metric of profile.metrics) {
		for (const text of [metric.indicator, metric.title.zh, metric.title.en, ...metric.aliases]) {
			names.set(headerKey(text), metric.indicator);
		}
	}
	return names;
}

/** Takes the dataset whose required columns are all there and that explains the most columns. */
export function chooseDataset(
	headers: readonly HeaderText[],
	groups: readonly string[],
	sample: readonly (readonly string[])[],
	profile: Profile,
	given: { dataset?: DatasetName; mapping?: Readonly<Record<string, string>> }
): DatasetChoice {
	const names = given.dataset ? [given.dataset] : (Object.keys(datasets) as DatasetName[]);
	const choices = names.map((name) => choiceOf(datasets[name], headers, groups, given.mapping));
	if (!given.dataset || given.dataset === 'metrics') {
		const wide = wideMetrics(headers, groups, sample, profile, given.mapping);
		if (wide) choices.push(wide);
	}
	const ranked = choices.map((choice) => ({ choice, score: score(choice) })).sort((a, b) => b.score - a.score);
	const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0] | undefined];
	const lead = best.score - (second?.score ?? 0);
	return { ...best.choice, certainty: best.choice.missing.length > 0 ? 0 : Math.min(1, 0.5 + lead / 4) };
}

function choiceOf(
	dataset: Dataset,
	headers: readonly HeaderText[],
	groups: readonly string[],
	mapping: Readonly<Record<string, string>> | undefined
): DatasetChoice {
	const columns = matchHeaders(headers, groups, dataset, mapping);
	const found = new Set(columns.map((column) => column.field?.name));
	const missing = dataset.fields.filter((field) => field.required && field.type !== 'period' && !found.has(field.name));
	return { dataset, columns, indicators: null, missing, certainty: 0 };
}

/** Matched columns count one each, by similarity less; own fields more than the dimensions all datasets share. */
function score(choice: DatasetChoice): number {
	const named = choice.columns.filter((column) => column.header.key !== '' && !column.personal).length;
	let matched = 0;
	let measures = 0;
	for (const { field, how, index } of choice.columns) {
		if (choice.indicators?.has(index)) matched += 0.75;
		if (!field) continue;
		matched += how === 'similar' ? 0.5 : 1;
		if (field.type === 'integer' || field.type === 'decimal') measures++;
	}
	const empty = aggregateNames.includes(choice.dataset.name) && measures === 0 && !choice.indicators ? 3 : 0;
	return matched + (named === 0 ? 0 : matched / named) * 2 - choice.missing.length * 2 - empty;
}

/** A region column and columns of figures that are no fields of the summary: one indicator per column. */
function wideMetrics(
	headers: readonly HeaderText[],
	groups: readonly string[],
	sample: readonly (readonly string[])[],
	profile: Profile,
	mapping: Readonly<Record<string, string>> | undefined
): DatasetChoice | null {
	const summary = matchHeaders(headers, groups, datasets.summary, mapping);
	const dimension = (type: string) => summary.some((column) => column.field?.type === type);
	if (!dimension('region') || dimension('industry') || dimension('ownership')) return null;
	const names = indicatorNames(profile);
	const declared = (column: ColumnMatch) =>
		names.get(headerKey(column.group) + column.header.key) ?? names.get(column.header.key);
	const known = summary.filter(
		(column) => (column.field && column.field.type === 'integer') || column.field?.type === 'decimal'
	);
	const indicators = new Map<number, string>();
	for (const column of summary) {
		if (column.personal || column.duplicate || column.header.key === '' || isSerialNumber(column.header)) continue;
		if (column.field && column.field.type !== 'integer' && column.field.type !== 'decimal') continue;
		const name = declared(column);
		if (name !== undefined || holdsFigures(sample, column.index)) {
			indicators.set(column.index, name ?? `${column.group}${column.header.name}`);
		}
	}
	if (indicators.size === 0) return null;
	const declaredCount = summary.filter((column) => declared(column) !== undefined).length;
	if (declaredCount <= known.length && known.length * 2 >= indicators.size) return null;
	const metrics = matchHeaders(headers, groups, datasets.metrics, mapping);
	if (metrics.some((column) => column.field?.name === 'indicator' || column.field?.name === 'value')) return null;
	const columns = metrics.map((column) => {
		if (indicators.has(column.index)) return { ...column, field: null, how: 'title' as const, personal: false };
		return column.field && ['region', 'period', 'basis', 'source'].includes(column.field.name)
			? column
			: { ...column, field: null };
	});
	return { dataset: datasets.metrics, columns, indicators, missing: [], certainty: 0 };
}

function holdsFigures(sample: readonly (readonly string[])[], column: number): boolean {
	const cells = sample.map((row) => plainText(row[column] ?? '')).filter((cell) => cell !== '');
	const figures = cells.filter((cell) => isMissing(cell) || readNumber(cell) !== null).length;
	return cells.some((cell) => !isMissing(cell)) && figures >= cells.length * 0.6;
}
