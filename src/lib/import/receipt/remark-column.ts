import type { Bilingual } from '#lib/format/language.ts';

/** What the column of remarks is called. Its header goes on with what concerns the file as a whole. */
export const remarkColumn: Bilingual = { zh: '审核意见', en: 'Remarks' };

/** Whether a header is that of a column which we added before the file was sent back. */
export function isRemarkColumn(header: string): boolean {
	return /^\s*(?:审核意见|remarks)\s*(?:[:：]|$)/i.test(header);
}
