import type { Bilingual } from '#lib/format/language.ts';
import type { Severity } from '../issue.ts';

/** What a code means and what to do. `{name}` is filled from the issue and its details; see `issueText`. */
export interface IssueKind {
	readonly severity: Severity;
	readonly what: Bilingual;
	readonly action: Bilingual;
}

/** Severity, then what is the matter and what to do, in Chinese and in English. */
export function kind(severity: Severity, zh: string, zhDo: string, en: string, enDo: string): IssueKind {
	return { severity, what: { zh, en }, action: { zh: zhDo, en: enDo } };
}
