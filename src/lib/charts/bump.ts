import { plainText, textWidth } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** The ranks of one entrant, one for each moment; null where there was none. */
export interface BumpLine {
	readonly key: string;
	readonly name: string;
	readonly ranks: readonly (number | null)[];
	/** The own unit: drawn in the accent. */
	readonly selected: boolean;
}

/** What a bump chart shows. */
export interface BumpChart {
	/** What the moments are called, oldest first. */
	readonly moments: readonly string[];
	/** By the latest rank; the first of them are named and drawn dark. */
	readonly lines: readonly BumpLine[];
	/** Positions of moments that no line may reach from the one before: other rules or another set. */
	readonly breaks: readonly number[];
}

/** What the chart says besides names. */
export interface BumpWords {
	/** 第 3 名. */
	readonly place: (rank: number) => string;
}

/** Lines that stand out; the others are there to be crossed. */
const named = 10;

/** Px at 14 px body size for so many lines. */
export function bumpHeight(lines: number): number {
	return Math.max(220, Math.min(40, lines) * 19 + 56);
}

/** Ranks over time: the first place on top, a line for each entrant, its name where it ends. */
export function bump({ moments, lines, breaks }: BumpChart, theme: ChartTheme, words: BumpWords): object {
	const { size } = theme;
	const last = Math.max(1, ...lines.flatMap(({ ranks }) => ranks.filter((rank) => rank !== null)));
	const right = Math.max(size * 3, ...lines.map(({ name }) => textWidth(cut(name), size * 0.86))) + size * 2.2;
	const shown = (line: BumpLine, index: number) => line.selected || index < named;
	const colour = (line: BumpLine, index: number) =>
		line.selected ? theme.accent : shown(line, index) ? theme.mark : theme.hairline;
	return {
		...baseOption(theme),
		grid: { left: size * 2.2, right, top: size * 0.8, bottom: size * 2.4, outerBoundsMode: 'none' },
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item',
			formatter: ({ data }: { data: { told: readonly string[] } }) => data.told.map(plainText).join('\n')
		},
		xAxis: {
			type: 'category',
			data: moments.map(plainText),
			boundaryGap: false,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: {
				color: theme.muted,
				fontSize: size * 0.86,
				hideOverlap: true,
				margin: size,
				alignMinLabel: 'left',
				alignMaxLabel: 'right'
			}
		},
		yAxis: {
			type: 'value',
			inverse: true,
			min: 1,
			max: Math.max(2, last),
			splitNumber: 3,
			splitLine: { show: false },
			axisLabel: {
				color: theme.muted,
				fontSize: size * 0.86,
				showMaxLabel: true,
				formatter: (rank: number) => (Number.isInteger(rank) ? String(rank) : '')
			}
		},
		series: [
			// A click beside the lines means none of them.
			{ id: 'ground', type: 'line', silent: true, data: [] },
			...lines.flatMap((line, index) =>
				segmentsOf(line.ranks, breaks).map((ranks, segment) => ({
					id: `${line.key} ${segment}`,
					type: 'line',
					connectNulls: false,
					symbol: 'circle',
					symbolSize: line.selected ? size * 0.6 : shown(line, index) ? size * 0.42 : size * 0.28,
					showSymbol: true,
					z: line.selected ? 5 : shown(line, index) ? 3 : 2,
					lineStyle: {
						color: colour(line, index),
						width: line.selected ? size / 5 : shown(line, index) ? size / 8 : 1
					},
					itemStyle: { color: colour(line, index), borderColor: theme.paper, borderWidth: 1 },
					labelLayout: { moveOverlap: 'shiftY' },
					emphasis: { focus: 'none', scale: 1.3 },
					endLabel: endLabel(line, ranks, colour(line, index)),
					data: ranks.map((rank, at) => ({
						name: line.key,
						value: rank,
						told: rank === null ? [] : [line.name, `${moments[at] ?? ''} · ${words.place(rank)}`]
					}))
				}))
			)
		]
	};

	function endLabel(line: BumpLine, ranks: readonly (number | null)[], ink: string): object {
		const ends = ranks.at(-1) !== null && ranks.at(-1) !== undefined;
		return {
			show: ends,
			distance: size * 0.5,
			formatter: plainText(`${ranks.at(-1) ?? ''} ${cut(line.name)}`),
			color: line.selected ? theme.accent : ink === theme.hairline ? theme.muted : theme.ink,
			fontSize: size * 0.86,
			fontWeight: line.selected ? 600 : 400
		};
	}
}

/** A name as far as there is room beside the chart; whole in the tooltip and the table. */
function cut(name: string): string {
	const letters = [...name];
	let length = letters.length;
	while (length > 1 && textWidth(letters.slice(0, length).join(''), 1) > 7) length--;
	const short = letters.slice(0, length).join('');
	// Latin words stay whole: the first of them where not all have room.
	return length < letters.length && /^[ -~]+$/.test(short) ? short.replace(/[ ,]+[^ ,]*$/, '') : short;
}

/** The ranks of a line apart at every break, each as long as the whole. */
function segmentsOf(ranks: readonly (number | null)[], breaks: readonly number[]): (number | null)[][] {
	const starts = [0, ...breaks];
	return starts.map((start, index) => {
		const end = starts[index + 1] ?? ranks.length;
		return ranks.map((rank, at) => (at >= start && at < end ? rank : null));
	});
}
