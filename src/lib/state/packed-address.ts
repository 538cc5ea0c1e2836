/** What the fragment of a packed link begins with; said here, too, since the unpacking is loaded for packed links only. */
const packedPrefix = '#s=';

/** A server takes longer addresses badly: what is longer stays in the browser. */
const mostForServer = 7000;

let damage = false;

/** Whether an address holds what it says packed in its fragment. */
export function isPacked({ hash }: Pick<URL, 'hash'>): boolean {
	return hash.startsWith(packedPrefix);
}

/** Whether the address that this page came by was packed and could not be unpacked. Told once. */
export function takeDamage(): boolean {
	const told = damage;
	damage = false;
	return told;
}

/** Turns a packed address into the readable one before anything is shown. Settles when the page may be shown. */
export async function unpackAddress(): Promise<void> {
	if (!isPacked(location)) return;
	const { unpackLink } = await import('#lib/filters/packed-link.ts');
	const text = unpackLink(location.hash);
	const { origin, pathname, search } = location;
	damage = text === null;
	const readable = `${origin}${pathname}${text ?? search}`;
	if (text !== null && readable.length <= mostForServer) {
		// The server shows what the link says; this page is over.
		location.replace(readable);
		await new Promise(() => {});
	}
	history.replaceState(history.state, '', readable);
	delete document.documentElement.dataset.packed;
}
