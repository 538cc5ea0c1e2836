import type { IssueCode } from '#lib/import/issue.ts';
import { divisions } from '#lib/dimensions/region.ts';
import { atCell, atCellOrSame, everyCell, oneCell, readAs, type Change } from './kinds-cells.ts';
import { flagged, kindsOf, same } from './kind.ts';
import { isType } from './places.ts';

const { list, add } = kindsOf('meaning');

/** Names and codes of regions, industries and closed lists. */
export const nameKinds = list;

const isRegion = isType('region');
const regions = divisions();
const byCode = new Map(regions.map((region) => [region.code, region]));
const byName = new Map(regions.map((region) => [region.name, region]));
const regionOf = (text: string) => byCode.get(text) ?? byName.get(text);
const named = (text: string) => /[\u4e00-\u9fa5]/.test(text);
const coded = (text: string) => /^\d{6}$/.test(text);
const path = (text: string): string[] => {
	const names: string[] = [];
	for (let region = regionOf(text); region && region.level !== 'country'; region = byCode.get(region.parent ?? ''))
		names.unshift(region.name);
	return names;
};
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const spellings: readonly (readonly [id: string, zh: string, en: string, Change])[] = [
	[
		'codes for names',
		'地区改写代码',
		'Codes in place of names',
		(text) => (named(text) ? (regionOf(text)?.code ?? null) : null)
	],
	['names with blanks', '地名内有空格', 'Blanks within names', (text) => (named(text) ? [...text].join(' ') : null)],
	[
		'names with full-width blanks',
		'地名内有全角空格',
		'Full-width blanks within names',
		(text) => (named(text) ? [...text].join('　') : null)
	],
	['names padded', '地名两侧有空格', 'Names padded with blanks', (text) => ` ${text}　`],
	[
		'zero-width space in names',
		'地名内有零宽空格',
		'Zero-width spaces within names',
		(text) => (named(text) ? `${text.slice(0, 1)}\u200b${text.slice(1)}` : null)
	],
	['full path', '写全称路径', 'Names with all the regions above', (text) => (named(text) ? path(text).join('') : null)],
	['path with slashes', '路径用斜线', 'Paths with slashes', (text) => (named(text) ? path(text).join('/') : null)],
	['path with dashes', '路径用短横', 'Paths with dashes', (text) => (named(text) ? path(text).join('-') : null)],
	[
		'code and name',
		'代码加名称',
		'Code and name in a cell',
		(text) => `${regionOf(text)?.code}${regionOf(text)?.name}`
	],
	[
		'code in brackets',
		'名称（代码）',
		'The code in brackets behind the name',
		(text) => `${regionOf(text)?.name}（${regionOf(text)?.code}）`
	],
	[
		'union of the region',
		'写作“××总工会”',
		'Names of the region’s federation',
		(text) => (named(text) ? `${text}总工会` : null)
	],
	['full-width codes', '全角代码', 'Full-width codes', (text) => (coded(text) ? wide(text) : null)],
	['codes of 12 digits', '12 位代码', 'Codes of 12 digits', (text) => (coded(text) ? `${text}000000` : null)],
	['codes with .0', '代码带 .0', 'Codes that became 110000.0', (text) => (coded(text) ? `${text}.0` : null)],
	[
		'codes with apostrophes',
		'代码前有单引号',
		'Codes behind an apostrophe',
		(text) => (coded(text) ? `'${text}` : null)
	],
	['codes as text formulas', '="110000" 写法', 'Codes as ="110000"', (text) => (coded(text) ? `="${text}"` : null)]
];
for (const [id, zh, en, change] of spellings) {
	const doubtful = [
		'code and name',
		'code in brackets',
		'path with slashes',
		'path with dashes',
		'codes with apostrophes',
		'codes as text formulas'
	].includes(id);
	add(
		`regions: ${id}`,
		zh,
		en,
		everyCell(isRegion, change, doubtful ? { ...flagged(['CODE_UNKNOWN', 'NAME_AMBIGUOUS']), orSame: true } : same())
	);
}
add(
	'regions: short names',
	'简称',
	'A short name',
	oneCell(isRegion, (text) => (named(text) ? (regionOf(text)?.short ?? null) : null), atCellOrSame('NAME_AMBIGUOUS'))
);
const simplified: Readonly<Record<string, string>> = {
	东: '東',
	广: '廣',
	龙: '龍',
	区: '區',
	县: '縣',
	云: '雲',
	庆: '慶',
	苏: '蘇',
	陕: '陝',
	肃: '肅',
	宁: '寧',
	湾: '灣',
	门: '門',
	兴: '興',
	阳: '陽',
	济: '濟',
	岛: '島',
	贵: '貴',
	马: '馬',
	乌: '烏',
	鲁: '魯',
	齐: '齊',
	连: '連',
	锦: '錦'
};
add(
	'regions: traditional characters',
	'繁体地名',
	'Names in traditional characters',
	everyCell(
		isRegion,
		(text) => (named(text) ? [...text].map((sign) => simplified[sign] ?? sign).join('') : null),
		same()
	)
);
const bad: readonly (readonly [id: string, zh: string, en: string, Change, ...codes: IssueCode[]])[] = [
	['unknown name', '没有的地名', 'A name that nothing has', () => '示例乌有市', 'CODE_UNKNOWN'],
	[
		'misspelt name',
		'地名有错字',
		'A misspelt name',
		(text) => (named(text) && text.length > 3 ? `${text.slice(0, 1)}咚${text.slice(2)}` : null),
		'CODE_UNKNOWN'
	],
	[
		'letter lost',
		'地名少一个字',
		'A name with a character lost',
		(text) => (named(text) && text.length > 4 ? `${text.slice(1)}` : null),
		'CODE_UNKNOWN',
		'NAME_AMBIGUOUS'
	],
	['ambiguous name', '重名', 'A name that several regions have', () => '鼓楼区', 'NAME_AMBIGUOUS'],
	['ambiguous short name', '重名的简称', 'A short name that several regions have', () => '朝阳', 'NAME_AMBIGUOUS'],
	['unknown code', '没有的代码', 'A code that nothing has', () => '999999', 'CODE_UNKNOWN'],
	[
		'code with a digit lost',
		'代码少一位',
		'A code with a digit lost',
		(text) => (coded(text) ? text.slice(0, 5) : null),
		'CODE_UNKNOWN'
	],
	[
		'code with two digits exchanged',
		'代码两位颠倒',
		'A code that begins with two zeros',
		(text) => (coded(text) ? `00${text.slice(2)}` : null),
		'CODE_UNKNOWN'
	],
	[
		'scientific code',
		'代码变成科学记数法',
		'A code in scientific notation',
		() => '3.7E+05',
		'CELL_PRECISION',
		'CODE_UNKNOWN'
	],
	[
		'code of 12 digits in scientific notation',
		'12 位代码变成科学记数法',
		'A long code in scientific notation',
		() => '3.70116E+11',
		'CELL_PRECISION',
		'CODE_UNKNOWN'
	],
	[
		'two regions',
		'一格两个地区',
		'Two regions in a cell',
		(text) => (named(text) ? `${text}、北京市` : null),
		'CODE_UNKNOWN',
		'NAME_AMBIGUOUS'
	],
	['abolished and split', '已撤销并拆分', 'An abolished code with two successors', () => '371200', 'NAME_AMBIGUOUS'],
	['dash', '地区写作“—”', 'A dash for a region', () => '—', 'CELL_TYPE', 'CODE_UNKNOWN'],
	['error', '地区为 #N/A', 'An error for a region', () => '#N/A', 'CELL_EXCEL_ERROR', 'CODE_UNKNOWN', 'CELL_TYPE'],
	['foreign', '外国地名', 'A place abroad', () => '东京都', 'CODE_UNKNOWN'],
	['number', '地区列写数字', 'A figure among regions', () => '12', 'CODE_UNKNOWN']
];
for (const [id, zh, en, change, ...codes] of bad) {
	const obligatory = !['dash', 'error', 'number'].includes(id);
	add(
		`region: ${id}`,
		zh,
		en,
		oneCell(
			(field) => isRegion(field) && (obligatory || field.required === true),
			id === 'number' ? () => '99' : change,
			atCell(...codes)
		)
	);
}
for (const [code, name, now] of [
	['330183', '富阳市', '330111'],
	['310108', '闸北区', '310106'],
	['540422', '米林县', '540481']
] as const) {
	const told = (place: Parameters<ReturnType<typeof readAs>>[0], table: Parameters<ReturnType<typeof readAs>>[1]) => ({
		...readAs(() => now)(place, table),
		told: ['CODE_SUPERSEDED'] as const,
		line: place.line
	});
	// Another row of the same region would make it a second record of one key.
	const unlessThere =
		(text: string): Change =>
		(_, __, table) =>
			table.rows.some((row) => row.includes(now) || row.includes(byCode.get(now)?.name ?? '')) ? null : text;
	add(
		`region: abolished code ${code}`,
		`已撤销的代码 ${code}`,
		`The abolished code ${code}`,
		oneCell(isRegion, unlessThere(code), told)
	);
	add(
		`region: abolished name ${name}`,
		`已撤销的 ${name}`,
		`The abolished name ${name}`,
		oneCell(isRegion, unlessThere(name), told)
	);
}

const isIndustry = isType('industry');
add(
	'industries: lower case',
	'行业代码小写',
	'Industry codes in lower case',
	everyCell(isIndustry, (text) => (/^[A-Z]/.test(text) ? text.toLowerCase() : null), same())
);
add(
	'industries: full-width',
	'行业代码全角',
	'Full-width industry codes',
	everyCell(isIndustry, (text) => (/^[A-Z]/.test(text) ? wide(text) : null), same())
);
add(
	'industries: blanks',
	'行业名称内有空格',
	'Blanks within names of industries',
	everyCell(isIndustry, (text) => (named(text) ? [...text].join(' ') : null), same())
);
add(
	'industries: code and name',
	'行业代码加名称',
	'Code and name of an industry',
	everyCell(isIndustry, (text) => ({ 制造业: 'C 制造业', 建筑业: 'E 建筑业', 采矿业: 'B.采矿业' })[text] ?? null, {
		...flagged(['CODE_UNKNOWN']),
		orSame: true
	})
);
add(
	'industry: older name',
	'旧行业名称',
	'An older name of an industry',
	oneCell(
		isIndustry,
		() => '采掘业',
		readAs(() => '采矿业')
	)
);
add(
	'industry: unknown',
	'没有的行业',
	'An industry that nothing has',
	oneCell(isIndustry, () => '魔法业', atCell('CODE_UNKNOWN'))
);
add(
	'industry: unknown code',
	'没有的行业代码',
	'A code that no industry has',
	oneCell(isIndustry, () => 'Z99', atCell('CODE_UNKNOWN'))
);
add(
	'industry: two',
	'一格两个行业',
	'Two industries in a cell',
	oneCell(isIndustry, () => '制造业/建筑业', atCell('CODE_UNKNOWN', 'NAME_AMBIGUOUS'))
);
add(
	'industry: misspelt',
	'行业有错字',
	'An industry misspelt',
	oneCell(isIndustry, () => '制早业', atCell('CODE_UNKNOWN'))
);

const isCode = isType('code', 'competition_level', 'skill_level', 'ownership', 'union_system');
add(
	'codes: blanks',
	'名称内有空格',
	'Blanks within names of closed lists',
	everyCell(isCode, (text) => [...text].join(' '), same())
);
add(
	'codes: padded',
	'名称两侧有空格',
	'Names of closed lists padded',
	everyCell(isCode, (text) => `\u00a0${text}　`, same())
);
add(
	'code: unknown',
	'不在清单内',
	'A name that is in no list',
	oneCell(isCode, () => '魔法类', atCell('CODE_UNKNOWN'))
);
add(
	'code: misspelt',
	'清单名称有错字',
	'A name of a closed list misspelt',
	oneCell(isCode, (text) => (text.length > 2 ? `咚${text.slice(1)}` : null), atCell('CODE_UNKNOWN'))
);
add(
	'code: number',
	'清单列写数字',
	'A figure in a closed list',
	oneCell(isCode, () => '97', atCell('CODE_UNKNOWN'))
);
add(
	'code: two',
	'一格两个名称',
	'Two names of a closed list in a cell',
	oneCell(isCode, (text) => `${text}、其它类`, atCell('CODE_UNKNOWN', 'NAME_AMBIGUOUS'))
);
const synonyms: Readonly<Record<string, string>> = {
	技能竞赛: '职业技能大赛',
	劳动竞赛: '劳动和技能竞赛',
	一等奖: '一等',
	优胜奖: '优秀奖',
	劳模工作室: '劳模和工匠人才创新工作室',
	国家级: '全国',
	省级: '省',
	五一劳动奖章: '全国五一劳动奖章',
	个人: '先进个人',
	师带徒: '名师带徒',
	国有: '国有企业',
	私营: '私营企业',
	'≥': '不低于'
};
add(
	'codes: synonyms',
	'清单的别名',
	'Other names of closed lists',
	everyCell(isCode, (text) => synonyms[text] ?? null, same())
);
