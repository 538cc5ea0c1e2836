import { categoryAxis, stepFreeMax, valueAxis } from './axis.ts';
import { textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';
import { endShifts, endTouches, printedHigh, valuePlace, type Plot } from './trend-values.ts';
import type { TrendLine, TrendPeriod } from './trend-line.ts';

/** Words of a trend. */
export interface TrendText {
	readonly axis: (value: number) => string;
	readonly missing: string;
	readonly provisional: string;
	/** The target line, if there is one. */
	readonly target?: { value: number; label: string } | null;
}

/** The colour of each line by its role. */
function lineColour(line: TrendLine, index: number, theme: ChartTheme): string {
	if (line.role === 'own') return theme.accent;
	if (line.role === 'main') return theme.mark;
	if (line.role === 'comparison') return theme.markLight;
	return theme.categorical[index % theme.categorical.length] as string;
}

/** Lines by period, zero-based, named at their ends; the comparison is lighter, provisional stretches are dashed. */
export function trend(
	lines: readonly TrendLine[],
	periods: readonly TrendPeriod[],
	theme: ChartTheme,
	text: TrendText
) {
	const small = theme.size * 0.86;
	const max = stepFreeMax([...lines.flatMap((line) => line.values), text.target?.value ?? null]);
	const axis = valueAxis(max, theme, text.axis);
	const axisWidth = Math.max(...[0, axis.max / 2, axis.max].map((value) => textWidth(text.axis(value), small)));
	const endWidth = Math.max(0, ...lines.map((line) => textWidth(line.name, small)));
	const shifts = endShifts(lines, axis.max, theme);
	/* The first period stands below the axis itself: half of its name reaches out to the left. */
	const firstTick = Math.max(0, textWidth(periods[0]?.label ?? '', small) / 2 - axisWidth - theme.size);
	const right = lines.length > 1 ? endWidth + theme.size * 1.2 : theme.size * 2;

	return {
		...baseOption(theme),
		grid: {
			left: axisWidth + theme.size + firstTick,
			right,
			/* A value printed above a point at the top of the axis needs room of its own. */
			top: theme.size * (printedHigh(lines, periods) > axis.max * 0.97 ? 2.4 : 1.7),
			bottom: theme.size * 2.1,
			outerBoundsMode: 'none'
		},
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'axis' as const,
			axisPointer: { type: 'line' as const, lineStyle: { color: theme.muted, width: 1, type: 'solid' as const } },
			formatter: (params: { dataIndex: number }[]) => {
				const index = params[0]?.dataIndex ?? 0;
				return tooltipLines(
					periods[index]?.label,
					...lines.map((line) => {
						const known = line.values[index] !== null && line.values[index] !== undefined;
						const mark = known && line.provisional?.[index] ? ` · ${text.provisional}` : '';
						return `${line.name}  ${known ? (line.labels[index] ?? '') : text.missing}${mark}`;
					})
				);
			}
		},
		xAxis: {
			...categoryAxis(
				periods.map((period) => period.label),
				theme
			),
			boundaryGap: periods.length < 2,
			triggerEvent: true
		},
		yAxis: axis,
		series: lines.flatMap((line, index) =>
			drawn(line, lineColour(line, index, theme), periods, theme, text, {
				shift: shifts[index] ?? 0,
				/* The title names a line that stands alone. */
				named: lines.length > 1,
				carriesTarget: index === 0,
				plot: {
					width: theme.width - axisWidth - theme.size - firstTick - right,
					height: theme.height - theme.size * 3.8,
					top: axis.max
				}
			})
		)
	};
}

/** One line as two: the final stretch and, dashed, the stretches that end in a provisional point. */
function drawn(
	line: TrendLine,
	color: string,
	periods: readonly TrendPeriod[],
	theme: ChartTheme,
	text: TrendText,
	{ shift, named: hasName, carriesTarget, plot }: { shift: number; named: boolean; carriesTarget: boolean; plot: Plot }
) {
	const last = line.values.findLastIndex((value) => value !== null);
	const provisional = (index: number) => line.provisional?.[index] === true;
	const strong = line.role === 'own' || line.role === 'main';
	const width = strong ? theme.size / 6 : theme.size / 9;
	const largest = Math.max(0, ...line.values.map((value) => value ?? 0));
	const [before, value] = [line.values[last - 1] ?? null, line.values[last] ?? null];
	const falls = before !== null && value !== null && before > value && value > largest * 0.25;
	/* A falling line leaves the room below its last point, at the foot that beside it; the right side is left to its name. */
	const fall = ((before ?? 0) - (value ?? 0)) / plot.top;
	const step = plot.width / Math.max(1, periods.length - 1);
	const drops = !falls && before !== null && value !== null && fall * plot.height > step * 0.6;
	const endPlace = {
		position: falls ? ('bottom' as const) : drops ? ('left' as const) : ('top' as const),
		...(periods.length > 1 && !drops && { align: last > 0 ? ('right' as const) : ('left' as const) })
	};
	const lone = (index: number) => line.values[index - 1] == null && line.values[index + 1] == null;
	const final = line.values.map((value, index) => (provisional(index) ? null : value));
	const open = line.values.map((value, index) => (provisional(index) || provisional(index + 1) ? value : null));
	const silent = !falls && endTouches(line, last, periods, theme, plot);
	const point = (value: number | null, index: number) => {
		const selected = periods[index]?.selected === true;
		const told = strong && value !== null && (index === last || selected);
		const name = periods[index]?.key ?? '';
		if (value === null || !(told || lone(index))) return { name, value, symbol: 'none' };
		const own = {
			name,
			value,
			symbol: 'circle',
			symbolSize: theme.size * (selected ? 0.72 : 0.55),
			itemStyle: {
				color: provisional(index) ? theme.paper : selected ? theme.accent : color,
				borderColor: selected ? theme.accent : color,
				borderWidth: theme.size / 8
			}
		};
		if (!told || (index === last && !selected && silent)) return own;
		const label = {
			show: true,
			...(index === last ? endPlace : valuePlace(line, index, periods.length, theme, plot)),
			distance: theme.size * 0.5,
			formatter: line.labels[index] ?? '',
			color: selected ? theme.accent : theme.ink,
			fontSize: theme.size,
			textBorderColor: theme.paper,
			textBorderWidth: theme.size / 4,
			fontWeight: 600 as const
		};
		return { ...own, label };
	};
	const shared = {
		type: 'line' as const,
		connectNulls: false,
		showAllSymbol: true as const,
		symbol: 'circle',
		z: strong ? 4 : 3,
		emphasis: { disabled: true },
		triggerLineEvent: false
	};
	const end = {
		show: hasName && line.name !== '',
		formatter: line.name,
		color: line.role === 'comparison' ? theme.muted : color,
		fontSize: theme.size * 0.86,
		distance: theme.size * 0.6,
		offset: [0, shift]
	};
	/* Of two stretches one carries the name; said of the other, too, lest it keep that of the picture before. */
	const named = (lastHere: boolean) => ({ endLabel: lastHere ? end : { show: false } });
	return [
		{
			...shared,
			...named(!provisional(last)),
			id: `${line.key}:final`,
			name: line.name,
			lineStyle: { color, width },
			data: final.map(point),
			...(carriesTarget ? markedLines(text.target ?? null, periods, theme) : {})
		},
		...(open.some((value) => value !== null)
			? [
					{
						...shared,
						...named(provisional(last)),
						id: `${line.key}:open`,
						name: line.name,
						lineStyle: { color, width, type: [theme.size / 2.5, theme.size / 3.5] },
						data: open.map((value, index) => ({
							...point(value, index),
							...(provisional(index) ? {} : { symbol: 'none', label: { show: false } })
						}))
					}
				]
			: [])
	];
}

/** The line of the target, and a fine one with its number at every period that has a note. */
function markedLines(
	target: { value: number; label: string } | null,
	periods: readonly TrendPeriod[],
	theme: ChartTheme
) {
	const data = [
		...(target ? [targetLine(target, theme)] : []),
		...periods.flatMap(({ mark }, index) => (mark === undefined ? [] : [noteLine(mark, index, theme)]))
	];
	/* Empty, too: what the picture before had would stay. */
	return { markLine: { silent: true, symbol: 'none', data } };
}

function targetLine(target: { value: number; label: string }, theme: ChartTheme) {
	return {
		yAxis: target.value,
		lineStyle: { color: theme.ink, width: 1, type: 'solid' as const, opacity: 0.7 },
		label: {
			position: 'insideStartTop' as const,
			formatter: target.label,
			color: theme.ink,
			fontSize: theme.size * 0.86
		}
	};
}

function noteLine(mark: string, index: number, theme: ChartTheme) {
	return {
		xAxis: index,
		lineStyle: { color: theme.muted, width: 1, type: 'dotted' as const },
		label: {
			/* At the foot: above the line stand its values. */
			position: 'start' as const,
			distance: -theme.size * 1.7,
			formatter: mark,
			color: theme.ink,
			fontSize: theme.size * 0.8,
			backgroundColor: theme.paper,
			borderColor: theme.ink,
			borderWidth: 1,
			borderRadius: theme.size * 0.65,
			padding: [theme.size * 0.12, theme.size * 0.38]
		}
	};
}
