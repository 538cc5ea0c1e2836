import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Connector } from '#lib/engine/connector.ts';
import { wasmConnector, wasmConfig, type WasmConnection } from '#lib/engine/wasm-connector.ts';

const require = createRequire(import.meta.url);

/** DuckDB-wasm in this process, with the very wasm file that the browser loads. */
export async function openWasmInNode(options: { memoryLimit?: string } = {}): Promise<Connector> {
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
	bindings.open({ path: ':memory:', ...wasmConfig });
	return wasmConnector(bindings, bindings.connect() as unknown as WasmConnection, options);
}
