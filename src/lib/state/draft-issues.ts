import { isOutOfMemory } from '#lib/engine/crash.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import type { Receipt } from '#lib/import/batch.ts';
import type { Issue, IssueCode, Severity } from '#lib/import/issue.ts';

/** An issue of a whole file that is not about what is in it. */
function issueOf(code: IssueCode, severity: Severity, file: string, details: Issue['details']): Issue {
	return { code, severity, file, line: null, column: null, sample: null, count: 1, details };
}

/** A receipt with one more finding, first in the list. */
export function withIssue(receipt: Receipt, issue: Issue): Receipt {
	return { ...receipt, issues: [issue, ...receipt.issues] };
}

/** The engine gave up while a draft was laid over the release. */
export function engineIssue(file: string, error: unknown): Issue {
	const reason = reasonOf(error);
	if (isOutOfMemory(error)) {
		return issueOf('ENGINE_OOM', 'F', file, {
			reason,
			what_zh: '内存不足，这份草稿没有叠加；页面上的数据仍是原来的',
			what_en: 'There was not enough memory: this draft was not laid over the data, which are as they were',
			action_zh: '请关闭其他页面，或撤下几份草稿，或按填报单位、年份拆分文件后再试',
			action_en: 'Close other pages, take some drafts out, or split the file by reporting unit or year, then try again'
		});
	}
	return issueOf('ENGINE_CRASH', 'F', file, {
		reason,
		what_zh: '分析引擎没能算完，这份草稿没有叠加；页面上的数据仍是原来的（{reason}）',
		what_en: 'The engine could not finish: this draft was not laid over the data, which are as they were ({reason})',
		action_zh: '请再试一次；仍不行，请把文件和这段说明交给管理员',
		action_en: 'Try again; if it fails again, give the file and this message to your administrator'
	});
}

/** The reading of a file broke off. */
export function readingIssue(file: string, error: unknown): Issue {
	const reason = reasonOf(error);
	return issueOf(isOutOfMemory(error) ? 'ENGINE_OOM' : 'ENGINE_CRASH', 'F', file, {
		reason,
		what_zh: '文件没能读完（{reason}），什么也没有装入',
		what_en: 'The file could not be read to its end ({reason}); nothing was loaded',
		action_zh: '请确认文件没有被移动或被别的程序占用，再试一次；文件很大时请拆分',
		action_en:
			'Make sure that the file was not moved and is not open elsewhere, and try again; split it if it is very large'
	});
}

/**
 * The draft lies over the release but cannot be kept. `free` in bytes where the browser tells: what it allows the site,
 * which a full disk can have less of.
 */
export function quotaIssue(file: string, needed: number, free: number | null, error: unknown): Issue {
	const short = free !== null && free < needed;
	const room: Record<string, string> = short ? { free: formatBytes(free), needed: formatBytes(needed) } : {};
	return issueOf('STORE_QUOTA', 'E', file, {
		reason: reasonOf(error),
		...room,
		what_zh: short
			? '浏览器存储空间不足：还剩 {free}，这份草稿要 {needed}。现在看得到，关闭页面后就没有了'
			: '浏览器没能保存这份草稿：现在看得到，关闭页面后就没有了',
		what_en: short
			? 'The browser has {free} of storage left and this draft needs {needed}: it is seen now and gone when the page is closed'
			: 'The browser could not keep this draft: it is seen now and gone when the page is closed',
		action_zh: '请在“数据台账”里删除不用的草稿，或清理磁盘，再导入一次',
		action_en: 'Delete drafts that are not needed on the Data page, or free disk space, and import the file again'
	});
}

/** The same bytes are there already. */
export function knownIssue(file: string, known: { where: 'draft' | 'release'; file: string; day: string }): Issue {
	const draft = known.where === 'draft';
	return issueOf('PERIOD_REPEATED', 'W', file, {
		file: known.file,
		day: known.day,
		what_zh: draft
			? '这个文件已经是草稿（{file}，{day} 导入），没有再叠加一次'
			: '这个文件已在发布的数据里（{file}，{day} 导入），没有再叠加',
		what_en: draft
			? 'This very file is a draft already ({file}, imported on {day}); it was not laid again'
			: 'This very file is part of the published data already ({file}, imported on {day}); it was not laid over it',
		action_zh: '无需处理；确要再叠加请点“仍要叠加”',
		action_en: 'Nothing to do; choose “Lay it all the same” if you mean to'
	});
}

/** The receipt of a file whose reading broke off. */
export function failedReceipt(file: Pick<File, 'name' | 'size'>, error: unknown): Receipt {
	return {
		file: file.name,
		sha256: '',
		bytes: file.size,
		format: 'unknown',
		encoding: null,
		dialect: null,
		sheet: null,
		table: null,
		dataset: null,
		mapping: [],
		rowsRead: 0,
		rowsLoaded: 0,
		rowsSetAside: 0,
		setAside: [],
		controlTotals: [],
		issues: [readingIssue(file.name, error)],
		certainty: { encoding: 0, delimiter: 0, header: 0, dataset: 0 }
	};
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
