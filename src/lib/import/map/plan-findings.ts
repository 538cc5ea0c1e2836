import type { Bilingual } from '#lib/format/language.ts';
import type { IssueLog } from '../issue-log.ts';
import type { PeriodHint } from '../locate/period-hint.ts';
import { isRemarkColumn } from '../receipt/remark-column.ts';
import { isSerialNumber, type DatasetChoice } from './choose-dataset.ts';
import type { ColumnMatch } from './match-headers.ts';
import { holdsPersonal, isPersonal, isPersonName } from './personal.ts';

const remarkWords = {
	what_zh: '发还时加上的意见，不载入',
	what_en: 'Remarks added when the file was sent back; not loaded'
};

/** A column that is not loaded is a finding, whatever the reason. */
export function reportColumn(
	column: ColumnMatch & { readonly indicator: string | null },
	sample: readonly (readonly string[])[],
	line: number,
	log: IssueLog
): void {
	const { header, index } = column;
	const place = { line, column: header.printed === '' ? columnLetter(index) : header.printed, index };
	if (column.field || column.indicator !== null) return;
	const personal = column.personal || isPersonal(header.printed) || isPersonName(header.printed);
	if (personal || holdsPersonal(sample, index)) return log.add('COLUMN_PERSONAL', place);
	if (column.how === 'given') return;
	if (column.duplicate) return log.add('HEADER_DUPLICATE', place);
	if (header.printed.trim() === '') {
		if (sample.some((row) => (row[index] ?? '').trim() !== '')) log.add('HEADER_BLANK', place);
		return;
	}
	if (isRemarkColumn(header.printed))
		return log.add('COLUMN_UNKNOWN', { ...place, severity: 'I', details: remarkWords });
	if (isSerialNumber(header)) return log.add('COLUMN_UNKNOWN', { ...place, severity: 'I' });
	const title = column.nearest?.title;
	const details = title
		? { suggestion_zh: `，是否为“${title.zh}”`, suggestion_en: `; perhaps “${title.en}”` }
		: undefined;
	log.add('COLUMN_UNKNOWN', { ...place, ...(details ? { details } : {}) });
}

/** Required fields that nothing gives, the period among them. False when there are any. */
export function reportMissing(
	choice: DatasetChoice,
	columns: readonly ColumnMatch[],
	hint: PeriodHint | null,
	periodGiven: boolean,
	line: number,
	log: IssueLog
): boolean {
	const period = choice.dataset.fields.find((field) => field.type === 'period' && (field.required || field.key));
	const hasPeriod = periodGiven || hint !== null || columns.some((column) => column.field?.type === 'period');
	const missing = period && !hasPeriod ? [...choice.missing, period] : choice.missing;
	for (const { name, title } of missing) missingColumn(title, choice.dataset.title, name, {}, line, log);
	return missing.length === 0;
}

/** A figure stands for periods or regions and nothing says what is counted. */
export function reportNameless(dataset: Bilingual, columns: readonly string[], line: number, log: IssueLog): void {
	const action = {
		action_zh: `请指定“${columns.join('、')}”等列是哪个指标，或增加“指标”列`,
		action_en: `Say which figure the columns ${columns.join(', ')} hold, or add a column “指标”`
	};
	missingColumn({ zh: '指标', en: 'Indicator' }, dataset, 'indicator', action, line, log);
}

function missingColumn(
	title: Bilingual,
	dataset: Bilingual,
	key: string,
	more: Readonly<Record<string, string>>,
	line: number,
	log: IssueLog
): void {
	const details = {
		expected_zh: title.zh,
		expected_en: title.en,
		dataset_zh: dataset.zh,
		dataset_en: dataset.en,
		...more
	};
	log.add('COLUMN_REQUIRED_MISSING', { line, column: title.zh, details }, key);
}

/** Column letter as spreadsheets print it. */
function columnLetter(index: number): string {
	return index < 26
		? String.fromCharCode(65 + index)
		: columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}
