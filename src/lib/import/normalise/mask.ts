/** Identity numbers of 18 and 15 digits with a plausible date of birth, also where digits are grouped by blanks. */
const identity =
	/(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![\dA-Za-z])/g;
const mobile = /(?<!\d|\d[.,])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d|[.,]\d)/g;
const longNumber = /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g;

/** Stands in the place of a number that is nobody's business. */
const masked = '***';

/** Below this length no text can hold such a number. */
export const shortestPersonal = 11;

/** A text without identity, mobile and bank card numbers; the text itself where there are none. */
export function maskPersonal(text: string): string {
	if (text.length < shortestPersonal || !hasLongRun(text)) return text;
	return text
		.replace(identity, masked)
		.replace(longNumber, (number) => (isCardNumber(number.replace(/\D/g, '')) ? masked : number))
		.replace(mobile, masked);
}

/** Whether there are eleven digits with at most single blanks or hyphens between them: decided without allocating. */
function hasLongRun(text: string): boolean {
	let digits = 0;
	let gap = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code >= 48 && code <= 57) {
			gap = 0;
			if (++digits >= shortestPersonal) return true;
		} else if ((code !== 32 && code !== 45) || ++gap > 1) {
			digits = 0;
			gap = 0;
		}
	}
	return false;
}

/** Bank cards: 16–19 digits whose check digit is right (ISO/IEC 7812). */
export function isCardNumber(digits: string): boolean {
	if (!/^[3-6]\d{15,18}$/.test(digits)) return false;
	let sum = 0;
	for (let at = 0; at < digits.length; at++) {
		const digit = Number(digits[digits.length - 1 - at]);
		const doubled = at % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
