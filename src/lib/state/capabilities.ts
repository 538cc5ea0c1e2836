/** What a browser may lack. Each has its own words on the page: what is missing and what still works. */
export type Capability = 'webassembly' | 'cache' | 'database';

/** A module of one function that throws and catches: what the engine's code needs of WebAssembly. */
const exceptionProbe = new Uint8Array([
	0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11
]);

/** Whether the engine can run here at all. */
export function canRunEngine(): boolean {
	try {
		return typeof Worker === 'function' && WebAssembly.validate(exceptionProbe);
	} catch {
		return false;
	}
}

/** Cache Storage, or null where it is missing or closed (private mode, plain http on another machine). */
export async function openCache(name: string): Promise<Cache | null> {
	try {
		return await caches.open(name);
	} catch {
		return null;
	}
}
