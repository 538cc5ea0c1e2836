import type { Field } from '#lib/datasets/dataset.ts';
import { isPersonalNumber } from '../map/personal.ts';
import { precisionWords } from '../issue-kinds/precision-words.ts';
import { maxCellCharacters } from '../limits.ts';
import { cellText, plainText, storedText } from './characters.ts';
import { readDate } from './date.ts';
import { maskPersonal, shortestPersonal } from './mask.ts';
import { isExcelError } from './missing.ts';
import type { CellReader, RowContext } from './row-context.ts';

const blankMarks = /^(?:[-—–―─…⋯*/\\.\s]+|n\/a|null)$/i;
const scientific = /^[-+]?\d(?:\.\d+)?[eE]\+?\d+$/;
/** 3-5 that a spreadsheet has taken for a date: 3月5日, 5-Mar, Mar-05. */
const dated = /^(?:\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/;

/** Whether a code has gone through a spreadsheet that shortened it: 3.7E+05. */
export function isShortenedCode(text: string): boolean {
	return text.length > 4 && scientific.test(text);
}

/** Texts that begin so may be a mark of a blank although they are no sign of ASCII: — … ⋯, N/A and null. */
function mayBeBlank(code: number): boolean {
	return (
		(code >= 0x2010 && code <= 0x2026) ||
		code === 0x22ef ||
		code === 0x2500 ||
		code === 78 ||
		code === 110 ||
		code === 92
	);
}

/** What our own export made of a text that a spreadsheet would run; any other apostrophe is part of the prose. */
const protectedFormula = /^'[=+\-@]/;

/** Texts that rows are grouped by are written in one way; all other prose stays exactly as it was written. */
const groupedBy = new Set(['org_unit', 'campaign', 'occupation', 'team', 'unit']);

/** Text and ids. Ids stay text: leading zeros survive, digits already lost are an error. */
export function textReader(field: Field, header: string): CellReader {
	const exact = field.type === 'text' && field.key !== true && !groupedBy.has(field.name);
	const id = field.type === 'id';
	const width = id ? new CodeWidth(header) : null;
	return (raw, context) => {
		if (raw === '') return '';
		let text = plainText(raw);
		const code = text.charCodeAt(0);
		if (code > 64 && text.length < shortestPersonal && !mayBeBlank(code)) {
			// #REF! apart, errors of spreadsheets begin with E: Err:502.
			if (code === 69 && text.length === 7 && isExcelError(text)) return excelError(header, text, context);
			if (id && text.length === 6 && dated.test(text)) return context.fail('CELL_PRECISION', header, text);
			return exact && text !== raw ? storedText(raw) : text;
		}
		if (text === '' || blankMarks.test(text)) return '';
		if (isExcelError(text)) return excelError(header, text, context);
		if (text.length > maxCellCharacters) {
			return context.fail('CELL_TOO_LONG', header, text.slice(0, 80), { details: { found: String(text.length) } });
		}
		if (isPersonalNumber(text) && (!id || text.length === 18)) return personalValue(header, context);
		const kept = exact && code === 39 && !protectedFormula.test(text) ? text : cellText(text);
		const wrapped = kept !== text;
		if (wrapped) text = kept;
		else if (/^[=+@\t\r]/.test(text) || (code === 45 && !/^-\d+(?:\.\d+)?$/.test(text)))
			context.report('CELL_FORMULA', header, text);
		if (!width) {
			const safe = withoutPersonal(text, header, context);
			return exact && !wrapped && safe === text ? storedText(raw) : safe;
		}
		if (isShortenedCode(text) || dated.test(text)) return context.fail('CELL_PRECISION', header, text);
		return width.check(text, context);
	};
}

/** Before so many codes of one width nothing is said about the next. */
const enoughCodes = 3;
/** Codes kept back until it is known whether they are too short. */
const keptBack = 20;
/** A spreadsheet keeps fifteen digits and writes zeros for the rest. */
const keptDigits = 15;

/** What spreadsheets do to codes of digits: 000017 becomes 17 or 17.0, eighteen digits end in zeros. */
class CodeWidth {
	readonly #header: string;
	#width = 0;
	#padded = 0;
	#uniform = true;
	#short: { line: number; text: string }[] = [];

	constructor(header: string) {
		this.#header = header;
	}

	/** The code as it is stored; one that may have lost digits is told. */
	check(text: string, context: RowContext): string {
		if (!/^\d+(?:\.0+)?$/.test(text)) return text;
		const digits = text.replace(/\.0+$/, '');
		const cut = digits.length > keptDigits + 1 && /^0+$/.test(digits.slice(keptDigits));
		if (digits !== text || cut) this.#report(context.line, text, context);
		else this.#compare(digits, context);
		return digits;
	}

	#compare(digits: string, context: RowContext): void {
		if (digits.startsWith('0')) {
			this.#uniform &&= this.#width === 0 || this.#width === digits.length;
			this.#width = digits.length;
			this.#padded++;
			if (this.#padded === enoughCodes && this.#uniform) {
				for (const { line, text } of this.#short) if (text.length < this.#width) this.#report(line, text, context);
				this.#short = [];
			}
			return;
		}
		if (this.#padded < enoughCodes) {
			if (this.#short.length < keptBack) this.#short.push({ line: context.line, text: digits });
		} else if (this.#uniform && digits.length < this.#width) this.#report(context.line, digits, context);
	}

	#report(line: number, text: string, context: RowContext): void {
		context.report('CELL_PRECISION', this.#header, text, { severity: 'W', line });
	}
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
		const text = cellText(raw);
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
		const text = cellText(raw);
		if (text === '' || blankMarks.test(text)) return '';
		if (isExcelError(text)) return excelError(header, text, context);
		const year = /^((?:19|20)\d{2})(?:\.0+)?\s*(?:年度?)?$/.exec(text)?.[1] ?? readDateYear(text);
		if (year) return year;
		return context.fail('CELL_TYPE', header, text, { details: { expected_zh: '年份', expected_en: 'a year' } }, text);
	});
}

function readDateYear(text: string): string | null {
	// 20024 is a slip of the pen, not a day of 1954.
	if (/^\d{5}$/.test(text) && (text < '36526' || text > '55152')) return null;
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
