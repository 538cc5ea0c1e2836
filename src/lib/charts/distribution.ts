import { stepFreeMax, valueAxis } from './axis.ts';
import { textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** How many values lie in [from, to); the last bin includes its end. */
export interface Bin {
	readonly from: number;
	readonly to: number;
	readonly count: number;
}

/** A value worth pointing at, e.g. the median or the pass mark. `own` is the accent. */
export interface DistributionMark {
	readonly value: number;
	readonly label: string;
	readonly own?: boolean;
}

/** Words of a distribution. */
export interface DistributionText {
	readonly count: (value: number) => string;
	/** Under the horizontal axis, e.g. 总成绩（分）. */
	readonly axis: string;
}

/** Sorts values into about `wanted` bins of a round width (1, 2 or 5 times a power of ten). */
export function binValues(values: readonly number[], wanted = 30): Bin[] {
	const known = values.filter(Number.isFinite);
	if (known.length === 0) return [];
	let [min, max] = [Infinity, -Infinity];
	for (const value of known) {
		if (value < min) min = value;
		if (value > max) max = value;
	}
	const raw = (max - min || 1) / wanted;
	const power = 10 ** Math.floor(Math.log10(raw));
	const width = ([1, 2, 5, 10].find((step) => step * power >= raw) ?? 10) * power;
	const first = Math.floor(min / width + 1e-9);
	const bins = Math.max(
		1,
		Math.floor(max / width + 1e-9) - first + (max > min && Number.isInteger(max / width) ? 0 : 1)
	);
	const counts = new Array<number>(bins).fill(0);
	for (const value of known) {
		const index = Math.min(bins - 1, Math.floor(value / width + 1e-9) - first);
		counts[index] = (counts[index] ?? 0) + 1;
	}
	const edge = (index: number) => Number(((first + index) * width).toPrecision(12));
	return counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), count }));
}

/** A histogram with its marks: bars touch, the axis is a true number axis. */
export function distribution(
	bins: readonly Bin[],
	marks: readonly DistributionMark[],
	theme: ChartTheme,
	text: DistributionText
) {
	const small = theme.size * 0.86;
	const axis = valueAxis(stepFreeMax(bins.map((bin) => bin.count)), theme, text.count);
	const [start, end] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
	const left = textWidth(text.count(axis.max), small) + theme.size;
	const share = (theme.width - left - theme.size) / Math.max(1, bins.length);
	return {
		...baseOption(theme),
		grid: { left, right: theme.size, top: theme.size * 2.6, bottom: theme.size * 3.6, outerBoundsMode: 'none' },
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: (params: { dataIndex: number }) => {
				const bin = bins[params.dataIndex];
				return bin ? tooltipLines(`${bin.from}–${bin.to}`, text.count(bin.count)) : '';
			}
		},
		xAxis: {
			type: 'value' as const,
			min: start,
			max: end,
			name: text.axis,
			nameLocation: 'middle' as const,
			nameGap: theme.size * 2.2,
			nameTextStyle: { color: theme.muted, fontSize: small },
			splitLine: { show: false },
			axisTick: { show: true, length: 4, lineStyle: { color: theme.hairline } },
			axisLine: { show: true, lineStyle: { color: theme.hairline } },
			axisLabel: { color: theme.muted, fontSize: small, margin: theme.size * 0.5, hideOverlap: true }
		},
		yAxis: axis,
		series: [
			{
				id: 'bins',
				type: 'bar' as const,
				barWidth: Math.max(1, share - 1),
				itemStyle: { color: theme.mark },
				data: bins.map((bin) => ({ name: `${bin.from}`, value: [(bin.from + bin.to) / 2, bin.count] })),
				markLine: {
					silent: true,
					symbol: 'none',
					animation: false,
					data: levelled(
						marks,
						(mark) => textWidth(mark.label, small),
						(theme.width - left - theme.size) / (end - start || 1)
					).map(({ mark, level }) => ({
						xAxis: mark.value,
						lineStyle: { color: mark.own ? theme.accent : theme.ink, width: mark.own ? 2 : 1, type: 'solid' as const },
						label: {
							formatter: mark.label,
							distance: small * (0.4 + level * 1.25),
							color: mark.own ? theme.accent : theme.ink,
							fontSize: small,
							fontWeight: mark.own ? (600 as const) : (400 as const)
						}
					}))
				}
			}
		]
	};
}

/** Labels that would overlap their left neighbour stand one line higher. */
function levelled(marks: readonly DistributionMark[], width: (mark: DistributionMark) => number, scale: number) {
	let end = -Infinity;
	let level = 0;
	return marks
		.toSorted((a, b) => a.value - b.value)
		.map((mark) => {
			const start = mark.value * scale - width(mark) / 2;
			level = start < end + 6 ? 1 - level : 0;
			end = start + width(mark);
			return { mark, level };
		});
}
