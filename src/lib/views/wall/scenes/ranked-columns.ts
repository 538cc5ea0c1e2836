import { textWidth } from '#lib/wall/text-width.ts';

/** A row of a ranked list as it is measured: what it prints. */
export interface ListedRow {
	readonly name: string;
	readonly label: string;
}

/** A ranked list in columns. Lengths in units. */
export interface ColumnsLayout {
	readonly columns: number;
	/** Rows of a column. */
	readonly rows: number;
	readonly pages: number;
	readonly size: number;
	readonly row: number;
	readonly rank: number;
	readonly name: number;
	readonly label: number;
	/** Between columns. */
	readonly gap: number;
}

/** Names take two lines rather than more of a row than this. */
const longestName = 12;
const widestColumn = 46;
const least = { row: 1.74, bar: 2 };
const most = { row: 3.4 };

/** Lays a ranked list out: as large as it can be on one page, in as few pages as it can be at the smallest size. */
export function rankedColumns(
	rows: readonly ListedRow[],
	box: { readonly across: number; readonly down: number }
): ColumnsLayout {
	for (const size of [5 / 3, 4 / 3]) {
		const layout = columnsAt(rows, box, size);
		if (layout.pages === 1) return layout;
	}
	return columnsAt(rows, box, 1);
}

function columnsAt(
	rows: readonly ListedRow[],
	box: { readonly across: number; readonly down: number },
	size: number
): ColumnsLayout {
	const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, size)));
	const rank = textWidth(String(rows.length), size) + 0.5 * size;
	const full = widest(rows.map(({ name }) => name));
	const name = Math.min(full, longestName * size, box.across * 0.46);
	const label = widest(rows.map((row) => row.label)) * 1.05;
	const gap = 2 * size;
	const column = rank + name + label + (0.8 + 0.6 + least.bar) * size;
	const height = least.row * size + (full > name ? 1.2 * size : 0);
	const fitting = Math.max(1, Math.floor((box.across + gap) / (column + gap)));
	const perColumn = Math.max(1, Math.floor(box.down / height));
	const needed = Math.ceil(rows.length / perColumn);
	const columns = Math.max(1, Math.min(fitting, Math.max(needed, Math.ceil(box.across / (widestColumn * size)))));
	const pages = Math.ceil(rows.length / (columns * perColumn)) || 1;
	const even = Math.min(perColumn, Math.ceil(rows.length / (pages * columns)));
	return {
		columns,
		rows: even,
		pages,
		size,
		row: Math.min(most.row * size, box.down / even),
		rank,
		name,
		label,
		gap
	};
}
