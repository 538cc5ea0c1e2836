import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import type { PlannedColumn } from '../map/plan.ts';
import { numberReader } from '../normalise/number-reader.ts';
import type { CellReader } from '../normalise/row-context.ts';
import { dateReader, textReader, yearReader } from '../normalise/text-readers.ts';
import { codeReader, periodReader } from './code-readers.ts';

/** What readers need to know beyond their column. */
export interface ReaderSetting {
	readonly unionYear: boolean;
	readonly year: number | undefined;
	readonly region: (field: Field, header: string) => CellReader;
}

/** The reader for one column of a declared field. */
export function fieldReader(dataset: Dataset, field: Field, column: PlannedColumn, setting: ReaderSetting): CellReader {
	const header = column.header.printed;
	switch (field.type) {
		case 'text':
		case 'id':
			return textReader(field, header);
		case 'integer':
		case 'decimal':
			return numberReader({ name: field.name, header, field, unit: column.unit, signed: isSigned(dataset, field) });
		case 'date':
			return dateReader(header);
		case 'year':
			return yearReader(header);
		case 'period':
			return periodReader(header, {
				unionYear: setting.unionYear,
				...(setting.year === undefined ? {} : { defaultYear: setting.year })
			});
		case 'region':
			return setting.region(field, header);
		default:
			return codeReader(field, header);
	}
}

/** Counts of people and things cannot be below zero; freely defined figures and scores can. */
export function isSigned(dataset: Dataset, field: Field): boolean {
	return dataset.name === 'metrics' || dataset.name === 'targets' || field.unit === 'score';
}
