import type { RowContext } from '../normalise/row-context.ts';

/** Loads rows of the file one by one; `region` replaces the row's own label when a sum row stands for a known region. */
export interface Loader {
	load(cells: readonly string[], context: RowContext, region: string | null, total: boolean): void;
	/** Notes a sum row that is not loaded. */
	control(cells: readonly string[], context: RowContext, region: string | null): void;
	readonly regionColumns: readonly number[];
	/** Where 合计 makes a sum row of the row; in the columns of industry or ownership it only means all of them. */
	readonly labelColumns: readonly number[];
	/** A row labelled 全国 or 合计 sums up the others; false for registers, and where every row is a figure of its own. */
	readonly sumsUp: boolean;
}
