import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { PieceDigests } from '#lib/import/piece-digests.ts';
import { sha256 } from '#lib/import/digest.ts';
import { optionsFor } from './profile.ts';
import { recordsOf } from './records.ts';

/** Names that have to be quoted, and ones that do not. */
const name = fc.constantFrom('示例一', '示例，二', '示例,三', '“示例”', '示例"四"', '示例\n五');
const entries = fc.array(
	fc.record({ key: fc.integer({ min: 1, max: 12 }), name, score: fc.integer({ min: 0, max: 1 }) }),
	{ maxLength: 20 }
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/* A file that begins in order and stops to be so: rows that were not noted at first are found to repeat all the same. */
test('a row repeats or contradicts an earlier one wherever both stand', async () => {
	await fc.assert(
		fc.asyncProperty(entries, entries, async (ordered, others) => {
			const rows = [...ordered.toSorted((a, b) => a.key - b.key), ...others];
			const lines = rows.map((row) => `C1,E1,P${100 + row.key},${row.score},${quoted(row.name)}`);
			const text = `竞赛编号,赛项,选手编号,总成绩,单位\n${lines.join('\n')}\n`;
			const result = await importFile(new TextEncoder().encode(text), optionsFor('成绩.csv'));
			const seen = new Map<number, string>();
			let [same, different] = [0, 0];
			for (const { key, ...content } of rows) {
				const known = seen.get(key);
				if (known === undefined) seen.set(key, JSON.stringify(content));
				else if (known === JSON.stringify(content)) same++;
				else different++;
			}
			const aside = new Map(result.receipt.setAside.map(({ reason, count }) => [reason, count]));
			expect(aside.get('ROW_DUPLICATE') ?? 0).toBe(same);
			expect(aside.get('KEY_DUPLICATE') ?? 0).toBe(different);
			if (rows.length > 0) expect(recordsOf(result)).toHaveLength(seen.size);
		}),
		{ numRuns: 200 }
	);
});

test('pieces are hashed as they get complete, and come to the same as at the end', async () => {
	const piece = 4 * 1024 * 1024;
	const bytes = Uint8Array.from({ length: 2 * piece + 5 }, (_, at) => (at * 2654435761) >>> 24);
	const expected = await Promise.all(
		[0, piece, 2 * piece].map((start) => sha256(bytes.subarray(start, start + piece)))
	);
	const growing = new PieceDigests();
	for (const length of [3, piece - 1, piece, piece + 7]) growing.advance(bytes.slice(0, length));
	expect(await growing.finish(bytes)).toEqual(expected);
	expect(await new PieceDigests().finish(bytes)).toEqual(expected);
	expect(await new PieceDigests().finish(bytes.subarray(0, piece))).toEqual(expected.slice(0, 1));
	expect(await new PieceDigests().finish(new Uint8Array())).toEqual([await sha256(new Uint8Array())]);
});
