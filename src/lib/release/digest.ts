/** SHA-256 of bytes, hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
	return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of a text as UTF-8, hex. */
export function sha256Text(text: string): Promise<string> {
	return sha256(new TextEncoder().encode(text));
}
