import { textWidth } from './plain-text.ts';
import type { ChartTheme } from './theme.ts';
import type { TrendLine, TrendPeriod } from './trend-line.ts';

/** The highest value that is printed beside its point. */
export function printedHigh(lines: readonly TrendLine[], periods: readonly TrendPeriod[]): number {
	const printed = lines
		.filter(({ role }) => role === 'own' || role === 'main')
		.flatMap(({ values }) => {
			const last = values.findLastIndex((value) => value !== null);
			return values.filter((_, index) => index === last || periods[index]?.selected);
		});
	return printed.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
}

/** Px by which each line's name leaves its line's end so that no two names touch; lines without a value stay put. */
export function endShifts(lines: readonly TrendLine[], top: number, theme: ChartTheme): number[] {
	const plot = theme.height - theme.size * 3.8;
	const room = theme.size * 1.25;
	const ends = lines.map((line, index) => {
		const value = line.values.findLast((candidate) => candidate !== null) ?? 0;
		return { index, y: (1 - value / top) * plot };
	});
	const placed = ends.toSorted((a, b) => a.y - b.y).map((end) => ({ ...end, at: end.y }));
	for (let round = 0; round < 20; round++) {
		for (let next = 1; next < placed.length; next++) {
			const [above, below] = [placed[next - 1], placed[next]] as [{ at: number }, { at: number }];
			const lack = room - (below.at - above.at);
			if (lack <= 0) continue;
			above.at -= lack / 2;
			below.at += lack / 2;
		}
	}
	const shifts = lines.map(() => 0);
	for (const { index, at, y } of placed) shifts[index] = at - y;
	return shifts;
}

/** The room that lines are drawn in, in px, and the value at its upper edge. */
export interface Plot {
	readonly width: number;
	readonly height: number;
	readonly top: number;
}

/** Whether the value printed at the last point would lie over that of the period that is chosen: the tooltip has it then. */
export function endTouches(
	{ values, labels }: TrendLine,
	last: number,
	periods: readonly TrendPeriod[],
	theme: ChartTheme,
	{ width, height, top }: Plot
): boolean {
	const chosen = periods.findIndex(({ selected }, index) => selected && index !== last && values[index] != null);
	if (chosen < 0 || last <= chosen) return false;
	const wide = (index: number) => textWidth(labels[index] ?? '', theme.size) * 1.05;
	const apart = ((last - chosen) / Math.max(1, periods.length - 1)) * width;
	const above = (Math.abs((values[last] ?? 0) - (values[chosen] ?? 0)) / top) * height;
	/* The chosen value stands in the middle above its point, or begins there when it is the first; the last one ends at its own. */
	return apart < wide(chosen) / (chosen === 0 ? 1 : 2) + wide(last) && above < theme.size * 1.3;
}
