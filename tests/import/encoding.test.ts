import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectEncoding, type EncodingName } from '#lib/import/decode/encoding.ts';
import { textChunks } from '#lib/import/decode/text-chunks.ts';
import { firstInvalid } from '#lib/import/decode/validity.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { newParseState, rowBlocks } from '#lib/import/parse/row-blocks.ts';
import { optionsFor } from './profile.ts';
import { bytesOf, gb18030, utf16 } from './samples.ts';

/** Repeatable, evenly spread numbers (mulberry32). */
function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

const words =
	'地区 行业 统计时期 职工人数 参赛职工 竞赛名称 工会 总工会 普陀区 江苏省 制造业 劳动竞赛 合理化建议 技术革新 工匠 劳模 培训 荣誉 焊工 钳工 电工 一等奖 二等奖 备注 单位 合计 建筑集团 有限公司 第一 第二 上海 浙江 重庆 职业技能 创新工作室 五小 成果 采纳 实施 提出 时间 地点 编号 序号 成绩 名次'.split(
		' '
	);
const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗欧阳諸葛仝亓逄昝璩濮';

const blocks = [
	[0x4e00, 0x9fa5],
	[0x4e00, 0x9fa5],
	[0x3400, 0x4db5],
	[0x20000, 0x2a6d6]
] as const;
const level1 = decodePairs(0xb0, 0xd7);
const level2 = decodePairs(0xd8, 0xf7);

function decodePairs(from: number, to: number): string[] {
	const found: string[] = [];
	for (let lead = from; lead <= to; lead++)
		for (let trail = 0xa1; trail <= 0xfe; trail++) {
			const character = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
			const code = character.codePointAt(0) as number;
			if (code >= 0x4e00 && code <= 0x9fff) found.push(character);
		}
	return found;
}

/** A small table with at least four Chinese characters among ASCII; what they are drawn from differs from file to file. */
function table(next: (below: number) => number): string {
	const kind = next(5);
	const one = (): string => {
		if (kind === 0) return words[next(words.length)] as string;
		if (kind === 1) return (surnames[next(surnames.length)] as string) + (level1[next(level1.length)] as string);
		if (kind === 2) return level1[next(level1.length)] as string;
		if (kind === 3) return (next(2) ? level2[next(level2.length)] : level1[next(level1.length)]) as string;
		const [from, to] = blocks[next(blocks.length)] as (typeof blocks)[number];
		return String.fromCodePoint(from + next(to - from + 1));
	};
	const enough = 4 + next(4) * next(10);
	const columns = 2 + next(4);
	let hanzi = 0;
	let text = 'id,name,value,note,x'.split(',').slice(0, columns).join(',') + '\n';
	for (let row = 0; hanzi < enough; row++) {
		const cells = Array.from({ length: columns }, (_, column) => {
			if (column === 0) return `A${row + 1}`;
			if (next(2) === 0) return String(next(100000) / 100);
			let cell = '';
			for (let count = 1 + next(3); count > 0; count--) cell += one();
			return cell;
		});
		text += cells.join(',') + '\n';
		hanzi += [...cells.join('')].filter((character) => character >= '\u3400').length;
	}
	return text;
}

const writers: readonly (readonly [EncodingName, (text: string) => Uint8Array])[] = [
	['utf-8', bytesOf],
	['gb18030', gb18030],
	['gb18030', gb18030],
	['utf-8', (text) => bytesOf(`\ufeff${text}`)],
	['utf-16le', (text) => utf16(text, true)],
	['utf-16be', (text) => utf16(text, false)],
	['utf-16le', (text) => utf16(`\ufeff${text}`, true)],
	['utf-16be', (text) => utf16(`\ufeff${text}`, false)]
];

test('the encoding of 10,000 tables with four Chinese characters or more is found', () => {
	const next = random(20261121);
	const wrong: string[] = [];
	for (let file = 0; file < 10_000; file++) {
		const [encoding, write] = writers[file % writers.length] as (typeof writers)[number];
		const text = table(next);
		const found = detectEncoding(write(text));
		if (found.encoding !== encoding || found.invalidAt !== null || found.binary || found.ambiguous)
			wrong.push(`${encoding} as ${found.encoding} ${found.ambiguous}: ${JSON.stringify(text.slice(20))}`);
	}
	expect(wrong).toEqual([]);
});

test('every character of GB18030 comes back, in two bytes, in four, and through any cut', async () => {
	const characters: string[] = [];
	for (let code = 0x80; code < 0x110000; code += code < 0x10000 ? 1 : 97)
		if ((code < 0xd800 || code > 0xf8ff) && (code & 0xfffe) !== 0xfffe && code !== 0xfffd)
			characters.push(String.fromCodePoint(code));
	const rows = characters.map((character, index) => [String(index), character]);
	const text = rows.map((row) => row.join('\t')).join('\n') + '\n';
	const { rows: read, receipt } = await readTable(gb18030(text), { fileName: '字.csv', encoding: 'gb18030' });
	expect(receipt.issues.filter(({ severity }) => severity === 'E')).toEqual([]);
	expect(read.flat().join('\t') === rows.flat().join('\t')).toBe(true);
});

test.each(writers.map(([name, write], index) => [`${name} ${index}`, name, write] as const))(
	'a file in %s cut at every byte gives the same rows',
	(_, encoding, write) => {
		const rows = [
			['地区', '人\r\n数', '备𠮷注'],
			['㐀𪛖', '"1"', 'ḿ€é'],
			['', 'x', '丂']
		];
		const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
		const bytes = write(text);
		const bom = detectEncoding(bytes).bom;
		for (let cut = bom; cut <= bytes.length; cut++) {
			const decoder = new TextDecoder(encoding, { ignoreBOM: true });
			const pieces = [
				{ text: decoder.decode(bytes.subarray(bom, cut), { stream: true }), done: cut, last: false },
				{ text: decoder.decode(bytes.subarray(cut)), done: bytes.length, last: true }
			];
			const read = [...rowBlocks(pieces, ',', newParseState())].flatMap((block) => block.rows);
			expect(read).toEqual(rows);
		}
		expect([...textChunks(bytes, encoding, bom)].map((chunk) => chunk.text).join('')).toBe(text);
	}
);

test('UTF-16 full of characters that end in a zero byte, or with hardly any ASCII, is still found', () => {
	const text = '一,丁\n一一一,一丂\n㐀一,1\n';
	expect(detectEncoding(utf16(text, true))).toMatchObject({ encoding: 'utf-16le', invalidAt: null });
	expect(detectEncoding(utf16(text, false))).toMatchObject({ encoding: 'utf-16be', invalidAt: null });
});

test('text with a few control characters is text, zeros at the end are not', async () => {
	expect((await readTable(bytesOf('a,b\n\0\0,\u0001\u0002\n'), { fileName: 'a.csv' })).rows).toEqual([
		['a', 'b'],
		['\0\0', '\u0001\u0002']
	]);
	const filled = new Uint8Array(4000);
	filled.set(bytesOf('地区,职工\n北京,1\n'));
	expect(detectEncoding(filled).binary).toBe(true);
});

test('UTF-8 in other scripts is not taken for Chinese', () => {
	for (const text of [
		'name,city\nJosé,São Paulo\nÁngel,Málaga\nMüller,Köln\n',
		'ئىسىم,شەھەر\nئالىم,قەشقەر\nگۈلنار,خوتەن\n',
		'имя,город\nИван,Москва\nОльга,Казань\n',
		'མིང,གནས\nབོད,ལྷ་ས\n',
		'ᠮᠣᠩᠭᠣᠯ,ᠬᠣᠲᠠ\nᠰᠡᠴᠡᠨ,ᠬᠥᠬᠡ\n',
		// Valid GB18030 as well (违虂, 饜亐), but of characters that nobody writes.
		',\u03a5\u0301,\n,"a ""b""",\n,"a ""b""",\n\u{10040},    ,"a ""b"""\n'
	])
		expect([text, detectEncoding(bytesOf(text)).encoding]).toEqual([text, 'utf-8']);
});

test('a broken byte in UTF-8 and two files joined are noticed, not read as something else', () => {
	const text = '地区,职工人数,备注\n江苏省,12,劳动竞赛\n浙江省,13,技术革新\n';
	const broken = bytesOf(text);
	for (let at = 0; at < broken.length; at++) {
		if ((broken[at] as number) < 0x80) continue;
		for (const byte of [0xff, 0x80, 0xc1]) {
			const bytes = broken.slice();
			bytes[at] = byte;
			if (new TextDecoder().decode(bytes).includes('\ufffd'))
				expect([at, byte, detectEncoding(bytes)]).toMatchObject([
					at,
					byte,
					{ encoding: 'utf-8', invalidAt: expect.anything() }
				]);
		}
	}
	const joined = Uint8Array.of(...gb18030(text), ...bytesOf(text));
	expect(detectEncoding(joined).invalidAt).toBe(gb18030(text).length);
	const turned = detectEncoding(Uint8Array.of(...bytesOf(text), ...gb18030(text)));
	// Whichever half is believed, the first line of the other is named.
	expect(turned.invalidAt).toBe(turned.encoding === 'utf-8' ? bytesOf(text).length : 0);
});

test('few Chinese characters that are valid both ways are asked about, and a decision settles it', async () => {
	const bytes = bytesOf('鍖鍖,1\n1,2\n');
	const { receipt } = await importFile(bytes, optionsFor('a.csv'));
	expect(receipt.issues.map(({ code }) => code)).toContain('ENC_AMBIGUOUS');
	const decided = await readTable(bytes, { fileName: 'a.csv', encoding: 'gb18030' });
	expect(decided.receipt.issues).toEqual([]);
	expect(decided.receipt.certainty.encoding).toBe(1);
	expect(decided.rows[0]).toEqual([new TextDecoder('gb18030').decode(bytesOf('鍖鍖')), '1']);
});

test('the first line that cannot be read is found, whatever stands where two steps meet', () => {
	const step = 256 * 1024;
	const bytes = fc.array(fc.constantFrom(0x30, 0x41, 0x0a, 0x81, 0xb9, 0xe5, 0xa4, 0xf0, 0x9f, 0xff), { maxLength: 6 });
	const readable = (given: Uint8Array, encoding: EncodingName) => {
		try {
			new TextDecoder(encoding, { fatal: true }).decode(given);
			return true;
		} catch {
			return false;
		}
	};
	fc.assert(
		fc.property(
			fc.array(bytes, { minLength: 2, maxLength: 3 }),
			fc.constantFrom<EncodingName>('utf-8', 'gb18030'),
			fc.integer({ min: -6, max: 2 }),
			(meetings, encoding, shift) => {
				const given = new Uint8Array(step * meetings.length + 8).fill(0x2c);
				for (const [at, meeting] of meetings.entries()) given.set(meeting, (at + 1) * step + shift - 4);
				expect(firstInvalid(given, encoding) === null).toBe(readable(given, encoding));
			}
		),
		{ numRuns: 300 }
	);
});
