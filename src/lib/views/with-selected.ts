/** The same rows, each told whether it is the one that is chosen: all that is left to do when a choice is made. */
export function withSelected<T extends { readonly key: string }>(
	rows: readonly T[],
	selected: string | null
): (T & { readonly selected: boolean })[] {
	return rows.map((row) => ({ ...row, selected: row.key === selected }));
}
