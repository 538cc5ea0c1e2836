/** The engine's worker is gone; whatever was asked of it has no answer. */
export class EngineStopped extends Error {
	override readonly name = 'EngineStopped';
}

/** What WebAssembly says when the engine's memory or code is in ruins, and DuckDB when it will take no more. */
const ruins =
	/memory access out of bounds|unreachable|table index is out of bounds|function signature mismatch|null function|indirect call to null|database has been invalidated|FATAL Error|INTERNAL Error/i;

/**
 * Whether an error means that the engine can answer nothing any more. After "memory access out of bounds" every later
 * query fails too (duckdb-wasm #1954), so the only cure is a new worker.
 */
export function isCrash(error: unknown): boolean {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
		if (cause instanceof EngineStopped || cause.name === 'RuntimeError' || ruins.test(cause.message)) return true;
	}
	return false;
}

/** Whether the engine refused for want of memory; it goes on working. */
export function isOutOfMemory(error: unknown): boolean {
	return error instanceof Error && /Out of Memory|could not allocate|memory limit/i.test(error.message);
}
