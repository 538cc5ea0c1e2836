import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { FuzzReport } from './fuzzing.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds.ts';
import type { Cell, Extent, Matrix } from './matrix.ts';

const names = Object.keys(datasets) as DatasetName[];
const visible = (text: string) =>
	text
		.replaceAll('|', '\\|')
		.replaceAll('<', '&lt;')
		.replace(/[\t\n\r\u2028]/g, '⏎');

/** The first two columns of a kind's row. */
export function kindRow(kind: Kind): string {
	return `| \`${kind.id.replaceAll('|', '\\|')}\` | ${visible(kind.title.zh)}<br>${visible(kind.title.en)}`;
}

function outcome(cell: Cell | undefined): string {
	if (!cell) return '–';
	const parts = [
		cell.same > 0 && `= ${cell.same}`,
		cell.flagged > 0 && `! ${cell.flagged}`,
		cell.wrong > 0 && `WRONG ${cell.wrong}`,
		cell.silent > 0 && `SILENT ${cell.silent}`
	];
	return parts.filter((part) => part !== false).join('<br>');
}

function codes(row: Partial<Record<DatasetName, Cell>>): string {
	const counts = new Map<string, number>();
	for (const cell of Object.values(row))
		for (const [code, count] of Object.entries(cell.codes)) counts.set(code, (counts.get(code) ?? 0) + count);
	return (
		[...counts]
			.sort((a, b) => b[1] - a[1])
			.map(([code]) => code)
			.join('<br>') || ''
	);
}

/** What a run gave, as `docs/import-robustness.md` tells it. */
export interface Measured {
	readonly matrix: Matrix;
	readonly extent: Extent;
	readonly cleanFiles: number;
	readonly falseAlarms: number;
	readonly fuzz: FuzzReport;
	readonly fuzzSeconds: number;
	readonly naughty: number;
	readonly properties: number;
}

/** The page. */
export function matrixPage(measured: Measured): string {
	const { matrix, extent, fuzz } = measured;
	const cells = Object.values(matrix).flatMap((row) => Object.values(row));
	const sum = (name: 'same' | 'flagged' | 'wrong' | 'silent') => cells.reduce((total, cell) => total + cell[name], 0);
	const all = sum('same') + sum('flagged') + sum('wrong') + sum('silent');
	const sizes = extent.sizes.map(([rows]) => rows).join(', ');
	const head = `| kind | what happens to the file | ${names.join(' | ')} | told as |\n|${' --- |'.repeat(names.length + 3)}`;
	const table = (group: Kind['group']) =>
		kinds
			.filter((kind) => kind.group === group)
			.map((kind) => {
				const row = matrix[kind.id] ?? {};
				return `${kindRow(kind)} | ${names.map((name) => outcome(row[name])).join(' | ')} | ${codes(row)} |`;
			})
			.join('\n');
	const count = (group: Kind['group']) => kinds.filter((kind) => kind.group === group).length;
	return `<!-- Written by \`node tests/import/robustness/write-matrix.ts\` (Node 24). Do not edit. -->

# 导入的稳健性 Robustness of the import

每个文件只有两种结果：与干净原件读得完全一样，或在正确的行（和列）以正确的代码指出。没有第三种。
A file has two outcomes: it is read exactly as its clean original, or told by the right code at the right line (and column).
There is no third one.

| measure | result |
| --- | --- |
| kinds of pollution | ${kinds.length}: ${count('structure')} of structure, ${count('meaning')} of meaning |
| polluted files | ${all.toLocaleString('en')}, from clean tables of ${sizes} rows of all nine datasets, with names and with codes |
| read exactly as the clean original | ${sum('same').toLocaleString('en')} |
| told by the right code at the right place, everything else loaded as in the original | ${sum('flagged').toLocaleString('en')} |
| told, but by another code, at another place, or without need | ${sum('wrong').toLocaleString('en')} |
| **read otherwise without a word** | **${sum('silent').toLocaleString('en')}** |
| clean files; false alarms (W, E or F) among them | ${measured.cleanFiles}; ${measured.falseAlarms} |
| mutated files (\`fuzz.ts\`): bytes flipped, cut, doubled, spliced; text in all encodings and workbooks | ${fuzz.files.toLocaleString('en')} in ${measured.fuzzSeconds} s: ${fuzz.loaded.toLocaleString('en')} gave a batch, ${fuzz.refused.toLocaleString('en')} were refused |
| uncaught errors, rows unaccounted for, sentences with holes among them | ${fuzz.failures.length} |
| slowest of them, in computing time (limit 5,000 ms) | ${Math.round(fuzz.slowest).toLocaleString('en')} ms |
| naughty strings as cell, header, file, sheet, region and user name | ${measured.naughty}, stored and given exactly in text file, workbook, batch and DuckDB |
| random typed tables in random dialect, encoding and spelling (fast-check) | ${measured.properties} in every test run, every value exact |

How to read the tables: \`= n\` n files were read the same, \`! n\` n files were told, \`–\` cannot happen to this dataset.
The kinds are in \`tests/import/robustness/kinds-*.ts\`, each with what must come of it; \`matrix.test.ts\` runs a part of them
in every test run. \`node tests/import/robustness/try-kinds.ts "PART OF A NAME"\` runs single ones.

What no reader can know from the file alone is not among them: a row or a digit that is missing without a trace, a file
cut exactly in its last cell, two like columns exchanged. Control totals and the comparison with the last period
(\`docs/import.md\`) are for those.

## 结构 Structure

${head}
${table('structure')}

## 含义 Meaning

${head}
${table('meaning')}
`;
}
