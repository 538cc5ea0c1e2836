import { expect, test, vi } from 'vitest';
import { PackProblem } from '#lib/release/pack/pack-problem.ts';
import type { Pack } from '#lib/release/pack/read-pack.ts';
import { verifyPack, type PackWorker } from '#lib/state/verify-pack.ts';
import type { PackNews } from '#lib/state/pack-worker.ts';

const file = new Blob(['pack']);
const manifest = { id: 'aaaaaaaaaaaaaaaa' } as never;
/** What the page itself would find. */
const itself = () => ({ verify: vi.fn(async () => ({ id: 'itself' })) }) as unknown as Pack;

/** A worker that answers by a script once it has the pack. */
function workerThat(answer: (worker: PackWorker, tell: (news: PackNews) => void) => void) {
	const worker: PackWorker = {
		onmessage: null,
		onerror: null,
		terminate: vi.fn(),
		postMessage: vi.fn(() =>
			queueMicrotask(() => answer(worker, (data) => worker.onmessage?.({ data } as MessageEvent<PackNews>)))
		)
	};
	return worker;
}
const verify = (
	pack: Pack,
	start: () => PackWorker | null,
	signal = new AbortController().signal,
	seen: number[] = []
) => verifyPack(file, pack, (done) => void seen.push(done), signal, start);

test('the worker gets the file, tells how far it is, and goes when it is done', async () => {
	const [pack, seen] = [itself(), [] as number[]];
	const worker = workerThat((_, tell) => [{ done: 1, total: 2 }, { done: 2, total: 2 }, { manifest }].forEach(tell));
	expect(await verify(pack, () => worker, undefined, seen)).toBe(manifest);
	expect(seen).toEqual([1, 2]);
	expect(worker.postMessage).toHaveBeenCalledWith(file);
	expect(worker.terminate).toHaveBeenCalledOnce();
	expect(pack.verify).not.toHaveBeenCalled();
});

test('what is wrong with a pack is told with its sentence and the name of the file', async () => {
	const { code, text } = new PackProblem('damaged', 'summary.duckdb');
	const worker = workerThat((_, tell) => tell({ problem: { code, text } }));
	const found = await verify(itself(), () => worker).catch((error: unknown) => error);
	expect(found).toBeInstanceOf(PackProblem);
	expect(found).toMatchObject({ code: 'damaged', text: { zh: expect.stringContaining('summary.duckdb') } });
	expect(worker.terminate).toHaveBeenCalledOnce();
});

test('without workers, or without the code of one, the page does it itself; a worker that dies half-way is a failure', async () => {
	const alone = itself();
	expect(await verify(alone, () => null)).toEqual({ id: 'itself' });
	const stillborn = workerThat((worker) => worker.onerror?.({ message: '' } as ErrorEvent));
	const pack = itself();
	expect(await verify(pack, () => stillborn)).toEqual({ id: 'itself' });
	expect(pack.verify).toHaveBeenCalledOnce();
	const dying = workerThat((worker, tell) => {
		tell({ done: 1, total: 2 });
		worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
	});
	await expect(verify(itself(), () => dying)).rejects.toThrow('out of memory');
	await expect(verify(itself(), () => workerThat((_, tell) => tell({ failed: 'disk' })))).rejects.toThrow('disk');
});

test('who gives up waits for nothing, and nothing goes on', async () => {
	const abort = new AbortController();
	const worker = workerThat(() => abort.abort());
	await expect(verify(itself(), () => worker, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
	expect(worker.terminate).toHaveBeenCalledOnce();
	const start = vi.fn(() => worker);
	await expect(verify(itself(), start, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
	expect(start).not.toHaveBeenCalled();
});
