import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { Connector } from './connector.ts';
import workerUrl from './duckdb-worker.js?url&no-inline';
import { keepStatements } from './browser-statements.ts';
import { EngineStopped } from './crash.ts';
import type { WasmConnection } from './wasm-connector.ts';

/** DuckDB in a worker of this page. */
export interface BrowserEngine {
	readonly connector: Connector;
	/** Settles as the answer does, or fails with EngineStopped when the worker dies: an answer never comes then. */
	guard<T>(answer: Promise<T>): Promise<T>;
	/** Closes the statements kept prepared; due after tables and views have changed. */
	forgetStatements(): void;
	/** Makes a file of the server readable by range under a logical name; nothing is moved yet. */
	attachUrl(name: string, url: string): Promise<void>;
	/** Makes a file that this browser holds readable by range under a logical name; nothing is read yet. */
	attachFile(name: string, file: Blob): Promise<void>;
	/** Ends the worker at once, whatever it is doing. */
	terminate(): void;
}

export interface BrowserEngineOptions {
	/** The engine's bytes as they arrive; the total is null while unknown. */
	onProgress?(done: number, total: number | null): void;
}

/** Enough for a release of a million facts with drafts over it, little enough to fail cleanly on a small machine. */
export const memoryLimit = '1GB';

/** How long the engine's code may stay without a byte before it is asked whether the server still has it. */
const patience = 15_000;

/**
 * Starts the engine: worker and code from this server, nothing from elsewhere. Whole reads of a remote file are
 * allowed only as the server's own answer to a range, so `detail.duckdb` is never fetched whole.
 */
export async function openBrowserEngine(options: BrowserEngineOptions = {}): Promise<BrowserEngine> {
	const worker = new Worker(workerUrl, { name: new URL(duckdbUrl, location.href).href });
	const { guard, end } = guardOf(worker);
	try {
		const [duckdb, { wasmConfig, wasmConnector }] = await Promise.all([
			import('@duckdb/duckdb-wasm'),
			import('./wasm-connector.ts')
		]);
		const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
		await guard(instantiate(database, options));
		await guard(database.open({ path: ':memory:', ...wasmConfig }));
		const connection = keepStatements((await guard(database.connect())) as unknown as WasmConnection);
		return {
			connector: wasmConnector(database, connection, { memoryLimit }),
			guard,
			forgetStatements: () => connection.forget(),
			attachUrl: (name, url) => guard(database.registerFileURL(name, url, duckdb.DuckDBDataProtocol.HTTP, false)),
			attachFile: (name, file) =>
				guard(database.registerFileHandle(name, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true)),
			terminate: () => end(new EngineStopped('The engine was ended.'))
		};
	} catch (cause) {
		worker.terminate();
		throw cause;
	}
}

/** Fails every answer that is still open when the worker stops. No promise outlives its answer, so nothing piles up. */
function guardOf(worker: Worker): { guard: BrowserEngine['guard']; end: (why: EngineStopped) => void } {
	const open = new Set<(reason: unknown) => void>();
	let stopped: EngineStopped | null = null;
	const end = (why: EngineStopped) => {
		worker.terminate();
		stopped = why;
		for (const reject of open) reject(stopped);
		open.clear();
	};
	const stop = (event: Event) =>
		end(new EngineStopped(event instanceof ErrorEvent ? event.message : 'The engine’s worker stopped.'));
	worker.addEventListener('error', stop);
	worker.addEventListener('messageerror', stop);
	const guard: BrowserEngine['guard'] = (answer) =>
		new Promise((resolve, reject) => {
			if (stopped) return reject(stopped);
			open.add(reject);
			const settle = () => open.delete(reject);
			answer.then(resolve, reject).finally(settle);
		});
	return { guard, end };
}

/** Instantiates the engine. A failed download leaves duckdb-wasm waiting for ever, so silence is looked into. */
async function instantiate(database: AsyncDuckDB, options: BrowserEngineOptions): Promise<void> {
	let total: number | null = null;
	let done = 0;
	let heard = performance.now();
	const tell = () => options.onProgress?.(done, total);
	if (options.onProgress)
		void engineBytes().then((bytes) => {
			total = bytes;
			tell();
		});
	let watch: ReturnType<typeof setInterval> | undefined;
	const silence = new Promise<never>((_, reject) => {
		watch = setInterval(() => {
			if (performance.now() - heard < patience) return;
			heard = performance.now();
			void fetch(wasmUrl, { method: 'HEAD', signal: AbortSignal.timeout(patience) }).then(
				(response) => response.ok || reject(new Error(`The engine’s code: ${response.status}`)),
				(cause: unknown) => reject(new Error('The engine’s code cannot be fetched.', { cause }))
			);
		}, 1000);
	});
	try {
		await Promise.race([
			database.instantiate(wasmUrl, null, (progress) => {
				heard = performance.now();
				done = progress.bytesLoaded;
				tell();
			}),
			silence
		]);
		if (total !== null) options.onProgress?.(total, total);
	} finally {
		clearInterval(watch);
	}
}

/**
 * The size of the engine's code as it will be counted. `Content-Length` of the download is that of its compressed
 * form; a range is always answered uncompressed and names the whole.
 */
async function engineBytes(): Promise<number | null> {
	const signal = AbortSignal.timeout(patience);
	const asked = fetch(wasmUrl, { headers: { Range: 'bytes=0-1' }, cache: 'no-store', signal });
	const response = await asked.catch(() => null);
	const total = response?.status === 206 ? /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1] : null;
	await response?.body?.cancel();
	return total ? Number(total) : null;
}
