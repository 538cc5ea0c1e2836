import { completeKey, pageKey, pagesCache, programPrefix, scopesOf, type KeepMessage } from '#lib/wall/kept-pages.ts';

/**
 * Keeps the page that is open, and the program, for a start without network. Called when the first picture stands, and
 * again when what the page shows has changed. Where the browser keeps nothing (plain http from another machine, a closed
 * storage) it does nothing. Throws what the browser says.
 */
export async function keepPage(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const [own, ...others] = scopesOf(location.pathname);
	if (own === undefined) return;
	for (const scope of others) await navigator.serviceWorker.register('/service-worker.js', { scope });
	const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: own });
	const worker = await activated(registration);
	worker?.postMessage({ keep: location.href } satisfies KeepMessage);
}

/** The worker that is newest, once it is at work. */
async function activated(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
	const worker = registration.installing ?? registration.waiting ?? registration.active;
	if (!worker || worker.state === 'activated') return worker;
	return new Promise((resolve) => {
		worker.addEventListener('statechange', () => {
			if (worker.state === 'activated') resolve(worker);
			if (worker.state === 'redundant') resolve(registration.active);
		});
	});
}

/** Whether the page that is open would come without network: it is kept, with all files of a program. */
export async function isPageKept(): Promise<boolean> {
	try {
		if (!navigator.serviceWorker?.controller) return false;
		if (!(await (await caches.open(pagesCache)).match(pageKey(new URL(location.href))))) return false;
		for (const name of await caches.keys())
			if (name.startsWith(programPrefix) && (await (await caches.open(name)).match(completeKey))) return true;
		return false;
	} catch {
		return false;
	}
}
