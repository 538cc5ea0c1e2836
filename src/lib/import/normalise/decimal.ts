/** Places that stored decimals have (DECIMAL(18,4)). */
export const places = 4;

const plain = /^([-+]?)(\d*)(?:\.(\d*))?$/;

/** `text` × 10^`power`, exactly, on the digits; null when `text` is no plain decimal. No rounding happens here. */
export function shiftDecimal(text: string, power: number): string | null {
	const match = plain.exec(text);
	if (!match) return null;
	const whole = match[2] ?? '';
	const fraction = match[3] ?? '';
	if (whole === '' && fraction === '') return null;
	let digits = whole + fraction;
	let point = whole.length + power;
	if (point <= 0) {
		digits = '0'.repeat(1 - point) + digits;
		point = 1;
	}
	if (point > digits.length) digits += '0'.repeat(point - digits.length);
	const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
	const after = digits.slice(point).replace(/0+$/, '');
	const unsigned = after === '' ? before : `${before}.${after}`;
	return match[1] === '-' && unsigned !== '0' ? `-${unsigned}` : unsigned;
}

/** Product of two plain decimals, exactly. */
export function multiplyDecimals(a: string, b: string): string {
	const fraction = (text: string) => text.length - 1 - (text.indexOf('.') < 0 ? text.length - 1 : text.indexOf('.'));
	const product = BigInt(a.replace('.', '')) * BigInt(b.replace('.', ''));
	return shiftDecimal(String(product), -(fraction(a) + fraction(b))) ?? '0';
}

/** Sum of two plain decimals, exactly. */
export function addDecimals(a: string, b: string): string {
	const fraction = Math.max(fractionLength(a), fractionLength(b));
	const scaled = (text: string) => BigInt(shiftDecimal(text, fraction) ?? '0');
	return shiftDecimal(String(scaled(a) + scaled(b)), -fraction) ?? '0';
}

/** Digits after the point. */
export function fractionLength(text: string): number {
	const point = text.indexOf('.');
	return point < 0 ? 0 : text.length - point - 1;
}

/** Rounded half away from zero to the stored places. */
export function roundDecimal(text: string): string {
	if (fractionLength(text) <= places) return text;
	const negative = text.startsWith('-');
	const shifted = shiftDecimal(negative ? text.slice(1) : text, places) ?? '0';
	const [whole = '0', rest = ''] = shifted.split('.');
	const rounded = (rest.charCodeAt(0) || 48) >= 53 ? BigInt(whole) + 1n : BigInt(whole);
	return shiftDecimal(`${negative ? '-' : ''}${rounded}`, -places) ?? '0';
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: string, b: string): number {
	const [x, y] = [Number(a), Number(b)];
	if (x !== y || (Math.abs(x) < 2 ** 53 && a.length < 16 && b.length < 16)) return x - y;
	const difference = addDecimals(a, b.startsWith('-') ? b.slice(1) : `-${b}`);
	return difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1;
}
