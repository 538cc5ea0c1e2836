import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';

/** One column of a table. `pinyin` sorts Chinese text by its reading, `text` by code points, numbers by size. */
export interface Column<R> {
	readonly key: string;
	readonly title: string;
	readonly kind: 'text' | 'pinyin' | 'number';
	/** What is sorted by. Missing values always come last. */
	readonly value: (row: R) => string | number | null;
	/** What is shown; the value itself where left out, — for a missing one. */
	readonly text?: (row: R) => string;
	/** A second line of the cell where the screen is too narrow for the columns that it stands for; these have priority 2. */
	readonly below?: (row: R) => string;
	/** Makes the cell a link. */
	readonly href?: (row: R) => string | null;
	/** How the number of a row came about: a press on it tells. Asked then; null, and without a value (see `explainsMissing`): there is nothing to tell. */
	readonly explain?: (row: R) => TraceQuestion | null;
	/** Rows without a value that can say how that came about, such as a report that is owed; none where left out. */
	readonly explainsMissing?: (row: R) => boolean;
	/** CSS width; without it columns share the room. */
	readonly width?: string;
	/** 1 always shown, 2 from 640 px, 3 from 1024 px. Default 1. */
	readonly priority?: 1 | 2 | 3;
}

/** How a table is sorted. */
export interface Sort {
	readonly key: string;
	readonly direction: 'ascending' | 'descending';
}

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/** What a cell shows. */
export function cellText<R>(column: Column<R>, row: R): string {
	if (column.text) return column.text(row);
	const value = column.value(row);
	return value === null || value === '' ? '—' : String(value);
}

/** Whether a text takes more room than 24 letters; a Chinese character takes that of two. */
export function isLong(text: string): boolean {
	let width = 0;
	for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 2 : 1;
	return width > 24;
}

/** Rows in order: numbers by size, Chinese by reading, ties in the order given, missing last in both directions. */
export function sortRows<R>(rows: readonly R[], columns: readonly Column<R>[], sort: Sort | null): readonly R[] {
	const column = columns.find((candidate) => candidate.key === sort?.key);
	if (!sort || !column) return rows;
	const sign = sort.direction === 'ascending' ? 1 : -1;
	const keyed = rows.map((row) => ({ row, value: column.value(row) }));
	keyed.sort((a, b) => {
		const [missingA, missingB] = [a.value === null || a.value === '', b.value === null || b.value === ''];
		if (missingA || missingB) return Number(missingA) - Number(missingB);
		if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
		const [first, second] = [String(a.value), String(b.value)];
		if (column.kind === 'pinyin') return sign * byPinyin.compare(first, second);
		return sign * (first < second ? -1 : first > second ? 1 : 0);
	});
	return keyed.map(({ row }) => row);
}

/** The sort after a click on a header: numbers start with the largest, texts with the first; the third click undoes it. */
export function nextSort<R>(column: Column<R>, sort: Sort | null): Sort | null {
	const first = column.kind === 'number' ? 'descending' : 'ascending';
	if (sort?.key !== column.key) return { key: column.key, direction: first };
	if (sort.direction === first)
		return { key: column.key, direction: first === 'ascending' ? 'descending' : 'ascending' };
	return null;
}

/** Whether a cell can be asked how its number came about. */
export function isExplained<R>(column: Column<R>, row: R): boolean {
	return column.explain !== undefined && (column.value(row) !== null || column.explainsMissing?.(row) === true);
}

/** The columns of a row whose numbers explain themselves; the one that a mark of the picture shows comes first. */
export function explainedColumns<R>(
	{ columns, mark }: { readonly columns: readonly Column<R>[]; readonly mark?: string | undefined },
	row: R
): Column<R>[] {
	const able = columns.filter((column) => isExplained(column, row));
	return [...able.filter(({ key }) => key === mark), ...able.filter(({ key }) => key !== mark)];
}

/**
 * How the number behind a mark of a picture came about, asked of the picture's table: of a heatmap's `row|column` that cell,
 * else what the mark shows of its row. Marks that carry no key are found by their position.
 */
export function markQuestion<R>(
	table: {
		readonly rows: readonly R[];
		readonly columns: readonly Column<R>[];
		readonly key: (row: R) => string;
		/** The column that the marks show; the first explained one where left out. */
		readonly mark?: string | undefined;
	},
	mark: { readonly key: string; readonly index: number }
): TraceQuestion | null {
	const { rows, key } = table;
	const [of = '', at = ''] = mark.key.split('|');
	const whole = rows.find((one) => key(one) === mark.key);
	const row = whole ?? rows.find((one) => key(one) === of) ?? (mark.key === '' ? rows[mark.index] : undefined);
	if (!row) return null;
	const able = explainedColumns(table, row);
	const column = (whole ? undefined : able.find((one) => one.key === at)) ?? (at && !whole ? undefined : able[0]);
	return column?.explain?.(row) ?? null;
}
