import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import type { CodeDecision } from '../decisions.ts';
import type { PlannedColumn } from '../map/plan.ts';
import { cellText } from '../normalise/characters.ts';
import { numberReader } from '../normalise/number-reader.ts';
import type { CellReader } from '../normalise/row-context.ts';
import { dateReader, textReader, yearReader } from '../normalise/text-readers.ts';
import { codeReader, periodReader } from './code-readers.ts';
import type { UnitFinding } from './declared-units.ts';

/** What readers need to know beyond their column. */
export interface ReaderSetting {
	readonly unionYear: boolean;
	readonly year: number | undefined;
	readonly region: (field: Field, header: string) => CellReader;
	/** Texts that a person gave a code. */
	readonly codes: readonly CodeDecision[];
	/** What the unit of an indicator's figure contradicts, if anything. */
	readonly checkUnit: (indicator: string, unit: string) => UnitFinding | null;
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
			return decided(
				field,
				setting,
				periodReader(header, {
					unionYear: setting.unionYear,
					...(setting.year === undefined ? {} : { defaultYear: setting.year })
				})
			);
		case 'region':
			return decided(field, setting, setting.region(field, header));
		default:
			return decided(field, setting, codeReader(field, header));
	}
}

/** A text that a person gave a code is read as that code; one that means nothing sets the row aside. */
function decided(field: Field, setting: ReaderSetting, reader: CellReader): CellReader {
	const own = setting.codes.filter((decision) => decision.field === field.name);
	if (own.length === 0) return reader;
	const codes = new Map(own.map(({ text, code }) => [cellText(text), code]));
	return (raw, context) => {
		const code = codes.get(cellText(raw));
		if (code === '') return context.setAside('SKIPPED');
		return reader(code ?? raw, context);
	};
}

/** Counts of people and things cannot be below zero; freely defined figures and scores can. */
export function isSigned(dataset: Dataset, field: Field): boolean {
	return dataset.name === 'metrics' || dataset.name === 'targets' || field.unit === 'score';
}
