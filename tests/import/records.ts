import Papa from 'papaparse';
import type { ImportResult } from '#lib/import/batch.ts';

/** The clean CSV of a batch as records; throws when there is no batch. */
export function recordsOf(result: ImportResult): Record<string, string>[] {
	if (!result.batch) throw new Error(`No batch: ${result.receipt.issues.map(({ code }) => code).join(', ')}`);
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(result.batch.csv);
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
