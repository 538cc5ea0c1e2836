import type { Field } from '#lib/datasets/dataset.ts';
import { unitsAgree, parseUnit, type ParsedUnit } from '../map/unit.ts';
import { plainText } from './characters.ts';
import { readDuration } from './date.ts';
import { fractionLength, places, roundDecimal, shiftDecimal, wholeDigits } from './decimal.ts';
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
	return (raw, context) => {
		const plain = power === 0 ? plainFigure(raw, integer) : '';
		if (plain !== '') return plain;
		return readFigure(raw, column, power, context);
	};
}

/**
 * The common case without regular expressions: digits as they are stored, no sign, no leading zero, at most four
 * places, closing zeros cut off. '' for anything else.
 */
function plainFigure(raw: string, integer: boolean): string {
	const length = raw.length;
	if (length === 0 || length > wholeDigits) return '';
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
	const { header, field, name } = column;
	const text = plainText(raw);
	if (isMissing(text)) return '';
	if (isExcelError(text)) {
		context.report('CELL_EXCEL_ERROR', header, text);
		return '';
	}
	const read = field.unit === 'second' ? readTime(text) : readNumber(text);
	const unit = read && read.unit !== '' ? parseUnit(read.unit) : null;
	if (!read || (read.unit !== '' && !unit)) return notOfType(raw, column, context);
	if (read.scientific) context.report('CELL_PRECISION', header, text, { severity: 'W' });
	if (unit && field.unit && !unitsAgree(unit.family, field.unit)) {
		context.report('UNIT_SUSPECT', header, text, { details: { found: unit.base, ...unitWords(field) } }, unit.base);
	}
	const shifted = read.scaled || power === 0 ? read.value : (shiftDecimal(read.value, power) ?? read.value);
	return storable(shifted, text, column, context, read, name);
}

function storable(
	value: string,
	text: string,
	column: NumberColumn,
	context: RowContext,
	read: ReadNumber,
	name: string
): string {
	const { header, field } = column;
	if (value.startsWith('-') && !column.signed) {
		return context.fail('CELL_RANGE', header, text, { details: { expected: '≥ 0' } });
	}
	if (field.type === 'integer' && fractionLength(value) > 0) return notOfType(text, column, context);
	const result = roundDecimal(value);
	if (result !== value) context.report('CELL_PRECISION', header, text, { severity: 'W' });
	if (result.replace('-', '').split('.')[0]!.length > wholeDigits) {
		return context.fail('CELL_RANGE', header, text, { details: { expected: `< 10^${wholeDigits}` } });
	}
	if (read.qualifier !== '') {
		context.report('CELL_FUZZY', header, text, { details: { found: `${read.qualifier}${result}` } });
		context.qualify(name, read.qualifier);
	}
	return result;
}

function notOfType(raw: string, column: NumberColumn, context: RowContext): '' {
	const integer = column.field.type === 'integer';
	const details = { expected_zh: integer ? '整数' : '数值', expected_en: integer ? 'a whole number' : 'a number' };
	return context.fail('CELL_TYPE', column.header, raw, { details });
}

function readTime(text: string): ReadNumber | null {
	const plain = /^\d+(?:\.\d+)?$/.test(text) ? text : readDuration(text);
	return plain === null
		? null
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
