import type { Field } from '#lib/datasets/dataset.ts';
import { isPersonalNumber } from '../map/personal.ts';
import { precisionWords } from '../issue-kinds/precision-words.ts';
import { maxCellCharacters } from '../limits.ts';
import { plainText } from './characters.ts';
import { readDate } from './date.ts';
import { maskPersonal, shortestPersonal } from './mask.ts';
import { isExcelError } from './missing.ts';
import type { CellReader, RowContext } from './row-context.ts';

const blankMarks = /^(?:[-—–…*/\\.]+|n\/a|null)$/i;
const scientific = /^[-+]?\d(?:\.\d+)?[eE]\+?\d+$/;
/** ="000123": the way to make Excel keep leading zeros. */
const textFormula = /^="([^"]*)"$/;

/** Whether a code has gone through a spreadsheet that shortened it: 3.7E+05. */
export function isShortenedCode(text: string): boolean {
	return text.length > 4 && scientific.test(text);
}

/** Text and ids. Ids stay text: leading zeros survive, digits already lost are an error. */
export function textReader(field: Field, header: string): CellReader {
	const id = field.type === 'id';
	return (raw, context) => {
		if (raw === '') return '';
		let text = plainText(raw);
		const code = text.charCodeAt(0);
		if (code > 64 && text.length < shortestPersonal) {
			// #REF! apart, errors of spreadsheets begin with E: Err:502.
			return code === 69 && text.length === 7 && isExcelError(text) ? excelError(header, text, context) : text;
		}
		if (text === '' || blankMarks.test(text)) return '';
		if (isExcelError(text)) return excelError(header, text, context);
		if (text.length > maxCellCharacters) {
			return context.fail('CELL_TOO_LONG', header, text.slice(0, 80), { details: { found: String(text.length) } });
		}
		if (isPersonalNumber(text) && (!id || text.length === 18)) return personalValue(header, context);
		if (code === 39) text = text.slice(1);
		const wrapped = textFormula.exec(text);
		if (wrapped) text = wrapped[1] ?? '';
		else if (/^[=+@\t\r]/.test(text) || (code === 45 && !/^-\d/.test(text)))
			context.report('CELL_FORMULA', header, text);
		if (id && isShortenedCode(text)) return context.fail('CELL_PRECISION', header, text);
		return id ? text : withoutPersonal(text, header, context);
	};
}

function excelError(header: string, text: string, context: RowContext): '' {
	context.report('CELL_EXCEL_ERROR', header, text);
	return '';
}

function personalValue(header: string, context: RowContext): '' {
	context.report('COLUMN_PERSONAL', header, null);
	return '';
}

const inText = {
	action_zh: '文字中的证件号、手机号或银行卡号已隐去，请在原表中删除',
	action_en: 'Identity, telephone or card numbers inside the text were masked; remove them from the original'
};

/** Identity, telephone and card numbers inside a text are masked. */
function withoutPersonal(text: string, header: string, context: RowContext): string {
	const kept = maskPersonal(text);
	if (kept !== text) context.report('COLUMN_PERSONAL', header, kept, { severity: 'W', details: inText }, 'text');
	return kept;
}

/** Dates as ISO text. */
export function dateReader(header: string): CellReader {
	return remember((raw, context) => {
		const text = plainText(raw);
		if (text === '' || blankMarks.test(text)) return '';
		if (isExcelError(text)) return excelError(header, text, context);
		const date = readDate(text);
		if (date === 'ambiguous') return context.fail('CELL_DATE_AMBIGUOUS', header, text);
		if (date === null) {
			return context.fail('CELL_TYPE', header, text, { details: { expected_zh: '日期', expected_en: 'a date' } }, text);
		}
		if (date.partial)
			context.report('CELL_PRECISION', header, text, { severity: 'W', details: precisionWords.partialDate });
		return date.iso;
	});
}

/** Years as four digits. */
export function yearReader(header: string): CellReader {
	return remember((raw, context) => {
		const text = plainText(raw);
		if (text === '' || blankMarks.test(text)) return '';
		if (isExcelError(text)) return excelError(header, text, context);
		const year = /^((?:19|20)\d{2})(?:\.0+)?\s*(?:年度?)?$/.exec(text)?.[1] ?? readDateYear(text);
		if (year) return year;
		return context.fail('CELL_TYPE', header, text, { details: { expected_zh: '年份', expected_en: 'a year' } }, text);
	});
}

function readDateYear(text: string): string | null {
	const date = readDate(text);
	return date === null || date === 'ambiguous' ? null : date.iso.slice(0, 4);
}

const rememberLimit = 20_000;

/** Keeps the answers for texts that were read without any finding; findings must be reported for every row. */
export function remember(reader: CellReader): CellReader {
	const answers = new Map<string, string>();
	return (raw, context) => {
		if (raw === '') return '';
		const known = answers.get(raw);
		if (known !== undefined) return known;
		const before = context.log.size;
		const failed = context.failure;
		const answer = reader(raw, context);
		const clean = !context.quiet && context.muted === null && context.log.size === before && context.failure === failed;
		// A copy: a long cell is a view into its piece of the file and would keep all of it in memory.
		if (clean && answers.size < rememberLimit) answers.set(` ${raw}`.slice(1), answer);
		return answer;
	};
}
