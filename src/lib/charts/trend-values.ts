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

/** Above or below its point, and which of its edges stands over it; its middle unless said. */
export interface ValuePlace {
	readonly position: 'top' | 'bottom';
	readonly align?: 'left' | 'right';
}

/**
 * Where a value is printed at its point so that its own line does not run through it: above, beside the climb where one
 * neighbour is much higher, below where both are and there is room.
 */
export function valuePlace(
	{ values, labels }: TrendLine,
	index: number,
	periods: number,
	theme: ChartTheme,
	{ width, height, top }: Plot
): ValuePlace {
	const step = width / Math.max(1, periods - 1);
	const at = (of: number) => ((values[of] ?? values[index] ?? 0) / top) * height;
	const wide = textWidth(labels[index] ?? '', theme.size) * 1.05;
	/** Whether the line to a neighbour comes higher than the foot of a number that reaches so far to its side. */
	const meets = (neighbour: number, reach: number) =>
		(at(neighbour) - at(index)) * Math.min(1, reach / step) > theme.size * 0.6;
	const below: ValuePlace = { position: at(index) > theme.size * 1.9 ? 'bottom' : 'top' };
	/* At the first one it keeps off the axis. */
	if (index === 0 && periods > 1) return { ...(meets(1, wide) ? below : { position: 'top' }), align: 'left' };
	const [before, after] = [meets(index - 1, wide / 2), meets(index + 1, wide / 2)];
	if (!before && !after) return { position: 'top' };
	if (before && !meets(index + 1, wide)) return { position: 'top', align: 'left' };
	if (after && !meets(index - 1, wide) && index * step > wide) return { position: 'top', align: 'right' };
	return below;
}

/** Whether the value printed at the last point would lie over that of the period that is chosen: the tooltip has it then. */
export function endTouches(
	line: TrendLine,
	last: number,
	periods: readonly TrendPeriod[],
	theme: ChartTheme,
	plot: Plot
): boolean {
	const { values, labels } = line;
	const { width, height, top } = plot;
	const chosen = periods.findIndex(({ selected }, index) => selected && index !== last && values[index] != null);
	if (chosen < 0 || last <= chosen) return false;
	const wide = (index: number) => textWidth(labels[index] ?? '', theme.size) * 1.05;
	const apart = ((last - chosen) / Math.max(1, periods.length - 1)) * width;
	const above = (Math.abs((values[last] ?? 0) - (values[chosen] ?? 0)) / top) * height;
	/* The last value ends at its point; how far the chosen one reaches towards it depends on where it stands. */
	const { position, align } = valuePlace(line, chosen, periods.length, theme, plot);
	const reach = wide(chosen) * (align === 'left' ? 1 : align === 'right' ? 0 : 0.5);
	return position === 'top' && apart < reach + wide(last) && above < theme.size * 1.3;
}
