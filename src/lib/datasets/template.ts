import type { Dataset, Field } from './dataset.ts';

/** Units as the header of a template says them, in the canonical unit that a bare number is read in. */
const units: Partial<Record<NonNullable<Field['unit']>, string>> = {
	yuan: '元',
	second: '秒',
	person: '人',
	'person-time': '人次',
	percent: '%'
};

/** The header of a field: its title, its unit in brackets where a bare title would leave it open. */
function header(field: Field): string {
	const unit = field.unit && units[field.unit];
	return unit && !field.title.zh.endsWith(unit) ? `${field.title.zh}（${unit}）` : field.title.zh;
}

/** The rows of a template: headers, then one example of every field. Reading them back gives one clean row. */
export function templateRows(dataset: Dataset): string[][] {
	return [dataset.fields.map(header), dataset.fields.map((field) => field.example)];
}

/** The template as CSV that Excel opens rightly: UTF-8 with BOM, CRLF. */
export function templateCsv(dataset: Dataset): Uint8Array {
	const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
	const lines = templateRows(dataset).map((row) => `${row.map(quoted).join(',')}\r\n`);
	return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}
