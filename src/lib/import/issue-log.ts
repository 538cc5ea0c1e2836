import type { Issue, IssueCode, Severity } from './issue.ts';
import { issueCodes } from './issue-codes.ts';

/** Where and what: everything optional, the code alone says the severity. */
export interface IssuePlace {
	readonly line?: number | null;
	readonly column?: string | null;
	readonly sample?: string | null;
	readonly details?: Readonly<Record<string, string>>;
	/** Milder than the code's own, e.g. rounding instead of lost precision. */
	readonly severity?: Severity;
	readonly count?: number;
}

interface Entry {
	issue: Issue;
	count: number;
}

const sampleLength = 80;
/** Beyond this many different values of one code and column, further ones are counted under the last. */
const distinctLimit = 50;

/** Collects findings; many of the same code, column and distinguishing detail become one with a count. */
export class IssueLog {
	readonly file: string;
	readonly #entries = new Map<string, Entry>();
	readonly #distinct = new Map<string, number>();
	#worst: Severity = 'I';
	/** Findings so far, repeated ones included. */
	size = 0;

	constructor(file: string) {
		this.file = file;
	}

	/** `key` keeps findings of one code and column apart, e.g. one per unknown name. */
	add(code: IssueCode, place: IssuePlace = {}, key = ''): void {
		const group = `${code}\u0000${place.column ?? ''}\u0000${place.severity ?? ''}`;
		let id = `${group}\u0000${key}`;
		let entry = this.#entries.get(id);
		if (!entry) {
			const distinct = (this.#distinct.get(group) ?? 0) + 1;
			if (distinct > distinctLimit) id = `${group}\u0000…`;
			else this.#distinct.set(group, distinct);
			entry = this.#entries.get(id);
		}
		const count = place.count ?? 1;
		this.size += count;
		if (entry) {
			entry.count += count;
			return;
		}
		const severity = place.severity ?? issueCodes[code].severity;
		if ('IWEF'.indexOf(severity) > 'IWEF'.indexOf(this.#worst)) this.#worst = severity;
		const sample = place.sample ?? null;
		const issue: Issue = {
			code,
			severity,
			file: this.file,
			line: place.line ?? null,
			column: place.column ?? null,
			sample: sample !== null && sample.length > sampleLength ? `${sample.slice(0, sampleLength - 1)}…` : sample,
			count: 1,
			details: place.details ?? {}
		};
		this.#entries.set(id, { issue, count });
	}

	/** Whether something forbids loading anything. */
	get fatal(): boolean {
		return this.#worst === 'F';
	}

	/** All findings, the gravest first, then by line. */
	list(): Issue[] {
		const rank = (severity: Severity) => 'FEWI'.indexOf(severity);
		return [...this.#entries.values()]
			.map(({ issue, count }) => ({ ...issue, count }))
			.sort((a, b) => rank(a.severity) - rank(b.severity) || (a.line ?? 0) - (b.line ?? 0));
	}
}
