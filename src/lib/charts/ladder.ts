import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { placed } from './placed.ts';
import { afterSwatch, fitName, plainText, textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** One rung: how many there are, and how many of them a part is: 参训 and 取证, 写明性别 and 女性. */
export interface LadderStep {
	readonly key: string;
	readonly name: string;
	/** Null is missing, never 0. */
	readonly whole: number | null;
	readonly part: number | null;
	/** One text a column, right of the bars; the first two are those of whole and part. */
	readonly labels: readonly string[];
	readonly selected?: boolean;
	readonly notes?: readonly string[];
}

/** A line between two rungs and what lies above it: 高级工及以上占 46.6%. */
export interface LadderDivider {
	/** How many rungs stand above the line. */
	readonly after: number;
	readonly text: string;
}

const headEms = 2;
const rowEms = 2;
const dividerEms = 2;

/** The height in px that so many rungs take under their heads. */
export function ladderHeight(steps: number, divided = false, size = 14): number {
	return Math.ceil((steps * rowEms + headEms + (divided ? dividerEms : 0)) * size);
}

/**
 * Rungs in the order given, the highest first: a pale zero-based bar for the whole and within it, from the same line, the
 * part. The first two heads carry the bars' colours; where there is little room only these two columns are printed.
 */
export function ladder(
	steps: readonly LadderStep[],
	heads: readonly string[],
	theme: ChartTheme,
	divider: LadderDivider | null = null
) {
	const { size } = theme;
	const font = size * 0.93;
	const small = font * 0.92;
	const narrow = theme.width < size * 38;
	const shown = narrow ? heads.slice(0, 2) : heads;
	const headHeight = size * headEms;
	const gap = divider ? size * dividerEms : 0;
	const row = (theme.height - headHeight - gap) / Math.max(1, steps.length);
	const thick = Math.min(row * 0.6, size * 1.2);
	const top = (index: number) => headHeight + index * row + (divider && index >= divider.after ? gap : 0);
	const longest = Math.max(0, ...steps.map((step) => textWidth(step.name, font)));
	const nameWidth = Math.min(theme.width * 0.3, longest + size * 0.4) + size * 0.8;
	const swatch = size * 0.6;
	const headWidths = shown.map(
		(head, column) => textWidth(head, small) + (column < 2 ? swatch + size * 0.3 : 0) + size
	);
	const numberWidths = shown.map(
		(_, column) => Math.max(0, ...steps.map((step) => textWidth(step.labels[column] ?? '', font))) + size
	);
	/* Where there is little room, long heads stand above the bars too, so that these keep their length. */
	const widths = numberWidths.map((width, column) => (narrow ? width : Math.max(width, headWidths[column] ?? 0)));
	const edges = (some: readonly number[]) =>
		some.map((_, column) => theme.width - some.slice(column + 1).reduce((sum, one) => sum + one, 0));
	const rights = edges(widths);
	const headRights = edges(narrow ? headWidths : widths);
	const barEnd = theme.width - widths.reduce((sum, one) => sum + one, 0);
	const most = Math.max(0, ...steps.flatMap((step) => [step.whole ?? 0, step.part ?? 0])) || 1;
	const scale = Math.max(1, barEnd - nameWidth) / most;
	const fills = [theme.markLight, theme.mark];
	const words = (
		x: number,
		y: number,
		line: string,
		fill: string,
		align: 'left' | 'right',
		px = font,
		weight = 400
	) => ({
		type: 'text' as const,
		x,
		y,
		silent: true,
		style: {
			...{ text: plainText(line), fill, align, verticalAlign: 'middle' as const },
			font: `${weight} ${px}px ${theme.fontFamily}`
		}
	});

	function renderItem(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const index = api.value(0) as number;
		const step = steps[index] as LadderStep;
		const [y, middle] = [top(index), top(index) + row / 2];
		const ink = step.selected ? theme.accent : step.whole === null ? theme.muted : theme.ink;
		const px = Math.min(font, row * 0.8);
		const name = fitName(step.name, nameWidth - size * 0.8, px, row);
		const bar = (value: number | null, fill: string) =>
			value === null || value <= 0
				? []
				: [
						{
							type: 'rect' as const,
							shape: { x: nameWidth, y: middle - thick / 2, width: Math.max(1, value * scale), height: thick },
							style: { fill }
						}
					];
		return placed({
			type: 'group',
			children: [
				/* The whole row is what a pointer means. */
				{
					type: 'rect',
					shape: { x: 0, y, width: theme.width, height: row },
					style: { fill: 'transparent' }
				},
				words(nameWidth - size * 0.7, middle, name.text, ink, 'right', name.size, step.selected ? 600 : 400),
				...bar(step.whole, fills[0] as string),
				...bar(step.part, step.selected ? theme.accent : (fills[1] as string)),
				...shown.map((_head, column) => words(rights[column] ?? 0, middle, step.labels[column] ?? '', ink, 'right', px))
			]
		});
	}

	const lineAt = divider ? headHeight + divider.after * row + gap / 2 : 0;
	return {
		...baseOption(theme),
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
				const step = seriesIndex === 0 ? steps[dataIndex] : undefined;
				if (!step) return '';
				return tooltipLines(
					step.name,
					...heads.map((head, column) => `${head}  ${step.labels[column] ?? ''}`),
					...(step.notes ?? [])
				);
			}
		},
		series: [
			{
				id: 'steps',
				type: 'custom' as const,
				coordinateSystem: 'none',
				renderItem,
				data: steps.map((step, index) => ({ id: step.key, name: step.key, value: [index] }))
			},
			{
				id: 'heads',
				type: 'custom' as const,
				coordinateSystem: 'none',
				silent: true,
				animation: false,
				renderItem: (): CustomSeriesRenderItemReturn =>
					placed({
						type: 'group',
						children: [
							...shown.map((head, column) => {
								const label = words(headRights[column] ?? 0, size * 0.8, head, theme.muted, 'right', small);
								const fill = fills[column];
								return fill === undefined
									? label
									: { ...label, style: { ...label.style, ...afterSwatch(head, fill, swatch) } };
							}),
							...(divider
								? [
										{
											type: 'line' as const,
											shape: { x1: nameWidth, y1: lineAt + size * 0.7, x2: theme.width, y2: lineAt + size * 0.7 },
											style: { stroke: theme.muted, lineWidth: 1, lineDash: [3, 3] }
										},
										words(theme.width, lineAt - size * 0.1, divider.text, theme.ink, 'right', font, 600)
									]
								: [])
						]
					}),
				data: [[0]]
			}
		]
	};
}
