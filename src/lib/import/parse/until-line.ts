import type { RowBlock } from './row-blocks.ts';

/** The blocks up to a 1-based line, that line included; all of them where none is given. */
export function* blocksUntil(blocks: Iterable<RowBlock>, lastLine: number | undefined): Generator<RowBlock> {
	if (lastLine === undefined) return yield* blocks;
	for (const block of blocks) {
		let line = block.firstLine;
		let count = 0;
		while (count < block.rows.length && line <= lastLine) line += 1 + (block.extraLines.get(count++) ?? 0);
		if (count === block.rows.length && !block.last) {
			yield block;
			continue;
		}
		yield { ...block, rows: block.rows.slice(0, count), last: true };
		return;
	}
}
