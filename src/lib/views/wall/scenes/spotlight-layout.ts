import { textWidth } from '#lib/wall/text-width.ts';
import { stretchesOf, type Stretch } from './panel-rows.ts';
import { firstPanel, sceneBody, type ScreenShape } from '#lib/wall/screen.ts';

/** What the figures of all parts print at their longest, so that nothing changes its place from part to part. */
export interface LongestFigure {
	readonly value: string;
	readonly unit: string;
}

/** Where a part's name, its figures and its place among the others stand. Lengths in units. */
export interface SpotlightLayout {
	/** The name beside its figures, or above them. */
	readonly beside: boolean;
	readonly name: { readonly across: number; readonly down: number };
	readonly columns: number;
	/** Units stand with the titles, and the comparison is left to be known. */
	readonly narrow: boolean;
	/** How many figures there are. */
	readonly figures: number;
	readonly value: number;
	/** The strip of all parts; 0 where it has no room. */
	readonly strip: number;
	/** On a video wall where name and figures begin, each on a panel; null: one below the other. */
	readonly tops: { readonly name: number; readonly figures: number } | null;
}

const gap = 2;
/** Above and below a figure: its title on two lines at most, and its change. */
const around = { wide: 3.4, narrow: 4.6 };
/** Narrower, a figure leaves no room for its unit. */
const narrowest = 13;
const strip = { least: 2.4, most: 7 };

/** Lays a spotlight out: as many figures as keep a good size, the strip in what is left. */
export function spotlightLayout(figures: readonly LongestFigure[], screen: ScreenShape): SpotlightLayout {
	const body = sceneBody(screen);
	const beside = body.across > 100;
	const across = beside ? body.across * 0.6 - gap : body.across;
	const name = beside
		? { across: Math.min(firstPanel(screen), body.across * 0.4), down: body.down }
		: {
				across: Math.min(firstPanel(screen), body.across),
				down: Math.min(9, Math.max(3, body.down * (body.across < 30 ? 0.22 : 0.3)))
			};
	const stretches = beside ? [] : stretchesOf(screen, 0, body.down);
	if (stretches.length > 1) return onPanels(figures, screen, { name, stretches });
	const room = beside ? body.down : body.down - name.down;
	for (const count of [figures.length, 4, 2, 1].filter((some) => some <= figures.length)) {
		for (const columns of columnsFor(count)) {
			const each = (across - (columns - 1) * gap) / columns;
			const narrow = each < narrowest;
			const value = Math.min(10 / 3, ...figures.slice(0, count).map((figure) => sizeFor(figure, each, narrow)));
			const rows = Math.ceil(count / columns);
			const high = rows * (value * 1.25 + (narrow ? around.narrow : around.wide)) + (rows - 1) * 0.8;
			const left = room - high;
			if (value >= 5 / 3 && left >= 0)
				return { beside, name, columns, narrow, figures: count, value, strip: stripIn(left), tops: null };
		}
	}
	return {
		beside,
		name,
		columns: 1,
		narrow: true,
		figures: Math.min(1, figures.length),
		value: 1,
		strip: 0,
		tops: null
	};
}

/** As many figures to each panel, the name above them: both where no frame crosses them. */
function onPanels(
	figures: readonly LongestFigure[],
	screen: ScreenShape,
	{ name, stretches }: Pick<SpotlightLayout, 'name'> & { readonly stretches: readonly Stretch[] }
): SpotlightLayout {
	const { across } = sceneBody(screen);
	const panels = screen.seams.columns.length + 1;
	const fitting = Math.min(figures.length, Math.floor((across + gap) / (narrowest + gap)));
	const columns = Math.max(1, Math.min(figures.length, Math.max(panels, fitting - (fitting % panels))));
	const each = (across - (columns - 1) * gap) / columns;
	const narrow = each < narrowest;
	const own = Math.min(10 / 3, ...figures.slice(0, columns).map((figure) => sizeFor(figure, each, narrow)));
	const lowest = stretches.at(-1) as Stretch;
	const down = lowest.to - lowest.from;
	const value = Math.max(1, Math.min(own, (down - (narrow ? around.narrow : around.wide)) / 1.25));
	const above = stretches
		.slice(0, -1)
		.reduce((one, other) => (other.to - other.from > one.to - one.from ? other : one));
	const nameDown = Math.min(name.down, above.to - above.from);
	return {
		...{ beside: false, columns, narrow, figures: columns, value },
		name: { across: name.across, down: nameDown },
		strip: stripIn(down - (value * 1.25 + (narrow ? around.narrow : around.wide))),
		tops: { name: above.to - nameDown, figures: lowest.from }
	};
}

const columnsFor = (count: number) => (count > 2 ? [count, 2] : [count, 1]);

function sizeFor({ value, unit }: LongestFigure, across: number, narrow: boolean): number {
	return (across - (narrow || unit === '' ? 0 : textWidth(unit, 1) + 0.4)) / (textWidth(value, 1) * 1.04 + 0.01);
}

function stripIn(left: number): number {
	const high = Math.min(strip.most, left - 1);
	return high >= strip.least ? high : 0;
}

/** The name that is shown and its size: the full one as large as a line allows, the short one where that would be small. */
export function nameSize(
	names: { readonly name: string; readonly short: string },
	{ across, down }: { readonly across: number; readonly down: number }
): { readonly text: string; readonly size: number } {
	const largest = Math.min(20 / 3, down / 1.25);
	const fitting = (text: string) => Math.min(largest, across / textWidth(text, 1.02));
	const full = fitting(names.name);
	const short = fitting(names.short);
	return full >= largest * 0.6 || full >= short ? { text: names.name, size: full } : { text: names.short, size: short };
}
