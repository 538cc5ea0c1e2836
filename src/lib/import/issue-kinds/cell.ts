import { kind } from './kind.ts';

/** Single cells: types, ranges, names, units, rules between columns. */
export const cellIssues = {
	CELL_TYPE: kind(
		'E',
		'不能读作{expected}，该行未载入',
		'请改正这个单元格',
		'Cannot be read as {expected}; the row was not loaded',
		'Correct the cell'
	),
	CELL_RANGE: kind(
		'E',
		'数值超出范围（{expected}），该行未载入',
		'请核对数值和单位',
		'The value is out of range ({expected}); the row was not loaded',
		'Check value and unit'
	),
	CELL_DATE_AMBIGUOUS: kind(
		'E',
		'看不出哪个数是月、哪个数是日，该行未载入',
		'请写成 2024-03-04 的样子',
		'Month and day cannot be told apart; the row was not loaded',
		'Write it like 2024-03-04'
	),
	CELL_PRECISION: kind(
		'E',
		'编号成了科学计数法，后面的位数已经丢失，该行未载入',
		'请在原表中把这一列设为文本格式后重新导出',
		'The code is in scientific notation and has lost digits; the row was not loaded',
		'Format the column as text in the original and export it again'
	),
	CELL_EXCEL_ERROR: kind(
		'W',
		'这是 Excel 的错误值，按缺失处理',
		'请修正原表的公式',
		'This is an Excel error; it counts as missing',
		'Repair the formula in the original'
	),
	CELL_FORMULA: kind(
		'I',
		'内容像公式，按文字保存',
		'无需处理',
		'It looks like a formula and was kept as text',
		'Nothing to do'
	),
	CELL_TOO_LONG: kind(
		'E',
		'单元格有 {found} 字，过长，该行未载入',
		'请检查引号是否有头无尾',
		'The cell is too long ({found} characters); the row was not loaded',
		'Check for a quote that is never closed'
	),
	CELL_FUZZY: kind(
		'I',
		'约数：按 {found} 保存，并保留“约”的标记',
		'无需处理',
		'An approximate figure: stored as {found} and marked as such',
		'Nothing to do'
	),
	CODE_UNKNOWN: kind(
		'E',
		'不认识的{dimension}，该行未载入{suggestion}',
		'请改用规范名称或代码',
		'Unknown {dimension}; the row was not loaded{suggestion}',
		'Use the standard name or code'
	),
	CODE_SUPERSEDED: kind(
		'I',
		'已撤销或改名，按现行代码 {found} 保存：{note}',
		'无需处理',
		'Abolished or renamed; stored as {found}: {note}',
		'Nothing to do'
	),
	NAME_AMBIGUOUS: kind(
		'E',
		'同名的{dimension}不止一个：{candidates}，该行未载入',
		'请写出上级的名称，或改用代码',
		'The name fits several: {candidates}; the row was not loaded',
		'Add the name of what is above it, or use the code'
	),
	UNIT_ASSUMED: kind(
		'W',
		'没有写明单位，按“{found}”理解',
		'请核对，并在列名中写明单位',
		'No unit is stated; “{found}” was assumed',
		'Check it, and state the unit in the column’s name'
	),
	UNIT_SUSPECT: kind(
		'W',
		'单位“{found}”与这一列应有的“{expected}”不符',
		'请核对单位',
		'The unit “{found}” does not suit this column, which should be in {expected}',
		'Check the unit'
	),
	RULE_VIOLATED: kind(
		'E',
		'“{lesser}”大于“{greater}”，该行未载入',
		'请核对这两列',
		'“{lesser}” exceeds “{greater}”; the row was not loaded',
		'Check both columns'
	)
};
