import type { Language } from '#lib/format/language.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { ColumnMapping, Receipt } from '#lib/import/batch.ts';
import { issueCodes } from '#lib/import/issue-codes.ts';
import { issueText } from '#lib/import/issue-text.ts';
import type { Issue, Severity } from '#lib/import/issue.ts';

const words = {
	zh: {
		format: '格式',
		table: '表格',
		header: '表头第',
		data: '数据第',
		lines: '行',
		mapping: '列对应',
		unit: '单位',
		notLoaded: '未载入',
		rows: '行数',
		read: '读取',
		loaded: '载入',
		aside: '另置',
		findings: '发现',
		none: '没有发现问题',
		dataset: '数据集',
		unknown: '未能识别',
		sheet: '工作表',
		separator: '分隔符',
		newline: '换行',
		times: '处',
		assumed: '依据',
		encoding: '编码',
		quote: '引号',
		headerShort: '表头',
		noHeader: '无表头，按位置对应',
		noQuote: '无',
		otherSheets: '其他工作表',
		sure: ['确定', '很可能', '可能', '不确定'],
		control: '合计行',
		how: howZh()
	},
	en: {
		format: 'Format',
		table: 'Table',
		header: 'header line',
		data: 'data lines',
		lines: '',
		mapping: 'Columns',
		unit: 'unit',
		notLoaded: 'not loaded',
		rows: 'Rows',
		read: 'read',
		loaded: 'loaded',
		aside: 'set aside',
		findings: 'Findings',
		none: 'Nothing to report',
		dataset: 'Dataset',
		unknown: 'not recognised',
		sheet: 'sheet',
		separator: 'delimiter',
		newline: 'line ends',
		times: 'times',
		assumed: 'Assumed',
		encoding: 'encoding',
		quote: 'quotes',
		headerShort: 'header',
		noHeader: 'none, columns by position',
		noQuote: 'none',
		otherSheets: 'other sheets',
		sure: ['certain', 'very likely', 'likely', 'uncertain'],
		control: 'Total rows',
		how: {} as Record<string, string>
	}
};

function howZh(): Record<string, string> {
	return { title: '按名称', alias: '按别名', similar: '按相似', remembered: '按记忆', given: '按指定', none: '' };
}

const severities: Readonly<Record<Severity, { zh: string; en: string }>> = {
	F: { zh: '拒绝', en: 'Refused' },
	E: { zh: '错误', en: 'Error' },
	W: { zh: '提醒', en: 'Warning' },
	I: { zh: '说明', en: 'Note' }
};

/** A receipt as calm lines for a terminal. */
export function receiptLines(receipt: Receipt, language: Language): string[] {
	const text = words[language];
	const lines = [`${receipt.file}  ${size(receipt.bytes)}  sha256 ${receipt.sha256.slice(0, 12)}`];
	const entry = (label: string, content: string) => lines.push(`  ${label}  ${content}`);
	entry(text.format, formatLine(receipt, language));
	const dataset = receipt.dataset ? datasets[receipt.dataset].title[language] : null;
	entry(text.dataset, dataset ? `${dataset} (${receipt.dataset})` : text.unknown);
	if (receipt.table) {
		const { headerFirst, headerLast, dataFirst, dataLast } = receipt.table;
		const range = (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`);
		const header =
			headerFirst > 0
				? `${text.header} ${range(headerFirst, headerLast)} ${text.lines}`
				: `${text.headerShort} ${text.noHeader}`;
		const data = dataFirst > 0 ? `, ${text.data} ${range(dataFirst, dataLast)} ${text.lines}` : '';
		entry(text.table, `${header}${data}`.replace(/\s+,/, ','));
	}
	if (receipt.format !== 'unknown') entry(text.assumed, assumedLine(receipt, language));
	entry(
		text.rows,
		`${text.read} ${receipt.rowsRead}, ${text.loaded} ${receipt.rowsLoaded}, ${text.aside} ${receipt.rowsSetAside}`
	);
	for (const { reason, count, firstLine } of receipt.setAside) {
		lines.push(
			`      ${reason} × ${count} (${language === 'zh' ? `始于第 ${firstLine} 行` : `from line ${firstLine}`})`
		);
	}
	if (receipt.controlTotals.length > 0) entry(text.control, receipt.controlTotals.map(({ line }) => line).join(', '));
	if (receipt.mapping.length > 0) {
		entry(text.mapping, '');
		for (const column of receipt.mapping) lines.push(`      ${mappingLine(column, receipt, language)}`);
	}
	entry(text.findings, receipt.issues.length === 0 ? text.none : '');
	for (const issue of receipt.issues) lines.push(...issueLines(issue, language));
	return lines.map((line) => line.trimEnd());
}

/** Each assumption about the structure and how sure it is. */
function assumedLine(receipt: Receipt, language: Language): string {
	const text = words[language];
	const { certainty, dialect, encoding } = receipt;
	const sure = (share: number) => text.sure[share >= 1 ? 0 : share >= 0.9 ? 1 : share >= 0.6 ? 2 : 3];
	const said: [string, number][] = [];
	if (encoding) said.push([text.encoding, certainty.encoding]);
	if (dialect) said.push([text.separator, certainty.delimiter]);
	if (dialect)
		said.push([`${text.quote} ${dialect.quote === '' ? text.noQuote : dialect.quote}`, certainty.quote ?? 0]);
	if (receipt.table) said.push([text.headerShort, certainty.header]);
	if (receipt.dataset) said.push([text.dataset, certainty.dataset]);
	const colon = language === 'zh' ? '：' : ': ';
	return said.map(([what, share]) => `${what}${colon}${sure(share)}`).join(' · ');
}

function formatLine(receipt: Receipt, language: Language): string {
	const text = words[language];
	const parts: string[] = [receipt.format.toUpperCase()];
	if (receipt.encoding) parts.push(receipt.encoding.toUpperCase());
	if (receipt.sheet) parts.push(`${text.sheet} ${receipt.sheet}`);
	const others = (receipt.sheets ?? []).filter((name) => name !== receipt.sheet);
	if (others.length > 0) parts.push(`${text.otherSheets} ${others.join('、')}`);
	if (receipt.dialect) {
		const delimiter = receipt.dialect.delimiter === '\t' ? 'TAB' : receipt.dialect.delimiter;
		parts.push(`${text.separator} ${delimiter}`, `${text.newline} ${receipt.dialect.newline}`);
	}
	return parts.join(' · ');
}

function mappingLine(column: ColumnMapping, receipt: Receipt, language: Language): string {
	const text = words[language];
	const header = column.header.trim() || `#${column.index + 1}`;
	if (column.field === null) return `${header} → ${text.notLoaded}`;
	const field = receipt.dataset
		? datasets[receipt.dataset].fields.find((field) => field.name === column.field)
		: undefined;
	const target = column.indicator ?? field?.title[language] ?? column.field;
	const unit = column.unit ? ` · ${text.unit} ${column.unit}${column.factor === '1' ? '' : ` × ${column.factor}`}` : '';
	return `${header} → ${target} (${column.field})${unit}${text.how[column.how] ? ` · ${text.how[column.how]}` : ''}`;
}

function issueLines(issue: Issue, language: Language): string[] {
	const { what, where, action } = issueText(issue, language);
	const sample = issue.sample ? (language === 'zh' ? `“${issue.sample}”` : ` “${issue.sample}”`) : '';
	const count = issue.count > 1 && !mentionsCount(issue) ? ` (${issue.count} ${words[language].times})` : '';
	return [
		`      ${severities[issue.severity][language]} ${issue.code}  ${where}${sample}${language === 'zh' ? '：' : ': '}${what}${count}`,
		...(issue.severity === 'I' ? [] : [`          → ${action}`])
	];
}

function mentionsCount({ code, details }: Issue): boolean {
	return (details.what_zh ?? issueCodes[code].what.zh).includes('{count}');
}

function size(bytes: number): string {
	return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
