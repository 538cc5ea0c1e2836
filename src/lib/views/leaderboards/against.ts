import { periodTitle } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { SeenBoard } from '#lib/state/seen-boards.ts';
import type { Scope } from '../scope.ts';
import { releasePrefix } from './board-page.svelte.ts';
import type { BoardAnswer } from './board-source.ts';

/** Something that a board can be compared with. */
export interface AgainstChoice {
	/** A period, a release, or empty for what the page's filters say. */
	readonly value: string;
	readonly label: string;
	readonly group?: string;
}

/** What a board can be compared with: the filters' own, other periods of the same kind, releases seen in this browser. */
export function againstChoices(
	{ board, rules, before }: BoardAnswer,
	{ filters, lists }: Scope,
	seen: readonly Pick<SeenBoard<unknown, unknown>, 'release' | 'at'>[],
	language: Language
): AgainstChoice[] {
	const kind = lists.periods.find(({ code }) => code === filters.period)?.kind;
	// Studios are what the register holds; progress has its base in its rows.
	const timed = board.source.from !== 'studios' && !rules.progress;
	const periods = timed
		? lists.periods.filter((period) => period.kind === kind && period.code !== filters.period).toReversed()
		: [];
	return [
		{ value: '', label: before ? m.boards_against_filters({ baseline: before.name }) : m.boards_against_none() },
		...periods.map(({ code }) => ({
			value: code,
			label: periodTitle(code, language),
			group: m.boards_against_periods()
		})),
		...seen.map(({ release, at }) => ({
			value: releasePrefix + release,
			label: m.boards_against_release({ release: release.slice(0, 8), at: at.slice(0, 10) }),
			group: m.boards_against_releases()
		}))
	];
}
