import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Together } from '#lib/query/together.ts';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import { shownDecimal } from '../../board-figures.ts';
import { localTime } from '../../freeze-time.ts';
import { whereOf } from '../../lead.ts';
import {
	askBoard,
	boardById,
	boardsOf,
	publicBoard,
	releaseName,
	withShownNames,
	type BoardAnswer,
	type BoardHome,
	type ReleaseBoard
} from '../../leaderboards/board-source.ts';
import { leaderHeadline, saysReported } from '../../leaderboards/board-words.ts';
import { reasonText } from '../../leaderboards/explanation-words.ts';
import { findingText } from '../../leaderboards/finding-words.ts';
import { shortNames } from '../../leaderboards/members.ts';
import { lengthOf, tieFields } from '../../leaderboards/table-columns.ts';
import { boardUnits } from '../../leaderboards/units.ts';
import {
	completenessWord,
	evenWords,
	fieldTitle,
	fieldUnit,
	fieldText,
	type BoardWords
} from '../../leaderboards/words.ts';
import { headWithUnit } from '../../words.ts';
import { sceneScope, type SceneContext } from '../scene.ts';

/** A row of a board as a wall shows it. */
export interface WallRow {
	readonly key: string;
	/** Null: it has none, see `reason`. */
	readonly rank: number | null;
	readonly tied: boolean;
	readonly name: string;
	readonly value: string;
	/** From where to where its bar goes, as shares of the width; null where there is nothing to draw. */
	readonly bar: { readonly from: number; readonly to: number } | null;
	/** What decides behind the value on a board of medals: silver, bronze … */
	readonly further: readonly string[];
	readonly provisional: boolean;
	/** Null where there is nothing to say. */
	readonly movement: { readonly direction: 'up' | 'down' | 'new'; readonly text: string } | null;
	readonly reason: string | null;
}

/** Rows that are ranked among themselves. */
export interface WallBoardGroup {
	readonly key: string;
	readonly rows: readonly WallRow[];
}

/** A board as a wall shows it. */
export interface WallBoard {
	readonly id: string;
	readonly title: string;
	/** Of which place and when. */
	readonly about: string;
	/** Who leads. */
	readonly lead: string;
	readonly heads: { readonly value: string; readonly further: readonly string[] };
	readonly groups: readonly WallBoardGroup[];
	/** Whether movement is shown at all. */
	readonly moving: boolean;
	/** 暂定, 已报 31/33; empty where there is nothing to say. */
	readonly state: string;
	/** What has to be said about ranks: what they are compared with, frozen, cut. */
	readonly notes: readonly string[];
}

/** Rows of a board that nobody has limited. */
const mostRows = 60;

/** The board of a scene: the one that it names, else the first that the release has. Null without any. */
export function sceneBoard(entry: SceneEntry, context: SceneContext): ReleaseBoard | null {
	const home: BoardHome = { profile: context.profile, indicators: context.indicators, lists: context.lists };
	return (entry.board === undefined ? null : boardById(entry.board, home)) ?? boardsOf(home).boards[0] ?? null;
}

/** Whether the board is made of the rows of a register. */
export function needsDetail(entry: SceneEntry, context: SceneContext): boolean {
	const board = sceneBoard(entry, context);
	return board !== null && board.source.from !== 'indicators';
}

/** What the figures of a scene come from. */
export function releaseOf({ manifest, lists }: SceneContext): string {
	return releaseName(manifest, lists.batches);
}

/** Asks for the board of a scene, with all that it is made of. */
export function askBoardOf(entry: SceneEntry, context: SceneContext): Together<BoardAnswer> | null {
	const [board, scope] = [sceneBoard(entry, context), sceneScope(entry, context)];
	return board && scope && askBoard(board, scope, releaseOf(context));
}

/** Asks for the board of a scene as a wall shows it. */
export function askWallBoard(entry: SceneEntry, context: SceneContext): Together<WallBoard> | null {
	const asked = askBoardOf(entry, context);
	return (
		asked && {
			...asked,
			combine: (answers) =>
				wallBoard(withShownNames(asked.combine(answers)), releaseOf(context), entry.rows ?? mostRows)
		}
	);
}

/** What a wall shows of a board: what the public sees, as many ranks as are wanted. */
export function wallBoard(answer: BoardAnswer, release: string, most: number): WallBoard {
	const { scope, rules } = answer;
	const board = publicBoard(answer, release);
	const words: BoardWords = { rules, units: boardUnits(answer.board), language: scope.language };
	const all = board.groups.flatMap(({ rows }) => rows);
	const further = rules.kind === 'medals' ? tieFields(rules, all) : [];
	const field = rules.chain[0]?.field ?? '';
	const short = shortNames(answer.board, scope);
	const groups = board.groups
		.filter(({ ranked }) => ranked > 0)
		.map((group) => ({ key: group.key, rows: wallRows(group, words, { field, further, short, most }) }));
	const ranked = board.groups.reduce((sum, group) => sum + group.ranked, 0);
	const whole = Math.max(answer.whole, all.length);
	const cut = board.groups.some(({ ranked: count }) => count > most) || answer.whole > answer.entries.length;
	const [first] = board.groups;
	return {
		id: answer.board.rules.id,
		title: answer.title,
		about: [answer.title, whereOf(scope), answer.name].filter(Boolean).join(' · '),
		lead: first && ranked > 0 ? leaderHeadline(words, first) : '',
		heads: {
			// Of medals every column is a count.
			value: headWithUnit(fieldTitle(words, field), further.length > 0 ? '' : fieldUnit(words, field)),
			further: further.map((one) => fieldTitle(words, one))
		},
		groups,
		moving: board.groups.some(({ movement }) => movement.baseline !== null),
		state: [
			first && saysReported(board, first) ? completenessWord(first, board) : '',
			first?.provisional && ranked > 0 ? m.panel_provisional() : ''
		]
			.filter(Boolean)
			.join(' · '),
		notes: [
			frozenNote(answer),
			first?.movement.baseline == null ? null : m.wall_board_baseline({ baseline: first.movement.baseline }),
			first?.movement.baseline == null || !first.movement.reason ? null : findingText(first.movement.reason),
			groups.some(({ rows }) => rows.some(({ provisional }) => provisional)) ? m.wall_board_provisional() : null,
			cut ? m.wall_board_cut({ count: formatExact(most), whole: formatExact(whole) }) : null
		].filter((note) => note !== null)
	};
}

function frozenNote({ rules: { freeze } }: BoardAnswer): string | null {
	if (!freeze) return null;
	return freeze.at
		? m.boards_frozen_at({ at: localTime(freeze.at) })
		: m.boards_frozen_release({ release: (freeze.release ?? '').slice(0, 8) });
}

interface RowTerms {
	readonly field: string;
	readonly further: readonly string[];
	readonly short: (key: string, name: string) => string;
	readonly most: number;
}

/** The rows down to a rank; with all ranks shown, those that have none as well. */
function wallRows(group: BoardGroup, words: BoardWords, { field, further, short, most }: RowTerms): WallRow[] {
	const shown = group.rows.filter(({ rank }) => (rank === null ? group.ranked <= most : rank <= most));
	const even = evenWords(words, [field, ...further], shown);
	const lengths = shown.map(({ entry }) => lengthOf(entry.values[field]) ?? 0);
	const [least, largest] = [Math.min(0, ...lengths), Math.max(0, ...lengths)];
	const share = (length: number) => (length - least) / (largest - least);
	return shown.map((row): WallRow => {
		const length = lengthOf(row.entry.values[field]);
		const drawn = length === null || largest === least || row.reason !== null ? null : [share(0), share(length)];
		return {
			key: row.entry.key,
			rank: row.rank,
			tied: row.tied,
			name: words.rules.entity === 'person' ? row.entry.name : short(row.entry.key, row.entry.name),
			value: valueText(even, field, row),
			bar: drawn && { from: Math.min(...drawn), to: Math.max(...drawn) },
			further: further.map((one) => fieldText(even, one, row.entry.values[one])),
			provisional: row.entry.provisional === true,
			movement: movementOf(row),
			reason: row.reason ? reasonText(words, row.reason) : null
		};
	});
}

/** Large amounts in 万 and 亿, as they are read from afar; shares and times as the board prints them. */
function valueText(words: BoardWords, field: string, { entry }: BoardRow): string {
	const [unit, value] = [words.units[field], entry.values[field]];
	const decimal = shownDecimal(unit, value);
	if (decimal === null || unit?.as || !/^-?\d+(\.0*)?$/.test(decimal) || Math.abs(Number(decimal)) < 10_000)
		return fieldText(words, field, value);
	return formatNumber(Number(decimal), words.language);
}

function movementOf({ movement }: BoardRow): WallRow['movement'] {
	if (movement === null || movement === 0) return null;
	if (movement === 'new') return { direction: 'new', text: m.boards_new() };
	return movement > 0
		? { direction: 'up', text: `▲${movement}` }
		: { direction: 'down', text: `▼${Math.abs(movement)}` };
}
