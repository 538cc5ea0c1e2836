import type { CellDecision } from '../decisions.ts';

/** What a person decided about single rows and cells. */
export class RowDecisions {
	readonly #skipped: ReadonlySet<number>;
	readonly #cells = new Map<number, CellDecision[]>();

	constructor(skip: readonly number[] = [], cells: readonly CellDecision[] = []) {
		this.#skipped = new Set(skip);
		for (const cell of cells) this.#cells.set(cell.line, [...(this.#cells.get(cell.line) ?? []), cell]);
	}

	/** Whether nothing was decided, so that rows need not be looked at. */
	get none(): boolean {
		return this.#skipped.size === 0 && this.#cells.size === 0;
	}

	/** Whether a line is set aside by hand. */
	skips(line: number): boolean {
		return this.#skipped.has(line);
	}

	/** Puts corrected texts into a row; the answer holds what the file says there. Null when nothing was corrected. */
	correct(line: number, cells: string[]): ReadonlyMap<number, string> | null {
		const decided = this.#cells.get(line);
		if (!decided) return null;
		const before = new Map<number, string>();
		for (const { column, text } of decided) {
			if (!Number.isInteger(column) || column < 0 || column > cells.length) continue;
			if (!before.has(column)) before.set(column, cells[column] ?? '');
			cells[column] = text;
		}
		return before;
	}
}
