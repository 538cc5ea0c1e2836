import { m } from '#lib/messages/generated/messages.js';
import type { ExportColumn } from './export-table.ts';

/** The head of a column in a file. In a workbook shares carry their own percent sign. */
export function headOf({ title, unit, kind }: ExportColumn, file: 'csv' | 'xlsx'): string {
	return unit === null || (kind === 'share' && file === 'xlsx') ? title : m.column_with_unit({ title, unit });
}
