import { kind } from './kind.ts';

/** The table: header, columns, rows, totals, period. */
export const tableIssues = {
	PREAMBLE_SKIPPED: kind(
		'W',
		'表格前后的标题或附注 {count} 行未作为数据读取',
		'请确认其中没有数据',
		'{count} title or note lines around the table were not read as data',
		'Make sure that they hold no data'
	),
	HEADER_MISSING: kind(
		'E',
		'没有找到表头',
		'请在第一行写上列名，可下载模板对照',
		'No header was found',
		'Put column names in the first row; see the template'
	),
	HEADER_MULTIROW: kind(
		'I',
		'表头占 {found} 行，已合并理解',
		'无需处理',
		'The header spans {found} rows and was combined',
		'Nothing to do'
	),
	HEADER_BLANK: kind(
		'W',
		'有列没有列名，未载入',
		'请补上列名',
		'A column has no name and was not loaded',
		'Name the column'
	),
	HEADER_DUPLICATE: kind(
		'W',
		'列名重复，只用第一列',
		'请改名或删除重复的列',
		'A column appears twice; only the first is used',
		'Rename or remove the second'
	),
	SHEET_MISSING: kind(
		'E',
		'没有这个工作表；已有：{found}',
		'请选择其中一个工作表',
		'There is no such sheet; there are: {found}',
		'Choose one of these sheets'
	),
	SHEET_HIDDEN: kind(
		'W',
		'隐藏的工作表中也有表格，未读取：{found}',
		'如需读取请选择该工作表',
		'Hidden sheets hold tables, too, and were not read: {found}',
		'Choose the sheet if it should be read'
	),
	ROW_HIDDEN: kind(
		'W',
		'有 {count} 个隐藏（或被筛选掉）的行，已一并读取',
		'如不应计入，请删除后重新上传',
		'{count} rows are hidden or filtered out; they were read as well',
		'Delete them if they should not count'
	),
	COLUMN_HIDDEN: kind(
		'W',
		'该列被隐藏，已一并读取',
		'如不应计入，请删除后重新上传',
		'This column is hidden; it was read as well',
		'Delete it if it should not count'
	),
	CELL_MERGED: kind(
		'I',
		'有 {count} 处跨行合并的单元格，文字已填入每一行',
		'无需处理',
		'{count} cells are merged over several rows; their text was put into each of them',
		'Nothing to do'
	),
	COLUMN_REQUIRED_MISSING: kind(
		'F',
		'缺少必需的列：{expected}',
		'请补上该列，可下载“{dataset}”模板对照',
		'A required column is missing: {expected}',
		'Add it; see the template “{dataset}”'
	),
	COLUMN_UNKNOWN: kind(
		'W',
		'不认识这一列，未载入{suggestion}',
		'如需载入请指定它对应的指标',
		'This column is not known and was not loaded{suggestion}',
		'Map it if it should be loaded'
	),
	COLUMN_PERSONAL: kind(
		'I',
		'个人信息列，未保存',
		'今后导出时可不含此列',
		'A column of personal data; not stored',
		'It can be left out of the export'
	),
	TABLE_MULTIPLE: kind(
		'E',
		'文件中不止一张表，只读取了第一张；另有：{found}',
		'请每个文件或工作表只放一张表',
		'There is more than one table; only the first was read. Also there: {found}',
		'Put one table into one file or sheet'
	),
	ROW_TOO_FEW: kind(
		'E',
		'该行列数不足：应有 {expected} 列，只有 {found} 列，未载入',
		'请检查该行是否缺少分隔符或被折断',
		'The row has too few cells: {expected} expected, {found} found; not loaded',
		'Check for missing delimiters or a broken line'
	),
	ROW_TOO_MANY: kind(
		'E',
		'该行列数过多：应有 {expected} 列，却有 {found} 列，未载入',
		'含有分隔符的内容请加引号',
		'The row has too many cells: {expected} expected, {found} found; not loaded',
		'Quote cells that contain the delimiter'
	),
	ROW_BLANK: kind('I', '空行已跳过', '无需处理', 'Blank rows were skipped', 'Nothing to do'),
	ROW_DUPLICATE: kind(
		'W',
		'与第 {first} 行完全相同，只载入一次',
		'请确认不是两条不同的记录',
		'Identical to line {first}; loaded once',
		'Make sure that these are not two records'
	),
	KEY_DUPLICATE: kind(
		'E',
		'与第 {first} 行是同一记录但内容不同，未载入',
		'请保留正确的一行',
		'Same record as line {first} with other content; not loaded',
		'Keep the right one'
	),
	ROW_TOTAL: kind(
		'I',
		'合计行，用于核对，不重复相加',
		'无需处理',
		'A total row: used for reconciliation, never added',
		'Nothing to do'
	),
	TOTAL_MISMATCH: kind(
		'W',
		'合计 {found} 与各行之和 {expected} 相差 {difference}',
		'请核对合计',
		'The total {found} differs from the sum of the rows, {expected}, by {difference}',
		'Check the total'
	),
	PERIOD_REPEATED: kind(
		'W',
		'该时期的数据此前已报送',
		'请确认是更正还是重复',
		'Data for this period was reported before',
		'Say whether this corrects or repeats it'
	),
	PERIOD_ASSUMED: kind(
		'W',
		'表中没有时期列，按“{found}”理解（来自{source}）',
		'请增加“统计时期”列',
		'There is no period column; “{found}” was assumed (from {source})',
		'Add a period column'
	)
};
