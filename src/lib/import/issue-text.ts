import type { Language } from '#lib/format/language.ts';
import { issueCodes } from './issue-codes.ts';
import type { Issue } from './issue.ts';

/** One finding in words: what is the matter, where, and what to do. */
export interface IssueText {
	readonly what: string;
	readonly where: string;
	readonly action: string;
}

/** Fills the texts of a code. A detail may exist per language as `name_zh` and `name_en`; `what` and `action` take the code’s place. */
export function issueText(issue: Issue, language: Language): IssueText {
	const { what, action } = issueCodes[issue.code];
	const fill = (template: string) =>
		template.replace(/\{(\w+)\}/g, (_, name: string) => {
			if (name === 'count') return String(issue.count);
			return issue.details[`${name}_${language}`] ?? issue.details[name] ?? '';
		});
	return {
		what: fill(issue.details[`what_${language}`] ?? what[language]),
		where: place(issue, language),
		action: fill(issue.details[`action_${language}`] ?? action[language])
	};
}

/** One sentence with file, line and column. */
export function issueSentence(issue: Issue, language: Language): string {
	const { what, where, action } = issueText(issue, language);
	const sample = issue.sample === null ? '' : language === 'zh' ? `“${issue.sample}”` : ` “${issue.sample}”`;
	const counted = issue.count === 1 || (issue.details.what_zh ?? issueCodes[issue.code].what.zh).includes('{count}');
	const times = counted ? '' : language === 'zh' ? `（共 ${issue.count} 处）` : ` (${issue.count} times)`;
	return language === 'zh'
		? `${where}${sample}：${what}${times}。${action}。`
		: `${where}${sample}: ${what}${times}. ${action}.`;
}

function place(issue: Issue, language: Language): string {
	const parts = [issue.file];
	if (issue.line !== null) parts.push(language === 'zh' ? `第 ${issue.line} 行` : `line ${issue.line}`);
	if (issue.column !== null) parts.push(language === 'zh' ? `“${issue.column}”列` : `column “${issue.column}”`);
	return parts.join(language === 'zh' ? '，' : ', ');
}
