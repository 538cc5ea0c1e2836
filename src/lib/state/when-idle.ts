/** Time that the first pictures have before anything else is loaded, where the browser does not tell when it is idle. */
const usual = 1000;

/**
 * Does something once the page stands and the browser has nothing better to do; returns how to call it off. On a line
 * that its owner wants to spare it is not done at all: whoever needs it asks.
 */
export function whenIdle(work: () => void): () => void {
	const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
	if (connection?.saveData) return () => {};
	if (typeof requestIdleCallback === 'function') {
		const handle = requestIdleCallback(work, { timeout: 4 * usual });
		return () => cancelIdleCallback(handle);
	}
	const timer = setTimeout(work, usual);
	return () => clearTimeout(timer);
}
