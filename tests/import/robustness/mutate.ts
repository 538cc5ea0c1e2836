import { encode, encodingNames, joined } from './encode.ts';
import { cleanTable } from './clean-tables.ts';
import { writeRows } from './delimited.ts';
import { seeded, type Random } from './random.ts';
import { workbookOf } from './workbook-writer.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';

/** What is put into files: all that ever meant something to a reader of tables, and what never should. */
const tokens = [
	'"',
	'""',
	"'",
	',',
	';',
	'\t',
	'|',
	'，',
	'；',
	'\n',
	'\r',
	'\r\n',
	'\u2028',
	'\ufeff',
	'\u0000',
	'\u001a',
	'\\',
	'\\"',
	'"\n"',
	',,,,,,,,',
	'\n\n\n',
	'=',
	'=1+1',
	'="1"',
	'@',
	'+',
	'-',
	'—',
	'…',
	'***',
	'%',
	'万',
	'亿',
	'余',
	'约',
	'1e308',
	'1E+999',
	'9'.repeat(400),
	'-0',
	'.',
	'1..2',
	'0x10',
	'NaN',
	'∞',
	'合计',
	'小计',
	'全国',
	'其中',
	'#',
	'#N/A',
	'#REF!',
	'注：',
	'单位：万元',
	'第 1 页',
	'统计时期',
	'地区',
	'竞赛编号',
	'指标',
	'2024年1-9月累计',
	'2024Q9',
	'13/13/2024',
	'鼓楼区',
	'371200',
	'999999',
	'__proto__',
	'constructor',
	'toString',
	'<script>alert(1)</script>',
	"'; DROP TABLE summary;--",
	'${x}',
	'{count}',
	'%s%n',
	'../../etc/passwd',
	'\u202e',
	'\u200b',
	'👩‍👩‍👧‍👦',
	'e\u0301',
	'\ud800',
	'\udfff',
	'𠮷',
	'锟斤拷',
	'\ufffd',
	'x'.repeat(3000),
	' '.repeat(500),
	'（',
	'）',
	'[',
	']',
	'(((',
	')))'
] as const;

let seeds: Uint8Array[] | null = null;

/** Small sound files of every dataset, in every encoding, as text and as workbook. */
function seedFiles(): Uint8Array[] {
	seeds ??= (Object.keys(datasets) as DatasetName[]).flatMap((dataset, at) => {
		const table = cleanTable(dataset, at % 2 === 0 ? 'names' : 'codes', 4 + at, 'fuzz');
		const rows = [table.header, ...table.rows];
		const delimiter = [',', ';', '\t', '|', '，'][at % 5] as string;
		const texts = encodingNames.map((name) =>
			encode(writeRows(rows, { delimiter, newline: at % 3 === 0 ? '\r\n' : '\n', quoteAll: at % 4 === 0 }), name)
		);
		const titled = encode(
			writeRows([
				['汇总表'],
				['单位：万元'],
				...rows,
				rows[1]!.map((_, column) => (column === 0 ? '合计' : '')),
				['注：快报数']
			]),
			'utf-8'
		);
		return [...texts, titled, workbookOf([{ name: '汇总', rows }])];
	});
	return seeds;
}

/** The mutated file of a number; the same number gives the same file. */
export function mutatedFile(number: number): Uint8Array {
	const random = seeded(`fuzz ${number}`);
	const files = seedFiles();
	let bytes = Uint8Array.from(random.pick(files));
	const times = random.between(1, random.next() < 0.2 ? 40 : 6);
	for (let time = 0; time < times; time++) bytes = random.pick(mutations)(bytes, random, files);
	return bytes;
}

type Mutation = (
	bytes: Uint8Array<ArrayBuffer>,
	random: Random,
	files: readonly Uint8Array[]
) => Uint8Array<ArrayBuffer>;

const place = (bytes: Uint8Array, random: Random) => random.between(0, bytes.length);
const span = (bytes: Uint8Array, random: Random): [number, number] => {
	const from = place(bytes, random);
	return [from, Math.min(bytes.length, from + random.between(1, random.next() < 0.3 ? 400 : 8))];
};
const spliced = (bytes: Uint8Array, from: number, to: number, put: Uint8Array) =>
	joined(bytes.subarray(0, from), put, bytes.subarray(to)) as Uint8Array<ArrayBuffer>;

const mutations: readonly Mutation[] = [
	function flipBit(bytes, random) {
		if (bytes.length === 0) return bytes;
		const at = random.between(0, bytes.length - 1);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
		return bytes;
	},
	function setByte(bytes, random) {
		if (bytes.length > 0)
			bytes[random.between(0, bytes.length - 1)] = random.pick([
				0,
				9,
				10,
				13,
				34,
				44,
				59,
				127,
				128,
				255,
				random.between(0, 255)
			]);
		return bytes;
	},
	function drop(bytes, random) {
		const [from, to] = span(bytes, random);
		return spliced(bytes, from, to, new Uint8Array(0));
	},
	function repeat(bytes, random) {
		const [from, to] = span(bytes, random);
		const piece = bytes.slice(from, to);
		const copies = random.between(1, random.next() < 0.1 ? 60 : 3);
		return spliced(bytes, to, to, joined(...Array.from({ length: copies }, () => piece)));
	},
	function exchange(bytes, random) {
		const [from, to] = span(bytes, random);
		const at = place(bytes, random);
		return spliced(bytes, at, at, bytes.slice(from, to));
	},
	function truncate(bytes, random) {
		return bytes.slice(0, place(bytes, random));
	},
	function behead(bytes, random) {
		return bytes.slice(place(bytes, random));
	},
	function insertToken(bytes, random) {
		const at = place(bytes, random);
		return spliced(
			bytes,
			at,
			at,
			encode(random.pick(tokens), random.pick(encodingNames.filter((name) => !name.endsWith('bom'))))
		);
	},
	function replaceCell(bytes, random) {
		const commas = [...bytes.keys()].filter((at) => bytes[at] === 44 || bytes[at] === 10);
		if (commas.length < 2) return bytes;
		const at = random.between(0, commas.length - 2);
		return spliced(bytes, (commas[at] as number) + 1, commas[at + 1] as number, encode(random.pick(tokens), 'utf-8'));
	},
	function splice(bytes, random, files) {
		const other = random.pick(files);
		return joined(
			bytes.subarray(0, place(bytes, random)),
			other.subarray(place(other, random))
		) as Uint8Array<ArrayBuffer>;
	},
	function shuffleLines(bytes, random) {
		const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
		if (ends.length < 3) return bytes;
		const [a, b] = random.sample(ends, 2) as [number, number];
		return joined(bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b)) as Uint8Array<ArrayBuffer>;
	}
];
