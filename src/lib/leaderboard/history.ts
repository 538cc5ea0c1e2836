import { differingRules } from './baseline.ts';
import type { Board } from './board.ts';

/** The ranks of one entrant over time. */
export interface RankLine {
	readonly key: string;
	readonly name: string;
	/** As many as there are boards; null where there was no rank. */
	readonly ranks: readonly (number | null)[];
}

/** Ranks by period or release, for a bump chart. */
export interface RankHistory {
	readonly names: readonly string[];
	/** By the latest rank, those without one last. */
	readonly lines: readonly RankLine[];
	/** Positions whose board has other rules or another eligible set than the one before: no line may cross them. */
	readonly breaks: readonly number[];
}

/** The history of a group over boards, oldest first. */
export function rankHistory(
	boards: readonly { readonly name: string; readonly board: Board }[],
	group = ''
): RankHistory {
	const lines = new Map<string, { name: string; ranks: (number | null)[] }>();
	boards.forEach(({ board }, at) => {
		for (const { entry, rank } of board.groups.find(({ key }) => key === group)?.rows ?? []) {
			const line = lines.get(entry.key) ?? { name: entry.name, ranks: boards.map(() => null) };
			line.name = entry.name;
			line.ranks[at] = rank;
			lines.set(entry.key, line);
		}
	});
	const breaks = boards.flatMap(({ board }, at) => {
		const before = boards[at - 1]?.board;
		if (!before) return [];
		const same =
			differingRules(before.rules, board.rules).length === 0 &&
			(before.context.eligibleSet ?? '') === (board.context.eligibleSet ?? '');
		return same ? [] : [at];
	});
	const latest = (line: RankLine) => line.ranks.at(-1) ?? Number.POSITIVE_INFINITY;
	const ordered = [...lines].map(([key, line]) => ({ key, ...line }));
	ordered.sort((a, b) => (latest(a) === latest(b) ? (a.key < b.key ? -1 : 1) : latest(a) - latest(b)));
	return { names: boards.map(({ name }) => name), lines: ordered, breaks };
}
