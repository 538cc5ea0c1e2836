import { kind } from './kind.ts';

/** The file as a whole, its encoding and dialect, and what happens around it. */
export const fileIssues = {
	FILE_EMPTY: kind(
		'F',
		'文件是空的',
		'请确认导出成功后重新上传',
		'The file is empty',
		'Export it again and check that it has content'
	),
	FILE_TOO_LARGE: kind(
		'F',
		'文件过大：{found}，上限 {limit}',
		'请按地区或年份拆分后上传',
		'The file is too large: {found}, the limit is {limit}',
		'Split it by region or year'
	),
	FILE_NOT_TABLE: kind(
		'F',
		'这不是表格文件（{found}）',
		'请另存为 CSV 或 XLSX 后上传',
		'This is not a table ({found})',
		'Save it as CSV or XLSX and upload that'
	),
	FILE_TRUNCATED: kind(
		'E',
		'文件在最后一行中断：应有 {expected} 列，只有 {found} 列',
		'请重新导出或重新传输完整文件',
		'The file breaks off in its last line: {expected} cells expected, {found} found',
		'Export or transfer the file again'
	),
	ENC_DETECTED: kind('I', '文字编码识别为 {found}', '无需处理', 'Read as {found}', 'Nothing to do'),
	ENC_AMBIGUOUS: kind(
		'E',
		'汉字太少，无法区分 UTF-8 与 GB18030，暂按 {found} 读取',
		'请指定编码',
		'Too few Chinese characters to tell UTF-8 from GB18030; read as {found}',
		'State the encoding'
	),
	ENC_INVALID_BYTES: kind(
		'E',
		'有字节无法按 {found} 解读',
		'请用原软件重新导出为 UTF-8',
		'Some bytes cannot be read as {found}',
		'Export the file again as UTF-8'
	),
	ENC_MOJIBAKE: kind(
		'E',
		'文字在导出前已损坏（如“锟斤拷”）',
		'请从原始系统重新导出，损坏的文字无法还原',
		'Text was already damaged before the export (e.g. 锟斤拷)',
		'Export again from the original system; damaged text cannot be restored'
	),
	CTRL_CHARS: kind(
		'W',
		'含有不可见的控制字符，已去除',
		'如有疑问请检查原文件',
		'Invisible control characters were removed',
		'Check the original if in doubt'
	),
	DIALECT_AMBIGUOUS: kind(
		'E',
		'无法确定分隔符：暂用“{found}”，也可能是“{other}”',
		'请指定分隔符',
		'The delimiter is uncertain: “{found}” was used, it may be “{other}”',
		'State the delimiter'
	),
	DIALECT_ONE_COLUMN: kind(
		'E',
		'整行落在同一列，分隔符可能是“{found}”，不是逗号、分号、制表符或竖线',
		'请指定分隔符，或用逗号分隔重新导出',
		'Whole lines fall into one column; the delimiter may be “{found}”, but no comma, semicolon, tab or bar',
		'State the delimiter, or export again with commas'
	),
	NEWLINE_MIXED: kind(
		'W',
		'文件混用了不同的换行符，已统一',
		'无需处理',
		'Different line ends are mixed; they were unified',
		'Nothing to do'
	),
	QUOTE_UNCLOSED: kind(
		'E',
		'引号没有闭合，该行未载入',
		'请检查该行的引号',
		'A quote is never closed; the row was not loaded',
		'Check the quotes of this row'
	),
	QUOTE_STRAY: kind(
		'E',
		'引号位置不合规范，该行未载入',
		'单元格内的引号应写成两个引号',
		'A quote is out of place; the row was not loaded',
		'Write quotes inside a cell twice'
	),
	QUOTE_LITERAL: kind(
		'W',
		'引号出现在未加引号的单元格中，已按原文读取',
		'请核对这一行；含引号的内容应整体加引号',
		'A quote stands in a cell that is not quoted; it was read as it is',
		'Check the row; a cell with quotes must be quoted as a whole'
	),
	SCOPE_DENIED: kind(
		'F',
		'该账号只能报送{expected}的数据，此处属于{found}',
		'请由所属地区的账号上传',
		'This account may only report {expected}; this belongs to {found}',
		'Upload with the account of that region'
	),
	RECON_ROWCOUNT: kind(
		'F',
		'读取行数与解析行数不一致（{expected} 与 {found}）',
		'请联系管理员并附上文件',
		'Row counts disagree ({expected} and {found})',
		'Report this together with the file'
	),
	STORE_QUOTA: kind(
		'E',
		'浏览器存储空间不足',
		'请清理空间或移除旧草稿',
		'The browser’s storage is full',
		'Free space or remove old drafts'
	),
	STORE_LOCKED: kind(
		'W',
		'另一窗口正在使用存储',
		'请关闭其他窗口',
		'Another window is using the storage',
		'Close the other window'
	),
	ENGINE_OOM: kind('E', '内存不足', '请关闭其他页面或拆分文件', 'Out of memory', 'Close other pages or split the file'),
	ENGINE_CRASH: kind('W', '分析引擎已自动重启', '无需处理', 'The engine was restarted', 'Nothing to do')
};
