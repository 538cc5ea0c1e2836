import type { By } from '#lib/indicators/selection.ts';
import type { BoardContext } from '#lib/leaderboard/board.ts';
import { readArguments, type QueryArguments } from '../query/arguments.ts';
import type { BoardArguments } from './arguments.ts';

/** The filters of a board over a release, as `gongbang query` reads them. Throws a UsageError on dimensions there are not. */
export function questionOf(asked: BoardArguments, by: readonly By[]): QueryArguments {
	const where = [...asked.where, ...(asked.period === undefined ? [] : [`period=${asked.period}`])];
	const split = by.flatMap((each) => ['--by', each]);
	const args = [asked.source, 'x', ...split, ...where.flatMap((each) => ['--where', each])];
	return { ...(readArguments(args) as QueryArguments), language: asked.language };
}

/** What the fingerprint of a board over a release and its movement depend on. */
export function questionContext(release: string, { where, by }: QueryArguments, period: string): BoardContext {
	const { period: _period, ...filters } = where;
	return {
		release,
		filters: { ...filters, ...(by.length > 0 ? { by: by.join(',') } : {}), period },
		eligibleSet: JSON.stringify(Object.entries(filters).sort())
	};
}
