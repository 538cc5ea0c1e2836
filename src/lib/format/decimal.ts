/** Digits after the point that figures of a release carry. */
const places = 4;

/** A decimal text as a whole number of ten-thousandths; what is beyond four places is cut off. */
function toUnits(text: string): bigint {
	const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
	const units = BigInt((whole || '0') + fraction.padEnd(places, '0').slice(0, places));
	return text.startsWith('-') ? -units : units;
}

function fromUnits(units: bigint): string {
	const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
	const fraction = digits.slice(-places).replace(/0+$/, '');
	return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction ? `.${fraction}` : ''}`;
}

/** The exact sum of decimal texts with up to four places, each taken so many times; 0 for none. */
export function sumDecimals(texts: readonly string[], weights: readonly number[] = []): string {
	return fromUnits(texts.reduce((sum, text, index) => sum + toUnits(text) * BigInt(weights[index] ?? 1), 0n));
}

/** left − right, exactly. */
export function differenceOf(left: string, right: string): string {
	return fromUnits(toUnits(left) - toUnits(right));
}
