import { textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** One that moved; in the order to be shown, usually the largest rise first. */
export interface Mover {
	readonly key: string;
	readonly name: string;
	/** Signed change. */
	readonly change: number;
	/** As printed: +8.2%. */
	readonly label: string;
	readonly own?: boolean;
	readonly selected?: boolean;
	readonly notes?: readonly string[];
}

/** The height in px that so many rows take. */
export function moversHeight(rows: number, size = 14): number {
	return Math.ceil(rows * size * 2.1);
}

/** Bars from a common zero: rises right in blue, falls left in orange; names stand across the zero line. */
export function movers(rows: readonly Mover[], theme: ChartTheme) {
	const font = theme.size * 0.93;
	const [rises, falls] = [rows.filter((row) => row.change >= 0), rows.filter((row) => row.change < 0)];
	const widest = (list: readonly Mover[], text: (row: Mover) => string) =>
		Math.max(0, ...list.map((row) => textWidth(text(row), font))) + theme.size * 0.9;
	const far = Math.max(0, ...rises.map((row) => row.change));
	const deep = Math.max(0, ...falls.map((row) => -row.change));
	/* Room on each side of zero: its own bars and labels, and the names of the other side. */
	const labelRight = rises.length > 0 ? widest(rises, (row) => row.label) : 0;
	const labelLeft = falls.length > 0 ? widest(falls, (row) => row.label) : 0;
	const nameLeft = rises.length > 0 ? widest(rises, (row) => row.name) : 0;
	const nameRight = falls.length > 0 ? widest(falls, (row) => row.name) : 0;
	const scale = barScale(theme.width, far, deep, [labelLeft, nameLeft], [labelRight, nameRight]);
	const row = theme.height / Math.max(1, rows.length);
	const thickness = Math.min(row * 0.56, theme.size * 1.3);
	const zero = Math.max(deep * scale + labelLeft, nameLeft);

	return {
		...baseOption(theme),
		grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' },
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: (params: { dataIndex: number }) => {
				const mover = rows[params.dataIndex];
				return mover ? tooltipLines(`${mover.name}  ${mover.label}`, ...(mover.notes ?? [])) : '';
			}
		},
		xAxis: { type: 'value' as const, min: -zero / scale, max: (theme.width - zero) / scale, show: false },
		yAxis: {
			type: 'category' as const,
			inverse: true,
			data: rows.map((mover) => mover.key),
			axisLabel: { show: false },
			axisTick: { show: false },
			axisLine: { show: true, onZero: true, lineStyle: { color: theme.muted, width: 1 } },
			z: 5
		},
		series: [
			{
				id: 'movers',
				type: 'bar' as const,
				barWidth: thickness,
				cursor: 'pointer',
				label: {
					show: true,
					distance: theme.size * 0.4,
					formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.label ?? '',
					color: theme.ink,
					fontSize: font
				},
				data: rows.map((mover) => ({
					id: mover.key,
					name: mover.key,
					value: mover.change,
					itemStyle: { color: mover.change < 0 ? theme.down : theme.up },
					label: { position: mover.change < 0 ? ('left' as const) : ('right' as const) }
				}))
			},
			{
				id: 'names',
				type: 'scatter' as const,
				symbolSize: 0.01,
				silent: true,
				animation: false,
				label: {
					show: true,
					distance: theme.size * 0.5,
					formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.name ?? '',
					fontWeight: 400 as const,
					color: theme.ink,
					fontSize: font
				},
				data: rows.map((mover, index) => ({
					value: [0, index],
					label: {
						position: mover.change < 0 ? ('right' as const) : ('left' as const),
						...(mover.own || mover.selected ? { color: theme.accent, fontWeight: 600 as const } : {})
					}
				}))
			}
		]
	};
}

/** Px per unit of change, so that both sides fit: each needs the longer of bar with label and the other side's name. */
function barScale(
	width: number,
	far: number,
	deep: number,
	[labelLeft, nameLeft]: [number, number],
	[labelRight, nameRight]: [number, number]
): number {
	const fits = (scale: number) =>
		Math.max(deep * scale + labelLeft, nameLeft) + Math.max(far * scale + labelRight, nameRight) <= width;
	let [low, high] = [1e-9, width / Math.max(far, deep, 1e-9)];
	for (let round = 0; round < 60; round++) {
		const middle = (low + high) / 2;
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}
