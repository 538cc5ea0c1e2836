import type { Dataset } from '#lib/datasets/dataset.ts';
import type { ColumnMapping } from '../batch.ts';
import type { IssueLog } from '../issue-log.ts';
import { periodHint, type PeriodHint } from '../locate/period-hint.ts';
import type { TablePlace } from '../locate/locate.ts';
import type { ImportOptions } from '../options.ts';
import { chooseDataset, isKnownHeader, isSerialNumber, type DatasetChoice } from './choose-dataset.ts';
import { figureUnit, fieldUnit } from './column-units.ts';
import { headerText } from './header-text.ts';
import type { ColumnMatch } from './match-headers.ts';
import { isPersonal } from './personal.ts';
import type { ParsedUnit } from './unit.ts';

/** One column as it will be read. */
export interface PlannedColumn extends ColumnMatch {
	readonly unit: ParsedUnit | null;
	/** For wide metrics. */
	readonly indicator: string | null;
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
}

/** Step 4: columns, units and the period; every column that is not loaded is a finding. Null when something required is missing. */
export function planLoad(
	place: TablePlace,
	line: number,
	sample: readonly (readonly string[])[],
	options: ImportOptions,
	log: IssueLog
): LoadPlan | null {
	const headers = place.header.map(headerText);
	const choice = chooseDataset(headers, place.groups, sample, options.profile, options);
	const known = headers.some((header) => isKnownHeader(header.key));
	if (!known && choice.missing.length > 0 && !options.dataset) {
		if (place.missing) log.add('HEADER_MISSING', { line, sample: sample[0]?.join(',') ?? null });
		log.add('FILE_NOT_TABLE', {
			line,
			sample: place.header.join(','),
			details: { found_zh: '没有任何可识别的列名', found_en: 'no column name is recognised' }
		});
		return null;
	}
	const columns = choice.columns.map((column) => plannedColumn(column, choice, place, line, log));
	for (const column of columns) reportColumn(column, sample, line, log);
	const hint = periodHint(place.titles, options.fileName, options.defaultPeriod);
	const complete = reportMissing(choice, columns, hint, line, log);
	if (!complete) return null;
	const periodField = choice.dataset.fields.find((field) => field.type === 'period');
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
	const year = hint ? Number(hint.period.code.slice(0, 4)) : undefined;
	return {
		dataset: choice.dataset,
		columns,
		wide: choice.indicators !== null,
		period,
		year,
		certainty: choice.certainty
	};
}

const sourceWords = {
	title: { source_zh: '标题', source_en: 'the title' },
	fileName: { source_zh: '文件名', source_en: 'the file name' },
	default: { source_zh: '上传时的设定', source_en: 'the setting at upload' }
};

function plannedColumn(
	column: ColumnMatch,
	choice: DatasetChoice,
	place: TablePlace,
	line: number,
	log: IssueLog
): PlannedColumn {
	const indicator = choice.indicators?.get(column.index) ?? null;
	const { field, header, index } = column;
	const numeric = field?.type === 'integer' || field?.type === 'decimal';
	// In long tables of figures each row brings its own unit.
	const own = numeric && (field.name === 'value' || field.name === 'target');
	let unit: ParsedUnit | null = null;
	if (indicator !== null || own) unit = figureUnit(header, index, place);
	else if (numeric) unit = fieldUnit(field, header, index, place, line, log);
	return { ...column, unit, indicator };
}

function reportColumn(
	column: PlannedColumn,
	sample: readonly (readonly string[])[],
	line: number,
	log: IssueLog
): void {
	const { header, index } = column;
	if (column.field || column.indicator !== null || column.how === 'given') return;
	const place = { line, column: header.printed };
	if (column.personal || isPersonal(header.printed)) return log.add('COLUMN_PERSONAL', place);
	if (column.duplicate) return log.add('HEADER_DUPLICATE', place);
	if (header.key === '') {
		if (sample.some((row) => (row[index] ?? '').trim() !== ''))
			log.add('HEADER_BLANK', { line, column: columnLetter(index) });
		return;
	}
	if (isSerialNumber(header)) return log.add('COLUMN_UNKNOWN', { ...place, severity: 'I' });
	const title = column.nearest?.title;
	const details = title
		? { suggestion_zh: `，是否为“${title.zh}”`, suggestion_en: `; perhaps “${title.en}”` }
		: undefined;
	log.add('COLUMN_UNKNOWN', { ...place, ...(details ? { details } : {}) });
}

function reportMissing(
	choice: DatasetChoice,
	columns: readonly PlannedColumn[],
	hint: PeriodHint | null,
	line: number,
	log: IssueLog
): boolean {
	const period = choice.dataset.fields.find((field) => field.type === 'period' && (field.required || field.key));
	const needsPeriod = period && !hint && !columns.some((column) => column.field?.type === 'period');
	const missing = needsPeriod ? [...choice.missing, period] : choice.missing;
	const { title } = choice.dataset;
	for (const field of missing) {
		log.add(
			'COLUMN_REQUIRED_MISSING',
			{
				line,
				column: field.title.zh,
				details: {
					expected_zh: field.title.zh,
					expected_en: field.title.en,
					dataset_zh: title.zh,
					dataset_en: title.en
				}
			},
			field.name
		);
	}
	return missing.length === 0;
}

/** Column letter as spreadsheets print it. */
function columnLetter(index: number): string {
	return index < 26
		? String.fromCharCode(65 + index)
		: columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}

/** The mapping as the receipt keeps it. */
export function mappingOf(columns: readonly PlannedColumn[]): ColumnMapping[] {
	return columns.map(({ index, header, field, indicator, unit, how }) => ({
		index,
		header: header.printed,
		field: indicator !== null ? 'value' : (field?.name ?? null),
		...(indicator !== null ? { indicator } : {}),
		unit: unit?.text ?? null,
		factor: `1${'0'.repeat(unit?.power ?? 0)}`,
		how
	}));
}
