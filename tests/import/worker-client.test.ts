import { afterEach, expect, test, vi } from 'vitest';
import { importInWorker, openImport } from '#lib/import/worker-client.ts';
import type { WorkerAnswer, WorkerRequest } from '#lib/import/worker-messages.ts';
import { optionsFor } from './profile.ts';

type Call = Extract<WorkerRequest, { kind: 'call' }>;

/** A worker whose answers the test gives by hand. */
class FakeWorker {
	static all: FakeWorker[] = [];
	onmessage: ((event: { data: WorkerAnswer }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	readonly requests: WorkerRequest[] = [];
	ended = false;

	constructor() {
		FakeWorker.all.push(this);
	}

	get calls(): Call[] {
		return this.requests.filter((request) => request.kind === 'call');
	}

	postMessage(request: WorkerRequest): void {
		this.requests.push(request);
	}

	answer(answer: WorkerAnswer): void {
		this.onmessage?.({ data: answer });
	}

	terminate(): void {
		this.ended = true;
	}
}

afterEach(() => vi.unstubAllGlobals());

const file = new File(['地区,职工人数\n'], '表.csv');
const { fileName: _none, ...options } = optionsFor('');

function fakeWorkers(): void {
	FakeWorker.all = [];
	vi.stubGlobal('Worker', FakeWorker);
}

function start(signal?: AbortSignal) {
	fakeWorkers();
	const progress: number[] = [];
	const result = importInWorker(file, {
		...options,
		onProgress: (done) => progress.push(done),
		...(signal ? { signal } : {})
	});
	result.catch(() => undefined);
	return { result, progress, worker: FakeWorker.all[0] as FakeWorker };
}

test('file and name go over, progress and result come back, the worker ends', async () => {
	const { result, progress, worker } = start();
	expect(worker.requests[0]).toEqual({ kind: 'open', file });
	const [call] = worker.calls;
	expect(call?.name).toBe('read');
	expect(call?.values[0]).toMatchObject({ fileName: '表.csv' });
	expect(call?.values[0]).not.toHaveProperty('onProgress');
	worker.answer({ kind: 'progress', id: 0, done: 5, total: 10, rows: 1 });
	worker.answer({ kind: 'result', id: 0, result: { receipt: {}, batch: null, remarks: [] } });
	expect(await result).toEqual({ receipt: {}, batch: null, remarks: [] });
	expect(progress).toEqual([5]);
	expect(worker.ended).toBe(true);
});

test('cancelling ends the worker at once', async () => {
	const controller = new AbortController();
	const { result, worker } = start(controller.signal);
	controller.abort(new Error('cancelled'));
	await expect(result).rejects.toThrow('cancelled');
	expect(worker.ended).toBe(true);
});

test('a worker that fails rejects', async () => {
	const { result, worker } = start();
	worker.answer({ kind: 'failure', id: 0, message: 'out of memory', superseded: false });
	await expect(result).rejects.toThrow('out of memory');
});

test('an open file answers in any order, and a reading that a newer one took the place of is no failure', async () => {
	fakeWorkers();
	const connection = openImport(file);
	const first = connection.read(options);
	const second = connection.read({ ...options, delimiter: ';' });
	const rows = connection.rows({}, 0, 2);
	const worker = FakeWorker.all[0] as FakeWorker;
	expect(worker.calls.map(({ id, name }) => [id, name])).toEqual([
		[0, 'read'],
		[1, 'read'],
		[2, 'rows']
	]);
	worker.answer({ kind: 'result', id: 2, result: [{ line: 1, cells: ['地区'], read: null }] });
	worker.answer({ kind: 'failure', id: 0, message: 'newer', superseded: true });
	worker.answer({ kind: 'result', id: 1, result: { receipt: {}, batch: null, remarks: [] } });
	await expect(first).rejects.toMatchObject({ name: 'AbortError' });
	expect(await rows).toEqual([{ line: 1, cells: ['地区'], read: null }]);
	expect(await second).toMatchObject({ batch: null });
	expect(worker.ended).toBe(false);
	connection.close();
	expect(worker.ended).toBe(true);
});

test('after a cancel the file is still open: the next question starts another worker with it', async () => {
	fakeWorkers();
	const connection = openImport(file);
	const controller = new AbortController();
	const read = connection.read({ ...options, signal: controller.signal });
	const count = connection.count({});
	controller.abort();
	await expect(read).rejects.toMatchObject({ name: 'AbortError' });
	await expect(count).rejects.toMatchObject({ name: 'AbortError' });
	const sheets = connection.sheets();
	const [ended, next] = FakeWorker.all;
	expect(ended?.ended).toBe(true);
	expect(next?.requests[0]).toEqual({ kind: 'open', file });
	next?.answer({ kind: 'result', id: next.calls[0]?.id ?? -1, result: ['Sheet1'] });
	expect(await sheets).toEqual(['Sheet1']);
});
