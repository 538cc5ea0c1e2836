import type { CellValue } from '#lib/engine/connector.ts';
import { text } from '../figure.ts';

/** A decimal as text without the zeros that its column's scale adds: 34743.0000 is a whole number. */
export function plainDecimal(cell: CellValue | undefined): string | null {
	const told = text(cell);
	return told === null || !told.includes('.') ? told : told.replace(/\.?0+$/, '');
}
