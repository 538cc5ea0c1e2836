import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Connector } from '#lib/engine/connector.ts';
import { wasmConnector, wasmConfig, type WasmConnection } from '#lib/engine/wasm-connector.ts';

const require = createRequire(import.meta.url);

type Bindings = Awaited<ReturnType<typeof instantiate>>;
/** Engines of closed connectors: to make one takes a second, to empty one a hundredth of that. */
const idle: Bindings[] = [];

/** DuckDB-wasm in this process, with the very wasm file that the browser loads. It begins empty, without any file. */
export async function openWasmInNode(options: { memoryLimit?: string } = {}): Promise<Connector> {
	const bindings = idle.pop() ?? (await instantiate());
	bindings.open({ path: ':memory:', ...wasmConfig });
	const connector = wasmConnector(bindings, bindings.connect() as unknown as WasmConnection, options);
	const close = connector.close.bind(connector);
	let closed = false;
	connector.close = async () => {
		if (closed) return;
		closed = true;
		await close();
		bindings.reset();
		bindings.dropFiles();
		idle.push(bindings);
	};
	return connector;
}

async function instantiate() {
	const duckdb = require('@duckdb/duckdb-wasm/blocking') as typeof import('@duckdb/duckdb-wasm/blocking');
	const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
	const bundle = (kind: 'eh' | 'mvp') => ({
		mainModule: join(folder, `duckdb-${kind}.wasm`),
		mainWorker: join(folder, `duckdb-node-${kind}.worker.cjs`)
	});
	const bindings = await duckdb.createDuckDB(
		{ mvp: bundle('mvp'), eh: bundle('eh') },
		new duckdb.VoidLogger(),
		duckdb.NODE_RUNTIME
	);
	await bindings.instantiate();
	return bindings;
}
