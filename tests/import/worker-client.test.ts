import { afterEach, expect, test, vi } from 'vitest';
import { importInWorker } from '#lib/import/worker-client.ts';
import type { WorkerAnswer, WorkerRequest } from '#lib/import/worker-messages.ts';
import { optionsFor } from './profile.ts';

/** A worker whose answers the test gives by hand. */
class FakeWorker {
	static last: FakeWorker | null = null;
	onmessage: ((event: { data: WorkerAnswer }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	request: WorkerRequest | null = null;
	ended = false;

	constructor() {
		FakeWorker.last = this;
	}

	postMessage(request: WorkerRequest): void {
		this.request = request;
	}

	terminate(): void {
		this.ended = true;
	}
}

afterEach(() => vi.unstubAllGlobals());

async function start(signal?: AbortSignal) {
	FakeWorker.last = null;
	vi.stubGlobal('Worker', FakeWorker);
	const progress: number[] = [];
	const file = new File(['地区,职工人数\n'], '表.csv');
	const { fileName: _none, ...options } = optionsFor('');
	const result = importInWorker(file, {
		...options,
		onProgress: (done) => progress.push(done),
		...(signal ? { signal } : {})
	});
	result.catch(() => undefined);
	await vi.waitFor(() => expect(FakeWorker.last?.request).toBeTruthy());
	return { result, progress, worker: FakeWorker.last as unknown as FakeWorker };
}

test('bytes and name go over, progress and result come back, the worker ends', async () => {
	const { result, progress, worker } = await start();
	expect(worker.request?.options.fileName).toBe('表.csv');
	expect(worker.request?.options).not.toHaveProperty('onProgress');
	worker.onmessage?.({ data: { kind: 'progress', done: 5, total: 10, rows: 1 } });
	worker.onmessage?.({ data: { kind: 'result', result: { receipt: {} as never, batch: null, remarks: [] } } });
	expect(await result).toEqual({ receipt: {}, batch: null, remarks: [] });
	expect(progress).toEqual([5]);
	expect(worker.ended).toBe(true);
});

test('cancelling ends the worker at once', async () => {
	const controller = new AbortController();
	const { result, worker } = await start(controller.signal);
	controller.abort(new Error('cancelled'));
	await expect(result).rejects.toThrow('cancelled');
	expect(worker.ended).toBe(true);
});

test('a worker that fails rejects', async () => {
	const { result, worker } = await start();
	worker.onmessage?.({ data: { kind: 'failure', message: 'out of memory' } });
	await expect(result).rejects.toThrow('out of memory');
});
