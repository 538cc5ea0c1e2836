const marks = new Set([
	'',
	'\\',
	'\\n',
	'n/a',
	'n.a.',
	'na',
	'null',
	'(null)',
	'nil',
	'none',
	'nan',
	'无',
	'缺',
	'空',
	'(空)',
	'（空）',
	'暂无',
	'暂缺',
	'未填',
	'未报',
	'不详',
	'未知',
	'没有',
	'待报',
	'待定',
	'待补',
	'待统计',
	'待核实',
	'无数据',
	'暂无数据',
	'未统计',
	'未填报',
	'未上报',
	'不适用',
	'缺失',
	'缺报',
	'#',
	'?',
	'？',
	'tbd'
]);
const lines = /^[-—–―──⋯…*./\s·]+$/;

/** A blank or one of the signs by which people say that there is no figure; never the same as 0. */
export function isMissing(text: string): boolean {
	const code = text.charCodeAt(0);
	if (code >= 48 && code <= 57) return false;
	return lines.test(text) || (text.length <= 6 && marks.has(text.toLowerCase()));
}

const excelError =
	/^(?:#(?:(?:DIV\/0|N\/A|REF|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|BUSY)[!！]?|NAME[?？]?|GETTING_DATA|#+)|Err:5\d\d)$/i;

/** #DIV/0!, #N/A, ##### and their kin, of other spreadsheets too. */
export function isExcelError(text: string): boolean {
	const code = text.charCodeAt(0);
	return (code === 35 || code === 69 || code === 101) && excelError.test(text);
}
