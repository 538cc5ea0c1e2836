import { m } from '#lib/messages/generated/messages.js';
import { formatShare } from '#lib/format/number.ts';
import { together } from '#lib/query/together.ts';
import { aimsOf, aimsWithin } from '../../target-aims.ts';
import { aimsQuery } from '../../target-query.ts';
import { startsAtZero, targetRows, timesText, type TargetRow } from '../../target-rows.ts';
import { targetsSentence } from '../../targets/sentence.ts';
import type { Scope } from '../../scope.ts';
import { bare, inSentence } from '../../words.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { targetsRoom } from './targets-room.ts';
import TargetsScene from './TargetsScene.svelte';

/** A target as a wall shows it. */
export interface WallTarget {
	readonly key: string;
	readonly light: TargetRow['light'];
	readonly lightTitle: string;
	readonly title: string;
	/** Of whom, where that is not whom the scene is about. */
	readonly place: string | null;
	readonly years: string;
	readonly value: string;
	/** Not everything that counts towards it is in. */
	readonly provisional: boolean;
	/** 目标 ≥ 6,000万. */
	readonly goal: string;
	/** Shares of the way: done, and of the time that has passed; null where it cannot be told. */
	readonly done: number | null;
	readonly elapsed: number | null;
	/** 完成 62.1% · 时间 75.0%, what the bar shows; of a level 路程 for 完成; or why there is no pace. */
	readonly state: string;
}

/** Targets, those that are behind first. */
export interface TargetsData {
	readonly title: string;
	readonly about: string;
	readonly rows: readonly WallTarget[];
}

/** 目标: what is done of each, against the time that has gone by. */
export const targets: SceneKind<TargetsData> = {
	ask(entry, context) {
		const scope = sceneScope(entry, context);
		const stated = context.basis.targets;
		if (!scope || stated.length === 0) return null;
		const { yearStart } = context.profile;
		const all = aimsOf(stated, context.indicators, scope.lists, scope.language);
		const aims = aimsWithin(all, scope.place, scope.home, scope.lists);
		const { period } = scope.filters;
		return together({ scope, stated, yearStart }, { figures: aimsQuery(aims, period, yearStart) }, ({ figures }) => {
			const rows = targetRows(aims, figures, period, scope.language, yearStart);
			const followed = rows.filter(({ pace }) => pace !== null);
			return {
				title: targetsSentence(rows, scope).replace(/[。.]$/u, ''),
				about: m.targets_nav(),
				rows: followed.flatMap((row) => wallTarget(row, scope) ?? []).slice(0, entry.rows)
			};
		});
	},
	shows: ({ rows }) => rows.length > 0,
	headline: ({ title, about }) => ({ title, about }),
	steps: ({ rows }, screen) => targetsRoom(screen, rows).pages,
	path: () => '/targets',
	component: TargetsScene
};

function wallTarget(row: TargetRow, { language, place: home }: Scope): WallTarget | null {
	const { key, light, lightTitle, title, place, years, pace, done, reason } = row;
	if (pace === null) return null;
	const ceiling = row.aim.target.direction === 'at-most';
	const goal = `${ceiling ? '≤' : '≥'} ${bare(row.aim.target.target, pace.indicator, language)}`;
	const paced = pace.pace !== null;
	const completion = pace.completion === null ? null : formatShare(pace.completion);
	const times = timesText(pace);
	const state =
		times !== null
			? m.targets_reached_times({ times })
			: paced && pace.elapsed !== null && done !== null && !startsAtZero(pace.indicator)
				? m.wall_targets_way({ way: formatShare(done), elapsed: formatShare(pace.elapsed) })
				: completion !== null && paced && pace.elapsed !== null
					? m.wall_targets_state({ completion, elapsed: formatShare(pace.elapsed) })
					: completion !== null
						? m.wall_targets_completion({ completion })
						: (reason ?? '');
	return {
		...{ key, light, lightTitle, title },
		place: row.aim.place?.key === home.key ? null : place,
		years,
		value: inSentence(pace.value, pace.indicator, language),
		provisional: pace.provisional,
		goal: `${m.targets_goal()} ${goal}`,
		done,
		elapsed: paced ? pace.elapsed : null,
		state
	};
}
