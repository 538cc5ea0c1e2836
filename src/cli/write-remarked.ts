import { writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult } from '#lib/import/batch.ts';
import { remarkedFile } from '#lib/import/receipt/remarked-file.ts';

/**
 * Where the remarked copy of a file goes: `out` itself for one file, else a name of its own in that folder. Null where that
 * would be the file itself, which is never written over.
 */
export function remarkedPath(out: string, file: string, several: boolean, taken: Set<string>): string | null {
	const extension = extname(file);
	const stem = basename(file, extension);
	let name = stem;
	for (let count = 2; taken.has((name + extension).toLowerCase()); count++) name = `${stem}-${count}`;
	taken.add((name + extension).toLowerCase());
	const path = several ? join(out, name + extension) : out;
	return resolve(path) === resolve(file) ? null : path;
}

/**
 * Writes the original file with its column of remarks to `path`. False where the file is no table that could be read;
 * nothing is written then.
 */
export async function writeRemarked(
	bytes: Uint8Array,
	{ receipt, remarks }: Pick<ImportResult, 'receipt' | 'remarks'>,
	path: string,
	language: Language
): Promise<boolean> {
	const file = await remarkedFile(bytes, receipt, remarks, receipt.issues, language);
	if (file !== null) await writeFile(path, file);
	return file !== null;
}
