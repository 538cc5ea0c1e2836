import type { Language } from '#lib/format/language.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Receipt } from './batch.ts';
import { issueText } from './issue-text.ts';
import { csvLine } from './receipt/csv-output.ts';
import { harmless } from './receipt/harmless.ts';

const headers = {
	zh: ['级别', '代码', '文件', '行', '列', '内容', '次数', '说明', '处理办法'],
	en: ['severity', 'code', 'file', 'line', 'column', 'value', 'count', 'what', 'what to do']
};
const facts = {
	zh: {
		file: '文件',
		sha256: 'SHA-256',
		bytes: '字节数',
		format: '格式',
		encoding: '编码',
		delimiter: '分隔符',
		newline: '换行',
		sheet: '工作表',
		dataset: '数据集',
		headerLines: '表头行',
		dataLines: '数据行',
		read: '读取行数',
		loaded: '载入行数',
		aside: '另置行数',
		asideFor: '另置原因',
		fromLine: (line: number) => `始于第 ${line} 行`,
		sure: '把握',
		certainty: { encoding: '编码', delimiter: '分隔符', quote: '引号', header: '表头', dataset: '数据集' }
	},
	en: {
		file: 'file',
		sha256: 'SHA-256',
		bytes: 'bytes',
		format: 'format',
		encoding: 'encoding',
		delimiter: 'delimiter',
		newline: 'line ends',
		sheet: 'sheet',
		dataset: 'dataset',
		headerLines: 'header lines',
		dataLines: 'data lines',
		read: 'rows read',
		loaded: 'rows loaded',
		aside: 'rows set aside',
		asideFor: 'set aside for',
		fromLine: (line: number) => `from line ${line}`,
		sure: 'certainty',
		certainty: { encoding: 'encoding', delimiter: 'delimiter', quote: 'quotes', header: 'header', dataset: 'dataset' }
	}
};

/**
 * A receipt as CSV with BOM, to be sent back to whoever made the file: a head of two columns (what is known of the file),
 * a blank line, then one line a finding. No cell can run in a spreadsheet.
 */
export function receiptCsv(receipt: Receipt, language: Language): Uint8Array {
	const lines = [
		...headOf(receipt, language),
		[],
		headers[language],
		...receipt.issues.map((issue) => {
			const { what, action } = issueText(issue, language);
			const place = [issue.file, String(issue.line ?? ''), issue.column ?? '', issue.sample ?? ''];
			return [issue.severity, issue.code, ...place, String(issue.count), what, action];
		})
	];
	return new TextEncoder().encode(`\ufeff${lines.map((cells) => csvLine(cells.map(harmless))).join('')}`);
}

function headOf(receipt: Receipt, language: Language): string[][] {
	const words = facts[language];
	const { table, dialect, certainty } = receipt;
	const rows: [string, string | null][] = [
		[words.file, receipt.file],
		[words.sha256, receipt.sha256 || null],
		[words.bytes, String(receipt.bytes)],
		[words.format, receipt.format === 'unknown' ? null : receipt.format.toUpperCase()],
		[words.encoding, receipt.encoding?.toUpperCase() ?? null],
		[words.delimiter, dialect && (dialect.delimiter === '\t' ? 'TAB' : dialect.delimiter)],
		[words.newline, dialect?.newline ?? null],
		[words.sheet, receipt.sheet],
		[words.dataset, receipt.dataset && datasets[receipt.dataset].title[language]],
		[words.headerLines, range(table?.headerFirst, table?.headerLast)],
		[words.dataLines, range(table?.dataFirst, table?.dataLast)],
		[words.read, String(receipt.rowsRead)],
		[words.loaded, String(receipt.rowsLoaded)],
		[words.aside, String(receipt.rowsSetAside)],
		...receipt.setAside.map(({ reason, count, firstLine }): [string, string] => [
			words.asideFor,
			`${reason} × ${count} (${words.fromLine(firstLine)})`
		]),
		...(receipt.format === 'unknown' ? [] : (Object.keys(certainty) as (keyof typeof certainty)[])).map(
			(key): [string, string] => [
				`${words.sure}: ${words.certainty[key]}`,
				`${Math.round((certainty[key] ?? 0) * 100)}%`
			]
		)
	];
	return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** `2` or `2–3`; null where there are no such lines. */
function range(from: number | undefined, to: number | undefined): string | null {
	if (!from || !to || to < from) return null;
	return from === to ? `${from}` : `${from}–${to}`;
}
