import { kind } from './kind.ts';

/** The file as a whole, its encoding and dialect, and what happens around it. */
export const fileIssues = {
	FILE_EMPTY: kind(
		'F',
		'文件是空的，或只有表头没有数据',
		'请确认导出成功，再重新上传',
		'The file is empty, or has a header but no rows',
		'Export it again and make sure that it has content'
	),
	FILE_TOO_LARGE: kind(
		'F',
		'文件过大：{found}，上限 {limit}',
		'请按填报单位或年份拆分后上传',
		'The file is too large: {found}, the limit is {limit}',
		'Split it by reporting unit or year'
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
		'文件在最后一行中断：应有 {expected} 列，只有 {found} 列，该行未载入',
		'请重新导出或重新传输完整的文件',
		'The file breaks off in its last line: {found} cells instead of {expected}; the row was not loaded',
		'Export or transfer the whole file again'
	),
	ENC_DETECTED: kind('I', '文字编码识别为 {found}', '无需处理', 'The text was read as {found}', 'Nothing to do'),
	ENC_AMBIGUOUS: kind(
		'E',
		'汉字太少，分不清文字编码是 UTF-8 还是 GB18030，暂按 {found} 读取',
		'请核对汉字是否正确，或指定编码',
		'There are too few Chinese characters to tell UTF-8 from GB18030; {found} was used',
		'Check whether the characters are right, or state the encoding'
	),
	ENC_INVALID_BYTES: kind(
		'E',
		'有 {count} 行含有 {found} 中不存在的字节，读不出文字，这些行未载入',
		'请用原软件重新导出，编码选 UTF-8',
		'Lines with bytes that are no text in {found}: {count}; they were not loaded',
		'Export the file again as UTF-8'
	),
	ENC_MOJIBAKE: kind(
		'E',
		'文字在导出之前已成乱码（如“锟斤拷”）',
		'请从原始系统重新导出；已成乱码的文字无法还原',
		'The text was garbled before the export (such as 锟斤拷)',
		'Export it again from the original system; garbled text cannot be restored'
	),
	CTRL_CHARS: kind(
		'W',
		'含有看不见的控制字符，已去除',
		'如有疑问，请检查原文件',
		'Invisible control characters were removed',
		'Check the original file if in doubt'
	),
	DIALECT_AMBIGUOUS: kind(
		'E',
		'分不清列与列之间的分隔符：暂用“{found}”，也可能是“{other}”',
		'请指定分隔符',
		'The delimiter between the columns is uncertain: “{found}” was used, it may also be “{other}”',
		'State the delimiter'
	),
	DIALECT_ONE_COLUMN: kind(
		'E',
		'每一行都落在同一列里：分隔符像是“{found}”，不是常用的逗号、分号、制表符或竖线',
		'请指定分隔符，或改用逗号分隔重新导出',
		'Every line falls into one column: the delimiter seems to be “{found}”, not one of the usual comma, semicolon, tab or bar',
		'State the delimiter, or export the file again with commas'
	),
	NEWLINE_MIXED: kind(
		'W',
		'文件混用了几种换行方式，已按同样的换行读取',
		'无需处理',
		'The file mixes several kinds of line ends; all were read alike',
		'Nothing to do'
	),
	QUOTE_UNCLOSED: kind(
		'E',
		'引号有开头没有结尾，该行未载入',
		'请补上或删去这个引号',
		'A quote is opened and never closed; the row was not loaded',
		'Close or remove the quote'
	),
	QUOTE_STRAY: kind(
		'E',
		'引号结束后还有文字，分不清单元格到哪里为止，该行未载入',
		'单元格里的引号请写成两个（""）',
		'Text follows a closing quote, so that the end of the cell is unclear; the row was not loaded',
		'Write quotes inside a quoted cell twice ("")'
	),
	QUOTE_LITERAL: kind(
		'W',
		'没有加引号的单元格里有引号，已照原文读取',
		'请核对这一行；含引号的内容应整格加引号',
		'There is a quote in a cell that is not quoted; it was read as it stands',
		'Check the row; put a cell that holds quotes into quotes as a whole'
	),
	SCOPE_DENIED: kind(
		'F',
		'该账号只能报送{expected}的数据，此处属于{found}',
		'请由这些行所属单位的账号上传，或删去这些行',
		'This account may only report {expected}; this belongs to {found}',
		'Upload it with the account that these rows belong to, or remove them'
	),
	RECON_ROWCOUNT: kind(
		'F',
		'程序自查不符：数出 {expected} 行，读到 {found} 行',
		'这是程序的错误，请把文件交给管理员',
		'The program’s check upon itself failed: {expected} rows counted, {found} read',
		'This is a fault of the program; send the file to the administrator'
	),
	STORE_QUOTA: kind(
		'E',
		'浏览器给本站的存储空间已用完，没有保存',
		'请撤下旧草稿，或清理浏览器的存储空间',
		'The browser’s space for this site is used up; nothing was saved',
		'Take off old drafts, or free space in the browser'
	),
	STORE_LOCKED: kind(
		'W',
		'另一个窗口正在写入草稿，这里暂不能保存',
		'请关闭另一个窗口',
		'Another window is writing drafts; this one cannot save for now',
		'Close the other window'
	),
	ENGINE_OOM: kind(
		'E',
		'浏览器内存不足，没能完成',
		'请关闭其他页面，或把文件按填报单位、年份拆分',
		'The browser ran out of memory',
		'Close other pages, or split the file by reporting unit or year'
	),
	ENGINE_CRASH: kind(
		'W',
		'分析引擎中途停止，已自动重新启动',
		'无需处理',
		'The engine stopped and was started again',
		'Nothing to do'
	)
};
