import type { Bilingual, Language } from '#lib/format/language.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { importFile } from '#lib/import/index.ts';
import { issueCodes } from '#lib/import/issue-codes.ts';
import type { Issue, IssueCode, Severity } from '#lib/import/issue.ts';
import { issueText } from '#lib/import/issue-text.ts';
import { issueSamples } from './issue-samples/index.ts';
import { raisedElsewhere } from './issue-samples/elsewhere.ts';
import type { IssueSample } from './issue-samples/sample.ts';

/** What the letters before the codes mean. */
export const severities: Readonly<Record<Severity, Bilingual>> = {
	F: { zh: '拒绝：整个文件不载入', en: 'Refused: nothing of the file is loaded' },
	E: {
		zh: '错误：相关行不载入或须先确认，阻止发布',
		en: 'Error: rows are left out or need a decision; blocks publishing'
	},
	W: { zh: '提醒：已载入，请核对', en: 'Warning: loaded; please check' },
	I: { zh: '说明：无需处理', en: 'Note: nothing to do' }
};

/** A section for every code, with a tiny file that raises it and what its receipt says. */
export async function codeSections(profile: Profile): Promise<string[]> {
	const sections: string[] = [];
	for (const code of Object.keys(issueCodes) as IssueCode[]) {
		const sample = issueSamples.find((sample) => sample.code === code);
		sections.push(`### \`${code}\` · ${issueCodes[code].severity}`, '');
		if (sample) sections.push(...(await sampleLines(sample, profile)));
		else sections.push(...elsewhereLines(code));
	}
	return sections;
}

/** The receipt's finding for a sample; throws when the file does not raise its code. */
export async function findingOf(sample: IssueSample, profile: Profile): Promise<Issue> {
	const { receipt } = await importFile(sample.bytes, {
		fileName: sample.name,
		profile,
		now: '2024-07-01T00:00:00Z',
		user: 'docs',
		...sample.options
	});
	const found = receipt.issues.find(({ code }) => code === sample.code);
	if (found) return found;
	throw new Error(`${sample.code} is not raised by its sample: ${receipt.issues.map(({ code }) => code).join(', ')}`);
}

async function sampleLines(sample: IssueSample, profile: Profile): Promise<string[]> {
	const issue = await findingOf(sample, profile);
	const lines: string[] = [];
	if (sample.note) lines.push(`${sample.note.zh} ${sample.note.en}`, '');
	if (sample.shown !== null && sample.shown !== '') lines.push('```text', sample.shown.trimEnd(), '```', '');
	return [...lines, `- ${finding(issue, 'zh')}`, `- ${finding(issue, 'en')}`, ''];
}

function finding(issue: Issue, language: Language): string {
	const { what, where, action } = issueText(issue, language);
	const zh = language === 'zh';
	const sample = issue.sample === null ? '' : zh ? `“${issue.sample}”` : ` “${issue.sample}”`;
	return inline(`${where}${sample}${zh ? '：' : ': '}${what}${zh ? '。' : '. '}${action}${zh ? '。' : '.'}`);
}

function elsewhereLines(code: IssueCode): string[] {
	const { what, action } = issueCodes[code];
	const when = raisedElsewhere[code];
	if (!when) throw new Error(`Neither a sample nor a word about how ${code} comes about`);
	const open = (text: string) => inline(text.replace(/\{\w+\}/g, '…'));
	return [
		`- ${open(what.zh)}。${open(action.zh)}。${when.zh}`,
		`- ${open(what.en)}. ${open(action.en)}. ${when.en}`,
		''
	];
}

/** Text in a paragraph: nothing in it is markup. */
function inline(text: string): string {
	return text.replace(/[\\`*_<[]/g, '\\$&');
}
