import { stepFreeMax } from './axis.ts';
import { textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** One row of a ranking, in the order to be shown. */
export interface RankedBar {
	readonly key: string;
	readonly name: string;
	readonly value: number | null;
	/** As printed at the end of the bar. */
	readonly label: string;
	/** The user's own unit or the selected one: the accent. */
	readonly own?: boolean;
	readonly selected?: boolean;
	readonly provisional?: boolean;
	/** A tick across the bar. */
	readonly target?: number | null;
	/** A pale bar behind: the comparison value. */
	readonly previous?: number | null;
	readonly notes?: readonly string[];
}

/** Words of ranked bars. */
export interface RankedBarsText {
	readonly missing: string;
	readonly provisional: string;
	/** 目标 */
	readonly target?: string;
}

/** The height in px that so many rows take. */
export function rankedBarsHeight(rows: number, size = 14): number {
	return Math.ceil(rows * size * 2 + size);
}

/** Zero-based horizontal bars with name left and value at the end; the order is the caller's. */
export function rankedBars(bars: readonly RankedBar[], theme: ChartTheme, text: RankedBarsText) {
	const font = theme.size * 0.93;
	const longest = Math.max(0, ...bars.map((bar) => textWidth(bar.name, font))) + 4;
	/* Two lines have room in a row; on a phone long names get half of the width for that. */
	const nameWidth = Math.min(theme.width * (longest > theme.width * 0.8 ? 0.52 : 0.4), longest);
	const labels = bars.map((bar) => (bar.value === null ? text.missing : bar.label));
	const labelWidth = Math.max(0, ...labels.map((label) => textWidth(label, font))) + theme.size * 1.2;
	const max = stepFreeMax(bars.flatMap((bar) => [bar.value, bar.target ?? null, bar.previous ?? null]));
	const row = theme.height / Math.max(1, bars.length);
	const thickness = Math.max(3, Math.min(row * 0.56, theme.size * 1.3));
	const scale = (theme.width - nameWidth - theme.size * 0.8 - labelWidth) / max;

	return {
		...baseOption(theme),
		grid: { left: nameWidth + theme.size * 0.8, right: labelWidth, top: 0, bottom: 0, outerBoundsMode: 'none' },
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: (params: { dataIndex: number }) => {
				const bar = bars[params.dataIndex];
				if (!bar) return '';
				const mark = bar.provisional && bar.value !== null ? ` · ${text.provisional}` : '';
				return tooltipLines(`${bar.name}  ${labels[params.dataIndex] ?? ''}${mark}`, ...(bar.notes ?? []));
			}
		},
		xAxis: { type: 'value' as const, min: 0, max, show: false },
		yAxis: {
			type: 'category' as const,
			inverse: true,
			data: bars.map((bar) => bar.name),
			axisTick: { show: false },
			axisLine: { show: true, lineStyle: { color: theme.hairline, width: 1 } },
			triggerEvent: true,
			axisLabel: {
				interval: 0,
				fontSize: Math.min(font, row * 0.8),
				lineHeight: Math.min(font, row * 0.8) * 1.05,
				width: nameWidth,
				overflow: 'break' as const,
				margin: theme.size * 0.7,
				color: (_: unknown, index?: number) => (accented(bars[index ?? 0] as RankedBar) ? theme.accent : theme.ink)
			}
		},
		series: [
			{
				id: 'bars',
				type: 'bar' as const,
				barWidth: thickness,
				cursor: 'pointer',
				itemStyle: { color: theme.mark, opacity: 1, borderRadius: [0, 1, 1, 0] },
				label: {
					show: true,
					position: 'right' as const,
					distance: theme.size * 0.5,
					formatter: ({ dataIndex }: { dataIndex: number }) => labels[dataIndex] ?? '',
					opacity: 1,
					color: theme.ink,
					fontSize: Math.min(font, row * 0.8)
				},
				data: bars.map((bar, index) => ({
					id: bar.key,
					name: bar.key,
					value: bar.value ?? 0,
					...ownStyle(bar, theme, behindTicks(bar, labels[index] ?? '', scale, font))
				})),
				emphasis: { itemStyle: { opacity: 1 } },
				z: 3
			},
			...marks(bars, theme, 'previous', [1.5, thickness]),
			...marks(bars, theme, 'target', [3, thickness * 1.6])
		]
	};
}

const accented = (bar: RankedBar) => bar.own === true || bar.selected === true;

/** What a bar has that others have not. */
function ownStyle(bar: RankedBar, theme: ChartTheme, away: number) {
	const accent = accented(bar) ? { color: theme.accent } : {};
	const pale = bar.value === null || bar.provisional === true ? { color: theme.muted } : {};
	const weight = accented(bar) ? { fontWeight: 600 as const } : {};
	const moved = away > 0 ? { distance: theme.size * 0.5 + away } : {};
	return {
		itemStyle: { ...accent, ...(bar.provisional ? { opacity: 0.62 } : {}) },
		label: { ...accent, ...(bar.value === null || !accented(bar) ? pale : {}), ...weight, ...moved }
	};
}

/** How far a label must move right so that no tick beyond the bar cuts it. */
function behindTicks(bar: RankedBar, label: string, scale: number, size: number): number {
	const width = textWidth(label, size) + size;
	return [bar.previous ?? 0, bar.target ?? 0]
		.map((tick) => (tick - (bar.value ?? 0)) * scale)
		.toSorted((a, b) => a - b)
		.reduce((moved, ahead) => (ahead > 0 && ahead < moved + width ? ahead : moved), 0);
}

/** Ticks across the bars: the comparison value (thin) and the target (strong). */
function marks(
	bars: readonly RankedBar[],
	theme: ChartTheme,
	field: 'target' | 'previous',
	symbolSize: [number, number]
) {
	const data = bars.flatMap((bar, index) => {
		const value = bar[field];
		if (value === null || value === undefined) return [];
		/* Within the bar the comparison is a cut, beyond it a line. */
		const color = field === 'target' ? theme.ink : value <= (bar.value ?? 0) ? theme.paper : theme.muted;
		const border = field === 'target' ? { borderColor: theme.paper, borderWidth: 1 } : {};
		return [{ id: `${field}:${bar.key}`, value: [value, index], itemStyle: { color, opacity: 1, ...border } }];
	});
	if (data.length === 0) return [];
	return [{ id: field, type: 'scatter' as const, symbol: 'rect', symbolSize, silent: true, z: 4, data }];
}
