import type { Bilingual } from '#lib/format/language.ts';
import type { IssueCode } from '#lib/import/issue.ts';

/** How the codes come about that no file raises by itself: they speak of the release, the browser or the engine. */
export const raisedElsewhere: Readonly<Partial<Record<IssueCode, Bilingual>>> = {
	PERIOD_REPEATED: {
		zh: '文件与已载入的数据比较时提出：同一数据集、地区和时期此前已有数据。',
		en: 'Told when the file is compared with what is already loaded: there are figures for the same dataset, region and period.'
	},
	RECON_ROWCOUNT: {
		zh: '读取器从字符数出的行数与解析器给出的行数不一致。这是程序自身的核对，任何文件都不应触发。',
		en: 'The rows counted over the characters are not the rows that the parser gave. This is a check of the program upon itself; no file should raise it.'
	},
	STORE_QUOTA: {
		zh: '保存草稿时，浏览器给本站的存储空间已满。',
		en: 'Told when a draft is saved and the browser’s space for this site is full.'
	},
	STORE_LOCKED: {
		zh: '另一个标签页正在写入草稿；关闭它之后，这一页就可以保存。',
		en: 'Another tab is writing drafts; once it is closed, this one can save.'
	},
	ENGINE_OOM: {
		zh: '分析引擎载入数据时超出浏览器允许的内存。',
		en: 'The engine needed more memory for the data than the browser allows.'
	},
	ENGINE_CRASH: {
		zh: '分析引擎中途停止；它已重新启动，草稿仍在。',
		en: 'The engine stopped; it was started again and the drafts are still there.'
	}
};
