import { textWidth } from '#lib/wall/text-width.ts';
import { wrapText } from '#lib/charts/wrap-text.ts';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';

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
	/** The names of the rows. */
	readonly head: number;
	readonly cell: { readonly across: number; readonly down: number };
	/** The names of the columns, broken into lines. */
	readonly names: readonly (readonly string[])[];
	readonly size: number;
}

const caption = 2;
const widestCell = 9;
const leading = 1.2;
/** Latin letters run narrower than the estimate. */
const widthOf = (text: string, size: number) => textWidth(text, size) * (/[\u2e80-\uffff]/.test(text) ? 1.04 : 0.95);
const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => widthOf(text, size)));

/** Lays a matrix out: as many columns and rows as keep their type, the rest of the rows on further pages. */
export function matrixLayout(matrix: MeasuredMatrix, screen: ScreenShape): MatrixLayout {
	const { across, down } = sceneBody(screen);
	for (const size of [4 / 3, 1.15]) {
		const layout = matrixAt(matrix, { across, down }, size);
		if (layout.pages === 1 && layout.columns === matrix.columns.length) return layout;
	}
	return matrixAt(matrix, { across, down }, 1);
}

function matrixAt(
	{ rows, columns, labels }: MeasuredMatrix,
	{ across, down }: { readonly across: number; readonly down: number },
	size: number
): MatrixLayout {
	const head = widest(rows, size) + 0.6 * size;
	const words = columns.flatMap((name) => name.split(' '));
	const least = Math.max(widest(labels, size) + 0.7 * size, Math.min(8 * size, widest(words, size)) + 0.3 * size);
	const fitting = Math.max(1, Math.min(columns.length, Math.floor((across - head) / least)));
	const cellAcross = Math.min(widestCell * size, (across - head) / fitting);
	const names = columns.slice(0, fitting).map((name) => wrapText(name, (cellAcross - 0.3 * size) / 0.95, size));
	const headDown = Math.max(1, ...names.map((lines) => lines.length)) * leading * size + 0.4;
	const room = down - headDown - caption;
	const perPage = Math.max(1, Math.floor(room / (1.7 * size)));
	const pages = Math.max(1, Math.ceil(rows.length / perPage));
	const even = Math.max(1, Math.ceil(rows.length / pages));
	return {
		columns: fitting,
		rows: even,
		pages,
		head,
		cell: { across: cellAcross, down: Math.min(3 * size, room / even) },
		names,
		size
	};
}
