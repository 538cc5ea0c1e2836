import { sceneFrame, type ScreenShape } from '#lib/wall/screen.ts';

/** A part of a scene's height that no frame between panels crosses, in units from the top of its body. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** Rows of one height, one below the other. In units. */
export interface PlacedRows {
	/** The height of a row. */
	readonly row: number;
	/** Where each begins, from the top of the body. */
	readonly tops: readonly number[];
	/** What each has until the next begins: more where the frame of a panel is between them. */
	readonly pitches: readonly number[];
}

/** Air that a row has above and below its text: so much of it may lie behind a frame, and never more than half of the frame. */
const air = 0.2;
/** Where rows have to keep off frames they may stand further apart, to fill the panels evenly. */
const roomier = 1.3;
/** How much of their height they give up to stand more evenly. */
const closer = 0.85;

/** The stretches between two heights of a scene's body: one of each row of panels that they reach. */
export function stretchesOf({ arrangement, seams, unit }: ScreenShape, from: number, to: number): readonly Stretch[] {
	const { top, headline, gap } = sceneFrame(arrangement);
	const above = top + headline + gap;
	const hidden = seams.rows.map((seam): Stretch => {
		const some = Math.min(air, (seam.to - seam.from) / unit / 2);
		return { from: seam.from / unit - above + some, to: seam.to / unit - above - some };
	});
	const within = hidden.filter((frame) => frame.to > from && frame.from < to);
	return [...within, null].flatMap((next, index) => {
		const stretch = { from: within[index - 1]?.to ?? from, to: next?.from ?? to };
		return stretch.to > stretch.from ? [stretch] : [];
	});
}

const fitting = ({ from, to }: Stretch, row: number) => Math.floor((to - from) / row + 1e-6);

/** How many rows of a height the stretches hold. */
export function rowsIn(stretches: readonly Stretch[], row: number): number {
	return stretches.reduce((sum, stretch) => sum + fitting(stretch, row), 0);
}

/** The greatest height up to `most` at which the stretches hold so many rows; 0 where they hold none. */
export function largestIn(stretches: readonly Stretch[], count: number, most: number): number {
	const heights = stretches.flatMap(({ from, to }) =>
		Array.from({ length: count }, (_, index) => (to - from) / (index + 1))
	);
	return Math.max(0, ...[most, ...heights].filter((height) => height <= most && rowsIn(stretches, height) >= count));
}

/**
 * Places so many rows, which fit when they have the `least` height: as far apart as they can be up to `most`, or a little
 * closer where that leaves them more even across the frames.
 */
export function placeRows(
	stretches: readonly Stretch[],
	count: number,
	{ least, most }: { readonly least: number; readonly most: number }
): PlacedRows {
	const largest = Math.max(least, stretches.length > 1 ? most * roomier : most);
	const heights = stretches.flatMap(({ from, to }) =>
		Array.from({ length: count }, (_, index) => (to - from) / (index + 1))
	);
	const fit = [largest, ...heights.filter((height) => height < largest && height > least), least]
		.filter((height) => rowsIn(stretches, height) >= count)
		.toSorted((a, b) => b - a);
	const [highest = least] = fit;
	const placed = fit.filter((height) => height >= highest * closer).map((height) => placeAt(stretches, count, height));
	return placed.reduce(
		(one, other) => (unevenness(other) < unevenness(one) - 0.01 ? other : one),
		placeAt(stretches, count, highest)
	);
}

const unevenness = ({ row, pitches }: PlacedRows) => Math.max(0, ...pitches) - row;

/** Places so many rows of a height which they fit in: those before a frame stand close to it, those after it as well. */
export function placeAt(stretches: readonly Stretch[], count: number, row: number): PlacedRows {
	let left = count;
	const taken = stretches.map((stretch) => {
		const rows = Math.min(left, fitting(stretch, row));
		left -= rows;
		return { stretch, rows };
	});
	const used = taken.filter(({ rows }) => rows > 0);
	const tops = used.flatMap(({ stretch: { from, to }, rows }, index) => {
		// The distance across a frame is then about theirs.
		const spare = to - from - rows * row;
		const begin = index === used.length - 1 ? from : from + (index === 0 ? spare : spare / 2);
		return Array.from({ length: rows }, (_, each) => begin + each * row);
	});
	return { row, tops, pitches: tops.map((from, index) => (tops[index + 1] ?? from + row) - from) };
}
