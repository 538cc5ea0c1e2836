import type { Field } from '#lib/datasets/dataset.ts';
import type { CleanTable } from './clean-tables.ts';
import { writeLine, writeRows } from './delimited.ts';
import { encode, encodingNames, joined } from './encode.ts';
import { flagged, kindsOf, same, type Polluted } from './kind.ts';
import { innerRow, isText, isType, placeOf, withCell } from './places.ts';

const { list, add } = kindsOf('structure');

/** Encodings and damaged bytes. */
export const encodingKinds = list;

const textOf = (table: CleanTable) => writeRows([table.header, ...table.rows]);
const fileOf = (rows: readonly (readonly string[])[]) => encode(writeRows(rows), 'utf-8');
const hanzi = /[\u4e00-\u9fa5]{2}/;

for (const name of encodingNames.slice(1)) {
	add(`encoding ${name}`, `编码 ${name}`, `Saved as ${name}`, (table) => ({
		bytes: encode(textOf(table), name),
		expect: same()
	}));
}

add('bom twice', '两个 BOM', 'Two byte order marks', (table) => ({
	bytes: encode(`\ufeff\ufeff${textOf(table)}`, 'utf-8'),
	expect: same('CTRL_CHARS')
}));

add('bom in the middle', '文件中间有 BOM', 'A byte order mark before a row in the middle', (table, random) => {
	const at = innerRow(table, random);
	const lines = [table.header, ...table.rows].map((row) => writeLine(row));
	lines[at + 1] = `\ufeff${lines[at + 1]}`;
	return { bytes: encode(`${lines.join('\n')}\n`, 'utf-8'), expect: same('CTRL_CHARS') };
});

add('bom before a quote', 'BOM 后紧跟引号', 'A byte order mark, then a quoted first header', (table) => ({
	bytes: encode(writeRows([table.header, ...table.rows], { quoteAll: true }), 'utf-8 bom'),
	expect: same()
}));

/** Bytes of the table with something done to the bytes of one cell of hanzi. */
function damaged(
	table: CleanTable,
	random: Parameters<(typeof list)[0]['pollute']>[1],
	encoding: 'utf-8' | 'gb18030',
	change: (cell: Uint8Array) => Uint8Array
): { bytes: Uint8Array; line: number } | null {
	const place = placeOf(
		table,
		random,
		isType('text', 'region', 'code'),
		(text) => hanzi.test(text) && !/[",]/.test(text)
	);
	if (!place) return null;
	const marker = '\u0001';
	const [before = '', after = ''] = writeRows([table.header, ...withCell(table, place, marker)]).split(marker);
	const cell = change(encode(place.text, encoding));
	return { bytes: joined(encode(before, encoding), cell, encode(after, encoding)), line: place.line };
}

const invalidByte = (cell: Uint8Array) => joined(cell, Uint8Array.of(0xff));
const lostByte = (cell: Uint8Array) => cell.subarray(0, cell.length - 1);

for (const encoding of ['utf-8', 'gb18030'] as const) {
	const changes = [
		['invalid byte', '一个无效字节', 'An invalid byte in a cell', invalidByte],
		['lost byte', '丢了一个字节', 'A byte of a character is lost', lostByte]
	] as const;
	for (const [id, zh, en, change] of changes) {
		add(`${id} ${encoding}`, `${zh}（${encoding}）`, `${en} (${encoding})`, (table, random) => {
			const found = damaged(table, random, encoding, change);
			return (
				found && {
					bytes: found.bytes,
					expect: flagged(['ENC_INVALID_BYTES', 'ENC_MOJIBAKE', 'ROW_TOO_FEW', 'CODE_UNKNOWN'], found.line)
				}
			);
		});
	}
}

add(
	'gb18030 cell in utf-8',
	'UTF-8 文件里混入 GB18030',
	'A cell in GB18030 within a file in UTF-8',
	(table, random) => {
		const found = damaged(table, random, 'utf-8', (cell) => encode(new TextDecoder().decode(cell), 'gb18030'));
		return found && { bytes: found.bytes, expect: flagged(['ENC_INVALID_BYTES', 'ENC_MOJIBAKE'], found.line) };
	}
);

add('two files of two encodings', '两种编码的文件拼在一起', 'A file in GB18030 appended to one in UTF-8', (table) => {
	const half = Math.ceil(table.rows.length / 2);
	const first = encode(writeRows([table.header, ...table.rows.slice(0, half)]), 'utf-8');
	return {
		bytes: joined(first, encode(writeRows(table.rows.slice(half)), 'gb18030')),
		expect: { ...flagged(['ENC_INVALID_BYTES']), orSame: true }
	};
});

add('cut within a character', '最后一个字只剩一半', 'The file breaks off within a character', (table) => {
	const rows = table.rows.slice(0, -1);
	const last = table.rows.at(-1) as readonly string[];
	const cell = last.findIndex((text) => hanzi.test(text) && !/[",]/.test(text));
	if (cell < 0) return null;
	const text =
		writeRows([table.header, ...rows]) +
		[...last.slice(0, cell), last[cell]]
			.map((part) => part ?? '')
			.map((part) => (/[",]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part))
			.join(',');
	const bytes = encode(text, 'utf-8');
	return {
		bytes: bytes.subarray(0, bytes.length - 1),
		expect: flagged(['ENC_INVALID_BYTES', 'FILE_TRUNCATED', 'ROW_TOO_FEW'], table.rows.length + 1)
	};
});

/** A cell replaced by what damage leaves. */
function replaced(text: string, codes: Parameters<typeof flagged>[0], ...types: Field['type'][]) {
	return (table: CleanTable, random: Parameters<(typeof list)[0]['pollute']>[1]): Polluted | null => {
		const place = placeOf(table, random, isType(...types), (value) => hanzi.test(value));
		if (!place) return null;
		return { bytes: fileOf([table.header, ...withCell(table, place, text)]), expect: flagged(codes, place.line) };
	};
}

add('锟斤拷', '单元格是“锟斤拷”', 'A cell of 锟斤拷', replaced('锟斤拷锟斤拷', ['ENC_MOJIBAKE'], 'text', 'region'));
add('烫烫烫', '单元格是“烫烫烫”', 'A cell of 烫烫烫', replaced('烫烫烫烫', ['ENC_MOJIBAKE'], 'text', 'region'));
add(
	'replacement characters',
	'单元格是 U+FFFD',
	'A cell of U+FFFD',
	replaced('\ufffd\ufffd', ['ENC_MOJIBAKE', 'ENC_INVALID_BYTES'], 'text', 'region')
);
add(
	'question marks',
	'汉字变成问号',
	'Characters lost to question marks',
	replaced('????', ['ENC_MOJIBAKE', 'CODE_UNKNOWN'], 'text', 'region')
);
add('utf-8 read as latin-1', 'UTF-8 被当作 Latin-1 再存', 'A cell of UTF-8 once read as Latin-1', (table, random) => {
	const place = placeOf(table, random, isType('text', 'region'), (text) => hanzi.test(text));
	if (!place) return null;
	const broken = [...encode(place.text, 'utf-8')].map((byte) => String.fromCharCode(byte)).join('');
	return {
		bytes: fileOf([table.header, ...withCell(table, place, broken)]),
		expect: flagged(['ENC_MOJIBAKE', 'CODE_UNKNOWN'], place.line)
	};
});

add('whole file mojibake', '整个文件是乱码', 'The whole file was read as GBK and saved again', (table) => ({
	bytes: encode(new TextDecoder('gb18030').decode(encode(textOf(table), 'utf-8')), 'utf-8'),
	expect: flagged(['ENC_MOJIBAKE', 'HEADER_MISSING', 'COLUMN_REQUIRED_MISSING', 'FILE_NOT_TABLE'])
}));

const characters = [
	['nul', '\u0000', '单元格里有 NUL', 'A NUL in a cell'],
	['vertical tab', '\u000b', '单元格里有控制字符', 'A control character in a cell'],
	['escape', '\u001b', '单元格里有 ESC', 'An escape character in a cell'],
	['delete', '\u007f', '单元格里有 DEL', 'A DEL in a cell'],
	['c1 control', '\u0085', '单元格里有 C1 控制字符', 'A C1 control character (NEL) in a cell']
] as const;
for (const [id, character, zh, en] of characters) {
	add(id, zh, en, (table, random) => {
		const place = placeOf(table, random, isText, (text) => hanzi.test(text));
		if (!place) return null;
		const text = `${place.text.slice(0, 1)}${character}${place.text.slice(1)}`;
		return {
			bytes: fileOf([table.header, ...withCell(table, place, text)]),
			expect: { outcome: 'same', told: ['CTRL_CHARS'], line: place.line }
		};
	});
}

add('nul padding at the end', '文件末尾补了 NUL', 'NULs pad the end of the file', (table) => ({
	bytes: joined(encode(textOf(table), 'utf-8'), new Uint8Array(512)),
	expect: { ...flagged(['CTRL_CHARS', 'FILE_TRUNCATED', 'FILE_NOT_TABLE']), orSame: true, may: ['CTRL_CHARS'] }
}));

add('ctrl-z at the end', '文件末尾有 Ctrl-Z', 'A DOS end-of-file mark', (table) => ({
	bytes: encode(`${textOf(table)}\u001a`, 'utf-8'),
	expect: same('CTRL_CHARS')
}));
