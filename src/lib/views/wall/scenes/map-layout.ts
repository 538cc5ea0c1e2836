import { fitName } from '#lib/charts/plain-text.ts';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { textWidth } from '#lib/wall/text-width.ts';
import { columnStretchesOf } from './panel-columns.ts';
import { largestIn, placeAt, stretchesOf, type PlacedRows, type Stretch } from './panel-rows.ts';
import { rankedColumns, type ColumnsLayout, type ListedRow } from './ranked-columns.ts';

/** A tile as it is measured: where it stands and what it may print. */
export interface MeasuredTile {
	readonly name: string;
	readonly brief?: string;
	readonly row: number;
	readonly col: number;
	/** The value as on pages, and to three digits. */
	readonly label: string;
	readonly short: string;
}

/** What one tile prints. */
export interface TileText {
	readonly name: string;
	readonly label: string;
}

/** A place in a scene, in units. */
interface Box {
	readonly across: number;
	readonly down: number;
}

/** Tiles, with room for what they say beside or below them; or a list where tiles would be too small to read. */
export type MapLayout =
	| {
			readonly as: 'tiles';
			readonly grid: { readonly top: number; readonly left: number; readonly columns: number; readonly rows: number };
			readonly cell: Box;
			/** Where the columns and rows of tiles stand, off the frames of panels; null: close together, in the middle. */
			readonly placed: { readonly columns: PlacedRows; readonly rows: PlacedRows } | null;
			readonly name: number;
			readonly value: number;
			readonly texts: readonly TileText[];
			readonly callouts: (Box & { readonly at: 'beside' | 'below' }) | null;
	  }
	| { readonly as: 'list'; readonly list: ColumnsLayout };

/** Between tiles, and around their text. */
export const tileGap = 0.25;
const pad = 0.35;
const leading = 1.2;
const apart = 2.4;
const callout = { across: 16, down: 5.2 };
/** Names are fitted in px; any number of them to a unit would do. */
const scale = 100;
/** The largest type first; none is smaller than a unit. */
const values = [10 / 3, 2.8, 2.4, 2, 5 / 3, 1.4, 1.2, 1.1, 1];

/**
 * How a map stands on a screen: what keeps every name and value readable, the most telling first. `tiles`: none where
 * members have no places in a grid; `rows`: the same as a list.
 */
export function mapLayout(tiles: readonly MeasuredTile[], rows: readonly ListedRow[], screen: ScreenShape): MapLayout {
	const body = sceneBody(screen);
	const beside = { across: body.across - callout.across - apart, down: body.down };
	const below = { across: body.across, down: body.down - callout.down - apart / 2 };
	const tries = [
		{ box: beside, at: 'beside', label: 'label' },
		{ box: below, at: 'below', label: 'label' },
		{ box: beside, at: 'beside', label: 'short' },
		{ box: below, at: 'below', label: 'short' },
		{ box: body, at: null, label: 'label' },
		{ box: body, at: null, label: 'short' }
	] as const;
	for (const { box, at, label } of tries) {
		const fitted = box.across > 0 && box.down > 0 ? tilesIn(tiles, screen, box, label) : null;
		if (!fitted) continue;
		const { across, down } = fitted.taken;
		const callouts =
			at === 'beside'
				? { at, across: body.across - across - apart, down: body.down }
				: at === 'below'
					? { at, across: body.across, down: body.down - down - apart / 2 }
					: null;
		return { as: 'tiles', ...fitted, callouts };
	}
	return { as: 'list', list: rankedColumns(rows, body) };
}

/** Tiles in a box with the largest type that fits all of them; null where a unit is too large. */
function tilesIn(tiles: readonly MeasuredTile[], screen: ScreenShape, box: Box, label: 'label' | 'short') {
	if (tiles.length === 0) return null;
	const [rows, cols] = [tiles.map(({ row }) => row), tiles.map(({ col }) => col)];
	const [top, left] = [Math.min(...rows), Math.min(...cols)];
	const grid = { top, left, columns: Math.max(...cols) - left + 1, rows: Math.max(...rows) - top + 1 };
	/* A grid of one or two rows is a list that has been torn apart. */
	if (grid.rows < 3) return null;
	const stretches = { columns: columnStretchesOf(screen, 0, box.across), rows: stretchesOf(screen, 0, box.down) };
	const high = largestIn(stretches.rows, grid.rows, box.down);
	const across = largestIn(stretches.columns, grid.columns, high * 2.4);
	if (high === 0 || across === 0) return null;
	const cell = { across, down: Math.min(high, across * 1.15) };
	const placed = placeTiles(stretches, grid, cell);
	const taken = {
		across: placed ? endOf(placed.columns) : grid.columns * cell.across,
		down: placed ? endOf(placed.rows) : grid.rows * cell.down
	};
	const inner = { across: cell.across - tileGap - 2 * pad, down: cell.down - tileGap - pad };
	for (const value of values) {
		const name = Math.max(1, value * 0.72);
		const texts = tiles.map((tile) => tileText(tile, tile[label], { name, value }, inner));
		if (texts.every((text) => text !== null)) return { grid, cell, placed, taken, name, value, texts };
	}
	return null;
}

function placeTiles(
	{ columns, rows }: { readonly columns: readonly Stretch[]; readonly rows: readonly Stretch[] },
	grid: { readonly columns: number; readonly rows: number },
	cell: Box
) {
	if (columns.length + rows.length < 3) return null;
	return { columns: placeAt(columns, grid.columns, cell.across), rows: placeAt(rows, grid.rows, cell.down) };
}

const endOf = ({ row, tops }: PlacedRows) => (tops.at(-1) ?? 0) + row;

function tileText(
	tile: MeasuredTile,
	label: string,
	size: { readonly name: number; readonly value: number },
	inner: Box
): TileText | null {
	if (textWidth(label, size.value) > inner.across) return null;
	const roomForName = inner.down - size.value * leading;
	const name = [tile.name, tile.brief ?? tile.name]
		.map((one) => fitName(one, inner.across * scale, size.name * scale))
		.find(
			({ size: fitted, lines }) => fitted >= size.name * scale * 0.999 && lines * size.name * leading <= roomForName
		);
	return name ? { name: name.text, label } : null;
}
