import type { Candidate } from '#lib/dimensions/resolution.ts';
import type { ImportResult } from './batch.ts';
import { candidateFinder } from './candidates.ts';
import { fileKind } from './decode/magic.ts';
import { openXlsx } from './decode/workbook.ts';
import type { StructureDecisions } from './decisions.ts';
import { importFile, type ImportOptions } from './index.ts';
import { maxFileBytes } from './limits.ts';
import { RawRows } from './raw-rows.ts';
import { ReadRows } from './read-rows.ts';
import type { NameQuestion, WorkerAnswer, WorkerOptions, WorkerRequest } from './worker-messages.ts';

/** The side of the worker: one file per worker, read as often as is asked, its rows on demand. */
const scope = self as unknown as {
	onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
	postMessage(message: WorkerAnswer, transfer?: Transferable[]): void;
};

/** Progress messages closer together than this would only cost time. */
const progressMilliseconds = 50;

let file = new Blob();
let bytes: Promise<Uint8Array> | null = null;
let reading: AbortController | null = null;
let profile: ImportOptions['profile'] | null = null;
let last: ImportResult | null = null;
let readRows: Promise<ReadRows> | null = null;
let raw: { key: string; rows: Promise<RawRows | null> } | null = null;

scope.onmessage = ({ data }) => {
	if (data.kind === 'open') {
		file = data.file;
		return;
	}
	const { id } = data;
	answer(data).then(
		({ result, transfer = [] }) => scope.postMessage({ kind: 'result', id, result }, transfer),
		(error: unknown) => {
			const superseded = error instanceof DOMException && error.name === 'AbortError';
			const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
			scope.postMessage({ kind: 'failure', id, message, superseded });
		}
	);
};

type Call = Extract<WorkerRequest, { kind: 'call' }>;

async function answer(call: Call): Promise<{ result: unknown; transfer?: Transferable[] }> {
	switch (call.name) {
		case 'read':
			return read(call.id, ...call.values);
		case 'rows':
			return { result: await seenRows(...call.values) };
		case 'count':
			return { result: (await (await rawRows(call.values[0]))?.count()) ?? 0 };
		case 'find':
			return { result: (await (await rawRows(call.values[0]))?.find(call.values[1])) ?? 0 };
		case 'sheets':
			return { result: await sheetNames() };
		case 'candidates':
			return { result: await candidates(call.values[0]) };
		case 'remarked': {
			const { remarkedFile } = await import('./receipt/remarked-file.ts');
			const [receipt, remarks, language] = call.values;
			const result = await remarkedFile(await allBytes(), receipt, remarks, receipt.issues, language);
			return { result, transfer: result ? [result.buffer] : [] };
		}
	}
}

async function candidates(questions: readonly NameQuestion[]): Promise<readonly (readonly Candidate[])[]> {
	return profile ? Promise.all(questions.map(candidateFinder(profile))) : questions.map(() => []);
}

async function read(
	id: number,
	options: WorkerOptions,
	once: boolean
): Promise<{ result: ImportResult; transfer: Transferable[] }> {
	reading?.abort(new DOMException('Something newer was asked.', 'AbortError'));
	const controller = (reading = new AbortController());
	const { signal } = controller;
	let sent = 0;
	const onProgress = (done: number, total: number, rows: number) => {
		const now = performance.now();
		if (now - sent < progressMilliseconds && done < total) return;
		sent = now;
		scope.postMessage({ kind: 'progress', id, done, total, rows });
	};
	const all = await allBytes();
	signal.throwIfAborted();
	// A file beyond the limit is refused by its size, unread.
	const size = file.size > maxFileBytes ? { size: file.size } : {};
	const result = await importFile(all, { ...options, ...size, onProgress, signal });
	signal.throwIfAborted();
	({ profile } = options);
	last = result;
	readRows = null;
	if (!result.batch) return { result, transfer: [] };
	if (once) {
		// Nobody asks again, and the browser takes its time to end a worker: a large file would stay beside what follows.
		(all.buffer as ArrayBuffer).transfer?.(0);
		return { result, transfer: [result.batch.csv.buffer] };
	}
	// What was read stays here for the rows that are looked at; the page gets a copy to lay over the release.
	const csv = result.batch.csv.slice();
	return { result: { ...result, batch: { ...result.batch, csv } }, transfer: [csv.buffer] };
}

async function allBytes(): Promise<Uint8Array> {
	bytes ??=
		file.size > maxFileBytes
			? Promise.resolve(new Uint8Array())
			: file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
	return bytes;
}

async function seenRows(structure: StructureDecisions, from: number, count: number) {
	if (last) readRows ??= ReadRows.open(last);
	const [rows, made] = await Promise.all([rawRows(structure).then((all) => all?.rows(from, count) ?? []), readRows]);
	return rows.map((row) => ({ ...row, read: made?.at(row.line) ?? null }));
}

async function rawRows({ encoding, delimiter, quote, sheet }: StructureDecisions): Promise<RawRows | null> {
	const structure = Object.fromEntries(
		Object.entries({ encoding, delimiter, quote, sheet }).filter(([, value]) => value !== undefined)
	);
	const key = JSON.stringify(structure);
	if (raw?.key !== key) {
		void raw?.rows.then((rows) => rows?.end());
		raw = { key, rows: allBytes().then((all) => RawRows.open(all, structure)) };
	}
	return raw.rows;
}

async function sheetNames(): Promise<string[]> {
	const all = await allBytes();
	if (fileKind(all).kind !== 'xlsx') return [];
	return (await openXlsx(all)).sheets.map(({ name }) => name);
}
