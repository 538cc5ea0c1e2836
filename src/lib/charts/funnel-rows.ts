import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { hatchLines } from './hatch.ts';
import { placed } from './placed.ts';
import { afterSwatch, fitName, plainText, textWidth, tooltipLines } from './plain-text.ts';
import type { FunnelText } from './funnel.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** A member's funnel: what share of its first step each later step is. */
export interface FunnelRow {
	readonly key: string;
	readonly name: string;
	/** Shares of the first step, 0–1 and beyond; null is missing. */
	readonly shares: readonly (number | null)[];
	/** One text a column, right of the bars. */
	readonly labels: readonly string[];
	readonly selected?: boolean;
	readonly provisional?: boolean;
	readonly notes?: readonly string[];
}

/** Share of the width that bars have at least. */
const leastBars = 0.2;

/** The height in px that so many rows take under their heads. */
export function funnelRowsHeight(rows: number, size = 14): number {
	return Math.ceil(rows * size * 1.9 + size * 2);
}

/**
 * Members one below the other: a pale bar for all that was begun, within it the shares that came through. The last heads
 * are those of the shares and carry their colours.
 */
export function funnelRows(
	rows: readonly FunnelRow[],
	allHeads: readonly string[],
	theme: ChartTheme,
	text: FunnelText
) {
	const { size } = theme;
	const font = size * 0.93;
	const headHeight = size * 2;
	const height = (theme.height - headHeight) / Math.max(1, rows.length);
	const thick = Math.min(height * 0.58, size * 1.2);
	const names = Math.max(0, ...rows.map((row) => textWidth(row.name, font)));
	const nameWidth = Math.min(theme.width * 0.3, names + size * 0.4) + size * 0.8;
	const shares = rows[0]?.shares.length ?? 0;
	const allWidths = allHeads.map(
		(head, column) =>
			Math.max(textWidth(head, font * 0.92) + size, ...rows.map((row) => textWidth(row.labels[column] ?? '', font))) +
			size
	);
	const room = theme.width - nameWidth - allWidths.reduce((sum, width) => sum + width, 0);
	/* Where bars would have no room, the columns before the shares give theirs; the table has all. */
	const first = room < theme.width * leastBars ? Math.max(0, allHeads.length - shares) : 0;
	const [heads, widths] = [allHeads.slice(first), allWidths.slice(first)];
	const rightEdges = widths.map(
		(_, column) => theme.width - widths.slice(column + 1).reduce((sum, width) => sum + width, 0)
	);
	const barEnd = theme.width - widths.reduce((sum, width) => sum + width, 0);
	const longest = Math.max(1, ...rows.flatMap((row) => row.shares.map((share) => share ?? 0)));
	const scale = Math.max(1, barEnd - nameWidth) / longest;
	const fills = [theme.markLight, theme.mark];
	const line = (
		x: number,
		y: number,
		words: string,
		fill: string,
		align: 'left' | 'right',
		px = font,
		weight = 400
	) => ({
		type: 'text' as const,
		x,
		y,
		style: { text: words, fill, align, verticalAlign: 'middle' as const, font: `${weight} ${px}px ${theme.fontFamily}` }
	});

	function renderItem(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const index = api.value(0) as number;
		const row = rows[index] as FunnelRow;
		const middle = headHeight + (index + 0.5) * height;
		const known = row.shares.some((share) => share !== null);
		const ink = row.selected ? theme.accent : known && !row.provisional ? theme.ink : theme.muted;
		const px = Math.min(font, height * 0.8);
		const name = fitName(row.name, nameWidth - size * 0.8, px, height);
		const box = { x: nameWidth, y: middle - thick / 2, height: thick };
		return placed({
			type: 'group',
			children: [
				/* The whole row is what a pointer means. */
				{
					type: 'rect',
					shape: { x: 0, y: middle - height / 2, width: theme.width, height },
					style: { fill: 'transparent' }
				},
				line(
					nameWidth - size * 0.7,
					middle,
					name.text,
					row.selected ? theme.accent : theme.ink,
					'right',
					name.size,
					row.selected ? 600 : 400
				),
				{
					type: 'rect',
					shape: { ...box, width: scale },
					style: { fill: known ? (theme.sequential[0] as string) : theme.hatch[0] }
				},
				...(known
					? []
					: hatchLines(box.x, box.y, scale, thick, Math.max(6, size / 2)).map((shape) => ({
							type: 'line' as const,
							shape,
							silent: true,
							style: { stroke: theme.hatch[1], lineWidth: 1 }
						}))),
				...row.shares.flatMap((share, step) =>
					/* Nothing came through: no bar, not the thinnest one. */
					share === null || share === 0
						? []
						: [
								{
									type: 'rect' as const,
									shape: { ...box, width: Math.max(1, share * scale) },
									style: {
										fill: row.selected && step === row.shares.length - 1 ? theme.accent : (fills[step] ?? theme.mark),
										opacity: row.provisional ? 0.62 : 1
									}
								}
							]
				),
				...row.labels
					.slice(first)
					.map((label, column) => line(rightEdges[column] ?? 0, middle, label, ink, 'right', px))
			]
		});
	}

	return {
		...baseOption(theme),
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
				const row = seriesIndex === 0 ? rows[dataIndex] : undefined;
				if (!row) return '';
				const mark = row.provisional ? ` · ${text.provisional}` : '';
				const said = row.labels.map((label, column) => `${allHeads[column] ?? ''}  ${label}`);
				return tooltipLines(row.name + mark, ...said, ...(row.notes ?? []));
			}
		},
		series: [
			{
				id: 'rows',
				type: 'custom' as const,
				coordinateSystem: 'none',
				renderItem,
				data: rows.map((row, index) => ({ id: row.key, name: row.key, value: [index] }))
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
						children: heads.map((head, column) => {
							const share = column - (heads.length - shares);
							const words = line(
								rightEdges[column] ?? 0,
								size * 0.8,
								plainText(head),
								theme.muted,
								'right',
								font * 0.92
							);
							return share < 0
								? words
								: { ...words, style: { ...words.style, ...afterSwatch(head, fills[share] ?? theme.mark, size * 0.6) } };
						})
					}),
				data: [[0]]
			}
		]
	};
}
