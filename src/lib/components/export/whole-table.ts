import type { FileKind, LeavingPanel } from './leaving-panel.ts';

/** More rows than these are not put into one file: a workbook is made in memory, and programs open it slowly. */
export const mostRows: Readonly<Partial<Record<FileKind, number>>> = {
	xlsx: 200_000,
	csv: 500_000,
	'csv-gb18030': 500_000
};

/** How many rows a file of this kind will have. */
export function rowsOfFile({ all, whole, table }: LeavingPanel, kind: FileKind): number {
	const loaded = table?.rows.length ?? 0;
	return all ? Math.max(loaded, Math.min(whole, mostRows[kind] ?? 0)) : loaded;
}

/** A panel with all rows of its table, as many as a file of this kind takes, in the order shown. An abort throws. */
export async function wholeTable(
	panel: LeavingPanel,
	kind: FileKind,
	told: (count: number) => void,
	signal: AbortSignal
): Promise<LeavingPanel> {
	const { all, table } = panel;
	const limit = mostRows[kind];
	if (!all || !table || limit === undefined || limit <= table.rows.length) return panel;
	/* They are of the kind that the panel's columns read; which kind that is, is its own business. */
	const rows = (await all(limit, told, signal)) as readonly never[];
	return { ...panel, table: { ...table, rows: table.sorted?.(rows) ?? rows } };
}
