import { writeFile } from 'node:fs/promises';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult } from '#lib/import/batch.ts';
import { remarkedFile } from '#lib/import/receipt/remarked-file.ts';

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
