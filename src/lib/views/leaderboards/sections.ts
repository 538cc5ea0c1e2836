import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { ReleaseBoard } from './board-source.ts';

/** Boards that stand together on the list. */
export interface BoardSection<B> {
	readonly key: string;
	readonly title: string;
	readonly boards: readonly B[];
}

/** Where a board stands: totals and rates never together, awards, progress, the index, studios. */
function sectionOf({ rules, source }: ReleaseBoard): string {
	if (source.from === 'studios') return 'studios';
	if (rules.kind === 'medals' || rules.kind === 'points') return 'awards';
	if (rules.kind === 'progress' || rules.kind === 'combined') return rules.kind;
	const by = source.by === 'industry' || source.by === 'group' ? source.by : 'region';
	return `${by}-${rules.kind === 'rate' ? 'rate' : 'total'}`;
}

/** The boards in the order in which the list shows them. */
export function sectionsOf<B extends { readonly board: ReleaseBoard }>(listed: readonly B[]): BoardSection<B>[] {
	const { noun, heading } = regionWords();
	const titles: readonly (readonly [string, string])[] = [
		['region-total', m.boards_section_region_total({ noun, heading })],
		['region-rate', m.boards_section_region_rate({ noun, heading })],
		['combined', m.boards_section_combined()],
		['progress', m.boards_section_progress()],
		['awards', m.boards_section_awards()],
		['industry-total', m.boards_section_industry_total()],
		['industry-rate', m.boards_section_industry_rate()],
		['group-total', m.boards_section_group_total()],
		['group-rate', m.boards_section_group_rate()],
		['studios', m.boards_section_studios()]
	];
	return titles.flatMap(([key, title]) => {
		const boards = listed.filter(({ board }) => sectionOf(board) === key);
		return boards.length > 0 ? [{ key, title, boards }] : [];
	});
}
