import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { loadedRows, readClean, runCase, tableOf } from './judge.ts';
import { kinds } from './kinds.ts';
import { kindRow } from './matrix-page.ts';

const names = Object.keys(datasets) as DatasetName[];

describe('clean tables', () => {
	test.each(names)('%s: read whole, without a word of warning', async (dataset) => {
		for (const variant of ['names', 'codes'] as const) {
			for (const [size, seed] of [
				[8, 1],
				[40, 1],
				[40, 2],
				[300, 1]
			] as const) {
				const result = await readClean(tableOf({ dataset, variant, size, seed }));
				expect(result.receipt.issues.filter(({ severity }) => severity !== 'I')).toEqual([]);
				expect(result.receipt.dataset).toBe(dataset);
				expect(loadedRows(result)).toHaveLength(size);
			}
		}
	});
});

describe('every kind of pollution', () => {
	test('there are at least 40 of structure and 40 of meaning, each with a name of its own', () => {
		expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
		expect(kinds.filter(({ group }) => group === 'structure').length).toBeGreaterThan(40);
		expect(kinds.filter(({ group }) => group === 'meaning').length).toBeGreaterThan(40);
	});

	// Two datasets of nine for each kind; the whole matrix is run by write-matrix.ts.
	const slices = 6;
	test.each(Array.from({ length: slices }, (_, slice) => slice))(
		'read the same or told, part %i',
		async (slice) => {
			for (const [at, kind] of kinds.entries()) {
				if (at % slices !== slice) continue;
				let ran = 0;
				for (let step = 0; step < names.length && ran < 2; step++) {
					const dataset = names[(at * 4 + step) % names.length] as DatasetName;
					const variant = (at + step) % 2 === 0 ? 'names' : 'codes';
					const found = await runCase({ kind, dataset, variant, size: 8, seed: 1 });
					if (!found) continue;
					ran++;
					const { outcome, why } = found.verdict;
					expect
						.soft(['same', 'flagged'].includes(outcome), `${kind.id}, ${dataset} ${variant}: ${outcome}: ${why}`)
						.toBe(true);
				}
			}
		},
		60_000
	);
});

test('docs/import-robustness.md has a row for every kind and no silent one', async () => {
	const page = await readFile('docs/import-robustness.md', 'utf8');
	const rows = page.split('\n').filter((line) => line.startsWith('| `'));
	// Columns of a formatted table are filled up with blanks.
	const begun = (row: string) =>
		row
			.split(' | ')
			.slice(0, 2)
			.map((cell) => cell.trim());
	expect(rows.map(begun)).toEqual(kinds.map((kind) => begun(kindRow(kind))));
	expect(page).not.toMatch(/\| .*(?:SILENT|WRONG) \d/);
});
