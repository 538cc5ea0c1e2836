import usual from '#data/boards/usual.json' with { type: 'json' };
import type { Profile } from '#lib/dimensions/profile.ts';
import { wordsOf } from '#lib/dimensions/region-noun.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import {
	declaredBoard,
	mergedTemplates,
	readDeclared,
	type BoardTemplate,
	type DeclaredBoard,
	type DeclaredProblem,
	type Filling
} from '#lib/leaderboard/declared.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';

/** A board of the open release: its rules, where its entries come from, and the indicators behind its fields. */
export interface ReleaseBoard extends DeclaredBoard {
	/** By field of the rules; empty for boards of registers. */
	readonly indicators: Readonly<Record<string, Indicator>>;
}

/** What boards are made for. */
export interface BoardHome {
	readonly profile: Pick<Profile, 'highlights' | 'regionNoun' | 'boards'>;
	/** Those that the release has figures of, e.g. `PageView.indicators`. */
	readonly indicators: readonly Indicator[];
	readonly lists: Pick<ReleaseLists, 'groups' | 'batches'>;
}

/** The boards of a release, in the order of the files, those of single competitions apart; and what is wrong with its own. */
export function boardsOf(home: BoardHome): {
	readonly boards: readonly ReleaseBoard[];
	readonly problems: readonly DeclaredProblem[];
} {
	const { templates, problems } = templatesOf(home);
	const expanded = templates.map((template) => expand(template, home));
	// A board and its neighbour of the same figure stand together: totals and rates in the order of the main indicators.
	return { boards: expanded.flat().filter((board) => isThere(board, home)), problems };
}

/** A board by its id, those of single competitions included; null where the release has none of that id. */
export function boardById(id: string, home: BoardHome): ReleaseBoard | null {
	const known = boardsOf(home).boards.find(({ rules }) => rules.id === id);
	if (known) return known;
	for (const template of templatesOf(home).templates) {
		if (template.each !== 'competitions') continue;
		const competition = competitionIn(id, template.id);
		const board = competition && declaredBoard(template, { ...fillingOf(home), competition });
		if (board && isThere({ ...board, indicators: {} }, home)) return { ...board, indicators: {} };
	}
	return null;
}

/** The boards of one competition: its events, its teams. */
export function competitionBoards(competition: string, home: BoardHome): readonly ReleaseBoard[] {
	return templatesOf(home).templates.flatMap((template) => {
		if (template.each !== 'competitions') return [];
		const board = declaredBoard(template, { ...fillingOf(home), competition });
		return board && isThere({ ...board, indicators: {} }, home) ? [{ ...board, indicators: {} }] : [];
	});
}

const product = readDeclared(usual).templates;

function templatesOf({ profile }: BoardHome) {
	const own = readDeclared(profile.boards ?? []);
	return { templates: mergedTemplates(product, own.templates), problems: own.problems };
}

/** Boards are by one each: by province. */
const fillingOf = ({ profile: { regionNoun } }: BoardHome): Filling => ({
	noun: { zh: regionNoun.zh, en: wordsOf(regionNoun, 'en').noun }
});

/** The competition that an id names, by the pattern of a template's id; an id with two readings is read from the left. */
function competitionIn(id: string, pattern: string): string | null {
	const [before = '', after = ''] = pattern.split('{competition}');
	const inside = id.slice(before.length, id.length - after.length);
	return id.startsWith(before) && id.endsWith(after) && inside !== '' ? inside : null;
}

function expand(template: BoardTemplate, home: BoardHome): ReleaseBoard[] {
	if (template.each === 'competitions') return [];
	if (template.each === undefined) {
		const board = declaredBoard(template, fillingOf(home));
		return board ? known(board, home) : [];
	}
	const rates = template.each === 'rates';
	return mainIndicators(home)
		.filter((indicator) => (indicator.denominator !== undefined) === rates)
		.flatMap((indicator) => {
			const direction = indicator.direction === 'lower' ? ('ascending' as const) : ('descending' as const);
			const told = { id: indicator.id, title: titleOf(indicator) };
			const board = declaredBoard(template, { ...fillingOf(home), indicator: told, direction });
			return board ? known(board, home) : [];
		});
}

const titleOf = ({ title, short }: Indicator): Bilingual => ({ zh: short.zh, en: title.en });

function mainIndicators({ profile, indicators }: BoardHome): Indicator[] {
	return profile.highlights.flatMap((id) => indicators.find((indicator) => indicator.id === id) ?? []);
}

/** A board with its indicators; none where the release lacks one of them. */
function known(board: DeclaredBoard, { indicators }: BoardHome): ReleaseBoard[] {
	const found = Object.entries(board.source.values).map(
		([field, id]) => [field, indicators.find((indicator) => indicator.id === id)] as const
	);
	if (found.some(([, indicator]) => indicator === undefined)) return [];
	return [{ ...board, indicators: Object.fromEntries(found as [string, Indicator][]) }];
}

/** Without groups there is no board of groups, without a register none of its rows. */
function isThere({ source }: ReleaseBoard, { lists }: BoardHome): boolean {
	const brings = (dataset: string) => lists.batches.some((batch) => batch.dataset === dataset && batch.rowsLoaded > 0);
	if (source.by === 'group') return lists.groups.length > 0;
	if (source.from === 'studios') return brings('studios');
	if (source.from === 'results' || source.from === 'organisations') return brings('results');
	return true;
}
