const marks = new Set([
	'',
	'-',
	'--',
	'---',
	'—',
	'——',
	'–',
	'―',
	'…',
	'……',
	'...',
	'***',
	'**',
	'*',
	'/',
	'\\',
	'\\N',
	'n/a',
	'na',
	'null',
	'none',
	'nan',
	'无',
	'缺',
	'暂无',
	'未填',
	'未报',
	'不详',
	'无数据',
	'未统计',
	'缺失',
	'#'
]);

/** A blank or one of the signs by which people say that there is no figure; never the same as 0. */
export function isMissing(text: string): boolean {
	if (text.length > 4) return /^[-—–…*./]+$/.test(text);
	return marks.has(text) || marks.has(text.toLowerCase());
}

const excelError = /^#(?:DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/i;

/** #DIV/0!, #N/A, ##### and their kin. */
export function isExcelError(text: string): boolean {
	return text.charCodeAt(0) === 35 && excelError.test(text);
}
