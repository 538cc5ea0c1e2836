import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { placed } from './placed.ts';
import { textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** A member that moved against the others: its distance from their mean then and now, in standard deviations. */
export interface DriftRow {
	readonly key: string;
	readonly name: string;
	readonly first: number;
	readonly last: number;
	/** As printed beside the arrow. */
	readonly label: string;
	/** Whether it moves away by more than noise; the others are pale. */
	readonly drifts: boolean;
	readonly selected?: boolean;
	readonly notes?: readonly string[];
}

/** Words of a drift: what the line in the middle is, and the ends of the scale. */
export interface DriftText {
	readonly mean: string;
	/** 2 个标准差, as at the grid lines; the sign is told. */
	readonly axis: (value: number) => string;
}

/** The height in px that so many rows take. */
export function driftHeight(rows: number, size = 14): number {
	return Math.ceil(rows * size * 2 + size * 2.4);
}

/** Arrows from then to now along a scale of standard deviations from the mean; the order is the caller's. */
export function drift(rows: readonly DriftRow[], theme: ChartTheme, text: DriftText) {
	const { size } = theme;
	const font = size * 0.93;
	const small = size * 0.86;
	const longest = Math.max(0, ...rows.map((row) => textWidth(row.name, font)));
	const nameWidth = Math.min(theme.width * 0.36, longest + size * 0.6);
	const labelWidth = Math.max(0, ...rows.map((row) => textWidth(row.label, font))) + size;
	const reach = Math.max(1, ...rows.flatMap(({ first, last }) => [Math.abs(first), Math.abs(last)]));
	const limit = Math.ceil(reach);
	const end = reach * 1.06;
	const step = limit <= 3 ? 1 : 2;
	const values = Array.from({ length: 2 * limit - 1 }, (_, index) => index - limit + 1).filter(
		(value) => Math.abs(value) <= end && value % step === 0
	);
	/* Where the steps are closer than their words, only the middle and the ends are named, the ends if they have room. */
	const unit = (theme.width - nameWidth - size - labelWidth) / (2 * end);
	const word = Math.max(textWidth(text.axis(-1), small), textWidth(text.mean, small)) + size * 0.6;
	const outermost = Math.max(...values);
	const worded = (value: number) =>
		value === 0 || unit * step > word || (Math.abs(value) === outermost && unit * outermost > word);

	function arrow(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const row = rows[api.value(0) as number] as DriftRow;
		const index = api.value(0) as number;
		const [[x1 = 0, y = 0], [x2 = 0]] = [api.coord([row.first, index]), api.coord([row.last, index])];
		const colour = row.selected ? theme.accent : row.drifts ? theme.mark : theme.markLight;
		const way = Math.sign(x2 - x1) || 1;
		const head = Math.min(size * 0.5, Math.abs(x2 - x1));
		/* Who hardly moved has no room for an arrow: a dot. */
		if (Math.abs(x2 - x1) < size * 0.75)
			return { type: 'circle', shape: { cx: x2, cy: y, r: size * 0.26 }, style: { fill: colour } };
		return placed({
			type: 'group',
			children: [
				{
					type: 'circle',
					shape: { cx: x1, cy: y, r: size * 0.26 },
					style: { fill: theme.paper, stroke: colour, lineWidth: 1.5 }
				},
				{
					type: 'line',
					shape: { x1: x1 + way * Math.min(size * 0.26, head), y1: y, x2: x2 - way * head * 0.6, y2: y },
					style: { stroke: colour, lineWidth: row.drifts ? size / 6 : size / 10 }
				},
				{
					type: 'polygon',
					shape: {
						points: [
							[x2, y],
							[x2 - way * size * 0.6, y - size * 0.3],
							[x2 - way * size * 0.6, y + size * 0.3]
						]
					},
					style: { fill: colour }
				}
			]
		});
	}

	return {
		...baseOption(theme),
		grid: { left: nameWidth + size, right: labelWidth, top: size * 2.2, bottom: 0, outerBoundsMode: 'none' },
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: ({ dataIndex }: { dataIndex: number }) => {
				const row = rows[dataIndex];
				return row ? tooltipLines(`${row.name}  ${row.label}`, ...(row.notes ?? [])) : '';
			}
		},
		xAxis: {
			type: 'value' as const,
			position: 'top' as const,
			min: -end,
			max: end,
			interval: end,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: { show: false },
			splitLine: { show: false }
		},
		yAxis: {
			type: 'category' as const,
			inverse: true,
			data: rows.map((row) => row.name),
			axisTick: { show: false },
			axisLine: { show: false },
			triggerEvent: true,
			axisLabel: {
				interval: 0,
				width: nameWidth,
				overflow: 'break' as const,
				fontSize: font,
				lineHeight: font * 1.05,
				margin: size * 0.8,
				color: (_: unknown, index?: number) => {
					const row = rows[index ?? 0];
					return row?.selected ? theme.accent : row?.drifts ? theme.ink : theme.muted;
				}
			},
			splitLine: { show: false }
		},
		series: [
			{
				id: 'drift',
				type: 'custom' as const,
				renderItem: arrow,
				encode: { x: [1, 2], y: 0 },
				data: rows.map((row, index) => ({ id: row.key, name: row.key, value: [index, row.first, row.last] })),
				markLine: {
					silent: true,
					symbol: 'none',
					animation: false,
					label: { position: 'start' as const, color: theme.muted, fontSize: small },
					lineStyle: { color: theme.hairline, width: 1, type: 'solid' as const },
					data: values.map((value) => ({
						xAxis: value,
						label: { show: worded(value), formatter: value === 0 ? text.mean : text.axis(value) },
						...(value === 0 ? { lineStyle: { color: theme.muted, width: 1 } } : {})
					}))
				}
			},
			{
				id: 'labels',
				type: 'scatter' as const,
				silent: true,
				symbolSize: 0.01,
				animation: false,
				data: rows.map((row, index) => ({
					value: [end, index],
					label: {
						show: true,
						position: 'right' as const,
						distance: size * 0.3,
						formatter: row.label,
						color: row.selected ? theme.accent : row.drifts ? theme.ink : theme.muted,
						fontSize: font
					}
				}))
			}
		]
	};
}
