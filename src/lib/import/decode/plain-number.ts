/** Excel stores doubles with up to 17 digits, of which it shows 15: 1882.6700000000001 means 1882.67. */
export function plainNumber(text: string): string {
	const exponent = /[eE]/.test(text);
	if (text.length <= 15 && !exponent) return text;
	const digits = text
		.replace(/[eE].*$/, '')
		.replace(/^[-+]?[0.]*/, '')
		.replace('.', '');
	if (digits.length <= 15 && !exponent) return text;
	const value = Number(text);
	if (!Number.isFinite(value)) return text;
	const short = Number(value.toPrecision(15));
	const printed = String(short);
	if (!printed.includes('e')) return printed;
	return Math.abs(short) >= 1 ? printed : short.toFixed(20).replace(/\.?0+$/, '');
}
