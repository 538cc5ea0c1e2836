import type { CustomSeriesRenderItemReturn } from 'echarts';
import { hatchPath } from './hatch.ts';
import { placed } from './placed.ts';
import { fitName, textWidth, tooltipLines } from './plain-text.ts';
import { readableOn, stepColours, stepLimits, stepOf } from './scale.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** A row or a column of a heatmap. */
export interface HeatmapLabel {
	readonly key: string;
	readonly name: string;
	readonly selected?: boolean;
}

/** One cell. Cells that are not given are missing. */
export interface HeatmapCell {
	readonly row: string;
	readonly column: string;
	readonly value: number | null;
	readonly label: string;
	/** Nothing is looked for here: an empty place instead of the hatch of what is missing. */
	readonly blank?: boolean;
	/** Looked for, and there is none: an empty place with its label, no step of the scale. */
	readonly none?: boolean;
	readonly notes?: readonly string[];
}

/** Words of a heatmap. */
export interface HeatmapText {
	readonly missing: string;
}

/** The height in px that so many rows take with these column names above. */
export function heatmapHeight(rows: number, columns: readonly HeatmapLabel[], size = 14): number {
	return Math.ceil(rows * size * 1.9 + headHeight(columns, size));
}

function headHeight(columns: readonly HeatmapLabel[], size: number): number {
	const longest = Math.max(0, ...columns.map((column) => textWidth(column.name, size * 0.86)));
	return Math.min(longest, size * 8) * 0.72 + size * 1.6;
}

/** Where in its column a slanted name begins. */
const nameStart = 0.42;

/** How wide each column is in so much room, so that the slanted names of the last ones end within it, too. */
function columnWidth(columns: readonly HeatmapLabel[], { size }: ChartTheme, room: number): number {
	const small = size * 0.86;
	const even = (room - size * 2) / Math.max(1, columns.length);
	const widths = columns.map(({ name }, index) => {
		const reach = textWidth(name, small) * Math.SQRT1_2 + small / 2;
		return (room - reach) / (index + nameStart);
	});
	// A single long name does not take half the room from all cells.
	return Math.max(even * 0.8, Math.min(even, ...widths));
}

/** A label as one line among others. */
const plainLine = (label = '') => label.replaceAll('\n', ' ');

/** Rows × columns in six steps of one hue, values in the cells where they have room. A cell's name is `row|column`. */
export function heatmap(
	rows: readonly HeatmapLabel[],
	columns: readonly HeatmapLabel[],
	cells: readonly HeatmapCell[],
	theme: ChartTheme,
	text: HeatmapText
) {
	const small = theme.size * 0.86;
	const left = Math.min(theme.width * 0.34, Math.max(0, ...rows.map((row) => textWidth(row.name, small))) + theme.size);
	const top = headHeight(columns, theme.size);
	const width = columnWidth(columns, theme, theme.width - left);
	const height = (theme.height - top) / Math.max(1, rows.length);
	const limits = stepLimits(cells.flatMap((cell) => (cell.value === null || cell.none ? [] : [cell.value])));
	const colours = stepColours(theme.sequential, limits.length + 1);
	const byPlace = new Map(cells.map((cell) => [`${cell.row}|${cell.column}`, cell]));
	const places = rows.flatMap((row, rowIndex) =>
		columns.map((column, columnIndex) => ({
			key: `${row.key}|${column.key}`,
			rowIndex,
			columnIndex,
			row,
			column,
			cell: byPlace.get(`${row.key}|${column.key}`)
		}))
	);
	const longest = Math.max(0, ...cells.map((cell) => textWidth(cell.label, small)));
	const labelled = longest + 6 < width && small * 1.2 < height;

	const inks = colours.map((colour) => readableOn(colour));
	const known = (place: (typeof places)[number] | undefined) => place?.cell?.value ?? null;

	/* Hundreds of cells: the element that is pointed at is all that each of them has for itself. */
	function renderItem({ dataIndex }: { dataIndex: number }): CustomSeriesRenderItemReturn {
		const place = places[dataIndex] as (typeof places)[number];
		const x = left + place.columnIndex * width + 0.5;
		const y = top + place.rowIndex * height + 0.5;
		const [w, h] = [Math.max(1, width - 1), Math.max(1, height - 1)];
		const value = known(place);
		const blank = place.cell?.none === true || (value === null && place.cell?.blank === true);
		const fill = blank ? theme.paper : value === null ? theme.hatch[0] : (colours[stepOf(value, limits)] as string);
		const ground = { type: 'rect' as const, shape: { x, y, width: w, height: h }, style: { fill } };
		if (value !== null || blank) return ground;
		return {
			type: 'group',
			children: [
				ground,
				{
					type: 'path' as const,
					shape: { pathData: hatchPath(x, y, w, h, Math.max(6, theme.size / 2)) },
					style: { fill: 'none', stroke: theme.hatch[1], lineWidth: 1 },
					silent: true
				}
			]
		};
	}

	/* The values of a column are the lines of one text for each ink, a line a row: a text for every cell costs the most. */
	function labels(): CustomSeriesRenderItemReturn {
		if (!labelled || columns.length === 0) return null;
		const texts = columns.flatMap((_, columnIndex) => {
			const inColumn = rows.map((_, rowIndex) => places[rowIndex * columns.length + columnIndex]);
			const inkOf = (place: (typeof places)[number] | undefined) => {
				const value = known(place);
				return value === null ? null : place?.cell?.none ? theme.muted : inks[stepOf(value, limits)];
			};
			return [...new Set(cells.some(({ none }) => none) ? [...inks, theme.muted] : inks)].map((ink) => ({
				type: 'text' as const,
				x: left + (columnIndex + 0.5) * width,
				y: top + (rows.length * height) / 2,
				style: {
					text: inColumn.map((place) => (inkOf(place) === ink ? plainLine(place?.cell?.label) : '')).join('\n'),
					fill: ink,
					font: `400 ${small}px ${theme.fontFamily}`,
					lineHeight: height,
					align: 'center' as const,
					verticalAlign: 'middle' as const
				}
			}));
		});
		return { type: 'group', children: texts };
	}

	/* Around the whole selected row and column. */
	const frame = (x: number, y: number, w: number, h: number) => ({
		type: 'rect' as const,
		shape: { x, y, width: w, height: h },
		style: { fill: 'none', stroke: theme.accent, lineWidth: Math.max(2, theme.size / 7) }
	});
	const frames = [
		...rows.flatMap((row, index) =>
			row.selected ? [frame(left, top + index * height, width * columns.length, height)] : []
		),
		...columns.flatMap((column, index) =>
			column.selected ? [frame(left + index * width, top, width, height * rows.length)] : []
		)
	];

	const heads = (): CustomSeriesRenderItemReturn =>
		placed({
			type: 'group',
			children: [
				...rows.map((row, index) => {
					const name = fitName(row.name, left - theme.size * 0.75, Math.min(small, height * 0.85), height);
					return {
						type: 'text' as const,
						name: `row:${row.key}`,
						x: left - theme.size * 0.6,
						y: top + (index + 0.5) * height,
						style: {
							text: name.text,
							fill: row.selected ? theme.accent : theme.ink,
							font: `${row.selected ? 600 : 400} ${name.size}px ${theme.fontFamily}`,
							align: 'right' as const,
							verticalAlign: 'middle' as const
						}
					};
				}),
				...columns.map((column, index) => ({
					type: 'text' as const,
					name: `column:${column.key}`,
					x: left + (index + nameStart) * width,
					y: top - theme.size * 0.5,
					rotation: Math.PI / 4,
					style: {
						text: column.name,
						fill: column.selected ? theme.accent : theme.ink,
						font: `${column.selected ? 600 : 400} ${Math.min(small, width * 0.9)}px ${theme.fontFamily}`,
						align: 'left' as const,
						verticalAlign: 'middle' as const
					}
				})),
				...frames
			]
		});

	return {
		...baseOption(theme),
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: (params: { dataIndex: number; seriesIndex: number }) => {
				const place = params.seriesIndex === 0 ? places[params.dataIndex] : undefined;
				if (!place) return '';
				return tooltipLines(
					`${place.row.name} · ${place.column.name}`,
					known(place) !== null ? place.cell?.label : place.cell?.blank ? '' : text.missing,
					...(place.cell?.notes ?? [])
				);
			}
		},
		series: [
			{
				id: 'cells',
				type: 'custom' as const,
				coordinateSystem: 'none',
				/* Cells stay in their places: there is nothing that could move. */
				animation: false,
				renderItem,
				data: places.map((place, index) => ({ id: place.key, name: place.key, value: [index] }))
			},
			{
				id: 'labels',
				type: 'custom' as const,
				coordinateSystem: 'none',
				silent: true,
				animation: false,
				renderItem: labels,
				data: [[0]]
			},
			{
				id: 'heads',
				type: 'custom' as const,
				coordinateSystem: 'none',
				silent: true,
				animation: false,
				renderItem: heads,
				data: [[0]]
			}
		]
	};
}
