import type { Language } from '#lib/format/language.ts';
import type { Receipt } from './batch.ts';
import { issueText } from './issue-text.ts';
import { csvLine } from './receipt/csv-output.ts';

const headers = {
	zh: ['级别', '代码', '文件', '行', '列', '内容', '次数', '说明', '处理办法'],
	en: ['severity', 'code', 'file', 'line', 'column', 'value', 'count', 'what', 'what to do']
};

/** A cell that a spreadsheet would run is made plain text by a leading apostrophe. */
function harmless(text: string): string {
	return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** The findings of a receipt as CSV with BOM, to be sent back to whoever made the file. */
export function receiptCsv(receipt: Receipt, language: Language): Uint8Array {
	const lines = receipt.issues.map((issue) => {
		const { what, action } = issueText(issue, language);
		const place = [issue.file, String(issue.line ?? ''), issue.column ?? '', issue.sample ?? ''];
		return csvLine([issue.severity, issue.code, ...place.map(harmless), String(issue.count), what, action]);
	});
	return new TextEncoder().encode(`\ufeff${csvLine(headers[language])}${lines.join('')}`);
}
