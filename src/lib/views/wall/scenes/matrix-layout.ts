import { textWidth } from '#lib/wall/text-width.ts';
import { wrapText } from '#lib/charts/wrap-text.ts';
import { firstPanel, sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { columnStretchesOf } from './panel-columns.ts';
import { largestIn, placeAt, rowsIn, stretchesOf, type PlacedRows } from './panel-rows.ts';

/** What a matrix prints, as it is measured: columns in the order in which they are kept. */
export interface MeasuredMatrix {
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly labels: readonly string[];
}

/** How much of a matrix a page shows. Lengths in units. */
export interface MatrixLayout {
	readonly columns: number;
	/** Rows of a page. */
	readonly rows: number;
	readonly pages: number;
	/** The names of the rows; whether they break into lines, because their room is narrower than they are. */
	readonly head: number;
	readonly broken: boolean;
	readonly cell: { readonly across: number; readonly down: number };
	/** The names of the columns, broken into lines. */
	readonly names: readonly (readonly string[])[];
	readonly size: number;
	/** What is left free above the names of the columns. */
	readonly above: number;
	/** What is left free before each column and each row, where the frame of a panel is near: else 0. */
	readonly gaps: { readonly columns: readonly number[]; readonly rows: readonly number[] };
}

const caption = 2;
/** Names of rows break into lines between words before they leave room for fewer columns. */
const fewColumns = 2;
const widestCell = 9;
/** What comes of adding up. */
const negligible = 1e-6;
const leading = { column: 1.2, row: 1.15 };
/** Of a row, in the size of its type. */
const rowDown = { least: 1.7, most: 3 };
/** Latin letters run narrower than the estimate. */
const widthOf = (text: string, size: number) => textWidth(text, size) * (/[\u2e80-\uffff]/.test(text) ? 1.04 : 0.95);
const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => widthOf(text, size)));

/**
 * Lays a matrix out: as many columns and rows as keep their type, the rest of the rows on further pages. On a video wall
 * columns and rows keep off the frames between panels.
 */
export function matrixLayout(matrix: MeasuredMatrix, screen: ScreenShape): MatrixLayout {
	for (const size of [4 / 3, 1.15]) {
		const layout = matrixAt(matrix, screen, size);
		if (layout.pages === 1 && layout.columns === matrix.columns.length) return layout;
	}
	return matrixAt(matrix, screen, 1);
}

function matrixAt({ rows, columns, labels }: MeasuredMatrix, screen: ScreenShape, size: number): MatrixLayout {
	const body = sceneBody(screen);
	const headOf = (names: readonly string[]) => widest(names, size) + 0.6 * size;
	const longest = headOf(rows);
	const words = columns.flatMap((name) => name.split(' '));
	const least = Math.max(widest(labels, size) + 0.7 * size, Math.min(8 * size, widest(words, size)) + 0.3 * size);
	const word = Math.min(headOf(rows.flatMap((name) => name.split(' '))), body.across - least);
	const beside = Math.max(word, body.across - Math.min(fewColumns, columns.length) * least);
	const head = Math.min(longest, beside, screen.seams.columns.length > 0 ? firstPanel(screen) : Infinity);
	const across = columnStretchesOf(screen, head, body.across);
	const fitting = Math.max(1, Math.min(columns.length, rowsIn(across, least)));
	const placedColumns = placeAt(across, fitting, largestIn(across, fitting, widestCell * size));
	const cellAcross = placedColumns.row;
	const names = columns.slice(0, fitting).map((name) => wrapText(name, (cellAcross - 0.3 * size) / 0.95, size));

	const headDown = Math.max(1, ...names.map((lines) => lines.length)) * leading.column * size + 0.4;
	const bottom = body.down - caption;
	/* The names of the columns stay on one panel, close above the first row where that is on the same. */
	const panels = stretchesOf(screen, 0, bottom);
	const heading = panels.find(({ from, to }) => to - from >= headDown) ?? { from: 0, to: bottom };
	const down = stretchesOf(screen, heading.from + headDown, bottom);
	const broken = longest > head;
	const lines = broken ? Math.max(...rows.map((name) => wrapText(name, head - 0.6 * size, size).length)) : 1;
	const leastDown = Math.max(rowDown.least * size, lines * leading.row * size + 0.3);
	const pages = Math.max(1, Math.ceil(rows.length / Math.max(1, rowsIn(down, leastDown))));
	const even = Math.max(1, Math.ceil(rows.length / pages));
	const placedRows = placeAt(down, even, largestIn(down, even, Math.max(leastDown, rowDown.most * size)));
	const above = Math.max(0, Math.min(heading.to, placedRows.tops[0] ?? 0) - headDown);
	return {
		columns: fitting,
		rows: even,
		pages,
		head,
		broken,
		cell: { across: cellAcross, down: placedRows.row },
		names,
		size,
		above,
		gaps: { columns: gapsOf(placedColumns, head), rows: gapsOf(placedRows, above + headDown) }
	};
}

/** What is free before each of them, the first one coming after something that ends at `from`. */
function gapsOf({ row, tops }: PlacedRows, from: number): readonly number[] {
	return tops.map((top, index) => {
		const before = tops[index - 1];
		const gap = top - (before === undefined ? from : before + row);
		return gap > negligible ? gap : 0;
	});
}
