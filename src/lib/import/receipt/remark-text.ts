import type { Language } from '#lib/format/language.ts';
import type { Receipt, Remark } from '../batch.ts';
import type { Issue, IssueCode, Severity } from '../issue.ts';
import { issueText } from '../issue-text.ts';
import { remarkColumn } from './remark-column.ts';

/** What the writer of remarks must know of a file; a receipt has it all. */
export type RemarkedSource = Pick<
	Receipt,
	'file' | 'format' | 'encoding' | 'dialect' | 'sheet' | 'table' | 'remarksOmitted'
>;

/** The words of the column of remarks. */
export interface RemarkTexts {
	/** Title of the column, followed by what concerns the file as a whole. */
	readonly header: string;
	/** Line of the table → everything said about it, the gravest first. */
	readonly rows: ReadonlyMap<number, string>;
}

const severities: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
	zh: { F: '【拒绝】', E: '【错误】', W: '【提醒】', I: '【说明】' },
	en: { F: '[Refused] ', E: '[Error] ', W: '[Warning] ', I: '[Note] ' }
};
/** About lines that are not rows of the table: text in them would make them rows. */
const besideRows = new Set<IssueCode>(['PREAMBLE_SKIPPED', 'TABLE_MULTIPLE', 'ROW_BLANK']);

interface Said {
	readonly issue: Issue;
	/** Where this place is; null for the file as a whole. */
	readonly line: number | null;
	/** Whether the issue's sample is of this very place. */
	readonly own: boolean;
	/** Where they are not those of the issue. */
	readonly details: Issue['details'] | undefined;
}

/** Puts every place into words: by row inside the table, in the column's header for everything else. */
export function remarkTexts(
	source: RemarkedSource,
	remarks: readonly Remark[],
	issues: readonly Issue[],
	language: Language
): RemarkTexts {
	const rows = new Map<number, Said[]>();
	const general: Said[] = [];
	const { headerLast = 0, dataLast = 0 } = source.table ?? {};
	const say = (said: Said) => {
		const { line, issue } = said;
		const inTable = line !== null && line > headerLast && line <= dataLast && !besideRows.has(issue.code);
		if (!inTable) return void general.push(said);
		const known = rows.get(line);
		if (known) known.push(said);
		else rows.set(line, [said]);
	};
	const placed = new Set<number>();
	for (const remark of remarks) {
		const issue = issues[remark.issue];
		if (!issue) continue;
		// One sentence for all blank rows, titles or notes of a file.
		if (besideRows.has(issue.code) && placed.has(remark.issue)) continue;
		placed.add(remark.issue);
		say({ issue, line: remark.line, own: remark.line === issue.line, details: remark.details });
	}
	for (const [at, issue] of issues.entries())
		if (!placed.has(at)) say({ issue, line: issue.line, own: true, details: undefined });
	const joined = (said: Said[], withLine: boolean) => {
		said.sort((a, b) => 'FEWI'.indexOf(a.issue.severity) - 'FEWI'.indexOf(b.issue.severity));
		const sentences = said.map((one) => sentence(one, withLine, language));
		return [...new Set(sentences)].join(language === 'zh' ? '；' : '; ');
	};
	const omitted = source.remarksOmitted ?? 0;
	const rest = language === 'zh' ? `；另有 ${omitted} 处未逐行标出` : `; ${omitted} more places are not marked`;
	const whole = joined(general, true) + (omitted > 0 ? rest : '');
	const colon = language === 'zh' ? '：' : ': ';
	return {
		header: whole === '' ? remarkColumn[language] : `${remarkColumn[language]}${colon}${whole}`,
		rows: new Map([...rows].map(([line, said]) => [line, joined(said, false)]))
	};
}

function sentence({ issue, line, own, details }: Said, withLine: boolean, language: Language): string {
	const { what, action } = issueText(
		details ? elsewhere(issue, details) : own ? issue : { ...issue, count: 1 },
		language
	);
	const zh = language === 'zh';
	const parts: string[] = [];
	if (withLine && line !== null) parts.push(zh ? `第 ${line} 行` : `line ${line}`);
	if (issue.column !== null) parts.push(zh ? `“${issue.column}”列` : `column “${issue.column}”`);
	// Of a row as a whole its reader sees the content.
	if (own && issue.sample !== null && (withLine || issue.column !== null)) parts.push(`“${issue.sample}”`);
	const place = parts.join(zh ? '' : ' ');
	const advice = issue.severity === 'I' ? '' : zh ? `（${action}）` : ` (${action})`;
	return `${severities[language][issue.severity]}${place}${place === '' ? '' : zh ? '：' : ': '}${what}${advice}`;
}

/** The issue with the details of another place; a suggestion for the first one's text is none for this one. */
function elsewhere(issue: Issue, details: Issue['details']): Issue {
	const shared = Object.entries(issue.details).filter(([name]) => !/^(?:suggestion|candidates)/.test(name));
	return { ...issue, count: 1, details: { ...Object.fromEntries(shared), ...details } };
}
