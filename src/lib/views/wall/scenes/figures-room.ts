import { textWidth } from '#lib/wall/text-width.ts';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { placeRows, rowsIn, stretchesOf } from './panel-rows.ts';

/** Where the figures of a scene stand, in units: the first in a place of its own, the others in a grid. */
export interface FiguresRoom {
	/** Beside each other, or the first above the others. */
	readonly beside: boolean;
	readonly hero: { readonly across: number; readonly down: number };
	readonly columns: number;
	readonly rows: number;
	/** Between columns. */
	readonly gap: number;
	/** What is left free above the first row of the others, and what each row has until the next begins. */
	readonly above: number;
	readonly pitches: readonly number[];
	/** What one of the others has, and how large its number may be. */
	readonly cell: { readonly across: number; readonly down: number; readonly largest: number };
}

/** A title, a figure of five characters and its change need that much. */
const cells = {
	/* Upright each is a line: title, figure. */
	tall: { across: 18, down: 4.6, gap: 1, largest: 2.2 },
	other: { across: 8.2, down: 7.4, gap: 2.6, largest: 10 / 3 },
	roomy: { across: 14, down: 7.4, gap: 2.6, largest: 10 / 3 }
};
/** Where the frames of panels take some of the height, smaller figures are better than fewer. */
const low = { down: 6.2, largest: 2.4 };
/** Where there is height for it, they are larger. */
const high = { down: 12, largest: 5 };
const rowGap = 0.8;
const most = 8;

/** Lays out one large figure and up to eight others, as many as keep their size. */
export function figuresRoom(screen: ScreenShape, others: number): FiguresRoom {
	const body = sceneBody(screen);
	const beside = screen.arrangement === 'wide' || screen.arrangement === 'band';
	const hero = beside
		? { across: Math.min(46, Math.max(18, body.across * 0.46)), down: body.down }
		: { across: body.across, down: screen.arrangement === 'tall' ? Math.min(8.7, body.down * 0.4) : body.down * 0.36 };
	const grid = beside
		? { across: body.across - hero.across - 3.6, down: body.down }
		: { across: body.across, down: body.down - hero.down - 1.5 };
	const wide = (grid.across - cells.roomy.gap) / 2 >= cells.roomy.across;
	const upright = screen.arrangement === 'tall';
	const cell = upright ? cells.tall : wide ? cells.roomy : cells.other;
	const { across, gap } = cell;
	const columns = Math.max(1, Math.min(4, Math.floor((grid.across + gap) / (across + gap))));
	const wanted = Math.ceil(Math.min(others, most) / columns);
	/* The gap below the last row of a panel may lie behind its frame. */
	const stretches = stretchesOf(screen, body.down - grid.down, body.down).map(({ from, to }) => ({
		from,
		to: to + rowGap
	}));
	const rowsOf = (height: number) => Math.min(wanted, rowsIn(stretches, height + rowGap));
	const lower = stretches.length > 1 && !upright && rowsOf(low.down) > rowsOf(cell.down);
	const { down, largest } = lower ? low : cell;
	const rows = Math.max(1, rowsOf(down));
	const { row, tops, pitches } = placeRows(stretches, rows, { least: down + rowGap, most: grid.down + rowGap });
	return {
		beside,
		hero,
		columns,
		rows,
		gap,
		above: (tops[0] ?? 0) - (body.down - grid.down),
		pitches,
		cell: {
			across: (grid.across - (columns - 1) * gap) / columns,
			down: row - rowGap,
			largest: !upright && rowsOf(high.down) >= rows ? high.largest : largest
		}
	};
}

/** The size of a figure in units that keeps figure and unit on one line; at most `largest`. */
export function figureSize(value: string, unit: string, across: number, largest: number, unitSize: number): number {
	const em = Math.max(0.6, textWidth(value, 1) * 1.04) + 0.3;
	return Math.min(largest, Math.max(1, (across - textWidth(unit, unitSize)) / em));
}
