import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '#lib/import/index.ts';
import { findDialect } from '#lib/import/parse/dialect.ts';
import { bytesOf, gb18030, utf16 } from './samples.ts';

const known = (cell: string) => ['地区', '职工人数', '参赛职工', '名称', '备注'].includes(cell.trim());
const dialectOf = (text: string) => findDialect(text, true, known);
const codesOf = async (text: string) =>
	(await readTable(bytesOf(text), { fileName: 'a.csv' })).receipt.issues.map(({ code }) => code);

test.each([
	[',', '地区,职工人数\n江苏,1\n'],
	['\t', '标题\n地区\t职工人数\n江苏\t1\n浙江\t2\n'],
	[';', '地区;职工人数\n江苏;1,5\n浙江;2,5\n'],
	['|', '地区|备注\n江苏|甲\n浙江|乙\n'],
	['，', '汇总\n地区，职工人数\n江苏，1\n浙江，2\n'],
	['；', '地区；职工人数\n江苏；1\n浙江；2\n'],
	[';', 'a;b\n1,5;2,5\n3,5;4,5\n']
])('the delimiter %j is found', (delimiter, text) => {
	expect(dialectOf(text)).toMatchObject({ delimiter, quote: '"', oneColumn: null, rival: null });
});

test('one column of prose is not cut, whatever is in it', () => {
	const prose = [
		'意见\n建议加强安全，改善食堂\n希望增加培训，提高待遇\n落实疗休养，关心女职工\n',
		'意见\n加强安全；改善食堂\n增加培训；提高待遇\n',
		'note\nfirst; second\nthird; fourth; fifth\nsixth\n',
		'path\na|b\nc\n',
		'时间\n10:20:30\n11:22:33\n12:00:01\n',
		'英文\nthe quick brown fox\njumps over the lazy dog\nagain and again\n'
	];
	for (const text of prose) {
		const found = dialectOf(text);
		expect([text, found.delimiter, found.oneColumn, found.rival]).toEqual([text, ',', null, null]);
	}
});

test('one column is doubted only with evidence', async () => {
	expect(await codesOf('地区:人数:备注\n江苏:1:甲\n浙江:2:乙\n')).toContain('DIALECT_ONE_COLUMN');
	// Every line alike, the heading too, but nothing known and no figures: either may be meant.
	expect(await codesOf('甲乙，丙丁\n戊己，庚辛\n壬癸，子丑\n')).toContain('DIALECT_AMBIGUOUS');
	expect(await codesOf('名单\n甲\n乙\n丙\n')).toEqual([]);
});

test('single quotes are quotes where every text has them, and cells where not', async () => {
	const single = "'地区','备注'\n'江苏','a,b'\n'浙江','it''s'\n";
	expect((await readTable(bytesOf(single), { fileName: 'a.csv' })).rows).toEqual([
		['地区', '备注'],
		['江苏', 'a,b'],
		['浙江', "it's"]
	]);
	const cells = "地区,备注\n江苏,'甲'\n浙江,乙\n";
	expect((await readTable(bytesOf(cells), { fileName: 'a.csv' })).rows[1]).toEqual(['江苏', "'甲'"]);
});

test('quotes out of place are said at their line: opening, closing, inside, escaped by a backslash, never closed', async () => {
	const linesOf = async (text: string) => {
		const { receipt } = await readTable(bytesOf(text), { fileName: 'a.csv' });
		return receipt.issues.map(({ code, line }) => `${code} ${line}`);
	};
	expect(await linesOf('a,b\n1, "x"\n')).toEqual(['QUOTE_STRAY 2']);
	expect(await linesOf('a,b\n1,x"\n')).toEqual(['QUOTE_STRAY 2']);
	expect(await linesOf('a,b\n1,5"\n2,5"寸\n')).toEqual(['QUOTE_LITERAL 2']);
	expect(await linesOf('a,b\n1,"x"y"\n')).toEqual(['QUOTE_STRAY 2']);
	expect(await linesOf('a,b\n1,"x"y\n2,"z"\n')).toEqual(['QUOTE_UNCLOSED 2']);
	expect(await linesOf('a,b\n"c\\"d",1\n')).toEqual(['QUOTE_STRAY 2']);
	expect(await linesOf('a,b\n1,"x\n2,y\n')).toEqual(['QUOTE_UNCLOSED 2']);
	// The open quote must not take the sound rows below it along.
	const { rows } = await readTable(bytesOf('a,b\n1,"x\n2,"y"\n3,z\n'), { fileName: 'a.csv' });
	expect(rows.slice(2)).toEqual([
		['2', 'y'],
		['3', 'z']
	]);
	// Two quotes lost in different rows make one cell of what is between them.
	expect(await linesOf('a,b,c\n1,"x,2\n3,y,4\n5,z",6\n')).toEqual(['QUOTE_UNCLOSED 2']);
});

test('structure that a person decides is taken as decided and certain', async () => {
	const text = "标题\n地区#职工\n'江#苏'#1\n浙江#2\n注#\n";
	const options = { fileName: 'a.csv', delimiter: '#', quote: "'", headerRow: 2, headerRows: 1, lastRow: 4 };
	const { rows, receipt } = await readTable(bytesOf(text), options);
	expect(rows).toEqual([['标题'], ['地区', '职工'], ['江#苏', '1'], ['浙江', '2']]);
	expect(receipt).toMatchObject({
		dialect: { delimiter: '#', quote: "'" },
		table: { headerFirst: 2, headerLast: 2, dataFirst: 3, dataLast: 4 },
		certainty: { delimiter: 1, quote: 1, header: 1 }
	});
	const plain = await readTable(bytesOf('a,"b\n1,"2"\n'), { fileName: 'a.csv', quote: '' });
	expect(plain.rows).toEqual([
		['a', '"b'],
		['1', '"2"']
	]);
	expect(plain.receipt.issues).toEqual([]);
	const none = await readTable(bytesOf('江苏,1\n浙江,2\n'), { fileName: 'a.csv', headerRow: 0 });
	expect(none.receipt.table).toEqual({ headerFirst: 0, headerLast: 0, dataFirst: 1, dataLast: 2 });
});

test('every kind of line end and mixtures give the same rows', async () => {
	for (const newline of ['\n', '\r\n', '\r']) {
		const { rows, receipt } = await readTable(bytesOf(['地区,a', '"x\ny",1', '浙江,2', ''].join(newline)), {
			fileName: 'a.csv'
		});
		expect(rows).toEqual([
			['地区', 'a'],
			['x\ny', '1'],
			['浙江', '2']
		]);
		expect(receipt.issues).toEqual([]);
	}
	expect(await codesOf('a,b\r\n1,2\n3,4\r5,6\r\n')).toEqual(['NEWLINE_MIXED']);
});

const delimiters = [',', ';', '\t', '|', '，', '；', '#', ' ', ':'] as const;
const cell = fc.oneof(
	fc.string({ maxLength: 6 }),
	fc.string({ unit: 'grapheme', maxLength: 4 }),
	fc.constantFrom(
		'',
		' ',
		'  ',
		'"',
		'""',
		'\n',
		'\r',
		'\r\n',
		'\0',
		'\ufeff',
		'\u2028',
		"'",
		"'a'",
		'，',
		'；',
		'\\"',
		'\\',
		'=1',
		'𠮷',
		'‮'
	)
);
const tables = fc
	.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
	.chain(([width, height]) =>
		fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
	)
	// One blank cell alone in its row is a blank line in every dialect; a mark at the beginning is one of the file.
	.filter((rows) => !rows[0]![0]!.startsWith('\ufeff') && rows.flat().every((text) => text.isWellFormed()));
const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
// The Encoding Standard writes these with the bytes of the characters that replaced them; the last one is damage.
const notInGb = /[\ue5e5\ue78d-\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864\ufffd]/u;

function encoded(text: string, encoding: (typeof encodings)[number]): Uint8Array {
	if (encoding === 'utf-8') return bytesOf(text);
	if (encoding === 'gb18030') return gb18030(text);
	return utf16(text, encoding === 'utf-16le');
}

test('any table, written in any dialect and encoding that is then stated, is read as it was', async () => {
	await fc.assert(
		fc.asyncProperty(
			tables,
			fc.constantFrom(...delimiters),
			fc.constantFrom('"', "'"),
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.constantFrom('always', 'needed'),
			fc.constantFrom(...encodings),
			fc.boolean(),
			async (rows, delimiter, quote, newline, style, encoding, mark) => {
				fc.pre(encoding !== 'gb18030' || !notInGb.test(rows.flat().join('')));
				const plain = (text: string) => ![delimiter, quote, '\n', '\r'].some((sign) => text.includes(sign));
				const written = (text: string) =>
					style === 'needed' && plain(text) ? text : quote + text.replaceAll(quote, quote + quote) + quote;
				const text = rows.map((cells) => cells.map(written).join(delimiter) + newline).join('');
				// Blank files are said to be empty.
				fc.pre(text.trim() !== '');
				const bytes = encoded(mark ? `\ufeff${text}` : text, encoding);
				const read = await readTable(bytes, { fileName: 't.csv', delimiter, quote, encoding });
				expect(read.rows).toEqual(rows);
			}
		),
		{ numRuns: 1500 }
	);
});

test('any table below a heading is read as it was with nothing stated', async () => {
	await fc.assert(
		fc.asyncProperty(
			tables.filter((rows) => rows[0]!.length > 1),
			fc.constantFrom(',', '\t', ';', '|', '，', '；'),
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.constantFrom('always', 'needed'),
			fc.constantFrom(...encodings),
			async (body, delimiter, newline, style, encoding) => {
				fc.pre(encoding !== 'gb18030' || !notInGb.test(body.flat().join('')));
				const rows = [body[0]!.map((_, at) => ['地区', '职工人数', '参赛职工', '备注', '名称'][at] as string), ...body];
				const plain = (text: string) => ![delimiter, '"', '\n', '\r'].some((sign) => text.includes(sign));
				const written = (text: string) =>
					style === 'needed' && plain(text) ? text : `"${text.replaceAll('"', '""')}"`;
				const text = rows.map((cells) => cells.map(written).join(delimiter) + newline).join('');
				const read = await readTable(encoded(text, encoding), { fileName: 't.csv' });
				expect(read.rows).toEqual(rows);
			}
		),
		{ numRuns: 1500 }
	);
});

test('any single column with a heading is read as it was with nothing stated', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.boolean(), async (cells, always) => {
			fc.pre(cells.every((text) => text.isWellFormed()));
			const rows = ['备注与意见', ...cells].map((text) => [text]);
			const written = (text: string) => (always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
			const text = rows.map(([only]) => `${written(only as string)}\n`).join('');
			expect((await readTable(bytesOf(text), { fileName: 't.csv' })).rows).toEqual(rows);
		}),
		{ numRuns: 1500 }
	);
});
