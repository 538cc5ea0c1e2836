import type { TracedFile } from '#lib/release/trace.ts';
import type { ListedRow, ListedRows, RowsQuestion } from '#lib/state/tracing.svelte.ts';
import type { Explanation } from './explain.ts';
import type { Named } from './names.ts';
import { explainNumber } from './plain-number.ts';

/** The rows behind a number with the files that they stand in. */
export interface Listed {
	readonly rows: readonly ListedRow[];
	readonly count: number;
	readonly files: readonly Omit<TracedFile, 'sum'>[];
}

/** The explanation of a number that was read from rows or counted over them: its formula, and the rows with file and line. */
export function explainRows(question: RowsQuestion, listed: ListedRows, { lists, language }: Named): Explanation {
	const batches = new Map(lists.batches.map((batch) => [batch.id, batch]));
	return {
		...explainNumber(question, language),
		listed: {
			...listed,
			files: listed.files.map((one) => {
				const known = batches.get(one.batch);
				return { ...one, file: known?.file ?? one.batch, sha256: known?.sha256 ?? '' };
			})
		}
	};
}
