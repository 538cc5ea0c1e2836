import type { CellValue } from '#lib/engine/connector.ts';

/** A decimal as text without the zeros that its column's scale adds: 34743.0000 is a whole number. */
export function plainDecimal(cell: CellValue | undefined): string | null {
	if (cell === null || cell === undefined || cell === '') return null;
	const told = String(cell);
	return told.includes('.') ? told.replace(/\.?0+$/, '') : told;
}
