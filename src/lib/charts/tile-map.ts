import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { hatchLines } from './hatch.ts';
import { placed } from './placed.ts';
import { textWidth, tooltipLines } from './plain-text.ts';
import { readableOn, stepColours, stepLimits, stepOf } from './scale.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';
import { tileWords } from './tile-words.ts';

/** One region of the tile grid. */
export interface Tile {
	readonly key: string;
	/** Short name: 重庆, 内蒙古. */
	readonly name: string;
	/** Letters for a tile that is too narrow for the name: HL for Heilongjiang. */
	readonly brief?: string;
	readonly row: number;
	readonly col: number;
	readonly value: number | null;
	/** The value as printed in the tile, at most four digits. */
	readonly label: string;
	/** More lines for the tooltip, e.g. the exact value and the change. */
	readonly notes?: readonly string[];
	readonly selected?: boolean;
	readonly provisional?: boolean;
	/** What stands in place of a missing value when it is not 未报: a region that owes no report. */
	readonly missing?: string;
}

/** Words of a tile map. */
export interface TileMapText {
	/** How a limit of the legend is printed. */
	readonly limit: (value: number) => string;
	/** 未报 */
	readonly missing: string;
	/** 暂定 */
	readonly provisional: string;
}

/** Where the tiles stand in a box: square cells as large as fit, centred, legend below. */
export function tileLayout(tiles: readonly Tile[], theme: Pick<ChartTheme, 'width' | 'height' | 'size'>) {
	const rows = tiles.map((tile) => tile.row);
	const cols = tiles.map((tile) => tile.col);
	const [top, left] = [Math.min(...rows), Math.min(...cols)];
	const [down, across] = [Math.max(...rows) - top + 1, Math.max(...cols) - left + 1];
	const legend = theme.size * 2.6;
	const cellHeight = (theme.height - legend) / down;
	/* Up to about twice as wide as high: a grid of few columns would else leave half of a wide panel empty. */
	const cellWidth = Math.min(theme.width / across, cellHeight * 2.2);
	const height = Math.min(cellHeight, cellWidth * 1.15);
	const x = (theme.width - cellWidth * across) / 2;
	return { top, left, cellWidth, cellHeight: height, x, y: 0, bottom: height * down, across, down };
}

/** Regions as equal tiles in their rough places, coloured in at most six steps of one hue; each says name and value. */
export function tileMap(tiles: readonly Tile[], theme: ChartTheme, text: TileMapText) {
	const layout = tileLayout(tiles, theme);
	const limits = stepLimits(tiles.flatMap((tile) => (tile.value === null ? [] : [tile.value])));
	const colours = stepColours(theme.sequential, limits.length + 1);
	const gap = Math.max(2, theme.size / 6);
	const words = (tile: Tile, valued: boolean) =>
		tileWords(tile, valued ? (tile.value === null ? (tile.missing ?? text.missing) : tile.label) : null, {
			...{ width: layout.cellWidth - gap, height: layout.cellHeight - gap, layout, size: theme.size }
		});
	/* A few numbers among many tiles without one look like the only ones known: most have room, or none is printed. */
	const told = tiles.filter(({ value }) => value !== null);
	const numbered = told.filter((tile) => words(tile, true).value !== null).length * 2 >= told.length;

	function renderItem(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const tile = tiles[api.value(0) as number] as Tile;
		const x = layout.x + (tile.col - layout.left) * layout.cellWidth + gap / 2;
		const y = layout.y + (tile.row - layout.top) * layout.cellHeight + gap / 2;
		const [width, height] = [layout.cellWidth - gap, layout.cellHeight - gap];
		const missing = tile.value === null;
		const ground = missing ? theme.hatch[0] : (colours[stepOf(tile.value, limits)] as string);
		const ink = missing ? theme.muted : readableOn(ground);
		const { pad, name, value, used } = words(tile, missing || numbered);
		const padAbove = Math.max(1, Math.min(pad, (height - used) / 3));
		const box = { x, y, width, height, r: 2 };
		const dash = tile.provisional && !missing ? { lineDash: [3, 2], lineWidth: 1, stroke: ink } : {};
		return placed({
			type: 'group',
			children: [
				{ type: 'rect', shape: box, style: { fill: ground, ...dash }, transition: ['style'] },
				...(missing
					? hatchLines(x, y, width, height, Math.max(6, theme.size / 2)).map((shape) => ({
							type: 'line' as const,
							shape,
							style: { stroke: theme.hatch[1], lineWidth: 1 },
							silent: true
						}))
					: []),
				{
					type: 'text',
					x: x + pad,
					y: value ? y + padAbove : y + height / 2,
					silent: true,
					style: {
						text: name.text,
						fill: ink,
						font: `400 ${name.size}px ${theme.fontFamily}`,
						verticalAlign: value ? 'top' : 'middle',
						...(missing ? { backgroundColor: theme.hatch[0], padding: [1, 2] } : {})
					}
				},
				...(value
					? [
							{
								type: 'text' as const,
								x: x + pad,
								y: y + height - padAbove,
								silent: true,
								style: {
									text: value.text,
									fill: ink,
									font: `${missing ? 400 : 600} ${value.size}px ${theme.fontFamily}`,
									verticalAlign: 'bottom' as const,
									...(missing ? { backgroundColor: theme.hatch[0], padding: [1, 2] } : {})
								}
							}
						]
					: []),
				...(tile.selected
					? [
							{
								type: 'rect' as const,
								shape: { ...box, x: x - gap / 2, y: y - gap / 2, width: width + gap, height: height + gap, r: 3 },
								style: { fill: 'none', stroke: theme.accent, lineWidth: Math.max(2.5, theme.size / 5) },
								silent: true
							}
						]
					: [])
			]
		});
	}

	return {
		...baseOption(theme),
		tooltip: tileTooltip(tiles, theme, text),
		series: [
			{
				id: 'tiles',
				type: 'custom' as const,
				coordinateSystem: 'none',
				clip: false,
				renderItem,
				/* Selected tiles last: their border lies over the neighbours. */
				data: tiles.map((tile, index) => ({
					id: tile.key,
					name: tile.key,
					value: [index, tile.value ?? '-'],
					z2: tile.selected ? 2 : 1
				}))
			},
			legendSeries(
				limits,
				colours,
				theme,
				layout.bottom,
				tiles.some((tile) => tile.value === null),
				text
			)
		]
	};
}

/** The tooltip of a map, whatever its regions are drawn as: name and value of the region that the first series shows. */
export function tileTooltip(tiles: readonly Tile[], theme: ChartTheme, text: TileMapText) {
	return {
		...tooltipStyle(theme),
		trigger: 'item' as const,
		formatter: (params: { dataIndex: number; seriesIndex: number }) => {
			const tile = params.seriesIndex === 0 ? tiles[params.dataIndex] : undefined;
			if (!tile) return '';
			const label = tile.value === null ? (tile.missing ?? text.missing) : tile.label;
			const mark = tile.provisional && tile.value !== null ? ` · ${text.provisional}` : '';
			return tooltipLines(`${tile.name}  ${label}${mark}`, ...(tile.notes ?? []));
		}
	};
}

/** A small legend under the tiles or outlines: the steps with their limits between them, and the hatch if something is missing. */
export function legendSeries(
	limits: readonly number[],
	colours: readonly string[],
	theme: ChartTheme,
	bottom: number,
	missing: boolean,
	text: TileMapText
) {
	const height = theme.size * 0.5;
	const top = bottom + theme.size * 0.6;
	const font = `400 ${theme.size * 0.79}px ${theme.fontFamily}`;
	const missingWidth = missing ? theme.size * 1.8 + textWidth(text.missing, theme.size * 0.79) + theme.size * 1.4 : 0;
	const step = Math.min(theme.size * 4, (theme.width - missingWidth - theme.size) / Math.max(1, colours.length));
	/* Limits that would touch: only every second, or third, is printed. */
	const widest = Math.max(0, ...limits.map((limit) => textWidth(text.limit(limit), theme.size * 0.79)));
	const every = Math.max(1, Math.ceil((widest + theme.size * 0.5) / step));
	const start = Math.max(0, (theme.width - step * colours.length - missingWidth) / 2);
	const hatchX = start + step * colours.length + theme.size * 1.4;
	return {
		id: 'legend',
		type: 'custom' as const,
		coordinateSystem: 'none',
		silent: true,
		animation: false,
		renderItem: (): CustomSeriesRenderItemReturn =>
			placed({
				type: 'group',
				silent: true,
				children: [
					...colours.map((fill, index) => ({
						type: 'rect' as const,
						shape: { x: start + index * step, y: top, width: step - 1, height },
						style: { fill }
					})),
					...limits.map((limit, index) => ({
						type: 'text' as const,
						x: start + (index + 1) * step,
						y: top + height + theme.size * 0.25,
						style: {
							text: index % every === 0 ? text.limit(limit) : '',
							fill: theme.muted,
							font,
							align: 'center' as const,
							verticalAlign: 'top' as const
						}
					})),
					...(missing
						? [
								{
									type: 'rect' as const,
									shape: { x: hatchX, y: top, width: theme.size * 1.4, height },
									style: { fill: theme.hatch[0] }
								},
								...hatchLines(hatchX, top, theme.size * 1.4, height, 4).map((shape) => ({
									type: 'line' as const,
									shape,
									style: { stroke: theme.hatch[1], lineWidth: 1 }
								})),
								{
									type: 'text' as const,
									x: hatchX + theme.size * 1.8,
									y: top + height / 2,
									style: { text: text.missing, fill: theme.muted, font, verticalAlign: 'middle' as const }
								}
							]
						: [])
				]
			}),
		data: [[0]]
	};
}
