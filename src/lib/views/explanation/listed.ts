import { m } from '#lib/messages/generated/messages.js';
import type { TracedFile } from '#lib/release/trace.ts';
import type { ListedRow, ListedRows, RowsQuestion } from '#lib/state/tracing.svelte.ts';
import type { Explanation } from './explain.ts';
import { inLanguage, type Named } from './names.ts';

/** The rows behind a number with the files that they stand in. */
export interface Listed {
	readonly rows: readonly ListedRow[];
	readonly count: number;
	readonly files: readonly Omit<TracedFile, 'sum'>[];
}

/** The explanation of a number that was read from rows or counted over them: its formula, and the rows with file and line. */
export function explainRows(question: RowsQuestion, listed: ListedRows, { lists, language }: Named): Explanation {
	const { title, subject, value, definition, formula, worked, source, notes = [] } = question;
	const options = inLanguage(language);
	const batches = new Map(lists.batches.map((batch) => [batch.id, batch]));
	return {
		title,
		subject,
		value,
		unit: '',
		exact: null,
		sentence: m.trace_lead({ subject, title, value }, options),
		provisional: null,
		definition,
		formula,
		worked,
		facts: [
			{ label: m.trace_source({}, options), texts: [source] },
			{ label: m.trace_notes({}, options), texts: notes }
		].filter(({ texts }) => texts.length > 0),
		comparison: null,
		inputs: [],
		numerator: null,
		denominator: null,
		measures: [],
		listed: {
			...listed,
			files: listed.files.map((one) => {
				const known = batches.get(one.batch);
				return { ...one, file: known?.file ?? one.batch, sha256: known?.sha256 ?? '' };
			})
		}
	};
}
