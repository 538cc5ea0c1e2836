/** A cell that a spreadsheet would run is made plain text by a leading apostrophe. */
export function harmless(text: string): string {
	return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
