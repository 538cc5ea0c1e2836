import { wrapText } from '#lib/charts/wrap-text.ts';
import { textWidth } from '#lib/wall/text-width.ts';
import { m } from '#lib/messages/generated/messages.js';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import type { WallBoard, WallBoardGroup, WallRow } from './board-answer.ts';
import { placeRows, rowsIn, stretchesOf } from './panel-rows.ts';

/** How the rows of a board stand on a wall. Lengths in units. */
export interface BoardRoom {
	readonly columns: number;
	/** Rows of a column. */
	readonly rows: number;
	readonly rowDown: number;
	/** What a row has until the next begins: more where the frame of a panel is between them. */
	readonly pitches: readonly number[];
	/** What is left free above the first row and its head. */
	readonly above: number;
	/** Bars beside the names; else below them. */
	readonly beside: boolean;
	/** Whether what the figures are stands above them. */
	readonly heads: boolean;
	readonly rank: number;
	readonly movement: number;
	readonly name: number;
	readonly value: number;
	/** Each further figure, and how many of them there is room for. */
	readonly further: number;
	readonly furtherCount: number;
	readonly pages: readonly BoardPage[];
}

/** What is on at once. */
export interface BoardPage {
	readonly group: WallBoardGroup;
	readonly rows: readonly WallRow[];
}

const large = 5 / 3;
const columnGap = 3;
const headDown = 2;
/** The name of a group above its rows. */
const groupDown = 2.4;
const noteDown = 1.4;
const footGap = 0.8;
/** Between two parts of a row. */
export const partGap = 0.8;
const leastBar = 5;
/** A column that is narrower has its bars below the names. */
const leastColumn = 27;
const rowDown = { beside: 2.6, below: 3.6, most: 3.6 };

/** Lays out the rows of a board: so many columns that names have room, so few pages that each is read at leisure. */
export function boardRoom(board: WallBoard, screen: ScreenShape): BoardRoom {
	const body = sceneBody(screen);
	const parts = partsOf(board);
	const medals = board.heads.further.length > 0;
	const longest = widest(
		rowsOf(board).map(({ name }) => name),
		1
	);
	const most = Math.max(1, Math.floor((body.across + columnGap) / (leastColumn + columnGap)));
	// On a video wall a row stays on its panel.
	const panels = screen.seams.columns.length + 1;
	const counts = panels > 1 ? [panels] : Array.from({ length: most }, (_, index) => most - index);
	const tried = counts.map((columns) => {
		const across = (body.across - (columns - 1) * columnGap) / columns;
		const beside = across >= leastColumn - 0.5;
		const furtherCount = beside ? board.heads.further.length : Math.min(2, board.heads.further.length);
		const furtherAcross = furtherCount * (parts.further + partGap);
		// Of a narrow column the values' title is left out: it stands in the headline.
		const value = beside || medals ? Math.max(parts.value, Math.min(9, parts.head)) : parts.value;
		// Under the rank stand ties and movement, where bars stand below.
		const rank = beside
			? parts.rank + parts.tie
			: Math.max(parts.rank, parts.tie + (board.moving ? parts.movement : 0));
		const moving = beside && board.moving ? parts.movement + partGap : 0;
		const fixed = rank + value + moving + 2 * partGap;
		// Beside the name stands the bar, except where further figures are what is compared.
		const wanted = Math.max(4, across - fixed - furtherAcross - (beside && !medals ? leastBar + partGap : 0));
		const name = beside ? Math.min(wanted, Math.max(6, longest * large * 1.04)) : wanted;
		return { columns, beside, name, value, rank, furtherCount };
	});
	// A name takes at most two lines of the smallest type, if it can be done.
	const { columns, beside, name, value, rank, furtherCount } =
		tried.find((one) => longest * 1.15 <= 2 * one.name) ?? (tried.at(-1) as Tried);
	const lines =
		longest * large * 1.04 <= name
			? 0
			: Math.max(
					Math.ceil((longest * 1.15) / name),
					...rowsOf(board).map((row) => wrapText(row.name, name / 0.95, 1).length)
				);
	const least = Math.max(
		beside ? rowDown.beside : rowDown.below,
		lines * 1.25 + (beside ? 0.1 : lines > 2 ? 1.5 : 0.9)
	);
	const top = (beside || medals ? headDown : 0) + (board.groups.length > 1 ? groupDown : 0);
	const stretches = stretchesOf(screen, top, body.down - footGap - noteDown * noteLines(board, body.across));
	const perColumn = Math.max(1, rowsIn(stretches, least));
	const pages = board.groups.flatMap((group) => pagesOf(group, perColumn * columns));
	const fullest = Math.max(1, ...pages.map((page) => Math.ceil(page.rows.length / columns)));
	const { row, tops, pitches } = placeRows(stretches, fullest, { least, most: rowDown.most });
	return {
		columns,
		rows: fullest,
		rowDown: row,
		pitches,
		above: (tops[0] ?? top) - top,
		beside,
		name,
		heads: beside || medals,
		rank,
		movement: parts.movement,
		value,
		further: parts.further,
		furtherCount,
		pages
	};
}

interface Tried {
	readonly columns: number;
	readonly beside: boolean;
	readonly name: number;
	readonly value: number;
	readonly rank: number;
	readonly furtherCount: number;
}

const rowsOf = (board: WallBoard) => board.groups.flatMap(({ rows }) => rows);
const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => textWidth(text, size)));

/** What the parts of a row need beside the name. */
function partsOf(board: WallBoard) {
	const rows = rowsOf(board);
	const texts = (of: (row: WallRow) => string | readonly string[]) => rows.flatMap((row) => of(row));
	return {
		rank:
			widest(
				texts(({ rank }) => String(rank ?? '—')),
				large
			) + 0.2,
		tie: rows.some(({ tied }) => tied) ? textWidth(m.boards_tied(), 1) + 0.3 : 0,
		movement: Math.max(
			2,
			widest(
				texts(({ movement }) => movement?.text ?? ''),
				1
			)
		),
		value: widest(
			texts(({ value, reason }) => (reason === null ? value : '')),
			large
		),
		head: widest([board.heads.value], 1),
		further: Math.max(
			widest(board.heads.further, 1),
			widest(
				texts(({ further }) => further),
				large
			)
		)
	};
}

/** How many lines the notes under a board take. */
function noteLines({ notes }: WallBoard, across: number): number {
	// Beside them stands the page.
	return Math.max(1, Math.ceil((textWidth(notes.join('　　'), 1) * 1.05 + 4.5) / across));
}

/** Pages of about equal length. */
function pagesOf(group: WallBoardGroup, most: number): BoardPage[] {
	const count = Math.max(1, Math.ceil(group.rows.length / most));
	const each = Math.ceil(group.rows.length / count);
	return Array.from({ length: count }, (_, page) => ({
		group,
		rows: group.rows.slice(page * each, (page + 1) * each)
	}));
}
