import type { SheetText } from '../decode/workbook.ts';

/** Rows that merged labels were written into, and merged figures that stand in their first row only. */
export interface FilledMerges {
	readonly labels: number;
	readonly figures: number;
	/** 0-based row of the first of each, or -1. */
	readonly firstLabel: number;
	readonly firstFigure: number;
}

const startsAsFigure = /^[-+(¥￥]?\s*[\d０-９]/;

/**
 * Writes a label that is merged over several rows into each of them, in place. A figure is not repeated: two rows that
 * share one figure do not have it twice. Cells merged side by side stay as they are; headers know how to read those.
 */
export function fillMerged(sheet: SheetText): FilledMerges {
	let [labels, figures, firstLabel, firstFigure] = [0, 0, -1, -1];
	for (const { top, left, bottom } of sheet.merged) {
		const label = sheet.rows[top]?.[left] ?? '';
		if (bottom <= top || label === '') continue;
		if (startsAsFigure.test(label)) {
			figures++;
			if (firstFigure < 0 || top < firstFigure) firstFigure = top;
			continue;
		}
		labels++;
		if (firstLabel < 0 || top < firstLabel) firstLabel = top;
		for (let row = top + 1; row <= bottom && row < sheet.rows.length; row++) {
			const cells = sheet.rows[row] as string[];
			while (cells.length <= left) cells.push('');
			if (cells[left] === '') cells[left] = label;
		}
	}
	return { labels, figures, firstLabel, firstFigure };
}
