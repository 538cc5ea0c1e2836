/** What is known of a wall beyond its size in px. */
export interface ScreenSettings {
	/** Panels of a video wall. */
	readonly columns: number;
	readonly rows: number;
	/** What the frames between two panels hide, as a share of a panel's width. */
	readonly bezel: number;
	/** The panel that this page alone fills, from 1; null: the page covers the whole wall. */
	readonly tile: { readonly column: number; readonly row: number } | null;
	/** From where it is read, in metres, and how large the wall is across its corners, in inches; null: not known. */
	readonly distance: number | null;
	readonly diagonal: number | null;
}

export const oneScreen: ScreenSettings = { columns: 1, rows: 1, bezel: 0, tile: null, distance: null, diagonal: null };

/** A strip of the wall that nobody sees, in px. */
export interface Seam {
	readonly from: number;
	readonly to: number;
}

/** tall: upright; square: 4:3, 5:4; wide: 16:9 to 21:9; band: strips. */
export type Arrangement = 'tall' | 'square' | 'wide' | 'band';

/** A wall as scenes are laid out for it. Lengths in px of the whole wall. */
export interface ScreenShape {
	readonly width: number;
	readonly height: number;
	/** The smallest type. Everything else is a multiple of it. */
	readonly unit: number;
	/** Width and height in units. */
	readonly across: number;
	readonly down: number;
	readonly arrangement: Arrangement;
	/** Between columns, and between rows of panels. */
	readonly seams: { readonly columns: readonly Seam[]; readonly rows: readonly Seam[] };
	/** What this page shows of it. */
	readonly view: { readonly left: number; readonly top: number };
}

/** The smallest type is a fortieth of the height: readable from about six times the height. */
const smallestShare = 1 / 40;
/** Beyond that nothing would fit. */
const largestShare = 1 / 26;
/** Chinese is read with ease when a character is a two hundredth of the distance; it fills nine tenths of its line. */
const perDistance = 1 / 200 / 0.9;
const metresPerInch = 0.0254;

/** Lays a wall out: `viewport` is what the browser has, of one panel or of all. */
export function shapeOf(
	viewport: { readonly width: number; readonly height: number },
	{ columns, rows, bezel, tile, distance, diagonal }: ScreenSettings
): ScreenShape {
	const gapShare = columns > 1 || rows > 1 ? bezel : 0;
	/* Over the whole wall the frames are part of the picture already, when the page covers it. */
	const panel = tile
		? { width: viewport.width, height: viewport.height }
		: {
				width: viewport.width / (columns + (columns - 1) * gapShare),
				height: 0
			};
	const gap = panel.width * gapShare;
	if (!tile) panel.height = (viewport.height - (rows - 1) * gap) / rows;
	const width = columns * panel.width + (columns - 1) * gap;
	const height = rows * panel.height + (rows - 1) * gap;
	const unit = Math.min(
		height * largestShare,
		Math.max(height * smallestShare, unitForDistance({ width, height }, distance, diagonal))
	);
	const seamsOf = (count: number, size: number): Seam[] =>
		Array.from({ length: count - 1 }, (_, index) => {
			const from = (index + 1) * size + index * gap;
			return { from, to: from + gap };
		});
	return {
		width,
		height,
		unit,
		across: width / unit,
		down: height / unit,
		arrangement: arrangementOf(width / height),
		seams: { columns: seamsOf(columns, panel.width), rows: seamsOf(rows, panel.height) },
		view: tile
			? { left: (tile.column - 1) * (panel.width + gap), top: (tile.row - 1) * (panel.height + gap) }
			: { left: 0, top: 0 }
	};
}

/** Px of type that is read from a distance; 0 where it or the size of the wall is not known. */
function unitForDistance(
	{ width, height }: { readonly width: number; readonly height: number },
	distance: number | null,
	diagonal: number | null
): number {
	if (distance === null || diagonal === null) return 0;
	const metres = diagonal * metresPerInch;
	return distance * perDistance * (Math.hypot(width, height) / metres);
}

function arrangementOf(aspect: number): Arrangement {
	if (aspect < 0.9) return 'tall';
	if (aspect < 1.5) return 'square';
	return aspect < 2.8 ? 'wide' : 'band';
}

/** The settings in an address: `screens=3x3&bezel=0.6&tile=2,1&distance=5&diagonal=65`. What cannot be used is left out. */
export function screenSettings(params: URLSearchParams): ScreenSettings {
	const [columns = 1, rows = 1] = pairOf(params.get('screens'), /^(\d{1,2})[x×](\d{1,2})$/i) ?? [];
	const [column, row] = pairOf(params.get('tile'), /^(\d{1,2}),(\d{1,2})$/) ?? [];
	const sound = columns >= 1 && rows >= 1 && columns <= 12 && rows <= 12;
	const fits = column !== undefined && row !== undefined && column >= 1 && row >= 1 && column <= columns && row <= rows;
	return {
		columns: sound ? columns : 1,
		rows: sound ? rows : 1,
		/* Per cent of a panel's width in the address. */
		bezel: (numberOf(params.get('bezel'), 0, 20) ?? 0) / 100,
		tile: sound && fits ? { column, row } : null,
		distance: numberOf(params.get('distance'), 0.5, 100),
		diagonal: numberOf(params.get('diagonal'), 5, 2000)
	};
}

function pairOf(text: string | null, pattern: RegExp): [number, number] | null {
	const found = pattern.exec(text ?? '');
	return found ? [Number(found[1]), Number(found[2])] : null;
}

function numberOf(text: string | null, least: number, most: number): number | null {
	const value = text === null || text === '' ? Number.NaN : Number(text);
	return value >= least && value <= most ? value : null;
}

/** What a scene has for itself, in units: below its headline, above the wall's foot. `SceneLayer.svelte` keeps to it. */
export function sceneBody({ across, down, arrangement }: ScreenShape): {
	readonly across: number;
	readonly down: number;
} {
	const { top, headline, gap, bottom, side } = sceneFrame(arrangement);
	return { across: across - 2 * side, down: down - top - headline - gap - bottom };
}

/** What a text at the left of a scene has before the first seam, in units; the whole width where there is none. */
export function firstPanel({ across, arrangement, seams, unit }: ScreenShape): number {
	const { side } = sceneFrame(arrangement);
	const [seam] = seams.columns;
	return seam ? seam.from / unit - side - 0.5 : across - 2 * side;
}

/**
 * The frame of a scene in units. Upright, time and code stand in a band of their own above; the foot has two lines, and a
 * third when the server has not been heard.
 */
export function sceneFrame(arrangement: Arrangement) {
	const tall = arrangement === 'tall';
	return {
		top: tall ? 6.8 : 1.6,
		/** What it is about, and two lines of title. */
		headline: tall ? 7 : 5.7,
		gap: tall ? 1 : 1.4,
		bottom: tall ? 6 : 3.4,
		side: 2,
		/** Right of the headline stand time and code. */
		beside: tall ? 0 : 16
	};
}

const titleUnits = 5 / 3;
const titleLines = 2;

/** The size of a title in units: that of titles, or less where two lines would not hold it; `em` is its width in its own size. */
export function titleSize(em: number, { across, arrangement }: ScreenShape, panelAcross = across): number {
	const { side, beside } = sceneFrame(arrangement);
	const room = Math.min(across - 2 * side - beside, panelAcross - side - 1);
	// Lines break before they are full.
	return Math.min(titleUnits, Math.max(1, (titleLines * room * 0.92) / em));
}
