import { textWidth } from '#lib/wall/text-width.ts';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';

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
}

/** Between figures and picture, between figures. */
const apart = { beside: 3.6, above: 1.2, figures: 2 };
/** A line of a title, and the figure with the space around it, where they stand above the picture. */
const above = { line: 1.3, figure: 3.8 };

/** Lays figures and a picture out. */
export function sidedRoom(screen: ScreenShape, shown: readonly { readonly titleWithUnit: string }[]): SidedRoom {
	const count = shown.length;
	const body = sceneBody(screen);
	const beside = screen.arrangement === 'wide' || screen.arrangement === 'band';
	if (count === 0) return { beside, figures: 0, columns: 1, across: 0, down: 0, rest: body };
	if (beside) {
		const figures = Math.min(count, body.down < 20 ? 3 : 4);
		const across = Math.min(30, Math.max(15, body.across * 0.28));
		const rest = { across: body.across - across - apart.beside, down: body.down };
		return { beside, figures, columns: 1, across, down: body.down, rest };
	}
	const figures = Math.min(count, screen.arrangement === 'tall' ? 2 : 4);
	const across = (body.across - (figures - 1) * apart.figures) / figures;
	const lines = shown
		.slice(0, figures)
		.map((figure) => Math.ceil((textWidth(figure.titleWithUnit, 1) * 1.02) / across));
	const down = above.line * Math.max(1, ...lines) + above.figure;
	const rest = { across: body.across, down: body.down - down - apart.above };
	return { beside, figures, columns: figures, across, down, rest };
}
