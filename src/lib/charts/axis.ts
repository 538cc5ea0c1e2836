import type { ChartTheme } from './theme.ts';

/** The largest of some values, or 1 where there is nothing above 0: an axis needs a length. */
export function stepFreeMax(values: readonly (number | null)[]): number {
	const max = Math.max(0, ...values.map((value) => value ?? 0));
	return max > 0 ? max : 1;
}

/** A round number at or above a value, so that an axis ends on 1, 1.5, 2, 3, 4, 5, 6, 8 or 10 times a power of ten. */
export function roundUp(value: number): number {
	if (!(value > 0)) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	const lead = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10;
	return Number((lead * power).toPrecision(12));
}

/** A zero-based value axis with at most three hairlines above its base. */
export function valueAxis(max: number, theme: ChartTheme, format: (value: number) => string) {
	const top = roundUp(max);
	const lead = top / 10 ** Math.floor(Math.log10(top) + 1e-9);
	const parts = [1.5, 3, 6].some((step) => Math.abs(step - lead) < 1e-6) ? 3 : 2;
	return {
		type: 'value' as const,
		min: 0,
		max: top,
		interval: top / parts,
		axisLine: { show: false },
		axisTick: { show: false },
		axisLabel: {
			color: theme.muted,
			fontSize: theme.size * 0.86,
			margin: theme.size * 0.6,
			formatter: (value: number) => format(value)
		},
		splitLine: { lineStyle: { color: theme.hairline, width: 1 } }
	};
}

/** A category axis without ticks: hairline and muted labels. */
export function categoryAxis(names: readonly string[], theme: ChartTheme, interval: number | 'auto' = 'auto') {
	return {
		type: 'category' as const,
		data: [...names],
		axisTick: { show: false },
		axisLine: { show: true, lineStyle: { color: theme.hairline, width: 1 } },
		axisLabel: {
			color: theme.muted,
			fontSize: theme.size * 0.86,
			margin: theme.size * 0.7,
			interval,
			hideOverlap: true
		}
	};
}
