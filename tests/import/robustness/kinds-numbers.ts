import type { IssueCode } from '#lib/import/issue.ts';
import type { Field } from '#lib/datasets/dataset.ts';
import { atCell, everyCell, fileOf, movedPoint, oneCell, readAs, type Change } from './kinds-cells.ts';
import { flagged, kindsOf, same, type Pollute } from './kind.ts';
import { isCount, isFigure, linesShifted } from './places.ts';

const { list, add } = kindsOf('meaning');

/** Figures and their units. */
export const numberKinds = list;

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const large = (text: string) => /^\d{5,}$/.test(text);
const hasUnit = (unit: Field['unit']) => (field: Field) => field.unit === unit && isFigure(field);
const isYuan = hasUnit('yuan');
const isPerson = hasUnit('person');

function numeral(number: number, digits: string, units: readonly string[]): string {
	if (number >= 10_000) {
		const [high, low] = [Math.floor(number / 10_000), number % 10_000];
		const gap = low > 0 && low < 1000 ? '零' : '';
		return `${numeral(high, digits, units)}万${gap}${low === 0 ? '' : numeral(low, digits, units)}`;
	}
	let text = '';
	let pending = false;
	for (let power = 3; power >= 0; power--) {
		const digit = Math.floor(number / 10 ** power) % 10;
		if (digit === 0) {
			pending = text !== '';
			continue;
		}
		text += `${pending ? '零' : ''}${digits.charAt(digit)}${units[power] ?? ''}`;
		pending = false;
	}
	return text;
}

const spellings: readonly (readonly [id: string, zh: string, en: string, Change, ((text: string) => boolean)?])[] = [
	['full-width digits', '全角数字', 'Full-width digits', (text) => wide(text)],
	['thousands separators', '千分位', 'Thousands separators', (text) => grouped(text)],
	[
		'full-width thousands separators',
		'全角千分位',
		'Full-width thousands separators',
		(text) => grouped(text).replaceAll(',', '，')
	],
	[
		'blanks in a figure',
		'数字内有空格',
		'Blanks between groups of digits',
		(text) => grouped(text).replaceAll(',', ' ')
	],
	[
		'no-break spaces in a figure',
		'数字内有不换行空格',
		'No-break spaces between groups of digits',
		(text) => grouped(text).replaceAll(',', '\u00a0')
	],
	['plus sign', '带正号', 'A plus sign', (text) => `+${text}`],
	['point and zeros', '带 .0', 'A whole number with .0', (text) => `${text}.0`],
	['leading zeros', '前补零', 'Leading zeros', (text) => `00${text}`],
	['万 in the cell', '单元格内写“万”', '万 in the cell', (text) => `${movedPoint(text, 4)}万`, large],
	['亿 in the cell', '单元格内写“亿”', '亿 in the cell', (text) => `${movedPoint(text, 8)}亿`, large],
	['千 in the cell', '单元格内写“千”', '千 in the cell', (text) => `${movedPoint(text, 3)}千`, large],
	[
		'chinese numerals',
		'中文数字',
		'Chinese numerals',
		(text) => numeral(Number(text), '零一二三四五六七八九', ['', '十', '百', '千'])
	],
	[
		'financial numerals',
		'大写数字',
		'Financial numerals',
		(text) => numeral(Number(text), '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟'])
	],
	['figure in quotes of text', '文本型数字（前有单引号）', 'An apostrophe before the figure', (text) => `'${text}`],
	['figure as text formula', '="123" 写法', 'A figure written as ="123"', (text) => `="${text}"`]
];
for (const [id, zh, en, change, value = (text: string) => /^\d{2,}$/.test(text)] of spellings) {
	add(
		id,
		zh,
		en,
		everyCell(isCount, (text, place, table) => (value(text) ? change(text, place, table) : null), same())
	);
}
add(
	'unit in the cell',
	'单元格内写单位',
	'The unit in the cell',
	everyCell(isCount, (text, { field }) => `${text}${words[field.unit ?? ''] ?? '个'}`, same())
);
const words: Readonly<Record<string, string>> = {
	person: '人',
	'person-time': '人次',
	unit: '家',
	item: '项',
	studio: '个',
	yuan: '元'
};
add(
	'万 and unit in the cell',
	'单元格内写“万人”',
	'万 and the unit in the cell',
	everyCell(
		isCount,
		(text, { field }) => (large(text) ? `${movedPoint(text, 4)}万${words[field.unit ?? ''] ?? ''}` : null),
		same()
	)
);

/** Figures in another unit, which is said in one of the usual places. */
function scaled(
	suits: (field: Field) => boolean,
	places: number,
	name: string,
	where: 'header' | 'row' | 'line'
): Pollute {
	return (table, random) => {
		const columns = [...table.fields.keys()].filter(
			(at) => suits(table.fields[at] as Field) && table.dataset !== 'targets' && table.dataset !== 'metrics'
		);
		if (columns.length === 0) return null;
		const chosen = where === 'line' ? columns : [random.pick(columns)];
		const rows = table.rows.map((row) =>
			row.map((cell, at) => (chosen.includes(at) && cell !== '' ? movedPoint(cell, places) : cell))
		);
		const bare = table.header.map((text, at) => (chosen.includes(at) ? text.replace(/（.*）$/, '') : text));
		if (where === 'header')
			return {
				bytes: fileOf([bare.map((text, at) => (chosen.includes(at) ? `${text}（${name}）` : text)), ...rows]),
				expect: same()
			};
		if (where === 'line')
			return {
				bytes: fileOf([[`单位：${name}`], bare, ...rows]),
				expect: same('PREAMBLE_SKIPPED'),
				lines: linesShifted(table, 0, 1)
			};
		const units = table.fields.map((field, at) =>
			chosen.includes(at) ? name : isFigure(field) && field.unit ? (words[field.unit] ?? '') : ''
		);
		return { bytes: fileOf([bare, units, ...rows]), expect: same(), lines: linesShifted(table, 0, 1) };
	};
}
add('万元 in the header', '表头（万元）', '万元 in the header', scaled(isYuan, 4, '万元', 'header'));
add('亿元 in the header', '表头（亿元）', '亿元 in the header', scaled(isYuan, 8, '亿元', 'header'));
add('千元 in the header', '表头（千元）', '千元 in the header', scaled(isYuan, 3, '千元', 'header'));
add('万人 in the header', '表头（万人）', '万人 in the header', scaled(isPerson, 4, '万人', 'header'));
add(
	'单位：万人 in the header',
	'表头（单位：万人）',
	'单位：万人 in the header',
	scaled(isPerson, 4, '单位：万人', 'header')
);
add('万元 in a unit row', '单位行“万元”', '万元 in a row of units', scaled(isYuan, 4, '万元', 'row'));
add('万人 in a unit row', '单位行“万人”', '万人 in a row of units', scaled(isPerson, 4, '万人', 'row'));
add(
	'单位：万元 above the table',
	'表上方“单位：万元”',
	'单位：万元 above the table',
	scaled(isYuan, 4, '万元', 'line')
);
add(
	'单位：万人 above the table',
	'表上方“单位：万人”',
	'单位：万人 above the table',
	scaled(isPerson, 4, '万人', 'line')
);
add('no unit of money', '金额未注明单位', 'Money without a unit', (table) => {
	const at = table.fields.findIndex(isYuan);
	if (at < 0) return null;
	return {
		bytes: fileOf([table.header.map((name) => name.replace('（元）', '')), ...table.rows]),
		expect: { outcome: 'same', told: ['UNIT_ASSUMED'], line: 1 }
	};
});
/** A unit of another kind at the header of a column. */
const strange =
	(suits: (field: Field) => boolean, unit: string): Pollute =>
	(table) => {
		const at = table.fields.findIndex((field) => suits(field));
		if (at < 0 || table.dataset === 'targets' || table.dataset === 'metrics') return null;
		const name = `${(table.header[at] as string).replace(/（.*）$/, '')}（${unit}）`;
		// 参赛职工（人次） is also another way of writing 参赛人次, which is there already.
		const codes: IssueCode[] = unit === '人次' ? ['UNIT_SUSPECT', 'HEADER_DUPLICATE'] : ['UNIT_SUSPECT'];
		const expect = flagged(codes, 1, unit === '人次' ? undefined : name);
		return { bytes: fileOf([table.header.with(at, name), ...table.rows]), expect };
	};
add('元 for persons', '人数列注明“元”', 'Persons in 元', strange(isPerson, '元'));
add('人次 for persons', '人数列注明“人次”', 'Persons in 人次', strange(isPerson, '人次'));
add('人 for money', '金额列注明“人”', 'Money in 人', strange(isYuan, '人'));
add('percent for persons', '人数列注明“%”', 'Persons in %', strange(isPerson, '%'));
add(
	'元 in a cell of persons',
	'人数单元格写“元”',
	'A cell of persons in 元',
	oneCell(isPerson, (text) => `${text}元`, atCell('UNIT_SUSPECT', 'CELL_TYPE'))
);
add(
	'percent in a count',
	'人数单元格写百分比',
	'A percentage among counts',
	oneCell(isCount, () => '53%', atCell('UNIT_SUSPECT', 'CELL_TYPE'))
);
add(
	'人次 in a cell of persons',
	'人数单元格写“人次”',
	'A cell of persons in 人次',
	oneCell(isPerson, (text) => `${text}人次`, atCell('UNIT_SUSPECT', 'CELL_TYPE'))
);

const fuzzy: readonly (readonly [string, (text: string) => string])[] = [
	['余', (text) => `${text}余`],
	['多', (text) => `${text}多`],
	['约', (text) => `约${text}`],
	['近', (text) => `近${text}`],
	['以上', (text) => `${text}以上`],
	['左右', (text) => `${text}左右`],
	['超过', (text) => `超过${text}`],
	['不足', (text) => `不足${text}`],
	['+', (text) => `${text}+`],
	['≥', (text) => `≥${text}`]
];
for (const [word, change] of fuzzy)
	add(
		`fuzzy ${word}`,
		`约数“${word}”`,
		`An approximate figure with ${word}`,
		oneCell(isCount, change, atCell('CELL_FUZZY'))
	);
add(
	'fuzzy 万余',
	'约数“万余人”',
	'An approximate figure 万余人',
	oneCell(isPerson, (text) => `${movedPoint(text, 4)}万余人`, atCell('CELL_FUZZY'), large)
);

const wrong: readonly (readonly [id: string, zh: string, en: string, Change, ...codes: IssueCode[]])[] = [
	['text in a figure', '数字列写文字', 'Text among figures', () => '较多', 'CELL_TYPE'],
	[
		'figure with a note',
		'数字后有说明',
		'A figure with a note',
		(text) => `${text}（含外聘）`,
		'CELL_TYPE',
		'UNIT_SUSPECT'
	],
	[
		'letter O for 0',
		'字母 O 当 0',
		'A letter O for a 0',
		(text) => `${text.slice(0, 1)}O${text.slice(1)}`,
		'CELL_TYPE'
	],
	['letter l for 1', '字母 l 当 1', 'A letter l for a 1', (text) => `l${text.slice(1)}`, 'CELL_TYPE'],
	['decimals in a count', '人数有小数', 'Decimals in a count', (text) => `${text}.5`, 'CELL_TYPE'],
	['two points', '两个小数点', 'Two decimal points', (text) => `1.${text}.3`, 'CELL_TYPE'],
	['range', '区间', 'A range', (text) => `${text}-${text}9`, 'CELL_TYPE'],
	['sum', '写成加法', 'A sum', (text) => `${text}+12`, 'CELL_TYPE', 'CELL_FORMULA'],
	['fraction', '写成分数', 'A fraction', (text) => `${text}/3`, 'CELL_TYPE'],
	['decimal comma', '逗号作小数点', 'A decimal comma', (text) => `${text},5`, 'CELL_TYPE'],
	[
		'european figure',
		'欧式数字',
		'A European figure',
		(text) => `1.${text.padEnd(3, '0').slice(0, 3)},56`,
		'CELL_TYPE'
	],
	['formula', '公式文字', 'A formula as text', () => '=SUM(A1:A3)', 'CELL_TYPE', 'CELL_FORMULA'],
	['negative count', '人数为负', 'A negative count', (text) => `-${text}`, 'CELL_RANGE'],
	['negative in brackets', '括号负数', 'A negative figure in brackets', (text) => `(${text})`, 'CELL_RANGE'],
	['full-width minus', '全角负号', 'A full-width minus', (text) => `－${text}`, 'CELL_RANGE'],
	['minus after the figure', '负号在后', 'A minus after the figure', (text) => `${text}-`, 'CELL_RANGE', 'CELL_TYPE'],
	['too large', '大得离谱', 'More digits than any table holds', (text) => `${text}${'0'.repeat(16)}`, 'CELL_RANGE'],
	['scientific figure', '科学记数法', 'Scientific notation', () => '1.2E+05', 'CELL_PRECISION'],
	['dashes in a figure', '数字内有短横', 'Dashes within a figure', (text) => `${text}--1`, 'CELL_TYPE'],
	['date in a figure', '数字变成日期', 'A figure that became a date', () => '2024-03-05', 'CELL_TYPE'],
	['month and day', '数字变成“3月5日”', 'A figure that became 3月5日', () => '3月5日', 'CELL_TYPE', 'UNIT_SUSPECT'],
	['true', 'TRUE', 'TRUE among figures', () => 'TRUE', 'CELL_TYPE'],
	['infinity', 'Infinity', 'Infinity', () => 'Infinity', 'CELL_TYPE'],
	['hexadecimal', '十六进制', 'Hexadecimal', () => '0x1F', 'CELL_TYPE'],
	['emoji digits', '表情数字', 'Digits as emoji', () => '1️⃣2️⃣', 'CELL_TYPE'],
	['two figures', '一格两个数', 'Two figures in a cell', (text) => `${text}、${text}`, 'CELL_TYPE'],
	['two figures on two lines', '一格两行数字', 'Two figures on two lines', (text) => `${text}\n${text}`, 'CELL_TYPE']
];
for (const [id, zh, en, change, ...codes] of wrong)
	add(
		id,
		zh,
		en,
		oneCell(isCount, change, atCell(...codes), (text) => /^\d{2,}$/.test(text))
	);
add(
	'more than four decimals',
	'超过四位小数',
	'More than four decimals',
	oneCell(
		(field) => field.type === 'decimal' && field.unit !== 'second',
		(text) => `${text.split('.')[0]}.123456`,
		atCell('CELL_PRECISION')
	)
);

for (const error of ['#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '########', '#REF!+1', '#DIV/0！']) {
	const others = /^#[A-Z/]+[!?0]?$|^#+$|！$/i.test(error) ? [] : (['CELL_TYPE'] as const);
	add(
		`error ${error}`,
		`错误值 ${error}`,
		`The error ${error}`,
		oneCell(isFigure, () => error, atCell('CELL_EXCEL_ERROR', ...others))
	);
}
for (const mark of [
	'-',
	'—',
	'——',
	'…',
	'***',
	'/',
	'无',
	'空',
	'N/A',
	'NULL',
	'null',
	'未报',
	'缺',
	'.',
	'、',
	'\\',
	'NaN',
	'无数据',
	'不适用',
	'待报',
	'–',
	'□',
	'_'
]) {
	add(
		`missing ${mark}`,
		`缺失写作“${mark}”`,
		`Missing written ${mark}`,
		oneCell(
			(field) => isCount(field) && !field.required,
			() => mark,
			(place, table) => ({
				...flagged(['CELL_TYPE'], place.line, place.header),
				orSame: true,
				reference: readAs(() => '')(place, table).reference!
			})
		)
	);
}
add(
	'zero is no blank',
	'0 不是空',
	'A zero where the clean table has a blank',
	oneCell(
		(field) =>
			isCount(field) &&
			!field.required &&
			![
				'units_total',
				'workers_total',
				'participations',
				'suggestions',
				'suggestions_adopted',
				'units',
				'enrolled',
				'attendances',
				'participants'
			].includes(field.name),
		() => '0',
		readAs(() => '0')
	)
);
