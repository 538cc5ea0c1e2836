import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import type { MapShape } from '#lib/dimensions/drawn-map.ts';
import { hatchLines } from './hatch.ts';
import { labelPlace, projectShapes, type FlatShape } from './map-projection.ts';
import { placed } from './placed.ts';
import { fitName } from './plain-text.ts';
import { readableOn, stepColours, stepLimits, stepOf } from './scale.ts';
import { baseOption, type ChartTheme } from './theme.ts';
import { legendSeries, tileTooltip, type Tile, type TileMapText } from './tile-map.ts';

/** Smallest type of a name on the map; where it has no room the tooltip says the name. */
const smallest = 10;

/**
 * Regions by their own outlines, coloured like the tiles of `tileMap`; shapes that are none of the regions are ground.
 * Regions without an outline are left out: the page names them.
 */
export function outlineMap(tiles: readonly Tile[], shapes: readonly MapShape[], theme: ChartTheme, text: TileMapText) {
	const legend = theme.size * 2.6;
	const box = { width: theme.width, height: theme.height - legend };
	const flat = projectShapes(shapes, box);
	const byCode = new Map(flat.flatMap((shape) => (shape.code === null ? [] : [[shape.code, shape] as const])));
	/* The selected region last: its border lies over those of its neighbours. */
	const drawn = tiles
		.flatMap((tile) => {
			const shape = byCode.get(tile.key);
			return shape ? [{ tile, shape }] : [];
		})
		.toSorted((one, other) => Number(one.tile.selected ?? false) - Number(other.tile.selected ?? false));
	const known = new Set(drawn.map(({ tile }) => tile.key));
	const ground = flat.filter(({ code }) => code === null || !known.has(code));
	const limits = stepLimits(drawn.flatMap(({ tile }) => (tile.value === null ? [] : [tile.value])));
	const colours = stepColours(theme.sequential, limits.length + 1);

	function region(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const one = drawn[api.value(0) as number];
		if (!one) return null;
		const { tile, shape } = one;
		const missing = tile.value === null;
		const fill = missing ? theme.hatch[0] : (colours[stepOf(tile.value as number, limits)] as string);
		const path = { pathData: shape.path };
		const { x, y, width, height } = shape.box;
		const dash = tile.provisional && !missing ? { lineDash: [3, 2] } : {};
		const line = tile.selected
			? { stroke: theme.accent, lineWidth: Math.max(2, theme.size / 6) }
			: { stroke: missing ? theme.hatch[1] : theme.paper, lineWidth: 1, ...dash };
		return placed({
			type: 'group',
			children: [
				{ type: 'path', shape: path, style: { fill }, transition: ['style'] },
				...(missing
					? [
							{
								type: 'group' as const,
								silent: true,
								clipPath: { type: 'path' as const, shape: path },
								children: hatchLines(x, y, width, height, Math.max(6, theme.size / 2)).map((shape) => ({
									type: 'line' as const,
									shape,
									style: { stroke: theme.hatch[1], lineWidth: 1 }
								}))
							}
						]
					: []),
				{ type: 'path', shape: path, style: { fill: 'none', ...line }, silent: true },
				...nameOf(tile, shape, missing ? theme.hatch[0] : null, missing ? theme.muted : readableOn(fill), theme)
			]
		}) as CustomSeriesRenderItemReturn;
	}

	return {
		...baseOption(theme),
		tooltip: tileTooltip(
			drawn.map(({ tile }) => tile),
			theme,
			text
		),
		series: [
			{
				id: 'outlines',
				type: 'custom' as const,
				coordinateSystem: 'none',
				clip: false,
				renderItem: region,
				data: drawn.map(({ tile }, index) => ({
					id: tile.key,
					name: tile.key,
					value: [index, tile.value ?? '-']
				}))
			},
			{
				id: 'ground',
				type: 'custom' as const,
				coordinateSystem: 'none',
				silent: true,
				z: 1,
				animation: false,
				renderItem: (): CustomSeriesRenderItemReturn =>
					placed({
						type: 'group',
						silent: true,
						children: ground.map((shape) => ({
							type: 'path' as const,
							shape: { pathData: shape.path },
							style: { fill: theme.paper, stroke: theme.muted, lineWidth: 0.75 }
						}))
					}),
				data: [[0]]
			},
			legendSeries(
				limits,
				colours,
				theme,
				box.height,
				drawn.some(({ tile }) => tile.value === null),
				text
			)
		]
	};
}

/** The name of a region, and its value below where there is room; nothing in an outline too small for type. */
function nameOf(tile: Tile, shape: FlatShape, ground: string | null, fill: string, theme: ChartTheme) {
	const place = labelPlace(shape);
	const size = Math.max(smallest, theme.size * 0.86);
	const name = place && fitName(tile.name, place.width * 0.92, size);
	if (!name || name.size < smallest || name.lines > 1 || place.height < name.size * 1.2) return [];
	const value =
		tile.value !== null && place.height > name.size * 2.8 ? fitName(tile.label, place.width * 0.8, size) : null;
	const shown = value && value.size >= smallest && value.lines === 1 ? value : null;
	const written = (text: string, y: number, own: number, weight: number) => ({
		type: 'text' as const,
		x: place.x,
		y,
		silent: true,
		style: {
			text,
			fill,
			font: `${weight} ${own}px ${theme.fontFamily}`,
			align: 'center' as const,
			verticalAlign: 'middle' as const,
			...(ground ? { backgroundColor: ground, padding: [1, 2] } : {})
		}
	});
	if (!shown) return [written(name.text, place.y, name.size, 400)];
	return [
		written(name.text, place.y - name.size * 0.6, name.size, 400),
		written(shown.text, place.y + shown.size * 0.65, shown.size, 600)
	];
}
