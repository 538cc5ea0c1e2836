/** The leaderboard engine alone in a page, on entries as a results table gives them: decimals as text. */
import type { Entry } from '#lib/leaderboard/entry.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';

const file = {
	id: 'bench',
	title: '焊工',
	kind: 'results',
	entity: 'person',
	tiers: [{ id: 'first', percent: 10, cut: 'all-up' }]
};

/** Scores with two decimals, so that the tie-breaks have work to do. */
function entries(count: number): Entry[] {
	let seed = 1;
	const below = (limit: number) => (seed = (seed * 16807) % 2147483647) % limit;
	return Array.from({ length: count }, (_, index) => ({
		key: `P${String(index).padStart(6, '0')}`,
		name: `选手${index}`,
		standing: 'eligible',
		values: {
			total: (below(10_000) / 100).toFixed(2),
			time: String(1000 + below(8000)),
			practical: (below(1000) / 10).toFixed(1),
			theory: (below(1000) / 10).toFixed(1)
		}
	}));
}

let made: readonly Entry[] = [];

/** Makes so many results anew; what it costs is not the ranking’s. */
function prepare(count: number): void {
	made = entries(count);
}

/** Ranks the results; milliseconds of the ranking alone. */
function rank(): { milliseconds: number; ranked: number } {
	const { rules } = readRules(file);
	if (!rules) throw new Error('The rules of the bench are wrong');
	const begun = performance.now();
	const board = makeBoard(rules, made);
	return { milliseconds: performance.now() - begun, ranked: board.groups[0]?.ranked ?? 0 };
}

Object.assign(window, { board: { prepare, rank } });
