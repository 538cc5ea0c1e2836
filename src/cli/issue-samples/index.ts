import { cellSamples } from './cell.ts';
import { fileSamples } from './file.ts';
import type { IssueSample } from './sample.ts';
import { tableSamples } from './table.ts';
import { workbookSamples } from './workbook.ts';

/** One sample a code, for every code that reading a file can raise. */
export const issueSamples: readonly IssueSample[] = [
	...fileSamples,
	...tableSamples,
	...workbookSamples,
	...cellSamples
];
