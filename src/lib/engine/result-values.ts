import type { CellValue, Row } from './connector.ts';

/** The error for a result column of a type that the engines do not hand over alike. */
export function unreadableColumn(column: string, type: string): TypeError {
	return new TypeError(
		`Column "${column}" is ${type}, which engines return differently: cast it to DOUBLE, BIGINT or VARCHAR in the statement`
	);
}

/** A 64-bit integer as a number. Beyond 2^53 it would silently change, so that is a RangeError. */
export function wholeNumber(value: bigint, column: string): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) {
		throw new RangeError(`Column "${column}" holds ${value}, beyond 2^53: cast it to VARCHAR in the statement`);
	}
	return number;
}

/** Puts a cell under its column's name, whatever the name is: set plainly, `__proto__` would be lost. */
export function putCell(row: Row, name: string, value: CellValue): void {
	if (name !== '__proto__') row[name] = value;
	else Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
}
