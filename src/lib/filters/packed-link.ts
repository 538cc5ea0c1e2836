import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';

/** What a packed link's fragment begins with. */
export const packedPrefix = '#s=';

/** Nobody's page says more; what unpacks to more was made to fill the memory. */
const mostCharacters = 60_000;
const mostPacked = 40_000;

/**
 * A text packed for the fragment of an address: base64url of the deflated text. It ends in its own check, since deflate
 * has none and chat programs cut links.
 */
export function packText(text: string): string {
	const bytes = deflateSync(strToU8(`${text}\n${checkOf(text)}`), { level: 9 });
	const base64 = btoa(strFromU8(bytes, true));
	return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text of such a fragment; null for one that is damaged, cut, or none. Never throws. */
export function unpackText(packed: string): string | null {
	if (packed.length > mostPacked) return null;
	try {
		const base64 = packed.replaceAll('-', '+').replaceAll('_', '/');
		const text = strFromU8(inflated(strToU8(atob(base64), true)));
		const end = text.lastIndexOf('\n');
		const found = text.slice(0, end);
		return end >= 0 && text.slice(end + 1) === checkOf(found) ? found : null;
	} catch {
		return null;
	}
}

/** Query and fragment of an address, packed for its fragment: `#s=` and the packed text. */
export function packLink(text: string): string {
	return packedPrefix + packText(text);
}

/** The query and fragment that a packed link holds; null for one that is damaged, cut, or none. Never throws. */
export function unpackLink(fragment: string): string | null {
	if (!fragment.startsWith(packedPrefix)) return null;
	const found = unpackText(fragment.slice(packedPrefix.length));
	// One packed link within another would unpack for ever.
	return found?.startsWith('?') && !found.includes(packedPrefix) ? found : null;
}

function inflated(bytes: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	let length = 0;
	const stream = new Inflate((part) => {
		length += part.length;
		if (length > mostCharacters) throw new Error('Too long');
		parts.push(part);
	});
	for (let at = 0; at < bytes.length; at += 1024) stream.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length);
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** FNV-1a over the text's UTF-16 units: tells a damaged link, guards nothing. */
function checkOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return (hash >>> 0).toString(36);
}
