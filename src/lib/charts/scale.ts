/** The step of a value in a list of rising limits: 0 up to `limits.length`. A value on a limit belongs above it. */
export function stepOf(value: number, limits: readonly number[]): number {
	let step = 0;
	while (step < limits.length && value >= (limits[step] as number)) step++;
	return step;
}

/** The number with the fewest digits in (low, high]: a limit that reads well and splits the same values. */
export function roundBetween(low: number, high: number): number {
	const power = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE)));
	for (let exponent = power; exponent > power - 12; exponent--) {
		const step = 10 ** exponent;
		const candidate = Number((Math.floor(high / step + 1e-9) * step).toPrecision(12));
		if (candidate > low && candidate <= high) return candidate;
	}
	return high;
}

/**
 * Limits that split values into at most six steps of about equal count (quantiles: regions differ by two orders of
 * magnitude, equal intervals would leave one dark tile on a pale map), as round as they can be.
 */
export function stepLimits(values: readonly number[], steps = 6): number[] {
	const sorted = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b);
	const wanted = Math.min(steps, sorted.length) - 1;
	const limits: number[] = [];
	for (let index = 1; index <= wanted; index++) {
		const position = Math.floor((index * sorted.length) / (wanted + 1));
		const limit = roundBetween(sorted[position - 1] as number, sorted[position] as number);
		if (limit > (limits.at(-1) ?? -Infinity)) limits.push(limit);
	}
	return limits;
}

/** The colours for so many steps, spread over the six of the theme so that the ends stay the ends. */
export function stepColours(colours: readonly string[], steps: number): string[] {
	if (steps <= 1) return [colours[Math.floor(colours.length / 2)] as string];
	return Array.from({ length: steps }, (_, step) => {
		const index = Math.round((step * (colours.length - 1)) / (steps - 1));
		return colours[index] as string;
	});
}

/** Relative luminance by WCAG 2. */
function luminance(hex: string): number {
	const channel = (at: number) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two #rrggbb colours by WCAG 2, 1 to 21. */
export function contrast(first: string, second: string): number {
	const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

/** The better readable of two text colours on a ground. */
export function readableOn(ground: string, dark = '#14161a', light = '#ffffff'): string {
	return contrast(ground, dark) >= contrast(ground, light) ? dark : light;
}
