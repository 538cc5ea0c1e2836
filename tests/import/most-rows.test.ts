import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { maxRows } from '#lib/import/limits.ts';
import { optionsFor } from './profile.ts';

/** A score sheet with a title, a header and so many rows. */
function sheet(rows: number): Uint8Array {
	const text = ['示例成绩\n竞赛编号,赛项,选手编号,总成绩\n'];
	for (let row = 0; row < rows; row++) text.push(`C1,E1,${row},9\n`);
	return new TextEncoder().encode(text.join(''));
}
const codes = ['PREAMBLE_SKIPPED'];

test('title and header do not count among the most rows that a file may have; one more row does', async () => {
	const full = await importFile(sheet(maxRows), optionsFor('成绩.csv'));
	expect(full.receipt.issues.map(({ code }) => code)).toEqual(codes);
	expect(full.receipt.rowsLoaded).toBe(5_000_000);
	const over = await importFile(sheet(maxRows + 1), optionsFor('成绩.csv'));
	expect(over.batch).toBeNull();
	expect(over.receipt.issues.map(({ code }) => code)).toEqual(['FILE_TOO_LARGE', ...codes]);
}, 120_000);
