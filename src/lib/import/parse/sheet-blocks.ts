import { controls } from '../normalise/characters.ts';
import { mayBeDamaged, type RowBlock } from './row-blocks.ts';

const step = 5000;

/** Sheet rows in the form of a parsed file. */
export function* sheetBlocks(rows: string[][], bytes: number): Generator<RowBlock> {
	const none = new Set<number>();
	const form = { extraLines: new Map<number, number>(), strayRows: none, unclosedRows: none, looseRows: none };
	for (let start = 0; start === 0 || start < rows.length; start += step) {
		const last = start + step >= rows.length;
		const block = rows.slice(start, start + step);
		const text = block.map((row) => row.join(' ')).join(' ');
		yield {
			rows: block,
			firstLine: start + 1,
			...form,
			done: last ? bytes : Math.round((bytes * start) / rows.length),
			last,
			damaged: mayBeDamaged.test(text),
			controls: controls.test(text)
		};
	}
}
