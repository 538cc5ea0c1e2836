import Papa from 'papaparse';
import type { ImportResult } from '#lib/import/batch.ts';
import { importFile } from '#lib/import/index.ts';
import type { Issue, IssueCode } from '#lib/import/issue.ts';
import { issueCodes } from '#lib/import/issue-codes.ts';
import { optionsFor } from '../profile.ts';
import { cleanTable, type CleanTable, type Variant } from './clean-tables.ts';
import { writeRows } from './delimited.ts';
import { encode } from './encode.ts';
import type { Flagged, Kind, Polluted, ReadSame } from './kind.ts';
import { seeded } from './random.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';

/** What came of one polluted file; `wrong`: told, but by another code, at another place, or without need. */
export interface Verdict {
	readonly outcome: 'same' | 'flagged' | 'wrong' | 'silent';
	readonly code: IssueCode | null;
	/** Why it is wrong or silent, with what was found. */
	readonly why: string;
}

/** A clean table as the file that all others are compared with. */
export function cleanBytes(table: CleanTable): Uint8Array {
	return encode(writeRows([table.header, ...table.rows]), 'utf-8');
}

const cleanBatches = new WeakMap<CleanTable, Promise<ImportResult>>();

/** The batch of a clean table, read once. */
export function readClean(table: CleanTable): Promise<ImportResult> {
	let result = cleanBatches.get(table);
	if (!result) cleanBatches.set(table, (result = importFile(cleanBytes(table), optionsFor(table.fileName))));
	return result;
}

interface LoadedRow {
	readonly line: number;
	/** All values of the row, missing ones left out. */
	readonly values: string;
}

const unsaid = new Set(['_line', '_original']);

/** The rows of a batch. What is missing in one file and no column in the other is the same. */
export function loadedRows(result: ImportResult): LoadedRow[] {
	if (!result.batch) return [];
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(result.batch.csv);
	const [header = [], ...rows] = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
	return rows
		.filter((row) => row.length === header.length)
		.map((row) => {
			const values = header.flatMap((name, at) => (unsaid.has(name) || row[at] === '' ? [] : [`${name}=${row[at]}`]));
			return { line: Number(row[header.indexOf('_line')]), values: values.sort().join('\n') };
		});
}

/** Reads a polluted file and says what came of it. */
export async function judge(table: CleanTable, polluted: Polluted): Promise<Verdict> {
	const options = optionsFor(polluted.fileName ?? table.fileName, polluted.options);
	const result = await importFile(polluted.bytes, options);
	const { expect } = polluted;
	const reference = expect.reference ?? table;
	const clean = loadedRows(await readClean(reference));
	const found = loadedRows(result);
	const equal = sameRows(clean, found, polluted);
	const told = heard(result);
	if (expect.outcome === 'same') return judgeSame(expect, result, equal, told);
	if (equal.same && expect.orSame && needless(result, expect.may ?? []).length === 0)
		return { outcome: 'same', code: null, why: '' };
	return judgeFlagged(expect, result, clean, found, told);
}

function judgeSame(expect: ReadSame, result: ImportResult, equal: Equality, told: string): Verdict {
	if (!equal.same) {
		const alarmed = result.receipt.issues.some(({ severity }) => severity !== 'I');
		return { outcome: alarmed ? 'wrong' : 'silent', code: null, why: `${equal.why}; ${told}` };
	}
	const alarms = needless(result, [...(expect.may ?? []), ...(expect.told ?? [])]);
	if (alarms.length > 0) return { outcome: 'wrong', code: null, why: `read the same, but alarmed: ${told}` };
	const missing = (expect.told ?? []).filter((code) => !isAt(result, { codes: [code], line: expect.line }));
	if (missing.length > 0) return { outcome: 'silent', code: null, why: `not told: ${missing.join(', ')}; ${told}` };
	return { outcome: 'same', code: null, why: '' };
}

function judgeFlagged(
	expect: Flagged,
	result: ImportResult,
	clean: readonly LoadedRow[],
	found: readonly LoadedRow[],
	told: string
): Verdict {
	const right = result.receipt.issues.find(
		(issue) => expect.codes.includes(issue.code) && isPlace(result, issue, expect)
	);
	const alarmed = result.receipt.issues.some(({ severity }) => severity !== 'I');
	if (!right) {
		const place = `${expect.codes.join('/')}${expect.line === undefined ? '' : ` at line ${expect.line}`}${expect.column === undefined ? '' : ` in ${expect.column}`}`;
		return { outcome: alarmed ? 'wrong' : 'silent', code: null, why: `expected ${place}; ${told}` };
	}
	const stray = strayRow(result, expect, clean, found);
	return stray === null
		? { outcome: 'flagged', code: right.code, why: '' }
		: { outcome: 'silent', code: right.code, why: `${right.code} told, but ${stray}; ${told}` };
}

/** A row that is in the batch with other values than in the clean original, at a place of which nothing is told. */
function strayRow(
	result: ImportResult,
	expect: Flagged,
	clean: readonly LoadedRow[],
	found: readonly LoadedRow[]
): string | null {
	if (expect.line === undefined || expect.line === 1) return null;
	const left = new Map<string, number>();
	for (const { values } of clean) left.set(values, (left.get(values) ?? 0) + 1);
	const foreign = found.filter(({ values }) => {
		const count = left.get(values) ?? 0;
		left.set(values, count - 1);
		return count <= 0;
	});
	const lost = [...left.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
	const wrong = foreign.find(
		({ line }) => line !== expect.line && !expect.beside?.includes(line) && !linesTold(result).has(line)
	);
	if (wrong) return `line ${wrong.line} is loaded as ${wrong.values.replaceAll('\n', ', ')}`;
	const accounted = result.receipt.rowsSetAside + foreign.length + (expect.lost ?? 0);
	const ended = result.receipt.issues.some(({ code }) => /^(?:TABLE_MULTIPLE|PREAMBLE_SKIPPED)$/.test(code));
	return lost > accounted && !ended ? `${lost} rows are gone, ${accounted} of them accounted for` : null;
}

function linesTold(result: ImportResult): Set<number> {
	const grave = result.receipt.issues.filter(({ severity }) => severity !== 'I');
	const lines = new Set(grave.flatMap(({ line }) => (line === null ? [] : [line])));
	for (const { line, code } of result.remarks) if (issueCodes[code].severity !== 'I') lines.add(line);
	return lines;
}

function isAt(result: ImportResult, place: { codes: readonly IssueCode[]; line?: number | undefined }): boolean {
	return result.receipt.issues.some((issue) => place.codes.includes(issue.code) && isPlace(result, issue, place));
}

function isPlace(
	result: ImportResult,
	issue: Issue,
	place: { line?: number | undefined; column?: string | undefined }
): boolean {
	if (place.column !== undefined && issue.column !== place.column) return false;
	if (place.line === undefined || issue.line === place.line) return true;
	return result.remarks.some(({ line, code }) => line === place.line && code === issue.code);
}

function needless(result: ImportResult, may: readonly IssueCode[]): Issue[] {
	return result.receipt.issues.filter(
		({ severity, code }) => severity === 'F' || severity === 'E' || (severity === 'W' && !may.includes(code))
	);
}

function heard({ receipt, batch }: ImportResult): string {
	const issues = receipt.issues.map(
		({ severity, code, line, column, sample }) =>
			`${severity} ${code} line ${line ?? '–'}${column === null ? '' : ` ${column}`}${sample === null ? '' : ` “${sample.slice(0, 40)}”`}`
	);
	return `${batch ? `${receipt.rowsLoaded} rows of ${receipt.dataset}` : 'nothing loaded'}; heard: ${issues.join(' | ') || 'nothing'}`;
}

interface Equality {
	readonly same: boolean;
	readonly why: string;
}

function sameRows(clean: readonly LoadedRow[], found: readonly LoadedRow[], polluted: Polluted): Equality {
	if (clean.length !== found.length) return { same: false, why: `${found.length} rows instead of ${clean.length}` };
	const order = (rows: readonly LoadedRow[]) => [...rows].sort((a, b) => (a.values < b.values ? -1 : 1));
	const [expected, loaded] = polluted.lines === null ? [order(clean), order(found)] : [clean, found];
	for (const [at, row] of expected.entries()) {
		const other = loaded[at] as LoadedRow;
		if (row.values !== other.values) {
			const [mine, yours] = [row.values.split('\n'), other.values.split('\n')];
			const gone = mine.filter((value) => !yours.includes(value));
			const come = yours.filter((value) => !mine.includes(value));
			return {
				same: false,
				why: `line ${other.line}: ${gone.join(', ') || 'nothing'} became ${come.join(', ') || 'nothing'}`
			};
		}
		const line = polluted.lines === null ? other.line : (polluted.lines?.[at] ?? row.line);
		if (other.line !== line)
			return { same: false, why: `row ${at + 1} is said to be on line ${other.line}, not ${line}` };
	}
	return { same: true, why: '' };
}

/** One file of the matrix, by what makes it. */
export interface Case {
	readonly kind: Kind;
	readonly dataset: DatasetName;
	readonly variant: Variant;
	readonly size: number;
	readonly seed: number;
}

const tables = new Map<string, CleanTable>();

/** The clean table of a case; the same object for the same table. */
export function tableOf({ dataset, variant, size, seed }: Omit<Case, 'kind'>): CleanTable {
	const name = `${dataset} ${variant} ${size} ${seed}`;
	let table = tables.get(name);
	if (!table) tables.set(name, (table = cleanTable(dataset, variant, size, String(seed))));
	return table;
}

/** Pollutes, reads and judges one case; null where the kind does not apply to the table. */
export async function runCase(item: Case): Promise<{ verdict: Verdict; polluted: Polluted } | null> {
	const table = tableOf(item);
	const polluted = item.kind.pollute(table, seeded(`${item.kind.id}/${table.seed}`));
	return polluted && { verdict: await judge(table, polluted), polluted };
}
