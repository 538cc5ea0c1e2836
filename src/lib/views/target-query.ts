import type { YearStart } from '#lib/dimensions/period.ts';
import type { Row } from '#lib/engine/connector.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import type { Query } from '#lib/query/query.ts';
import { figuresOf, type Figures } from './figure.ts';
import { memberSet } from './members.ts';
import type { Aim } from './target-aims.ts';
import { askedPeriods } from './target-follow.ts';

/** Everything that the targets of a page count, one statement; null where none can be followed. */
export function aimsQuery(aims: readonly Aim[], period: string, yearStart: YearStart): Query<Figures> | null {
	const able = aims.flatMap(({ target, indicator, place, problem }) =>
		indicator && place && problem === null ? [{ target, indicator, place }] : []
	);
	if (able.length === 0) return null;
	const indicators = [...new Map(able.map(({ indicator }) => [indicator.id, indicator])).values()];
	const places = [...new Map(able.map(({ place }) => [place.key, memberSet(place)])).values()];
	const periods = able.flatMap(({ target, indicator }) => askedPeriods(target, indicator, period, yearStart));
	const { sql, read } = figuresQuery(indicators, ['region'], { region: places, period: [...new Set(periods)] });
	return { sql, parse: (rows: Row[]) => figuresOf(read(rows)) };
}
