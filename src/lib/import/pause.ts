/** Lets messages, timers and a cancel in. */
export function pause(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}

/** Throws the reason of an aborted signal. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
	signal?.throwIfAborted();
}
