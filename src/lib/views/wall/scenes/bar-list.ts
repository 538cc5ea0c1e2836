import { textWidth } from '#lib/wall/text-width.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { rankRows, type MemberRow } from '../../member-rows.ts';
import type { Scope } from '../../scope.ts';
import { rankedColumns, type ColumnsLayout } from './ranked-columns.ts';
import { wallLabel } from './wall-label.ts';

/** A row of a list of bars. */
export interface BarRow {
	readonly key: string;
	readonly name: string;
	readonly label: string;
	/** Null where it has none. */
	readonly rank: number | null;
	readonly value: number | null;
	readonly provisional: boolean;
	readonly own: boolean;
}

/** A list of bars with what stands above it. */
export interface BarList {
	readonly title: string;
	/** What the bars are of, with the unit. */
	readonly head: string;
	readonly rows: readonly BarRow[];
}

/** Members by an indicator, the first on top; those that owe a figure and have none at the end. */
export function memberBars(rows: readonly MemberRow[], indicator: Indicator, scope: Scope): BarRow[] {
	return rankRows(rows, indicator)
		.filter(({ value, expected }) => value !== null || expected)
		.map(({ key, short, value, rank, provisional }) => ({
			key,
			name: short,
			label: value === null ? m.wall_map_missing() : wallLabel(value, indicator, scope.language),
			rank,
			value,
			provisional,
			own: key === scope.place.key
		}));
}

/** What of a list stands on a page, and the height of what stands above it. */
export interface FittedBars {
	readonly rows: readonly BarRow[];
	readonly layout: ColumnsLayout;
	readonly headDown: number;
}

const line = 1.3;
const headGap = 0.4;
/** How close rows of the smallest type stand: all of one line, some of two between those of one, two of two together. */
const closest = { single: 1.6, mixed: 1.9, double: 2.2 };
const mostName = 0.5;

/** Beside the head, or below it, stands how many rows of how many are shown, where that is not all. */
const countAcross = 11;

type Printed = Pick<BarList, 'head' | 'rows'>;
interface Box {
	readonly across: number;
	readonly down: number;
}

/** The first rows of a list, as many as one page holds at reading size. */
export function fittingBars(list: Printed, box: Box): FittedBars {
	const head = textWidth(list.head, 1) * 1.02;
	const own = Math.ceil(head / box.across);
	const all = barsBelow(list, own, box);
	if (all.rows.length === list.rows.length) return all;
	return barsBelow(list, head + countAcross > box.across ? own + 1 : own, box);
}

function barsBelow({ rows }: Printed, headLines: number, { across, down }: Box): FittedBars {
	const headDown = headLines * line + headGap;
	const box = { across, down: down - headDown };
	let fitting = rows;
	let layout = rankedColumns(fitting, box);
	while (layout.pages > 1) {
		fitting = fitting.slice(0, -1);
		layout = rankedColumns(fitting, box);
	}
	// Long names in a narrow place: more rows stand there close to each other.
	const long = rows.map(({ name }) => textWidth(name, 1) > across * mostName);
	const together = long.some((one, index) => one && long[index + 1]);
	const least = together ? closest.double : long.includes(true) ? closest.mixed : closest.single;
	const close = rows.slice(0, Math.floor(box.down / least));
	if (close.length > fitting.length) return { rows: close, layout: closeLayout(close, box), headDown };
	const unranked = rows.every(({ rank }) => rank === null);
	return { rows: fitting, layout: unranked ? { ...layout, rank: 0 } : layout, headDown };
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, 1)));

/** One column in the smallest type, names on two lines where they need them. */
function closeLayout(rows: readonly BarRow[], { across, down }: Box): ColumnsLayout {
	const rank = rows.every((row) => row.rank === null) ? 0 : 1.8;
	return {
		...{ columns: 1, rows: rows.length, pages: 1, size: 1, row: down / rows.length, rank, gap: 2 },
		name: Math.min(across * mostName, widest(rows.map(({ name }) => name))),
		label: widest(rows.map(({ label }) => label)) * 1.05
	};
}
