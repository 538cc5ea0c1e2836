import { isPeriodText, type UnusableParameter } from './codec.ts';

/** A remark that somebody pinned to a panel and a period. Text only, one line. */
export interface Note {
	/** Name of the panel within its page, e.g. `trend`. */
	readonly panel: string;
	/** Canonical period: 2024, 2024Q3, 2024-05, 2018/2023. */
	readonly period: string;
	/** At most `noteLength` characters, as `noteText` leaves them. */
	readonly text: string;
}

/** A panel that is shown as a table, and how the table is sorted; null: as the page has it. */
export interface ShownTable {
	readonly panel: string;
	readonly sort: { readonly key: string; readonly direction: 'ascending' | 'descending' } | null;
}

/** What a link says beside filters and page parameters. */
export interface LinkState {
	/** The release that the link was made from: 16 hex digits. */
	readonly release: string | null;
	/** Fingerprint of the board's rules that the link was made from: 16 hex digits. */
	readonly rules: string | null;
	/** The link wants that release whatever came later. Never without `release`. */
	readonly pinned: boolean;
	readonly notes: readonly Note[];
	readonly theme: 'light' | 'dark' | null;
	readonly tables: readonly ShownTable[];
}

/** The parameters of a link's own; they are no filters and no page parameters. */
export const linkParameters = ['theme', 'release', 'rules', 'pin', 'note', 'table'] as const;

/** A note has at most so many characters. */
export const noteLength = 140;
/** A link carries at most so many notes. */
export const noteCount = 8;
/** So many panels at most are shown as tables; no page has more. */
const tableCount = 24;

export const noLink: LinkState = { release: null, rules: null, pinned: false, notes: [], theme: null, tables: [] };

const hex = /^[0-9a-f]{16}$/;
const panelName = /^[a-z][a-z0-9-]{0,39}$/;
const columnKey = /^[^\p{C}<>,\s-][^\p{C}<>,]{0,79}$/u;
/** What would break a line or turn the reading direction of what stands beside it. */
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** A note as it is kept and shown: one line of what prints, without blanks at its ends. May be too long, or empty. */
export function noteText(typed: string): string {
	return typed.toWellFormed().replace(unprintable, ' ').replace(/\s+/gu, ' ').trim();
}

/** Whether a note can be carried: a text that is neither empty nor too long, a panel's name and a period. */
export function isNote({ panel, period, text }: Note): boolean {
	return (
		panelName.test(panel) &&
		isPeriodText(period) &&
		text !== '' &&
		text === noteText(text) &&
		[...text].length <= noteLength
	);
}

/** The parameters that say this; what is as it always is stays out. Several notes repeat their parameter. */
export function encodeLink(state: LinkState): URLSearchParams {
	const params = new URLSearchParams();
	if (state.tables.length > 0) params.set('table', state.tables.map(tableText).join(','));
	if (state.theme) params.set('theme', state.theme);
	for (const { panel, period, text } of state.notes) params.append('note', `${panel}@${period}:${text}`);
	if (state.rules) params.set('rules', state.rules);
	if (state.release) params.set('release', state.release);
	if (state.release && state.pinned) params.set('pin', '1');
	return params;
}

/** What pages may be told by parameters of their own; a page makes of a well-formed value what it can. */
const pageForms: Readonly<Record<string, (value: string) => boolean>> = {
	lang: (value) => ['zh', 'zh-CN', 'en'].includes(value),
	against: (value) => isPeriodText(value) || /^release:[^\p{C}<>]{1,160}$/u.test(value),
	batch: (value) => /^[0-9a-f]{1,64}$/.test(value),
	view: isWord,
	by: isWord,
	sort: isWord,
	event: isText,
	row: isText,
	q: isText
};

/** A name of the program's own, or of a measure. */
function isWord(value: string): boolean {
	return /^[^\p{C}<>]{0,160}$/u.test(value);
}

/** A text out of files, or typed. */
function isText(value: string): boolean {
	return value.length <= 400 && !/\p{Cc}/u.test(value);
}

/** Parameters of pages that no page can use, or that are there twice: the first counts. */
export function unusablePageParameters(params: URLSearchParams): UnusableParameter[] {
	return Object.entries(pageForms).flatMap(([name, fits]) =>
		params.getAll(name).flatMap((value, at) => (at === 0 && fits(value) ? [] : [{ name, value }]))
	);
}

/**
 * What the parameters of a link say. Never throws: what is damaged, repeated or too much is listed as unusable, the rest
 * is used. Parameters of others are left alone.
 */
export function linkOf(params: URLSearchParams): LinkState & { readonly unusable: readonly UnusableParameter[] } {
	const unusable: UnusableParameter[] = [];
	const once = <T>(name: (typeof linkParameters)[number], read: (value: string) => T | null): T | null => {
		const [first, ...more] = params.getAll(name);
		const found = first === undefined ? null : read(first);
		if (first !== undefined && found === null) unusable.push({ name, value: first });
		unusable.push(...more.map((value) => ({ name, value })));
		return found;
	};
	const theme = once('theme', (value) => (value === 'light' || value === 'dark' ? value : null));
	const release = once('release', (value) => (hex.test(value) ? value : null));
	const rules = once('rules', (value) => (hex.test(value) ? value : null));
	const pinned = once('pin', (value) => (value === '1' && release !== null ? true : null)) ?? false;
	return { release, rules, pinned, notes: readNotes(params, unusable), theme, tables: tablesOf(), unusable };

	function tablesOf(): ShownTable[] {
		const tables = new Map<string, ShownTable>();
		const text = once('table', (value) => (value === '' ? null : value));
		for (const part of text?.split(',', tableCount + 1) ?? []) {
			const table = readTable(part);
			if (table && !tables.has(table.panel) && tables.size < tableCount) tables.set(table.panel, table);
			else unusable.push({ name: 'table', value: part });
		}
		return [...tables.values()];
	}
}

function readNotes(params: URLSearchParams, unusable: UnusableParameter[]): Note[] {
	const notes: Note[] = [];
	for (const value of params.getAll('note')) {
		const [, panel = '', period = '', typed = ''] = /^([^@]*)@([^:]*):(.*)$/su.exec(value) ?? [];
		const note = { panel, period, text: noteText(typed) };
		const known = notes.some((other) => noteKey(other) === noteKey(note));
		if (isNote(note) && !known && notes.length < noteCount) notes.push(note);
		else unusable.push({ name: 'note', value });
	}
	return notes;
}

/** Tells notes apart: the same text may stand at several panels and periods. */
export function noteKey({ panel, period, text }: Note): string {
	return `${panel}@${period}:${text}`;
}

const tableText = ({ panel, sort }: ShownTable): string =>
	sort && columnKey.test(sort.key) ? `${panel}:${sort.direction === 'descending' ? '-' : ''}${sort.key}` : panel;

function readTable(text: string): ShownTable | null {
	const [, panel = '', down, key] = /^([^:]*)(?::(-?)(.*))?$/su.exec(text) ?? [];
	if (!panelName.test(panel)) return null;
	if (key === undefined) return { panel, sort: null };
	return columnKey.test(key) ? { panel, sort: { key, direction: down ? 'descending' : 'ascending' } } : null;
}
