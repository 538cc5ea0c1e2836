/**
 * Goes on in a task of its own: what the page has to do meanwhile (pictures, timers, messages) comes first. Long work is
 * cut by it into parts of which none is felt.
 */
export function ownTask(): Promise<void> {
	// A timer of a timer waits for four milliseconds at least.
	if (typeof scheduler !== 'undefined') return scheduler.postTask(() => {});
	return new Promise((resolve) => setTimeout(resolve));
}
