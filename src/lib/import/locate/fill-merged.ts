import type { SheetText } from '../decode/workbook.ts';

/** Merged labels that were written into all their rows, and merged figures that stand in their first row only. */
export interface FilledMerges {
	readonly labels: number;
	/** The first of them and its 0-based row. */
	readonly first: { readonly row: number; readonly label: string } | null;
	/** Rows and columns that a figure covers without standing there. */
	readonly covered: readonly { readonly row: number; readonly column: number; readonly figure: string }[];
}

const startsAsFigure = /^[-+(¥￥]?\s*[\d０-９]/;

/**
 * Writes a label that is merged over several rows into each of them, in place. A figure is not repeated: two rows that
 * share one figure do not have it twice. Cells merged side by side stay as they are; headers know how to read those.
 */
export function fillMerged(sheet: SheetText): FilledMerges {
	let labels = 0;
	let first: { row: number; label: string } | null = null;
	const covered: { row: number; column: number; figure: string }[] = [];
	for (const { top, left, bottom } of sheet.merged) {
		const label = sheet.rows[top]?.[left] ?? '';
		if (bottom <= top || label === '') continue;
		if (startsAsFigure.test(label)) {
			for (let row = top + 1; row <= bottom && row < sheet.rows.length; row++)
				covered.push({ row, column: left, figure: label });
			continue;
		}
		labels++;
		if (!first || top < first.row) first = { row: top, label };
		for (let row = top + 1; row <= bottom && row < sheet.rows.length; row++) {
			const cells = sheet.rows[row] as string[];
			while (cells.length <= left) cells.push('');
			if (cells[left] === '') cells[left] = label;
		}
	}
	return { labels, first, covered };
}
