import type { CleanTable } from './clean-tables.ts';
import { encode, joined } from './encode.ts';
import { flagged, kindsOf } from './kind.ts';
import { zip } from './workbook-writer.ts';

const { list, add } = kindsOf('structure');

/** Files that are no tables. */
export const strangerKinds = list;

const strangers: readonly (readonly [id: string, zh: string, en: string, bytes: (table: CleanTable) => Uint8Array])[] =
	[
		[
			'html',
			'HTML 误作表格',
			'HTML named .xls',
			(table) =>
				encode(
					`<html><table>${table.rows.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table></html>`,
					'utf-8'
				)
		],
		[
			'json',
			'JSON',
			'JSON',
			(table) =>
				encode(
					JSON.stringify(
						table.rows.map((row) => Object.fromEntries(table.header.map((name, at) => [name, row[at]]))),
						null,
						1
					),
					'utf-8'
				)
		],
		[
			'xml',
			'XML',
			'XML',
			(table) => encode(`<?xml version="1.0"?><rows>${table.rows.map(() => '<row a="1"/>').join('')}</rows>`, 'utf-8')
		],
		[
			'sql',
			'SQL 脚本',
			'An SQL script',
			(table) => encode(table.rows.map((row) => `INSERT INTO t VALUES ('${row.join("','")}');`).join('\n'), 'utf-8')
		],
		[
			'prose',
			'一段文字',
			'Prose',
			() => encode('各单位：\n现将有关情况通知如下，请认真组织填报。\n特此通知。\n', 'utf-8')
		],
		['pdf', 'PDF', 'PDF', () => encode('%PDF-1.7\n1 0 obj\n', 'utf-8')],
		[
			'xls',
			'旧版 xls',
			'An old .xls',
			() => joined(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(600))
		],
		['zip', 'zip', 'A ZIP archive', () => zip([['导出.csv', 'a,b\n1,2\n']])],
		[
			'noise',
			'随机字节',
			'Random bytes',
			() => Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 255)
		]
	];
for (const [id, zh, en, bytes] of strangers) {
	add(`stranger ${id}`, zh, en, (table) => ({
		bytes: bytes(table),
		fileName: `导出.${id}`,
		expect: flagged([
			'FILE_NOT_TABLE',
			'HEADER_MISSING',
			'DIALECT_ONE_COLUMN',
			'COLUMN_REQUIRED_MISSING',
			'ENC_INVALID_BYTES'
		])
	}));
}
