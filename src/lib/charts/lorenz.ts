import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { placed } from './placed.ts';
import { plainText, textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** A corner of a Lorenz curve: shares of all weights and of all amounts so far, 0–1; whose share leads to it. */
export interface LorenzCorner {
	readonly x: number;
	readonly y: number;
	/** Null at the origin. */
	readonly key: string | null;
	readonly name: string;
	readonly notes?: readonly string[];
	readonly selected?: boolean;
}

/** One curve from (0, 0) to (1, 1), the poorest first. */
export interface LorenzCurve {
	readonly key: string;
	/** Printed in the corner that no curve can reach: 2026年三季度，基尼系数 0.214. */
	readonly label: string;
	readonly corners: readonly LorenzCorner[];
	/** main: what is shown; comparison: what it is held against, lighter and without points. */
	readonly role: 'main' | 'comparison';
}

/** Words of a Lorenz curve. */
export interface LorenzText {
	readonly xTitle: string;
	readonly yTitle: string;
	/** The diagonal: 完全均等. */
	readonly equal: string;
}

/** Lorenz curves under the line of equality; the more a curve sags, the more unequal. What sags is tinted. */
export function lorenz(curves: readonly LorenzCurve[], theme: ChartTheme, text: LorenzText) {
	const { size } = theme;
	const small = size * 0.86;
	const percent = (value: number) => `${Math.round(value * 100)}%`;
	const plot = {
		left: textWidth('100%', small) + size,
		top: size * 2.2,
		right: theme.width - size * 1.4,
		bottom: theme.height - size * 3.6
	};
	const main = curves.find(({ role }) => role === 'main');
	const axis = {
		type: 'value' as const,
		min: 0,
		max: 1,
		interval: 0.5,
		axisTick: { show: false },
		axisLine: { show: true, lineStyle: { color: theme.hairline, width: 1 } },
		axisLabel: { color: theme.muted, fontSize: small, margin: size * 0.6, formatter: percent },
		splitLine: { show: false },
		nameTextStyle: { color: theme.muted, fontSize: small }
	};

	function sag(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const points = (main?.corners ?? []).map(({ x, y }) => api.coord([x, y]));
		return { type: 'polygon', shape: { points }, style: { fill: theme.mark, opacity: 0.1 }, silent: true };
	}

	/* Above the diagonal there is room that no curve can take. */
	function legend(): CustomSeriesRenderItemReturn {
		const fitted = (label: string) =>
			Math.min(small, (small * (plot.right - plot.left) * 0.62) / Math.max(1, textWidth(label, small) + size * 2.4));
		return placed({
			type: 'group',
			children: curves.flatMap(({ label, role }, index) => {
				const y = plot.top + size * (0.6 + index * 1.5);
				const colour = role === 'main' ? theme.mark : theme.markLight;
				return [
					{
						type: 'line' as const,
						shape: { x1: plot.left + size * 0.6, y1: y, x2: plot.left + size * 2, y2: y },
						style: { stroke: colour, lineWidth: role === 'main' ? size / 6 : size / 9 }
					},
					{
						type: 'text' as const,
						x: plot.left + size * 2.4,
						y,
						style: {
							text: label,
							fill: role === 'main' ? theme.ink : theme.muted,
							font: `400 ${fitted(label)}px ${theme.fontFamily}`,
							verticalAlign: 'middle' as const
						}
					}
				];
			})
		});
	}

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
			formatter: ({ name, seriesId }: { name?: string; seriesId?: string }) => {
				const corner = seriesId === 'main' ? main?.corners.find(({ key }) => key === name) : undefined;
				return corner ? tooltipLines(corner.name, ...(corner.notes ?? [])) : '';
			}
		},
		xAxis: { ...axis, name: text.xTitle, nameLocation: 'middle' as const, nameGap: size * 2.2 },
		yAxis: {
			...axis,
			name: text.yTitle,
			nameLocation: 'end' as const,
			nameGap: size * 0.9,
			nameTextStyle: { ...axis.nameTextStyle, align: 'left' as const, padding: [0, 0, 0, -plot.left] }
		},
		series: [
			{ id: 'sag', type: 'custom' as const, renderItem: sag, silent: true, animation: false, data: [[0, 0]] },
			{
				id: 'equal',
				type: 'line' as const,
				silent: true,
				symbol: 'none',
				lineStyle: { color: theme.muted, width: 1, type: [4, 3] },
				data: [
					[0, 0],
					[1, 1]
				]
			},
			...curves.toReversed().map(({ role, corners }) => ({
				id: role,
				type: 'line' as const,
				cursor: 'pointer',
				silent: role !== 'main',
				showSymbol: role === 'main',
				symbol: 'circle',
				emphasis: { scale: 1.4 },
				lineStyle: {
					color: role === 'main' ? theme.mark : theme.markLight,
					width: role === 'main' ? size / 6 : size / 9
				},
				data: corners.map(({ x, y, key, name, selected }) => ({
					name: key ?? '',
					value: [x, y],
					symbolSize: key === null ? 0 : selected ? size * 0.72 : size * 0.42,
					itemStyle: { color: selected ? theme.accent : theme.mark, borderColor: theme.paper, borderWidth: 1 },
					label: {
						show: role === 'main' && selected === true,
						position: 'right' as const,
						formatter: plainText(name),
						color: theme.accent,
						fontSize: size * 0.93
					}
				}))
			})),
			{
				id: 'words',
				type: 'custom' as const,
				coordinateSystem: 'none',
				silent: true,
				animation: false,
				renderItem: legend,
				data: [[0]]
			},
			{
				id: 'equal-name',
				type: 'scatter' as const,
				silent: true,
				symbolSize: 0.01,
				animation: false,
				data: [
					{
						value: [0.74, 0.74],
						label: {
							show: true,
							position: 'left' as const,
							distance: size * 0.6,
							formatter: text.equal,
							color: theme.muted,
							fontSize: small
						}
					}
				]
			}
		]
	};
}
