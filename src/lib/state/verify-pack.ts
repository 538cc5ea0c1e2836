import { Sha256 } from '#lib/format/sha256.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { PackProblem } from '#lib/release/pack/pack-problem.ts';
import type { Pack } from '#lib/release/pack/read-pack.ts';
import type { PackNews } from './pack-worker.ts';

/** What a worker is to this module. */
export type PackWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
	onmessage: ((event: MessageEvent<PackNews>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
};

/**
 * Reads a pack from its first byte to its last beside the page: hundreds of megabytes are hashed, while the page answers the
 * hand. Where no worker starts (its code is not at hand without a network), the page does it itself. Throws a PackProblem.
 */
export async function verifyPack(
	file: Blob,
	pack: Pack,
	onBytes: (done: number, total: number) => void,
	signal: AbortSignal,
	start: () => PackWorker | null = startWorker
): Promise<Manifest> {
	signal.throwIfAborted();
	const worker = start();
	const manifest = worker && (await verifiedBy(worker, file, onBytes, signal).finally(() => worker.terminate()));
	return manifest ?? pack.verify(() => new Sha256(), onBytes, signal);
}

function startWorker(): PackWorker | null {
	if (typeof Worker === 'undefined') return null;
	try {
		return new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });
	} catch {
		return null;
	}
}

/** null: the worker never began. */
function verifiedBy(
	worker: PackWorker,
	file: Blob,
	onBytes: (done: number, total: number) => void,
	signal: AbortSignal
): Promise<Manifest | null> {
	return new Promise((resolve, reject) => {
		let begun = false;
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.onmessage = ({ data }) => {
			begun = true;
			if ('done' in data) onBytes(data.done, data.total);
			else if ('manifest' in data) resolve(data.manifest);
			else if ('problem' in data) reject(problemOf(data.problem));
			else reject(new Error(data.failed));
		};
		worker.onerror = ({ message }) => (begun ? reject(new Error(message)) : resolve(null));
		worker.postMessage(file);
	});
}

/** A problem as it was there, with the names that its sentence has. */
function problemOf({ code, text }: Pick<PackProblem, 'code' | 'text'>): PackProblem {
	return Object.assign(new PackProblem(code), { text, message: text.en });
}
