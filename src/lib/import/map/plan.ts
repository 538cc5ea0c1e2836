import type { Dataset, DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { parsePeriod } from '#lib/dimensions/period.ts';
import { createRegionResolver } from '#lib/dimensions/region.ts';
import type { ColumnMapping } from '../batch.ts';
import type { IssueLog } from '../issue-log.ts';
import { periodHint, type PeriodHint } from '../locate/period-hint.ts';
import type { TablePlace } from '../locate/locate.ts';
import type { ImportOptions } from '../options.ts';
import { chooseDataset, holdsFigures, isKnownHeader, type DatasetChoice } from './choose-dataset.ts';
import { chooseSliced, type SlicedChoice } from './choose-sliced.ts';
import { figureUnit, fieldUnit, type UnitSources } from './column-units.ts';
import { headerText, type HeaderText } from './header-text.ts';
import type { ColumnMatch } from './match-headers.ts';
import { reportColumn, reportMissing, reportNameless } from './plan-findings.ts';
import { sliceColumns, type SlicedColumn } from './slices.ts';
import type { ParsedUnit } from './unit.ts';

/** One column as it will be read. */
export interface PlannedColumn extends ColumnMatch {
	readonly unit: ParsedUnit | null;
	/** For wide metrics. */
	readonly indicator: string | null;
	/** The period or region that the column stands for. */
	readonly slice: SlicedColumn | null;
}

/** The part of a table that stands for one period or one region; every row of the file has one record in each. */
export interface Slice {
	readonly region: string | null;
	/** 一季度 beside a column of years. */
	readonly within: string | null;
	/** Fields that any slice of the table gives: all slices write the same columns. */
	readonly filled: ReadonlySet<string>;
	readonly first: boolean;
}

/** How the rows of a file become rows of a dataset. */
export interface LoadPlan {
	readonly dataset: Dataset;
	readonly columns: readonly PlannedColumn[];
	readonly wide: boolean;
	/** The period of all rows when there is no period column. */
	readonly period: PeriodHint | null;
	/** The year of periods written without one. */
	readonly year: number | undefined;
	readonly certainty: number;
	/** What this plan is a part of; null for a whole table. */
	readonly slice: Slice | null;
	/** A plan for each slice of a table with periods or regions side by side; empty for any other. */
	readonly slices: readonly LoadPlan[];
}

const aggregates: readonly DatasetName[] = ['summary', 'metrics'];

/** A file without a known column name: saving it in another form would not help. */
const notTable = {
	what_zh: '没有一个认识的列名，不知道这是什么表',
	action_zh: '请确认写列名的一行，可下载模板对照',
	what_en: 'No column name is known; it is not clear what table this is',
	action_en: 'Check the row with the column names; compare with a template'
};

/** Step 4: columns, units and the period; every column that is not loaded is a finding. Null when something required is missing. */
export function planLoad(
	place: TablePlace,
	line: number,
	sample: readonly (readonly string[])[],
	options: ImportOptions,
	log: IssueLog
): LoadPlan | null {
	const headers = place.header.map(headerText);
	const hint = periodHint(place.titles, options.fileName, options.defaultPeriod);
	const year = hint ? Number(hint.period.code.slice(0, 4)) : undefined;
	const choice = choose(headers, place, sample, hint, options);
	const known = headers.some((header) => isKnownHeader(header.key)) || options.mapping !== undefined;
	if (!known && choice.missing.length > 0 && !options.dataset) {
		if (place.missing) log.add('HEADER_MISSING', { line, sample: sample[0]?.join(',') ?? null });
		log.add('FILE_NOT_TABLE', {
			line,
			sample: place.header.join(','),
			details: notTable
		});
		return null;
	}
	const units = { unitRow: place.unitRow, fileUnits: place.fileUnits, given: options.units };
	const columns = choice.columns.map((column) => plannedColumn(column, choice, units, line, log));
	for (const column of columns) reportColumn(column, sample, line, log);
	if (choice.nameless.length > 0) {
		reportNameless(choice.dataset.title, choice.nameless, line, log);
		return null;
	}
	const sliced = columns.filter((column) => column.slice && (column.field || column.indicator !== null));
	const dated = sliced.length > 0 && sliced.every(({ slice }) => slice?.period || slice?.within);
	if (!reportMissing(choice, columns, hint, dated, line, log)) return null;
	const plan: LoadPlan = {
		dataset: choice.dataset,
		columns,
		wide: choice.indicators !== null,
		period: dated ? null : periodOfFile(choice.dataset, columns, hint, line, log),
		year,
		certainty: choice.certainty,
		slice: null,
		slices: []
	};
	return sliced.length === 0 ? plan : { ...plan, slices: slicesOf(plan, sliced) };
}

function choose(
	headers: readonly HeaderText[],
	place: TablePlace,
	sample: readonly (readonly string[])[],
	hint: PeriodHint | null,
	options: ImportOptions
): SlicedChoice {
	const { profile, mapping, dataset } = options;
	const setting = { headers, groups: place.groups, sample, profile, mapping, provided: new Set<string>() };
	const names = dataset ? [dataset] : (Object.keys(datasets) as DatasetName[]);
	const whole = { ...chooseDataset({ ...setting, names }), slices: headers.map(() => null), nameless: [] };
	const possible = aggregates.filter((name) => names.includes(name));
	if (possible.length === 0 || (whole.missing.length === 0 && !aggregates.includes(whole.dataset.name))) return whole;
	let resolve: ReturnType<typeof createRegionResolver> | null = null;
	const slices = sliceColumns(headers, place.groups, {
		year: hint ? Number(hint.period.code.slice(0, 4)) : undefined,
		unionYear: profile.yearStart === 'union',
		current: hint?.period ?? null,
		region: (text) => {
			resolve ??= createRegionResolver({ home: profile.home, units: profile.regions });
			const found = resolve(text);
			return found.kind === 'found' ? found.code : null;
		},
		holdsFigures: (column) => holdsFigures(sample, column) || sample.every((row) => (row[column] ?? '').trim() === '')
	});
	return slices ? chooseSliced({ ...setting, names: possible }, slices) : whole;
}

function periodOfFile(
	dataset: Dataset,
	columns: readonly ColumnMatch[],
	hint: PeriodHint | null,
	line: number,
	log: IssueLog
): PeriodHint | null {
	const periodField = dataset.fields.find((field) => field.type === 'period');
	// A register with dates of its own needs no period from outside.
	const dated = ['period', ...(periodField?.required || periodField?.key ? [] : ['date', 'year'])];
	const hasColumn = columns.some((column) => column.field && dated.includes(column.field.type));
	const period = periodField && !hasColumn ? hint : null;
	if (period)
		log.add('PERIOD_ASSUMED', {
			line,
			sample: period.text,
			details: { found: period.period.code, ...sourceWords[period.source] }
		});
	return period;
}

const sourceWords = {
	title: { source_zh: '标题', source_en: 'the title' },
	fileName: { source_zh: '文件名', source_en: 'the file name' },
	default: { source_zh: '上传时的设定', source_en: 'the setting at upload' }
};

function plannedColumn(
	column: ColumnMatch,
	choice: DatasetChoice & SlicedChoice,
	units: UnitSources,
	line: number,
	log: IssueLog
): PlannedColumn {
	const indicator = choice.indicators?.get(column.index) ?? null;
	const { field, header, index } = column;
	const numeric = field?.type === 'integer' || field?.type === 'decimal';
	// In long tables of figures each row brings its own unit.
	const own = numeric && (field.name === 'value' || field.name === 'target');
	let unit: ParsedUnit | null = null;
	if (indicator !== null || own) unit = figureUnit(header, index, units, line, log);
	else if (numeric) unit = fieldUnit(field, header, index, units, line, log);
	return { ...column, unit, indicator, slice: choice.slices[index] ?? null };
}

/** One plan for each period and region that stands in the header. */
function slicesOf(plan: LoadPlan, sliced: readonly PlannedColumn[]): LoadPlan[] {
	const keyOf = ({ period, within, region }: SlicedColumn) =>
		[period?.code ?? '', period?.cumulative ? 'c' : '', within ?? '', region ?? ''].join('|');
	const keys = [...new Set(sliced.map(({ slice }) => keyOf(slice as SlicedColumn)))];
	const filled = new Set(sliced.flatMap(({ field }) => (field ? [field.name] : [])));
	const shared = plan.columns.filter(({ slice }) => slice === null);
	return keys.flatMap((key, at) => {
		const own = sliced.filter(({ slice }) => keyOf(slice as SlicedColumn) === key);
		const [first] = own;
		if (!first?.slice) return [];
		const { period, within, region } = first.slice;
		const hint = period ? { period, text: first.header.printed, source: 'title' as const } : plan.period;
		const slice = { region, within, filled, first: at === 0 };
		return [{ ...plan, columns: [...shared, ...own].sort((a, b) => a.index - b.index), period: hint, slice }];
	});
}

/** The period of a year that 一季度 in a header means; null when both do not go together. */
export function periodWithin(within: string, year: string): string | null {
	const period = /^\d{4}$/.test(year) ? parsePeriod(within, { defaultYear: Number(year) }) : null;
	return period ? `${period.code}${period.cumulative ? 'c' : ''}` : null;
}

/** The mapping as the receipt keeps it. */
export function mappingOf(columns: readonly PlannedColumn[]): ColumnMapping[] {
	return columns.map(({ index, header, field, indicator, unit, how, slice }) => ({
		index,
		header: header.printed,
		field: indicator !== null ? 'value' : (field?.name ?? null),
		...(indicator !== null ? { indicator } : {}),
		...(slice?.period ? { period: slice.period.code + (slice.period.cumulative ? 'c' : '') } : {}),
		...(slice?.region ? { region: slice.region } : {}),
		unit: unit?.text ?? null,
		factor: `1${'0'.repeat(unit?.power ?? 0)}`,
		how
	}));
}
