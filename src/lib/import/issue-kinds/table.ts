import { kind } from './kind.ts';

/** The table: header, columns, rows, totals, period. */
export const tableIssues = {
	PREAMBLE_SKIPPED: kind(
		'W',
		'表格上方或下方有 {count} 行标题、附注，未作为数据读取',
		'请确认其中没有数据',
		'Lines of titles or notes above or below the table: {count}; they were not read as data',
		'Make sure that they hold no data'
	),
	HEADER_MISSING: kind(
		'E',
		'没有找到写列名的一行',
		'请在第一行写上列名，可下载模板对照',
		'No row with column names was found',
		'Put column names into the first row; compare with the template'
	),
	HEADER_MULTIROW: kind(
		'I',
		'表头占 {found} 行，已合并为一行列名',
		'无需处理',
		'The header has {found} rows; they were combined into one',
		'Nothing to do'
	),
	HEADER_BLANK: kind(
		'W',
		'这一列有内容而没有列名，未载入',
		'如需载入，请补上列名',
		'The column has content and no name; it was not loaded',
		'Name it if it should be loaded'
	),
	HEADER_DUPLICATE: kind(
		'W',
		'前面已有同样的列，这一列未载入',
		'请改名，或删去重复的列',
		'An earlier column is the same; this one was not loaded',
		'Rename it, or remove the one that is too many'
	),
	SHEET_MISSING: kind(
		'E',
		'文件中没有这个工作表；有的是：{found}',
		'请选择其中一个工作表',
		'There is no such sheet in the file; there are: {found}',
		'Choose one of these sheets'
	),
	SHEET_HIDDEN: kind(
		'W',
		'隐藏的工作表中也有表格，没有读取：{found}',
		'如需读取，请指定该工作表',
		'Hidden sheets hold tables as well and were not read: {found}',
		'Choose the sheet if it should be read'
	),
	ROW_HIDDEN: kind(
		'W',
		'有 {count} 行被隐藏或被筛选掉，已一并读取',
		'如不应计入，请删去后重新上传',
		'Hidden or filtered rows: {count}; they were read as well',
		'Delete them if they should not count'
	),
	COLUMN_HIDDEN: kind(
		'W',
		'这一列是隐藏的，已一并读取',
		'如不应计入，请删去后重新上传',
		'The column is hidden; it was read as well',
		'Delete it if it should not count'
	),
	CELL_MERGED: kind(
		'I',
		'有 {count} 处跨行合并的单元格，其文字已填入每一行',
		'无需处理',
		'Cells merged over several rows: {count}; their text was put into each row',
		'Nothing to do'
	),
	COLUMN_REQUIRED_MISSING: kind(
		'F',
		'缺少必需的列“{expected}”',
		'请补上这一列，可下载“{dataset}”模板对照',
		'The required column “{expected}” is missing',
		'Add it; compare with the template “{dataset}”'
	),
	COLUMN_UNKNOWN: kind(
		'W',
		'不认识这一列，未载入{suggestion}',
		'如需载入，请指定它对应的字段或指标',
		'The column is not known and was not loaded{suggestion}',
		'Say which field or indicator it is if it should be loaded'
	),
	COLUMN_PERSONAL: kind(
		'I',
		'个人信息，没有保存',
		'今后导出时可以不含此列',
		'Personal data; not stored',
		'It can be left out of the export'
	),
	TABLE_MULTIPLE: kind(
		'E',
		'文件中不止一张表，只读取了一张；另有：{found}',
		'请每个文件或工作表只放一张表',
		'There is more than one table and only one was read; also there: {found}',
		'Put one table into one file or sheet'
	),
	ROW_TOO_FEW: kind(
		'E',
		'这一行只有 {found} 列，应有 {expected} 列，未载入',
		'请检查是否缺了分隔符，或一行被断成两行',
		'The row has {found} cells instead of {expected}; it was not loaded',
		'Check for a missing delimiter or a line broken in two'
	),
	ROW_TOO_MANY: kind(
		'E',
		'这一行有 {found} 列，应有 {expected} 列，未载入',
		'内容里有分隔符的单元格请加引号',
		'The row has {found} cells instead of {expected}; it was not loaded',
		'Put cells that hold the delimiter into quotes'
	),
	ROW_BLANK: kind('I', '空行，已跳过', '无需处理', 'A blank row; it was skipped', 'Nothing to do'),
	ROW_DUPLICATE: kind(
		'W',
		'与第 {first} 行完全相同，只载入一次',
		'请确认不是两条不同的记录',
		'Identical to line {first}; loaded only once',
		'Make sure that these are not two records'
	),
	KEY_DUPLICATE: kind(
		'E',
		'与第 {first} 行是同一条记录而内容不同，未载入',
		'请只保留正确的一行',
		'The same record as line {first} with other content; not loaded',
		'Keep only the right one'
	),
	ROW_TOTAL: kind(
		'I',
		'合计行：用来核对，不作为数据重复相加',
		'无需处理',
		'A row of totals: checked against the other rows, never added to them',
		'Nothing to do'
	),
	TOTAL_MISMATCH: kind(
		'W',
		'合计 {found} 与各行之和 {expected} 相差 {difference}',
		'请核对合计和各行',
		'The total {found} differs from the sum of the rows, {expected}, by {difference}',
		'Check the total and the rows'
	),
	PERIOD_REPEATED: kind(
		'W',
		'该时期的数据此前已经报送',
		'请说明是更正还是重复',
		'Figures for this period were reported before',
		'Say whether this corrects or repeats them'
	),
	PERIOD_ASSUMED: kind(
		'W',
		'表中没有时期列，按“{found}”理解（来自{source}）',
		'请核对时期，或增加“统计时期”列',
		'There is no period column; “{found}” was assumed (from {source})',
		'Check the period, or add a column “统计时期”'
	)
};
