import type { Bilingual } from '#lib/format/language.ts';
import type { CsvRow } from './csv.ts';

/** The object in `profile.json` before it is checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** Refuses `profile.json` with a sentence. */
export function fail(what: string): never {
	throw new Error(`profile.json: ${what}.`);
}

/** Refuses a row of a file of a profile with a sentence. */
export function failRow(file: string, row: CsvRow, what: string): never {
	throw new Error(`${file}, line ${row.line}: ${what}.`);
}

/** A text of `profile.json` that must be there. */
export function readText(fields: Fields, name: string): string {
	const value = fields[name];
	return typeof value === 'string' && value !== '' ? value : fail(`"${name}" must be a text`);
}

/** A text in both languages of `profile.json` that must be there. */
export function readBilingual(fields: Fields, name: string): Bilingual {
	const value = fields[name] as Partial<Bilingual> | undefined;
	if (typeof value?.zh === 'string' && typeof value.en === 'string') return { zh: value.zh, en: value.en };
	return fail(`"${name}" must be { "zh": …, "en": … }`);
}

/** One of several words, or the word that goes without saying. */
export function readChoice<Word extends string>(
	fields: Fields,
	name: string,
	words: readonly Word[],
	otherwise: NoInfer<Word>
): Word {
	const value = fields[name];
	if (value === undefined) return otherwise;
	return words.find((word) => word === value) ?? fail(`"${name}" must be one of ${words.join(', ')}`);
}

/** A cell that must not be empty. */
export function readCell(file: string, row: CsvRow, name: string): string {
	const cell = row.cells[name];
	return cell === undefined || cell === '' ? failRow(file, row, `"${name}" is empty`) : cell;
}

/** A whole number in a cell; null when it is empty. */
export function readInteger(file: string, row: CsvRow, name: string): number | null {
	const cell = row.cells[name] ?? '';
	if (cell === '') return null;
	return /^-?\d+$/.test(cell) ? Number(cell) : failRow(file, row, `"${name}" is no whole number: ${cell}`);
}

/** true or false in a cell; null when it is empty. */
export function readBoolean(file: string, row: CsvRow, name: string): boolean | null {
	const cell = row.cells[name] ?? '';
	if (cell === '') return null;
	return cell === 'true' || cell === 'false'
		? cell === 'true'
		: failRow(file, row, `"${name}" must be true or false: ${cell}`);
}
