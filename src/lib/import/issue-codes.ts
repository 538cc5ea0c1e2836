import type { Bilingual } from '#lib/format/language.ts';
import type { IssueCode, Severity } from './issue.ts';

/** What a code means and what to do. `{name}` is filled from the issue and its details; see `issueText`. */
export interface IssueKind {
	readonly severity: Severity;
	readonly what: Bilingual;
	readonly action: Bilingual;
}

const kind = (severity: Severity, zh: string, zhDo: string, en: string, enDo: string): IssueKind => ({
	severity,
	what: { zh, en },
	action: { zh: zhDo, en: enDo }
});

/** Every code of the import, stable. Nothing is renamed or reused. */
export const issueCodes: Readonly<Record<IssueCode, IssueKind>> = {
	FILE_EMPTY: kind('F', '文件是空的', '请确认导出成功后重新上传', 'The file is empty', 'Export it again and check that it has content'),
	FILE_TOO_LARGE: kind('F', '文件过大：{found}，上限 {limit}', '请按地区或年份拆分后上传', 'The file is too large: {found}, the limit is {limit}', 'Split it by region or year'),
	FILE_NOT_TABLE: kind('F', '这不是表格文件（{found}）', '请另存为 CSV 或 XLSX 后上传', 'This is not a table ({found})', 'Save it as CSV or XLSX and upload that'),
	FILE_TRUNCATED: kind('E', '文件在最后一行中断：应有 {expected} 列，只有 {found} 列', '请重新导出或重新传输完整文件', 'The file breaks off in its last line: {expected} cells expected, {found} found', 'Export or transfer the file again'),
	ENC_DETECTED: kind('I', '文字编码识别为 {found}', '无需处理', 'Read as {found}', 'Nothing to do'),
	ENC_AMBIGUOUS: kind('E', '汉字太少，无法区分 UTF-8 与 GB18030，暂按 {found} 读取', '请指定编码', 'Too few Chinese characters to tell UTF-8 from GB18030; read as {found}', 'State the encoding'),
	ENC_INVALID_BYTES: kind('E', '有字节无法按 {found} 解读', '请用原软件重新导出为 UTF-8', 'Some bytes cannot be read as {found}', 'Export the file again as UTF-8'),
	ENC_MOJIBAKE: kind('E', '文字在导出前已损坏（如“锟斤拷”）', '请从原始系统重新导出，损坏的文字无法还原', 'Text was already damaged before the export (e.g. 锟斤拷)', 'Export again from the original system; damaged text cannot be restored'),
	CTRL_CHARS: kind('W', '含有不可见的控制字符，已去除', '如有疑问请检查原文件', 'Invisible control characters were removed', 'Check the original if in doubt'),
	DIALECT_AMBIGUOUS: kind('E', '无法确定分隔符，暂用“{found}”', '请指定分隔符', 'The delimiter is uncertain; “{found}” was used', 'State the delimiter'),
	DIALECT_ONE_COLUMN: kind('E', '整行落在同一列，分隔符不是逗号、分号、制表符或竖线', '请用逗号分隔重新导出', 'Whole lines fall into one column; the delimiter is no comma, semicolon, tab or bar', 'Export again with commas'),
	NEWLINE_MIXED: kind('W', '文件混用了不同的换行符，已统一', '无需处理', 'Different line ends are mixed; they were unified', 'Nothing to do'),
	QUOTE_UNCLOSED: kind('E', '引号没有闭合，该行未载入', '请检查该行的引号', 'A quote is never closed; the row was not loaded', 'Check the quotes of this row'),
	QUOTE_STRAY: kind('E', '引号位置不合规范，该行未载入', '单元格内的引号应写成两个引号', 'A quote is out of place; the row was not loaded', 'Write quotes inside a cell twice'),
	PREAMBLE_SKIPPED: kind('W', '表格前后的标题或附注 {count} 行未作为数据读取', '请确认其中没有数据', '{count} title or note lines around the table were not read as data', 'Make sure that they hold no data'),
	HEADER_MISSING: kind('E', '没有找到表头', '请在第一行写上列名，可下载模板对照', 'No header was found', 'Put column names in the first row; see the template'),
	HEADER_MULTIROW: kind('I', '表头占 {found} 行，已合并理解', '无需处理', 'The header spans {found} rows and was combined', 'Nothing to do'),
	HEADER_BLANK: kind('W', '有列没有列名，未载入', '请补上列名', 'A column has no name and was not loaded', 'Name the column'),
	HEADER_DUPLICATE: kind('W', '列名重复，只用第一列', '请改名或删除重复的列', 'A column appears twice; only the first is used', 'Rename or remove the second'),
	COLUMN_REQUIRED_MISSING: kind('F', '缺少必需的列：{expected}', '请补上该列，可下载“{dataset}”模板对照', 'A required column is missing: {expected}', 'Add it; see the template “{dataset}”'),
	COLUMN_UNKNOWN: kind('W', '不认识这一列，未载入{suggestion}', '如需载入请指定它对应的指标', 'This column is not known and was not loaded{suggestion}', 'Map it if it should be loaded'),
	COLUMN_PERSONAL: kind('I', '个人信息列，未保存', '今后导出时可不含此列', 'A column of personal data; not stored', 'It can be left out of the export'),
	TABLE_MULTIPLE: kind('E', '文件中不止一张表，只读取了第一张；另有：{found}', '请每个文件或工作表只放一张表', 'There is more than one table; only the first was read. Also there: {found}', 'Put one table into one file or sheet'),
	ROW_TOO_FEW: kind('E', '该行列数不足：应有 {expected} 列，只有 {found} 列，未载入', '请检查该行是否缺少分隔符或被折断', 'The row has too few cells: {expected} expected, {found} found; not loaded', 'Check for missing delimiters or a broken line'),
	ROW_TOO_MANY: kind('E', '该行列数过多：应有 {expected} 列，却有 {found} 列，未载入', '含有分隔符的内容请加引号', 'The row has too many cells: {expected} expected, {found} found; not loaded', 'Quote cells that contain the delimiter'),
	ROW_BLANK: kind('I', '空行已跳过', '无需处理', 'Blank rows were skipped', 'Nothing to do'),
	ROW_DUPLICATE: kind('W', '与第 {first} 行完全相同，只载入一次', '请确认不是两条不同的记录', 'Identical to line {first}; loaded once', 'Make sure that these are not two records'),
	KEY_DUPLICATE: kind('E', '与第 {first} 行是同一记录但内容不同，未载入', '请保留正确的一行', 'Same record as line {first} with other content; not loaded', 'Keep the right one'),
	ROW_TOTAL: kind('I', '合计行，用于核对，不重复相加', '无需处理', 'A total row: used for reconciliation, never added', 'Nothing to do'),
	TOTAL_MISMATCH: kind('W', '合计与分项之和相差 {difference}', '请核对合计', 'The total differs from its parts by {difference}', 'Check the total'),
	CELL_TYPE: kind('E', '无法读作{expected}，该行未载入', '请改正此单元格', 'Cannot be read as {expected}; the row was not loaded', 'Correct the cell'),
	CELL_RANGE: kind('E', '数值超出范围（{expected}），该行未载入', '请核对数值和单位', 'The value is out of range ({expected}); the row was not loaded', 'Check value and unit'),
	CELL_DATE_AMBIGUOUS: kind('E', '日期的月和日无法区分，该行未载入', '请写成 2024-03-04', 'Day and month cannot be told apart; the row was not loaded', 'Write 2024-03-04'),
	CELL_PRECISION: kind('E', '位数已丢失或超出四位小数', '编号列请设为文本格式后重新导出', 'Digits are lost or exceed four decimals', 'Format codes as text and export again'),
	CELL_EXCEL_ERROR: kind('W', 'Excel 错误值，按缺失处理', '请修正原表公式', 'An Excel error, treated as missing', 'Repair the formula'),
	CELL_FORMULA: kind('I', '内容像公式，按文字保存', '无需处理', 'Looks like a formula; kept as text', 'Nothing to do'),
	CELL_TOO_LONG: kind('E', '单元格过长（{found} 字），该行未载入', '请检查引号是否闭合', 'The cell is too long ({found} characters); the row was not loaded', 'Check for unclosed quotes'),
	CELL_FUZZY: kind('I', '约数，按 {found} 保存并保留“约”标记', '无需处理', 'An approximate figure, stored as {found} with its qualifier', 'Nothing to do'),
	CODE_UNKNOWN: kind('E', '不认识的{dimension}，该行未载入{suggestion}', '请改用规范名称或代码', 'Unknown {dimension}; the row was not loaded{suggestion}', 'Use the standard name or code'),
	CODE_SUPERSEDED: kind('I', '已撤销或改名，按现行代码 {found} 保存：{note}', '无需处理', 'Abolished or renamed; stored as {found}: {note}', 'Nothing to do'),
	NAME_AMBIGUOUS: kind('E', '名称对应多个{dimension}：{candidates}，该行未载入', '请写出上级名称或代码', 'The name fits several: {candidates}; the row was not loaded', 'Add the parent’s name or use the code'),
	UNIT_ASSUMED: kind('W', '未注明单位，按“{found}”理解', '请在表头注明单位', 'No unit is given; “{found}” was assumed', 'State the unit in the header'),
	UNIT_SUSPECT: kind('W', '单位“{found}”与该列应有的“{expected}”不符', '请核对单位', 'The unit “{found}” does not suit this column (expected {expected})', 'Check the unit'),
	RULE_VIOLATED: kind('E', '“{lesser}”大于“{greater}”，该行未载入', '请核对两列', '“{lesser}” exceeds “{greater}”; the row was not loaded', 'Check both columns'),
	PERIOD_REPEATED: kind('W', '该时期的数据此前已报送', '请确认是更正还是重复', 'Data for this period was reported before', 'Say whether this corrects or repeats it'),
	PERIOD_ASSUMED: kind('W', '表中没有时期列，按“{found}”理解（来自{source}）', '请增加“统计时期”列', 'There is no period column; “{found}” was assumed (from {source})', 'Add a period column'),
	SCOPE_DENIED: kind('F', '该账号只能报送本地区数据', '请由所属地区的账号上传', 'This account may only report its own region', 'Upload with the account of that region'),
	RECON_ROWCOUNT: kind('F', '读取行数与解析行数不一致（{expected} 与 {found}）', '请联系管理员并附上文件', 'Row counts disagree ({expected} and {found})', 'Report this together with the file'),
	STORE_QUOTA: kind('E', '浏览器存储空间不足', '请清理空间或移除旧草稿', 'The browser’s storage is full', 'Free space or remove old drafts'),
	STORE_LOCKED: kind('W', '另一窗口正在使用存储', '请关闭其他窗口', 'Another window is using the storage', 'Close the other window'),
	ENGINE_OOM: kind('E', '内存不足', '请关闭其他页面或拆分文件', 'Out of memory', 'Close other pages or split the file'),
	ENGINE_CRASH: kind('W', '分析引擎已自动重启', '无需处理', 'The engine was restarted', 'Nothing to do')
};
