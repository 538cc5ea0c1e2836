import { valueAxis } from './axis.ts';
import { plainText, textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** One member by two figures; both are known. */
export interface ScatterPoint {
	readonly key: string;
	readonly name: string;
	readonly x: number;
	readonly y: number;
	/** As printed in the tooltip. */
	readonly xLabel: string;
	readonly yLabel: string;
	/** Its name stands at the mark; the order of the points says whose name goes first where room is short. */
	readonly named?: boolean;
	readonly selected?: boolean;
	readonly provisional?: boolean;
	readonly notes?: readonly string[];
}

/** Words of a scatter, and the lines of the whole that the members are part of. */
export interface ScatterText {
	readonly xTitle: string;
	readonly yTitle: string;
	readonly xAxis: (value: number) => string;
	readonly yAxis: (value: number) => string;
	readonly provisional: string;
	/** Where all members together stand; null where that is not known. */
	readonly whole?: { readonly x: number; readonly y: number; readonly label: string } | null;
}

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

const sides = ['right', 'left', 'top', 'bottom'] as const;
type Side = (typeof sides)[number];

function boxAt(side: Side, x: number, y: number, width: number, height: number, gap: number): Box {
	if (side === 'right') return { left: x + gap, right: x + gap + width, top: y - height / 2, bottom: y + height / 2 };
	if (side === 'left') return { left: x - gap - width, right: x - gap, top: y - height / 2, bottom: y + height / 2 };
	const [left, right] = [x - width / 2, x + width / 2];
	return side === 'top'
		? { left, right, top: y - gap - height, bottom: y - gap }
		: { left, right, top: y + gap, bottom: y + gap + height };
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The side of its mark on which each named point's name has room: off the other marks and names, off `others`, and within
 * the plot.
 * Points for which no side has room go without; the tooltip and the table have their names.
 */
export function namePlaces(
	points: readonly { readonly x: number; readonly y: number; readonly name: string; readonly named: boolean }[],
	plot: Box,
	size: number,
	others: readonly Box[] = []
): (Side | null)[] {
	const mark = size * 0.45;
	const marks = points.map(({ x, y }) => ({ left: x - mark, right: x + mark, top: y - mark, bottom: y + mark }));
	const taken: Box[] = [...others];
	return points.map(({ x, y, name, named }, index) => {
		if (!named) return null;
		const width = textWidth(name, size);
		for (const side of sides) {
			const box = boxAt(side, x, y, width, size * 1.15, size * 0.55);
			const inside =
				box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
			const free =
				!taken.some((other) => meet(box, other)) && !marks.some((other, at) => at !== index && meet(box, other));
			if (inside && free) {
				taken.push(box);
				return side;
			}
		}
		return null;
	});
}

/** An axis that begins above zero is cut into about so many steps. */
const mostSteps = 4;

/**
 * A value axis for points, which have no length: from zero where the smallest is less than half of the largest, else from
 * a round number below the smallest, so that a cloud is no dot.
 */
export function fittedAxis(values: readonly (number | null)[], theme: ChartTheme, format: (value: number) => string) {
	const known = values.filter((value) => value !== null);
	const [least, most] = [Math.min(...known), Math.max(...known)];
	if (known.length === 0 || least <= most / 2 || least === most) return valueAxis(Math.max(most, 0), theme, format);
	const raw = (most - least) / mostSteps;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = ([1, 2, 5, 10].find((lead) => lead * power >= raw) ?? 10) * power;
	const round = (value: number) => Number(value.toPrecision(12));
	return {
		...valueAxis(most, theme, format),
		min: round(Math.floor(least / step) * step),
		max: round(Math.ceil(most / step) * step),
		interval: round(step)
	};
}

/** Members by two figures; hairlines where the whole stands, names at the outliers. */
export function scatter(points: readonly ScatterPoint[], theme: ChartTheme, text: ScatterText) {
	const { size } = theme;
	const small = size * 0.86;
	const xAxis = fittedAxis([...points.map((point) => point.x), text.whole?.x ?? null], theme, text.xAxis);
	const yAxis = fittedAxis([...points.map((point) => point.y), text.whole?.y ?? null], theme, text.yAxis);
	const yWidth = Math.max(
		...[yAxis.min, yAxis.min + yAxis.interval, yAxis.max].map((value) => textWidth(text.yAxis(value), small))
	);
	const plot = {
		left: yWidth + size,
		top: size * 2.4,
		right: theme.width - size * 1.6,
		bottom: theme.height - size * 3.6
	};
	const across = (x: number) => plot.left + ((x - xAxis.min) / (xAxis.max - xAxis.min)) * (plot.right - plot.left);
	const down = (y: number) => plot.bottom - ((y - yAxis.min) / (yAxis.max - yAxis.min)) * (plot.bottom - plot.top);
	/* The whole is named at the line that lies; at the line that stands only where the axis title leaves room for it. */
	const { whole } = text;
	const wholeWidth = whole ? textWidth(whole.label, small) : 0;
	const lying = whole && {
		...{ left: plot.left, right: plot.left + wholeWidth + size * 0.5 },
		...{ top: down(whole.y) - small * 1.6, bottom: down(whole.y) }
	};
	const standingNamed = !!whole && across(whole.x) - wholeWidth / 2 > textWidth(text.yTitle, small) + size;
	const places = namePlaces(
		points.map(({ x, y, name, named, selected }) => ({
			x: across(x),
			y: down(y),
			name,
			named: named === true || selected === true
		})),
		{ left: 0, top: 0, right: theme.width, bottom: plot.bottom + size * 0.4 },
		size * 0.93,
		lying ? [lying] : []
	);
	const title = { color: theme.muted, fontSize: small };
	const wholeLine = (axis: 'x' | 'y', value: number, label: string) => ({
		[`${axis}Axis`]: value,
		label: {
			show: axis === 'y' || standingNamed,
			formatter: label,
			position: axis === 'x' ? ('end' as const) : ('insideStartTop' as const),
			color: theme.muted,
			fontSize: small
		}
	});

	return {
		...baseOption(theme),
		grid: {
			left: plot.left,
			right: theme.width - plot.right,
			top: plot.top,
			bottom: theme.height - plot.bottom,
			outerBoundsMode: 'none'
		},
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: ({ dataIndex, componentType }: { dataIndex: number; componentType?: string }) => {
				const point = componentType === 'series' ? points[dataIndex] : undefined;
				if (!point) return '';
				const mark = point.provisional ? ` · ${text.provisional}` : '';
				return tooltipLines(
					point.name + mark,
					`${text.xTitle}  ${point.xLabel}`,
					`${text.yTitle}  ${point.yLabel}`,
					...(point.notes ?? [])
				);
			}
		},
		xAxis: {
			...xAxis,
			axisLine: { show: true, lineStyle: { color: theme.hairline, width: 1 } },
			splitLine: { show: false },
			name: text.xTitle,
			nameLocation: 'middle' as const,
			nameGap: size * 2.2,
			nameTextStyle: title
		},
		yAxis: {
			...yAxis,
			name: text.yTitle,
			nameLocation: 'end' as const,
			nameGap: size * 0.9,
			nameTextStyle: { ...title, align: 'left' as const, padding: [0, 0, 0, -plot.left] }
		},
		series: [
			{
				id: 'points',
				type: 'scatter' as const,
				cursor: 'pointer',
				symbolSize: size * 0.8,
				data: points.map((point, index) => {
					const side = places[index] ?? null;
					const accent = point.selected === true;
					return {
						id: point.key,
						name: point.key,
						value: [point.x, point.y],
						itemStyle: {
							color: accent ? theme.accent : theme.mark,
							opacity: point.provisional ? 0.5 : point.named || accent ? 1 : 0.7,
							borderColor: theme.paper,
							borderWidth: 1
						},
						label: {
							show: side !== null,
							position: side ?? 'right',
							distance: size * 0.25,
							formatter: plainText(point.name),
							color: accent ? theme.accent : theme.ink,
							fontSize: size * 0.93,
							fontWeight: accent ? (600 as const) : (400 as const)
						}
					};
				}),
				emphasis: { itemStyle: { opacity: 1 } },
				/* Without lines, too: those of the picture before would stay. */
				markLine: {
					silent: true,
					symbol: 'none',
					lineStyle: { color: theme.muted, width: 1, type: [4, 3] },
					data: text.whole
						? [wholeLine('x', text.whole.x, text.whole.label), wholeLine('y', text.whole.y, text.whole.label)]
						: []
				}
			}
		]
	};
}
