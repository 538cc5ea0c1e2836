/** Work that is done once however often it is asked for; after a failure it is tried again. */
export function untilDone(work: () => Promise<void>): () => Promise<void> {
	let done: Promise<void> | null = null;
	return () => {
		done ??= work().catch((error: unknown) => {
			done = null;
			throw error;
		});
		return done;
	};
}
