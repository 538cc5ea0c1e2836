import type { Flow } from '#lib/charts/flow.ts';
import type { Column } from '#lib/components/table.ts';
import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { listName } from '../narrowing-names.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { splitQuestion } from '../trace-question.ts';
import { exactly, withUnit } from '../words.ts';
import { promoted, promotedEntrants } from './measured.ts';

/** How many rose from competitions of one level to one skill level; `all` where it is not recorded. */
export interface Promotion {
	readonly from: string;
	readonly to: string;
	readonly count: number;
}

const notRecorded = 'all';

/** One by one out of the result register: competition level × skill level reached, highest levels first. */
export function promotionsFromResults(figures: Figures, scope: Scope): Promotion[] {
	const levels = [...competitionLevels.map(({ code }) => code), notRecorded];
	const reached = skillLevels.map(({ code }) => code).toReversed();
	return levels.flatMap((from) =>
		reached.flatMap((to) => {
			const place = { level: from, skillLevel: to };
			const count = figureOver(figures, place, scope.spans.current, promotedEntrants)?.value ?? null;
			return count === null || count <= 0 ? [] : [{ from, to, count }];
		})
	);
}

/** As the competition register states them: by the level of the competition, the skill level not recorded. */
export function promotionsFromRegister(figures: Figures, scope: Scope): Promotion[] {
	return [...competitionLevels.map(({ code }) => code), notRecorded].flatMap((from) => {
		const count = figureOver(figures, { level: from }, scope.spans.current, promoted)?.value ?? null;
		return count === null || count <= 0 ? [] : [{ from, to: notRecorded, count }];
	});
}

function nameOf(code: string, levels: Parameters<typeof listName>[1], scope: Scope): string {
	return code === notRecorded ? m.training_level_unknown() : listName(code, levels, scope.language);
}

/** The picture: levels of competitions left, skill levels right, bands between them. */
export function promotionFlow(rows: readonly Promotion[], scope: Scope): Flow {
	const ends = (side: 'from' | 'to', levels: Parameters<typeof listName>[1]) =>
		[...Map.groupBy(rows, (row) => row[side])].map(([key, some]) => ({
			key,
			name: nameOf(key, levels, scope),
			label: exactly(some.reduce((sum, { count }) => sum + count, 0))
		}));
	const order = [...skillLevels.map(({ code }) => code).toReversed(), notRecorded];
	return {
		from: ends('from', competitionLevels),
		to: ends('to', skillLevels).toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
		links: rows.map(({ from, to, count }) => ({
			from,
			to,
			value: count,
			label: withUnit(count, promotedEntrants, scope.language)
		}))
	};
}

/** The table view. */
export function promotionColumns(scope: Scope, source: Indicator = promotedEntrants): Column<Promotion>[] {
	return [
		{
			key: 'from',
			title: m.training_promotion_from(),
			kind: 'pinyin',
			value: (row) => nameOf(row.from, competitionLevels, scope)
		},
		{ key: 'to', title: m.training_promotion_to(), kind: 'pinyin', value: (row) => nameOf(row.to, skillLevels, scope) },
		{
			key: 'count',
			title: promotedEntrants.unit[scope.language],
			kind: 'number',
			value: (row) => row.count,
			text: (row) => exactly(row.count),
			explain: ({ from, to }) =>
				splitQuestion(
					scope,
					source === promotedEntrants ? { level: from, skillLevel: to } : { level: from },
					[
						nameOf(from, competitionLevels, scope),
						...(source === promotedEntrants ? [nameOf(to, skillLevels, scope)] : [])
					].join(' → '),
					source
				)
		}
	];
}
