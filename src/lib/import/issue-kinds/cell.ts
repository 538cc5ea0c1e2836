import { kind } from './kind.ts';

/** Single cells: types, ranges, names, units, rules between columns. */
export const cellIssues = {
	CELL_TYPE: kind(
		'E',
		'无法读作{expected}，该行未载入',
		'请改正此单元格',
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
		'日期的月和日无法区分，该行未载入',
		'请写成 2024-03-04',
		'Day and month cannot be told apart; the row was not loaded',
		'Write 2024-03-04'
	),
	CELL_PRECISION: kind(
		'E',
		'位数已丢失或超出四位小数',
		'编号列请设为文本格式后重新导出',
		'Digits are lost or exceed four decimals',
		'Format codes as text and export again'
	),
	CELL_EXCEL_ERROR: kind(
		'W',
		'Excel 错误值，按缺失处理',
		'请修正原表公式',
		'An Excel error, treated as missing',
		'Repair the formula'
	),
	CELL_FORMULA: kind('I', '内容像公式，按文字保存', '无需处理', 'Looks like a formula; kept as text', 'Nothing to do'),
	CELL_TOO_LONG: kind(
		'E',
		'单元格过长（{found} 字），该行未载入',
		'请检查引号是否闭合',
		'The cell is too long ({found} characters); the row was not loaded',
		'Check for unclosed quotes'
	),
	CELL_FUZZY: kind(
		'I',
		'约数，按 {found} 保存并保留“约”标记',
		'无需处理',
		'An approximate figure, stored as {found} with its qualifier',
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
		'名称对应多个{dimension}：{candidates}，该行未载入',
		'请写出上级名称或代码',
		'The name fits several: {candidates}; the row was not loaded',
		'Add the parent’s name or use the code'
	),
	UNIT_ASSUMED: kind(
		'W',
		'未注明单位，按“{found}”理解',
		'请在表头注明单位',
		'No unit is given; “{found}” was assumed',
		'State the unit in the header'
	),
	UNIT_SUSPECT: kind(
		'W',
		'单位“{found}”与该列应有的“{expected}”不符',
		'请核对单位',
		'The unit “{found}” does not suit this column (expected {expected})',
		'Check the unit'
	),
	RULE_VIOLATED: kind(
		'E',
		'“{lesser}”大于“{greater}”，该行未载入',
		'请核对两列',
		'“{lesser}” exceeds “{greater}”; the row was not loaded',
		'Check both columns'
	)
};
