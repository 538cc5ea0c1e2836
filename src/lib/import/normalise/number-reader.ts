import type { Field } from '#lib/datasets/dataset.ts';
import { precisionWords } from '../issue-kinds/precision-words.ts';
import { maxFigureDigits } from '../limits.ts';
import { unitsAgree, parseUnit, type ParsedUnit } from '../map/unit.ts';
import { cellText } from './characters.ts';
import { readDuration } from './date.ts';
import { fractionLength, places, roundDecimal, shiftDecimal } from './decimal.ts';
import { isExcelError, isMissing } from './missing.ts';
import { readNumber, type ReadNumber } from './number.ts';
import type { CellReader, RowContext } from './row-context.ts';

/** How the figures of one column are to be read. */
export interface NumberColumn {
	/** Field or indicator name that qualifiers are kept under. */
	readonly name: string;
	/** As printed in the file. */
	readonly header: string;
	readonly field: Field;
	/** The unit that header, unit row or file line give. */
	readonly unit: ParsedUnit | null;
	/** Whether figures may be below zero. */
	readonly signed: boolean;
}

/** A reader for one column of figures: exact decimal text in the canonical unit. */
export function numberReader(column: NumberColumn): CellReader {
	const power = column.unit?.power ?? 0;
	const integer = column.field.type === 'integer';
	const large = { sum: 0 };
	return (raw, context) => {
		const plain = power === 0 ? plainFigure(raw, integer) : '';
		const value = plain !== '' ? plain : readFigure(raw, column, power, context);
		// Small figures cannot add up to what no table holds; only large ones are watched.
		return value.length < watchedLength ? value : withinSum(value, large, column, context);
	};
}

const watchedLength = 10;
/** What the large figures of a column may add up to: half of what the tables of a release can hold. */
const maxColumnSum = 50 * 10 ** maxFigureDigits;

/** Sums of a column are stored like its figures; one that no table can hold must not get that far. */
function withinSum(value: string, large: { sum: number }, column: NumberColumn, context: RowContext): string {
	const next = large.sum + Math.abs(Number(value));
	if (next < maxColumnSum || context.quiet) {
		if (!context.quiet) large.sum = next;
		return value;
	}
	const details = {
		expected_zh: `整列之和须小于 5×10^${maxFigureDigits + 1}`,
		expected_en: `the column must add up to less than 5×10^${maxFigureDigits + 1}`
	};
	return context.fail('CELL_RANGE', column.header, value, { details }, 'sum');
}

/**
 * The common case without regular expressions: digits as they are stored, no sign, no leading zero, at most four
 * places, closing zeros cut off. '' for anything else.
 */
function plainFigure(raw: string, integer: boolean): string {
	const length = raw.length;
	if (length === 0 || length > maxFigureDigits) return '';
	let point = -1;
	for (let index = 0; index < length; index++) {
		const code = raw.charCodeAt(index);
		if (code >= 48 && code <= 57) continue;
		if (code !== 46 || point >= 0 || integer || index === 0) return '';
		point = index;
	}
	if (raw.charCodeAt(0) === 48 && length > 1 && point !== 1) return '';
	if (point < 0) return raw;
	if (point === length - 1 || length - point - 1 > places) return '';
	let end = length;
	while (raw.charCodeAt(end - 1) === 48) end--;
	if (end === length) return raw;
	return raw.slice(0, end - 1 === point ? point : end);
}

function readFigure(raw: string, column: NumberColumn, power: number, context: RowContext): string {
	const { header, field } = column;
	const text = cellText(raw);
	if (isMissing(text)) return '';
	if (isExcelError(text)) {
		context.report('CELL_EXCEL_ERROR', header, text);
		return '';
	}
	const read = field.unit === 'second' ? readTime(text) : readNumber(text);
	const unit = read && read.unit !== '' ? parseUnit(read.unit) : null;
	if (!read || (read.unit !== '' && !unit)) return notOfType(raw, column, context);
	if (read.percent && field.unit && !unitsAgree('percent', field.unit)) return notOfType(raw, column, context);
	if (read.scientific) imprecise('scientific', header, text, context);
	if (unit) compareUnits(unit, column, text, context);
	return storable(scaledValue(read, unit, power), text, column, context, read);
}

/** The nearest unit wins: 万 or 元 in the cell itself takes the place of what header, unit row or file line say. */
function scaledValue(read: ReadNumber, unit: ParsedUnit | null, power: number): string {
	if (unit && unit.power > 0) return shiftDecimal(read.value, unit.power) ?? read.value;
	if (read.scaled || unit !== null || power === 0) return read.value;
	return shiftDecimal(read.value, power) ?? read.value;
}

/** What a cell counts must be what its column counts; where the column is in 万元 and the cell in 元, both are told. */
function compareUnits(unit: ParsedUnit, column: NumberColumn, text: string, context: RowContext): void {
	const { field, header, unit: own } = column;
	context.foundUnit = unit.base;
	const expected = field.unit ?? own?.family;
	const strange = expected !== undefined && !unitsAgree(unit.family, expected);
	const otherScale = own !== null && own.power > 0 && unit.power === 0 && !/[十百千万亿萬億]/.test(text);
	if (!strange && !otherScale) return;
	const words = own ? { expected_zh: own.text, expected_en: own.text } : unitWords(field);
	context.report('UNIT_SUSPECT', header, text, { details: { found: unit.base, ...words } }, unit.base);
}

function storable(value: string, text: string, column: NumberColumn, context: RowContext, read: ReadNumber): string {
	const { header, field, name } = column;
	if (value.startsWith('-') && !column.signed && !/^-0*\.?0*$/.test(value)) {
		return context.fail('CELL_RANGE', header, text, { details: { expected: '≥ 0' } });
	}
	if (field.type === 'integer' && fractionLength(value) > 0) return notOfType(text, column, context);
	const result = roundDecimal(value);
	if (result !== value) imprecise('rounded', header, text, context);
	if (result.replace('-', '').split('.')[0]!.length > maxFigureDigits) {
		const details = {
			expected_zh: `须小于 10^${maxFigureDigits}，否则各地之和无法存放`,
			expected_en: `below 10^${maxFigureDigits}, or the sum over regions cannot be held`
		};
		return context.fail('CELL_RANGE', header, text, { details });
	}
	if (read.qualifier !== '') {
		context.report('CELL_FUZZY', header, text, { details: { found: `${read.qualifier}${result}` } });
		context.qualify(name, read.qualifier);
	}
	return result;
}

/** A figure that is loaded although digits of it are missing. */
function imprecise(kind: 'scientific' | 'rounded', header: string, text: string, context: RowContext): void {
	context.report('CELL_PRECISION', header, text, { severity: 'W', details: precisionWords[kind] }, kind);
}

function notOfType(raw: string, column: NumberColumn, context: RowContext): '' {
	const integer = column.field.type === 'integer';
	const details = { expected_zh: integer ? '整数' : '数值', expected_en: integer ? 'a whole number' : 'a number' };
	return context.fail('CELL_TYPE', column.header, raw, { details });
}

/** Seconds, or minutes and hours as a clock or in words. */
function readTime(text: string): ReadNumber | null {
	const plain = /^\d+(?:\.\d+)?$/.test(text) ? text : readDuration(text);
	return plain === null
		? readNumber(text)
		: { value: plain, qualifier: '', unit: '', percent: false, scaled: false, scientific: false };
}

/** What a field's unit is called. */
export function unitWords(field: Field): { expected_zh: string; expected_en: string } {
	const [zh, en] = unitNames[field.unit ?? 'other'] ?? ['', ''];
	return { expected_zh: zh, expected_en: en };
}

/** Canonical units in words. */
export const unitNames: Readonly<Record<string, readonly [zh: string, en: string]>> = {
	count: ['个', 'count'],
	person: ['人', 'persons'],
	'person-time': ['人次', 'person-times'],
	unit: ['家', 'units'],
	item: ['项', 'items'],
	yuan: ['元', 'yuan'],
	score: ['分', 'points'],
	second: ['秒', 'seconds'],
	percent: ['%', '%'],
	studio: ['个', 'studios'],
	other: ['', '']
};
