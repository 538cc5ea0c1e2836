import { textWidth } from '#lib/wall/text-width.ts';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { stretchesOf, type Stretch } from './panel-rows.ts';

/** A few figures with a picture: beside it where the wall is wide, above it elsewhere. Lengths in units. */
export interface SidedRoom {
	readonly beside: boolean;
	/** How many figures there is room for. */
	readonly figures: number;
	readonly columns: number;
	/** What one figure has across, and all of them down. */
	readonly across: number;
	readonly down: number;
	/** What is left for the picture. */
	readonly rest: { readonly across: number; readonly down: number };
	/** Where figures beside a picture stand on a wall of several rows of panels; null elsewhere: evenly. */
	readonly placed: PlacedFigures | null;
}

/** Figures one below the other that keep off the frames between panels. In units. */
export interface PlacedFigures {
	readonly sizes: FigureSizes;
	/** What is left free above the first figure, and what each has until the next begins. */
	readonly above: number;
	readonly pitches: readonly number[];
}

/** How large the numbers of figures may be, in units, and whether others than the first say how they changed. */
export interface FigureSizes {
	readonly first: number;
	readonly others: number;
	readonly told: boolean;
}

/** What a figure says besides its number. */
interface Sided {
	readonly titleWithUnit: string;
	readonly title?: string;
	readonly change?: { readonly against: string; readonly text: string } | null;
	readonly note?: string | null;
}

/** Between figures and picture, between figures. */
const apart = { beside: 3.6, above: 1.2, figures: 2 };
/** A line of a title, and the figure with the space around it, where they stand above the picture. */
const above = { line: 1.3, figure: 3.8 };
/** Lines break before they are full. */
const full = 1.02;

/** Lays figures and a picture out. */
export function sidedRoom(screen: ScreenShape, shown: readonly Sided[]): SidedRoom {
	const count = shown.length;
	const body = sceneBody(screen);
	const beside = screen.arrangement === 'wide' || screen.arrangement === 'band';
	if (count === 0) return { beside, figures: 0, columns: 1, across: 0, down: 0, rest: body, placed: null };
	if (beside) {
		const most = Math.min(count, body.down < 20 ? 3 : 4);
		const across = Math.min(30, Math.max(15, body.across * 0.28));
		const rest = { across: body.across - across - apart.beside, down: body.down };
		const placed = placeFigures(stretchesOf(screen, 0, body.down), body.down, shown.slice(0, most), across);
		return { beside, figures: placed?.pitches.length ?? most, columns: 1, across, down: body.down, rest, placed };
	}
	const figures = Math.min(count, screen.arrangement === 'tall' ? 2 : 4);
	const across = (body.across - (figures - 1) * apart.figures) / figures;
	const lines = shown.slice(0, figures).map((figure) => linesOf(figure.titleWithUnit, across));
	const down = above.line * Math.max(1, ...lines) + above.figure;
	const rest = { across: body.across, down: body.down - down - apart.above };
	return { beside, figures, columns: figures, across, down, rest, placed: null };
}

/** The lines of a text in the smallest type. */
const linesOf = (text: string, across: number) => Math.ceil((textWidth(text, 1) * full) / across);

/** From the best to the least. */
const sizesOnPanels: readonly FigureSizes[] = [
	{ first: 20 / 3, others: 10 / 3, told: true },
	{ first: 5, others: 2.9, told: true },
	{ first: 5, others: 2.9, told: false },
	{ first: 10 / 3, others: 2.4, told: true },
	{ first: 5, others: 2.4, told: false },
	{ first: 10 / 3, others: 2.4, told: false },
	{ first: 10 / 3, others: 2.1, told: false },
	{ first: 2.8, others: 2.1, told: false }
];
const fewest = 2;
/** A figure as `WallFigure.svelte` draws it: the line above and its padding, a line of text, the number's line in its size. */
const drawn = { head: 0.58, line: 1.3, number: 1.25 };
/** Above and below a figure. As much of a stretch may lie behind a frame, and figures need none at the ends of the body. */
const air = 0.2;

/**
 * Places figures below each other so that none lies across a frame: as large as all of them can be, else fewer of them.
 * Null where no frame crosses a body `down` units high, and where the panels are too low for any two.
 */
function placeFigures(
	stretches: readonly Stretch[],
	down: number,
	figures: readonly Sided[],
	across: number
): PlacedFigures | null {
	if (stretches.every(({ from, to }) => from === 0 && to === down)) return null;
	const panels = stretches.map(({ from, to }) => ({
		from: from === 0 ? -air : from,
		to: to === down ? to + air : to
	}));
	for (let count = figures.length; count >= Math.min(fewest, figures.length); count--)
		for (const sizes of sizesOnPanels) {
			const heights = figures.slice(0, count).map((figure, index) => heightOf(figure, index === 0, sizes, across));
			const tops = topsOf(heights, panels);
			if (!tops) continue;
			const pitches = tops.map((top, index) => (tops[index + 1] ?? top + (heights[index] ?? 0)) - top);
			return { sizes, above: (tops[0] ?? 0) + air, pitches };
		}
	return null;
}

/** What a figure needs with the air around it. */
function heightOf({ titleWithUnit, title, change, note }: Sided, first: boolean, sizes: FigureSizes, across: number) {
	// An arrow and a word stand between what is compared and the amount.
	const more = change ? `${change.against} ↑ down ${change.text}` : (note ?? '');
	const lines = linesOf(title ?? titleWithUnit, across) + (first || sizes.told ? linesOf(more, across) : 0);
	return air + drawn.head + lines * drawn.line + (first ? sizes.first : sizes.others) * drawn.number + air;
}

/** Where each begins, in order, with as many in a stretch as it holds; null where not all of them fit. */
function topsOf(heights: readonly number[], stretches: readonly Stretch[]): readonly number[] | null {
	let left = heights;
	const used = stretches.flatMap((stretch) => {
		let spare = stretch.to - stretch.from;
		const end = left.findIndex((height) => (spare -= height) < -1e-6);
		const held = left.slice(0, end < 0 ? left.length : end);
		left = left.slice(held.length);
		return held.length > 0 ? [{ stretch, held }] : [];
	});
	if (left.length > 0) return null;
	return used.flatMap(({ stretch: { from, to }, held }, index) => {
		const spare = Math.max(
			0,
			held.reduce((rest, height) => rest - height, to - from)
		);
		const { before, between } = spread(spare, held.length, index === 0, index === used.length - 1);
		let at = from + before;
		return held.map((height) => {
			const top = at;
			at += height + between;
			return top;
		});
	});
}

/** How the spare height of a stretch lies around its figures: half as much beside a frame as between two of them. */
function spread(spare: number, count: number, first: boolean, last: boolean) {
	// One alone goes to the frame that the others stand behind.
	if (count === 1) return { before: last ? 0 : first ? spare : spare / 2, between: 0 };
	const between = spare / (count - 1 + (first ? 0 : 0.5) + (last ? 0 : 0.5));
	return { before: first ? 0 : between / 2, between };
}
