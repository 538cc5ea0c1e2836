/**
 * Text as it is stored and compared: full-width letters, digits and signs become ASCII, exotic spaces become plain,
 * ends are trimmed. Chinese punctuation stays.
 */
export function plainText(text: string): string {
	if (isPlain(text)) return text;
	const mapped = text.replace(
		/[\uff01-\uff5e\u3000\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\ufeff]/g,
		plainCharacter
	);
	return withoutControls(mapped).trim();
}

const kept = new Set(['，', '；', '：', '！', '？', '（', '）']);

function plainCharacter(character: string): string {
	if (kept.has(character)) return character;
	const code = character.charCodeAt(0);
	if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
	if (code === 0xfeff || code === 0x2060 || (code >= 0x200b && code <= 0x200f)) return '';
	return ' ';
}

/** Control characters other than tab and line ends. */
// eslint-disable-next-line no-control-regex
export const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Prose as it is stored: exactly as written, but for control characters and white space at its ends. */
export function storedText(raw: string): string {
	return withoutControls(raw).trim();
}

function withoutControls(text: string): string {
	return controls.test(text) ? text.replace(new RegExp(controls.source, 'g'), '') : text;
}

/** The common case, decided without allocating: nothing exotic inside, nothing blank at the ends. */
function isPlain(text: string): boolean {
	const length = text.length;
	if (length === 0) return true;
	for (let index = 0; index < length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return false;
		if (code >= 0x2000 && code <= 0x3000 && (code <= 0x206f || code === 0x3000)) return false;
		if (code >= 0xfeff && code <= 0xff5e) return false;
	}
	return text.charCodeAt(0) !== 32 && text.charCodeAt(length - 1) !== 32;
}

/** ="000123" and '000123: two ways to make a spreadsheet keep a text as it is. */
const keptAsText = /^(?:="([^"]*)"|'([^']*))$/;

/** The text of a cell without what only told a spreadsheet how to keep it. */
export function cellText(raw: string): string {
	const text = plainText(raw);
	const code = text.charCodeAt(0);
	if (code !== 61 && code !== 39) return text;
	const kept = keptAsText.exec(text);
	return kept ? (kept[1] ?? kept[2] ?? '').trim() : text;
}

/** A label without any inner space: 江 苏 → 江苏. */
export function withoutSpaces(text: string): string {
	return plainText(text).replace(/\s+/g, '');
}
