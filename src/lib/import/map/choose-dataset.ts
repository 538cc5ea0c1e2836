import type { Dataset, DatasetName, Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { plainText } from '../normalise/characters.ts';
import { isMissing } from '../normalise/missing.ts';
import { readNumber } from '../normalise/number.ts';
import { decidedFor, decidedIndicator } from './decided.ts';
import { isRemarkColumn } from '../receipt/remark-column.ts';
import { headerKey, type HeaderText } from './header-text.ts';
import { headerIndex, matchHeaders, type ColumnMatch } from './match-headers.ts';
import { holdsPersonal } from './personal.ts';
import { datasetFor } from './profile-datasets.ts';

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

/** What the choice goes by. */
export interface ChoiceSetting {
	readonly headers: readonly HeaderText[];
	readonly groups: readonly string[];
	readonly sample: readonly (readonly string[])[];
	readonly profile: Profile;
	readonly mapping: Readonly<Record<string, string>> | undefined;
	/** The datasets in question. */
	readonly names: readonly DatasetName[];
	/** Fields that the header gives by its cut into regions or values. */
	readonly provided: ReadonlySet<string>;
}

const serialNumber = /^(?:序号|序|编号|no|num|#|行号)$/i;
/** A column that compares says nothing by itself: 同比增长 and 增幅(%) are no figures of their own. */
const comparison =
	/^(?:同比|环比|比上年(?:同期)?|比上期|较上年(?:同期)?|较上期)?(?:增长|增减|增幅|增速|增长率|变化|变动|增减率|增长幅度)?(?:[(（]?[%％][)）]?)?$/;
const aggregateNames: readonly DatasetName[] = ['summary', 'metrics', 'targets'];

/** Whether any dataset knows a header; the step that finds the header row asks. */
export function isKnownHeader(key: string): boolean {
	return key !== '' && Object.values(datasets).some((dataset) => headerIndex(dataset).has(key));
}

/** Whether a column is a mere row number, or the column of remarks of a file that was sent back. */
export function isSerialNumber(header: HeaderText): boolean {
	return serialNumber.test(header.name) || isRemarkColumn(header.printed);
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
export function chooseDataset(setting: ChoiceSetting): DatasetChoice {
	const { headers, mapping, names } = setting;
	const decided = headers.some((header, column) => decidedIndicator(decidedFor(mapping, column, header.printed)));
	const wide = names.includes('metrics') ? wideMetrics(setting, decided) : null;
	// Whoever names indicators for columns has said that this is a table of figures.
	if (decided && wide) return { ...wide, certainty: 1 };
	const choices = names.map((name) => choiceOf(datasetFor(setting.profile, name), setting));
	if (wide) choices.push(wide);
	const ranked = choices.map((choice) => ({ choice, score: score(choice) })).sort((a, b) => b.score - a.score);
	const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0] | undefined];
	const lead = best.score - (second?.score ?? 0);
	return { ...best.choice, certainty: best.choice.missing.length > 0 ? 0 : Math.min(1, 0.5 + lead / 4) };
}

function choiceOf(dataset: Dataset, setting: ChoiceSetting): DatasetChoice {
	const columns = matchHeaders(setting.headers, setting.groups, dataset, setting.mapping);
	const found = new Set([...columns.map((column) => column.field?.name), ...setting.provided]);
	const missing = dataset.fields.filter((field) => field.required && field.type !== 'period' && !found.has(field.name));
	return { dataset, columns, indicators: null, missing, certainty: 0 };
}

/** Matched columns count one each, by similarity less; own fields more than the dimensions all datasets share. */
function score(choice: DatasetChoice): number {
	const named = choice.columns.filter(
		({ header, personal }) => header.key !== '' && !personal && !isRemarkColumn(header.printed)
	).length;
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
function wideMetrics(setting: ChoiceSetting, decided: boolean): DatasetChoice | null {
	const { headers, groups, sample, profile, mapping, provided } = setting;
	const summary = matchHeaders(headers, groups, datasetFor(profile, 'summary'), mapping);
	const dimension = (type: string) => provided.has(type) || summary.some((column) => column.field?.type === type);
	if (!decided && (!dimension('region') || dimension('industry') || dimension('ownership'))) return null;
	const names = indicatorNames(profile);
	const declared = (column: ColumnMatch) =>
		names.get(headerKey(column.group) + column.header.key) ?? names.get(column.header.key);
	const known = summary.filter(
		(column) => (column.field && column.field.type === 'integer') || column.field?.type === 'decimal'
	);
	const indicators = new Map<number, string>();
	for (const column of summary) {
		const { header, index, field } = column;
		const given = decidedIndicator(decidedFor(mapping, index, header.printed));
		if (given !== null && !column.personal) indicators.set(index, given);
		if (given !== null || (column.how === 'given' && !field)) continue;
		if (column.personal || column.duplicate || header.key === '' || isSerialNumber(header)) continue;
		if (field && field.type !== 'integer' && field.type !== 'decimal') continue;
		if (comparison.test(header.name) && column.group === '') continue;
		const name = declared(column);
		if (name !== undefined || (holdsFigures(sample, index) && !holdsPersonal(sample, index)))
			indicators.set(index, name ?? `${column.group}${header.name}`);
	}
	if (indicators.size === 0) return null;
	const declaredCount = summary.filter((column) => declared(column) !== undefined).length;
	if (!decided && declaredCount <= known.length && known.length * 2 >= indicators.size) return null;
	const dataset = datasetFor(profile, 'metrics');
	const metrics = matchHeaders(headers, groups, dataset, mapping);
	const long = metrics.some((column) => column.field?.name === 'indicator' || column.field?.name === 'value');
	if (long && !decided) return null;
	const columns = metrics.map((column) => {
		if (indicators.has(column.index)) {
			const how = decidedFor(mapping, column.index, column.header.printed) ? ('given' as const) : ('title' as const);
			return { ...column, field: null, how, personal: false };
		}
		return column.field && ['region', 'period', 'basis', 'source'].includes(column.field.name)
			? column
			: { ...column, field: null };
	});
	const found = new Set([...columns.map((column) => column.field?.name), ...provided, 'indicator', 'value']);
	const missing = dataset.fields.filter((field) => field.required && field.type !== 'period' && !found.has(field.name));
	return { dataset, columns, indicators, missing, certainty: 0 };
}

/** Whether most cells of a column are figures or say that there is none. */
export function holdsFigures(sample: readonly (readonly string[])[], column: number): boolean {
	const cells = sample.map((row) => plainText(row[column] ?? '')).filter((cell) => cell !== '');
	const figures = cells.filter((cell) => isMissing(cell) || readNumber(cell) !== null).length;
	return cells.some((cell) => !isMissing(cell)) && figures >= cells.length * 0.6;
}
