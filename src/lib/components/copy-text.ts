/**
 * Puts a text into the clipboard: by the browser's own way, which is missing on plain http, else out of a selected field.
 * `selected`: neither worked, the text stands selected and a person can copy it.
 */
export async function copyText(
	text: string,
	field: HTMLInputElement | HTMLTextAreaElement
): Promise<'copied' | 'selected'> {
	try {
		await navigator.clipboard.writeText(text);
		return 'copied';
	} catch {
		// Refused, or not there.
	}
	field.focus();
	field.select();
	try {
		// Deprecated, and all there is without encryption.
		return document.execCommand('copy') ? 'copied' : 'selected';
	} catch {
		return 'selected';
	}
}
