import { expect, test } from 'vitest';
import { issueSentence } from '#lib/import/issue-text.ts';
import { engineIssue, failedReceipt, knownIssue, quotaIssue } from '#lib/state/draft-issues.ts';

test('a full disk is said with what is free, what is needed, and what to do', () => {
	const issue = quotaIssue('季报.csv', 40_000_000, 12_300_000, new DOMException('full', 'QuotaExceededError'));
	expect(issue).toMatchObject({ code: 'STORE_QUOTA', severity: 'E' });
	expect(issueSentence(issue, 'zh')).toBe(
		'季报.csv：浏览器存储空间不足：还剩 12.3 MB，这份草稿要 40.0 MB。现在看得到，关闭页面后就没有了。请在“数据台账”里删除不用的草稿，或清理磁盘，再导入一次。'
	);
	expect(issueSentence(quotaIssue('a.csv', 1, null, 'x'), 'en')).toContain('could not keep this draft');
	// The disk may be full where the browser would still allow gigabytes.
	const full = quotaIssue('a.csv', 113, 10_737_400_000, new DOMException('full', 'QuotaExceededError'));
	expect(issueSentence(full, 'zh')).toMatch(/^a\.csv：浏览器没能保存这份草稿：现在看得到，关闭页面后就没有了。/);
});

test('an engine that ran out of memory, one that broke and a reading that broke off have words of their own', () => {
	const memory = engineIssue('a.csv', new Error('Out of Memory Error: could not allocate block'));
	expect(memory).toMatchObject({ code: 'ENGINE_OOM', severity: 'F' });
	expect(issueSentence(memory, 'zh')).toContain('内存不足，这份草稿没有叠加；页面上的数据仍是原来的');
	const broken = engineIssue('a.csv', new Error('memory access out of bounds'));
	expect(broken.code).toBe('ENGINE_CRASH');
	expect(issueSentence(broken, 'en')).toContain('(memory access out of bounds)');
	const [reading] = failedReceipt({ name: 'b.csv', size: 5 }, new Error('NotReadableError {count}')).issues;
	expect(issueSentence(reading!, 'zh')).toContain('文件没能读完（NotReadableError {count}），什么也没有装入');
});

test('the same file again is said to be there, and where', () => {
	const issue = knownIssue('季报(1).csv', { where: 'release', file: '季报.csv', day: '2026-10-08' });
	expect(issueSentence(issue, 'zh')).toContain('这个文件已在发布的数据里（季报.csv，2026-10-08 导入），没有再叠加');
	expect(
		issueSentence({ ...knownIssue('a.csv', { where: 'draft', file: 'a.csv', day: '2026-10-08' }) }, 'en')
	).toContain('is a draft already');
});
