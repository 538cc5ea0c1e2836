import type { Bilingual } from '#lib/format/language.ts';
import type { CsvRow } from './csv.ts';

/** The object in `profile.json` before it is checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** A mistake in a profile: one sentence in each language that names the file and, where there is one, the line. */
export class ProfileError extends Error {
	readonly file: string;
	readonly line: number | null;
	readonly text: Bilingual;

	constructor(file: string, line: number | null, what: Bilingual, options?: ErrorOptions) {
		const [zh, en] = line === null ? ['', ''] : [`第${line}行`, `, line ${line}`];
		const text = { zh: `${file}${zh}：${what.zh}。`, en: `${file}${en}: ${what.en}.` };
		super(text.en, options);
		this.name = 'ProfileError';
		this.file = file;
		this.line = line;
		this.text = text;
	}
}

/** Takes a mistake; whoever throws it gets no profile, whoever keeps it gets the profile without what is wrong. */
export type Report = (mistake: ProfileError) => void;

/** Carries out a step; a mistake in it is reported, and the step gives nothing. */
export function attempt<T>(report: Report, step: () => T): T | undefined {
	try {
		return step();
	} catch (error) {
		if (!(error instanceof ProfileError)) throw error;
		report(error);
		return undefined;
	}
}

/** Refuses `profile.json` with a sentence. */
export function fail(zh: string, en: string): never {
	throw new ProfileError('profile.json', null, { zh, en });
}

/** Refuses a row of a file of a profile with a sentence. */
export function failRow(file: string, row: CsvRow, zh: string, en: string): never {
	throw new ProfileError(file, row.line, { zh, en });
}

/** A text of `profile.json` that must be there. */
export function readText(fields: Fields, name: string): string {
	const value = fields[name];
	return typeof value === 'string' && value !== '' ? value : fail(`“${name}”须是文字`, `"${name}" must be a text`);
}

/** A list of texts of `profile.json`; empty when it is not there. */
export function readTexts(fields: Fields, name: string): readonly string[] {
	const value = fields[name] ?? [];
	return Array.isArray(value) && value.every((item) => typeof item === 'string')
		? value
		: fail(`“${name}”须是一列文字，如 ["甲", "乙"]`, `"${name}" must be a list of texts such as ["a", "b"]`);
}

/** A text in both languages of `profile.json` that must be there. */
export function readBilingual(fields: Fields, name: string): Bilingual {
	const value = fields[name] as Partial<Bilingual> | undefined;
	if (typeof value?.zh === 'string' && typeof value.en === 'string') return { zh: value.zh, en: value.en };
	return fail(`“${name}”须写作 { "zh": …, "en": … }`, `"${name}" must be { "zh": …, "en": … }`);
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
	return (
		words.find((word) => word === value) ??
		fail(`“${name}”须是 ${words.join('、')} 之一`, `"${name}" must be one of ${words.join(', ')}`)
	);
}

/** A cell that must not be empty. */
export function readCell(file: string, row: CsvRow, name: string): string {
	const cell = row.cells[name];
	return cell === undefined || cell === '' ? failRow(file, row, `“${name}”为空`, `"${name}" is empty`) : cell;
}

/** A whole number in a cell; null when it is empty. */
export function readInteger(file: string, row: CsvRow, name: string): number | null {
	const cell = row.cells[name] ?? '';
	if (cell === '') return null;
	return /^-?\d+$/.test(cell)
		? Number(cell)
		: failRow(file, row, `“${name}”不是整数：${cell}`, `"${name}" is no whole number: ${cell}`);
}

/** true or false in a cell; null when it is empty. */
export function readBoolean(file: string, row: CsvRow, name: string): boolean | null {
	const cell = row.cells[name] ?? '';
	if (cell === '') return null;
	return cell === 'true' || cell === 'false'
		? cell === 'true'
		: failRow(file, row, `“${name}”须是 true 或 false：${cell}`, `"${name}" must be true or false: ${cell}`);
}
