import type { Board, BoardGroup } from '#lib/leaderboard/board.ts';
import { isObject, JsonReader, type RuleProblem } from '#lib/leaderboard/json-reader.ts';

export const stopWays = ['together', 'each', 'none'] as const;
/** How a ceremony halts at an award tier. */
export type StopWay = (typeof stopWays)[number];

/** How a ceremony goes: what an organiser prepares, rehearses, and may take to another machine as a file. */
export interface RevealConfig {
	readonly board: string;
	/** Key of the board's group; '' where it has none. */
	readonly group: string;
	/** What the stage says above the rows; the board's title where empty. */
	readonly title: string;
	/** `final`: places from the last up, nothing of a hidden row is seen; `board`: the standing board, re-ranked item by item. */
	readonly order: 'board' | 'final';
	/** How many places are revealed, from the first; null: all of them. Of `final` only. */
	readonly places: number | null;
	/** Seconds between two items when it goes by itself. */
	readonly pace: number;
	/** By tier; together where left out. */
	readonly stops: Readonly<Record<string, StopWay>>;
	/** What is read out about a winner and shown on the card, by key. */
	readonly citations: Readonly<Record<string, string>>;
	/** What only the presenter sees, by key. */
	readonly notes: Readonly<Record<string, string>>;
	/** What only the presenter sees before anything is out. */
	readonly opening: string;
}

const fileKind = 'gongbang-reveal';
const slowest = 120;
/** More places than this one by one take longer than an audience stays. */
const manyPlaces = 30;

/** A config to begin with: halts at every tier; of a long board only the places that win something. */
export function usualConfig(board: Board, group: BoardGroup | undefined): RevealConfig {
	const upTo = group?.cuts.at(-1)?.upTo ?? 0;
	const many = (group?.ranked ?? 0) > manyPlaces;
	return {
		board: board.rules.id,
		group: group?.key ?? '',
		title: '',
		order: board.rules.freeze ? 'board' : 'final',
		places: many ? Math.min(upTo || manyPlaces, group?.ranked ?? 0) : null,
		pace: 4,
		stops: {},
		citations: {},
		notes: {},
		opening: ''
	};
}

/** Reads a config that was kept or came as a file; null with the problems where it is none. */
export function readConfig(json: unknown): { config: RevealConfig | null; problems: readonly RuleProblem[] } {
	const problems: RuleProblem[] = [];
	if (!isObject(json)) return { config: null, problems: [{ code: 'RULE_NOT_OBJECT', details: { path: '' } }] };
	const file = new JsonReader(json, '', problems);
	file.choice('kind', [fileKind], true);
	file.whole('version', 1);
	const places = file.whole('places', 1);
	const pace = file.whole('pace', 1) ?? 4;
	if (pace > slowest) file.note('RULE_NUMBER', 'pace', { needed: `≤ ${slowest}` });
	const stops = file.object('stops');
	const config: RevealConfig = {
		board: file.text('board', true) ?? '',
		group: textOf(file, 'group'),
		title: textOf(file, 'title'),
		order: file.choice('order', ['board', 'final'], true) ?? 'final',
		places: places ?? null,
		pace,
		stops: Object.fromEntries(
			(stops?.names() ?? []).flatMap((tier) => {
				const way = stops?.choice(tier, stopWays, true);
				return way ? [[tier, way]] : [];
			})
		),
		citations: textsOf(file, 'citations'),
		notes: textsOf(file, 'notes'),
		opening: textOf(file, 'opening')
	};
	file.close();
	return { config: problems.length === 0 ? config : null, problems };
}

/** The config as a file has it. */
export function configFile(config: RevealConfig): object {
	return { kind: fileKind, version: 1, ...config };
}

/** Text that may be empty. */
function textOf(file: JsonReader, name: string): string {
	const value = file.peek(name);
	if (value === undefined) return '';
	if (typeof value === 'string') return value;
	file.note('RULE_TYPE', name, { needed: 'text' });
	return '';
}

function textsOf(file: JsonReader, name: string): Readonly<Record<string, string>> {
	const texts = file.object(name);
	if (!texts) return {};
	return Object.fromEntries(
		texts.names().flatMap((key) => {
			const text = textOf(texts, key);
			return text === '' ? [] : [[key, text]];
		})
	);
}
