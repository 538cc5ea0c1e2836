import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/index.ts';

/** Decimal text without the zeros that say nothing: 51.7300 → 51.73. */
export function trimmed(text: string): string {
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** left − right, exactly; both with at most four digits after the point. */
export function minus(left: string, right: string): string {
	return fromUnits(toUnits(left) - toUnits(right), 4);
}

/**
 * A figure as offices print it: whole, or in 万 (Chinese) where two digits after the point hold it exactly; 亿 likewise.
 * Nothing is rounded. Ratios are printed with their own digits.
 */
export function printed(value: string, indicator: Indicator, language: Language): string {
	const unit = indicator.unit[language];
	const beside = unit === '' || unit === '%' ? unit : ` ${unit}`;
	if (indicator.denominator) return Number(value).toFixed(indicator.digits) + beside;
	if (language === 'zh' && indicator.kind !== 'ratio') {
		const units = toUnits(value);
		for (const [name, power] of [
			['亿', 8],
			['万', 4]
		] as const) {
			const size = 10n ** BigInt(power + 4);
			if ((units >= size || units <= -size) && units % (size / 100n) === 0n) {
				return `${fromUnits(units, power + 4, 2)} ${name}${unit}`;
			}
		}
		return value + beside;
	}
	const [whole = '', fraction] = value.split('.');
	return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '') + beside;
}

function toUnits(text: string): bigint {
	const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
	const units = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
	return text.startsWith('-') ? -units : units;
}

function fromUnits(units: bigint, places: number, shown = 0): string {
	const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
	const [whole, fraction] = [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, '')];
	const kept = fraction.padEnd(shown, '0');
	return (units < 0n ? '-' : '') + whole + (kept ? `.${kept}` : '');
}
