import type { Indicator } from '#lib/indicators/indicator.ts';
import type { PictureFacts } from '../picture-facts.ts';
import type { PanelPicture } from '../panel-context.ts';
import type { Column } from '../table.ts';
import type { ExportRemark } from './export-table.ts';

/** Asks for all rows of a table, at most `limit`; `told` hears how many are there so far. An abort of the signal throws. */
export type AllRows<R = unknown> = (
	limit: number,
	told: (count: number) => void,
	signal: AbortSignal
) => Promise<readonly R[]>;

/** A panel at the moment at which somebody takes it along. */
export interface LeavingPanel {
	readonly name: string;
	readonly title: string;
	readonly unit: string | undefined;
	readonly period: string | undefined;
	readonly provisional: boolean;
	readonly completeness: { readonly reported: number; readonly expected: number } | null;
	readonly indicators: readonly Indicator[];
	/** What it is about in a few words, where it shows no indicator. */
	readonly subject: string | null;
	readonly facts: PictureFacts | null;
	readonly remarks: readonly ExportRemark[];
	/** Of how many rows those of the table are; 0 where it has all. */
	readonly whole: number;
	/** Asks for those that the page has not loaded as well; left out where it has all, or nobody knows them. */
	readonly all?: AllRows | null;
	readonly picture: PanelPicture | null;
	/** Columns and rows of one kind; which kind is the panel's own business. */
	readonly table: {
		readonly columns: readonly Column<never>[];
		readonly rows: readonly never[];
		readonly sorted?: Sorted;
	} | null;
}

/** Puts other rows of a table into the order that is shown. */
export type Sorted = (rows: readonly never[]) => readonly never[];

/** The files that a panel can become. */
export type FileKind = 'png-1' | 'png-2' | 'png-4' | 'svg' | 'csv' | 'csv-gb18030' | 'xlsx';
