import type { Remark } from './batch.ts';
import type { Issue, IssueCode, Severity } from './issue.ts';
import { issueCodes } from './issue-codes.ts';
import { maxRemarks } from './limits.ts';
import { maskPersonal } from './normalise/mask.ts';

/** Where and what: everything optional, the code alone says the severity. */
export interface IssuePlace {
	readonly line?: number | null;
	readonly column?: string | null;
	/** 0-based position of the column in the file. */
	readonly index?: number | null;
	readonly sample?: string | null;
	readonly details?: Readonly<Record<string, string>>;
	/** Other than the code's own, e.g. rounding instead of lost precision. */
	readonly severity?: Severity;
	readonly count?: number;
}

interface Entry {
	issue: Issue;
	count: number;
	/** Details of the first place, as they were reported. */
	readonly first: IssueDetails;
	/** Counts what was too various to be told apart. */
	readonly mixed: boolean;
}

interface Place {
	readonly line: number;
	readonly column: number | null;
	readonly entry: Entry;
	/** Undefined where they are those of the issue. */
	readonly details: IssueDetails | undefined;
}

type IssueDetails = Issue['details'];

const noDetails: IssueDetails = {};
const sampleLength = 80;
/** Beyond this many different values of one code and column, further ones are counted under the last. */
const distinctLimit = 50;
/** The gravest first. */
const severities: readonly Severity[] = ['F', 'E', 'W', 'I'];
/** Figures of eleven digits in these are sums, not telephones. */
const aboutFigures = new Set<IssueCode>([
	'CELL_RANGE',
	'CELL_FUZZY',
	'CELL_PRECISION',
	'UNIT_SUSPECT',
	'RULE_VIOLATED'
]);

/**
 * Collects findings; many of the same code, column and distinguishing detail become one with a count. Every place is kept
 * beside them, the gravest `maxRemarks`.
 */
export class IssueLog {
	readonly file: string;
	readonly #accepted: ReadonlySet<IssueCode>;
	readonly #entries = new Map<string, Entry>();
	readonly #distinct = new Map<string, number>();
	/** By rank of severity. */
	readonly #places: Place[][] = severities.map(() => []);
	#kept = 0;
	#worst: Severity = 'I';
	/** Findings so far, repeated ones included. */
	size = 0;
	/** Places that were dropped because there were too many. */
	omitted = 0;

	/** Findings of severity E whose codes were accepted by a person are warnings. */
	constructor(file: string, accepted: readonly IssueCode[] = []) {
		this.file = file;
		this.#accepted = new Set(accepted);
	}

	/** `key` keeps findings of one code and column apart, e.g. one per unknown name. */
	add(code: IssueCode, place: IssuePlace = {}, key = ''): void {
		const group = `${code}\u0000${place.column ?? ''}\u0000${place.severity ?? ''}`;
		const details = place.details ?? noDetails;
		let id = `${group}\u0000${key}`;
		let entry = this.#entries.get(id);
		let mixed = false;
		if (!entry) {
			const distinct = (this.#distinct.get(group) ?? 0) + 1;
			mixed = distinct > distinctLimit;
			if (mixed) id = `${group}\u0000…`;
			else this.#distinct.set(group, distinct);
			entry = this.#entries.get(id);
		}
		const count = place.count ?? 1;
		this.size += count;
		if (entry) entry.count += count;
		else this.#entries.set(id, (entry = { issue: this.#issue(code, place), count, first: details, mixed }));
		if (typeof place.line !== 'number') return;
		const own = entry.mixed ? place.line !== entry.issue.line : !sameDetails(details, entry.first);
		this.#note({ line: place.line, column: place.index ?? null, entry, details: own ? details : undefined });
	}

	#issue(code: IssueCode, place: IssuePlace): Issue {
		const own = place.severity ?? issueCodes[code].severity;
		const accepted = own === 'E' && this.#accepted.has(code);
		const severity = accepted ? 'W' : own;
		if (severities.indexOf(severity) < severities.indexOf(this.#worst)) this.#worst = severity;
		const found = place.sample ?? null;
		const sample = found === null || aboutFigures.has(code) ? found : maskPersonal(found);
		return {
			code,
			severity,
			file: this.file,
			line: place.line ?? null,
			column: place.column ?? null,
			sample: sample !== null && sample.length > sampleLength ? `${sample.slice(0, sampleLength - 1)}…` : sample,
			count: 1,
			details: accepted ? { ...place.details, accepted: 'true' } : (place.details ?? {})
		};
	}

	#note(place: Place): void {
		const rank = severities.indexOf(place.entry.issue.severity);
		(this.#places[rank] as Place[]).push(place);
		if (++this.#kept <= maxRemarks) return;
		for (let least = severities.length - 1; least >= 0; least--) {
			if (this.#places[least]?.pop() === undefined) continue;
			this.#kept--;
			this.omitted++;
			return;
		}
	}

	/** Whether something forbids loading anything. */
	get fatal(): boolean {
		return this.#worst === 'F';
	}

	/** Adds to the details of findings of one code what only a later look can tell. */
	async amend(code: IssueCode, details: (issue: Issue) => Promise<Record<string, string> | null>): Promise<void> {
		for (const entry of this.#entries.values()) {
			if (entry.issue.code !== code) continue;
			const more = await details(entry.issue);
			if (more) entry.issue = { ...entry.issue, details: { ...entry.issue.details, ...more } };
		}
	}

	/** All findings, the gravest first, then by line. */
	list(): Issue[] {
		return this.#sorted().map(({ issue, count }) => ({ ...issue, count }));
	}

	/** Every place that was kept, by line; `issue` counts in the order of `list`. */
	remarks(): Remark[] {
		const order = new Map(this.#sorted().map((entry, index) => [entry, index]));
		return this.#places
			.flat()
			.map(({ line, column, entry, details }) => ({
				...{ line, column, code: entry.issue.code, issue: order.get(entry) as number },
				...(details ? { details } : {})
			}))
			.sort((a, b) => a.line - b.line || (a.column ?? -1) - (b.column ?? -1) || a.issue - b.issue);
	}

	#sorted(): Entry[] {
		const rank = ({ issue }: Entry) => severities.indexOf(issue.severity);
		return [...this.#entries.values()].sort((a, b) => rank(a) - rank(b) || (a.issue.line ?? 0) - (b.issue.line ?? 0));
	}
}

function sameDetails(a: IssueDetails, b: IssueDetails): boolean {
	if (a === b) return true;
	const names = Object.keys(a);
	return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
