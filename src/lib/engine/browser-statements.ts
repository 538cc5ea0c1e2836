import type { WasmConnection } from './wasm-connector.ts';

type Prepared = Awaited<ReturnType<WasmConnection['prepare']>>;

/** How many statements stay prepared: all panels of a view for a few views, about 2 kB each. */
const capacity = 48;

/**
 * A connection that keeps statements prepared, so that the same question with other values costs one message to the
 * worker instead of three. The least recently used are closed: unclosed ones leak. `forget` closes all, after the
 * catalogue has changed.
 */
export function keepStatements(connection: WasmConnection): WasmConnection & { forget(): void } {
	const kept = new Map<string, Promise<Prepared>>();
	const close = (statement: Promise<Prepared>) => {
		// A statement that failed to prepare has nothing to close, and a worker that is gone has closed everything.
		void statement.then((prepared) => prepared.close()).catch(() => {});
	};
	return {
		query: (text) => connection.query(text),
		prepare: async (text) => {
			const statement = kept.get(text) ?? Promise.resolve(connection.prepare(text));
			kept.delete(text);
			kept.set(text, statement);
			statement.catch(() => kept.get(text) === statement && kept.delete(text));
			const prepared = await statement;
			const oldest = kept.keys().next();
			if (kept.size > capacity && !oldest.done) {
				const dropped = kept.get(oldest.value);
				kept.delete(oldest.value);
				if (dropped) close(dropped);
			}
			return { query: (...values) => prepared.query(...values), close: () => {} };
		},
		close: () => connection.close(),
		forget: () => {
			for (const statement of kept.values()) close(statement);
			kept.clear();
		}
	};
}
