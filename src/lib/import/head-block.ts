import type { RowBlock } from './parse/row-blocks.ts';

/** Enough rows to find the header and to see what is below it. */
const enoughRows = 300;
const enoughBytes = 1024 * 1024;

/** The first rows of a file as one block: rows may be so long that a single piece holds but a few. */
export function headBlock(blocks: Iterator<RowBlock>): RowBlock | undefined {
	let head = blocks.next().value as RowBlock | undefined;
	while (head && !head.last && head.rows.length < enoughRows && head.done < enoughBytes) {
		const next = blocks.next().value as RowBlock | undefined;
		if (!next) break;
		head = joined(head, next);
	}
	return head;
}

function joined(first: RowBlock, second: RowBlock): RowBlock {
	const offset = first.rows.length;
	const shifted = (rows: ReadonlySet<number>) => [...rows].map((row) => row + offset);
	return {
		rows: [...first.rows, ...second.rows],
		firstLine: first.firstLine,
		extraLines: new Map([
			...first.extraLines,
			...[...second.extraLines].map(([row, extra]) => [row + offset, extra] as const)
		]),
		strayRows: new Set([...first.strayRows, ...shifted(second.strayRows)]),
		unclosedRows: new Set([...first.unclosedRows, ...shifted(second.unclosedRows)]),
		looseRows: new Set([...first.looseRows, ...shifted(second.looseRows)]),
		done: second.done,
		last: second.last,
		damaged: first.damaged || second.damaged,
		controls: first.controls || second.controls
	};
}

/** Line of the file at which a row of a block starts. */
export function lineOf(block: RowBlock, row: number): number {
	let line = block.firstLine + row;
	for (const [at, extra] of block.extraLines) if (at < row) line += extra;
	return line;
}

/** Row of a block that a line of the file belongs to. */
export function rowAt(block: RowBlock, line: number): number {
	let row = 0;
	while (row + 1 < block.rows.length && lineOf(block, row + 1) <= line) row++;
	return row;
}
