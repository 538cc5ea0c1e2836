import { mayReload, readReloads, withReload, type ReloadCause } from '#lib/wall/reloads.ts';
import { fetchInTime } from '../fetch-in-time.ts';
import { browserStorage } from '../kept-boards.ts';
import { isPageKept } from './page-keeper.ts';

const key = 'gongbang-wall-reloads';
/** Without a note of reloads a page must be that old before it goes. */
const unnotedMs = 3600_000;

/** Loads the page anew, but never so often that a wall flickers, and never into an error page of the browser. */
export class PageRenewal {
	#trying = false;

	/** Reloads if it may and the page can be had again; says whether it does. */
	async try(cause: ReloadCause): Promise<boolean> {
		if (this.#trying) return false;
		this.#trying = true;
		try {
			const storage = browserStorage();
			const done = readReloads(read(storage));
			const now = Date.now();
			if (!mayReload(cause, done, now) || !(await canReturn())) return false;
			const noted = write(storage, JSON.stringify(withReload(done, { cause, at: now })));
			if (!noted && performance.now() < unnotedMs) return false;
			location.reload();
			return true;
		} finally {
			this.#trying = false;
		}
	}
}

/** Whether the server has the page, or the service worker keeps it. */
async function canReturn(): Promise<boolean> {
	try {
		const { ok } = await fetchInTime(location.href, { method: 'HEAD', cache: 'no-store' });
		if (ok) return true;
	} catch {
		// No server: what is kept may do.
	}
	return isPageKept();
}

function read(storage: Storage | undefined): string | null {
	try {
		return storage?.getItem(key) ?? null;
	} catch {
		return null;
	}
}

function write(storage: Storage | undefined, text: string): boolean {
	try {
		storage?.setItem(key, text);
		return storage !== undefined;
	} catch {
		return false;
	}
}
