import { staging } from './staging.ts';
import { at } from './tables.ts';

/** Cells while they are resolved: dimension members by number, reported ones and sums. */
export const cells = at(staging, 'cell');

/** Sums of parts: by region for every cell, by the other dimensions beside reported values, as their control. */
export const controls = at(staging, 'control');

/** How a cell came about, in `cell.source` and `control.source`. */
export const source = { reported: 0, period: 1, region: 2, ownership: 3, industry: 4 } as const;

/** Coverage of a cell whose parts are all there, all the way down. */
export const fullCoverage = 1_000_000;
