import { datasets } from '#lib/datasets/index.ts';
import type { Field } from '#lib/datasets/dataset.ts';
import { chooseDataset, type ChoiceSetting, type DatasetChoice } from './choose-dataset.ts';
import { decidedFor, decidedIndicator } from './decided.ts';
import { headerKey, headerText, type HeaderText } from './header-text.ts';
import { matchHeaders, type ColumnMatch } from './match-headers.ts';
import { isPersonal } from './personal.ts';
import { datasetFor } from './profile-datasets.ts';
import type { SlicedColumn } from './slices.ts';

/** A choice for a table with periods or regions side by side. */
export interface SlicedChoice extends DatasetChoice {
	/** What each column stands for. */
	readonly slices: readonly (SlicedColumn | null)[];
	/** Headers of columns of which nothing says what they count; empty when all is well. */
	readonly nameless: readonly string[];
}

const blank = headerText('');

/** The dataset of a table with periods or regions side by side, going by what is left of its headers. */
export function chooseSliced(setting: ChoiceSetting, slices: readonly (SlicedColumn | null)[]): SlicedChoice {
	const named = slices.map((slice, index) => (slice ? nameDecided(slice, index, setting) : null));
	const nameless = named.flatMap((slice) => (slice && slice.header.key === '' ? [slice.header.printed] : []));
	const all = named.filter((slice) => slice !== null).length;
	if (nameless.length === all) return longTable(setting, named, nameless);
	return { ...namedTable(setting, named), slices: named, nameless: [] };
}

/** A column 2023年 whose figure a person named: `=indicator` or a field of the summary. */
function nameDecided(slice: SlicedColumn, index: number, { mapping }: ChoiceSetting): SlicedColumn {
	const decision = decidedFor(mapping, index, slice.header.printed);
	const field = datasets.summary.fields.find(({ name }) => name === decision);
	const name = decidedIndicator(decision) ?? field?.title.zh ?? null;
	if (slice.header.key !== '' || name === null) return slice;
	const header = headerText(name);
	return { ...slice, header: { ...header, printed: slice.header.printed, unit: slice.header.unit ?? header.unit } };
}

/** Indicators as rows, or a table that does not say what it counts. */
function longTable(
	setting: ChoiceSetting,
	slices: readonly (SlicedColumn | null)[],
	nameless: readonly string[]
): SlicedChoice {
	const { headers, groups, mapping } = setting;
	const dataset = datasetFor(setting.profile, 'metrics');
	const value = dataset.fields.find(({ name }) => name === 'value') as Field;
	// The corner of a cross table is blank, or says 指标\地区.
	const corner = headers.findIndex((header, index) => !slices[index] && isCorner(header));
	const shared = headers.map((header, index) => (slices[index] ? blank : header));
	const matched = matchHeaders(shared, groups, dataset, mapping);
	const hasIndicator = matched.some(({ field }) => field?.name === 'indicator');
	const columns = matched.map((match, index): ColumnMatch => {
		const header = headers[index] as HeaderText;
		if (slices[index]) return { ...match, header, field: value, how: 'title', personal: false };
		if (hasIndicator || index !== corner) return match;
		return { ...match, field: dataset.fields.find(({ name }) => name === 'indicator') as Field, how: 'similar' };
	});
	const provided = new Set([...setting.provided, ...regionGiven(slices)]);
	const found = new Set([...columns.map(({ field }) => field?.name), ...provided]);
	const missing = dataset.fields.filter(
		({ name, type, required }) => required && type !== 'period' && name !== 'indicator' && !found.has(name)
	);
	const lacking = found.has('indicator') ? [] : nameless;
	return { dataset, columns, indicators: null, missing, certainty: 0.75, slices, nameless: lacking };
}

function isCorner(header: HeaderText): boolean {
	return header.key === '' || /指标|项目/.test(header.name);
}

function regionGiven(slices: readonly (SlicedColumn | null)[]): string[] {
	const own = slices.filter((slice) => slice !== null);
	return own.every(({ region }) => region !== null) ? ['region'] : [];
}

/** Named figures: the dataset is chosen with every name once and holds for all slices. */
function namedTable(setting: ChoiceSetting, slices: readonly (SlicedColumn | null)[]): DatasetChoice {
	const keyOf = (slice: SlicedColumn) => `${headerKey(slice.group)}>${slice.header.key}`;
	const first = new Map<string, number>();
	slices.forEach((slice, index) => {
		if (slice && !first.has(keyOf(slice))) first.set(keyOf(slice), index);
	});
	const isFirst = (index: number) => slices[index] === null || first.get(keyOf(slices[index]!)) === index;
	const headers = setting.headers.map((header, index) => (isFirst(index) ? (slices[index]?.header ?? header) : blank));
	const groups = setting.headers.map((_, index) =>
		slices[index] ? slices[index].group : (setting.groups[index] ?? '')
	);
	const provided = new Set([...setting.provided, ...regionGiven(slices)]);
	const choice = chooseDataset({ ...setting, headers, groups, provided });
	const indicators = choice.indicators ? new Map(choice.indicators) : null;
	const seen = new Set<string>();
	const columns = choice.columns.map((match, index): ColumnMatch => {
		const slice = slices[index];
		if (!slice) return match;
		const model = first.get(keyOf(slice)) as number;
		const { field, how, personal, nearest } = choice.columns[model] as ColumnMatch;
		const decided = decidedFor(setting.mapping, index, slice.header.printed);
		const repeated = `${keyOf(slice)}|${slice.period?.code}${slice.period?.cumulative}|${slice.within}|${slice.region}`;
		const duplicate = seen.has(repeated);
		seen.add(repeated);
		const indicator = choice.indicators?.get(model);
		if (indicator !== undefined && indicators && !duplicate && decided !== '') indicators.set(index, indicator);
		else indicators?.delete(index);
		const own = { ...match, header: slice.header, personal: personal || isPersonal(slice.header.printed), nearest };
		if (decided === '') return { ...own, field: null, how: 'given', duplicate: false };
		const given = choice.dataset.fields.find(({ name }) => name === decided);
		if (given) return { ...own, field: given, how: 'given', duplicate: false };
		return duplicate ? { ...own, field: null, how: 'none', duplicate } : { ...own, field, how, duplicate: false };
	});
	return { ...choice, columns, indicators };
}
