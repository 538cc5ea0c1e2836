/** What of the browser's lock manager is needed; absent where the page is not served securely. */
export interface Locks {
	request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** How long a turn is waited for before it is said so, in ms. */
const patience = 3000;

/**
 * Lets one page at a time write the drafts of this browser. `onwait(true)` when another page keeps its turn for longer
 * than a few seconds, `onwait(false)` when this one's has come. Settles as the work does.
 */
export function inTurn<T>(
	locks: Locks | undefined,
	work: () => Promise<T>,
	onwait: (waiting: boolean) => void,
	wait = patience
): Promise<T> {
	if (!locks) return work();
	const timer = setTimeout(() => onwait(true), wait);
	return locks.request('gongbang-drafts', () => {
		clearTimeout(timer);
		onwait(false);
		return work();
	});
}
