import { together } from '#lib/query/together.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import { leadSentence, whereOf } from '../../lead.ts';
import { completenessOf, memberRows } from '../../member-rows.ts';
import { targetFor, targetPeriodsOf } from '../../overview/target.ts';
import { tileOf } from '../../overview/tiles.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { askMembers, askTrail } from '../../questions.ts';
import type { Scope } from '../../scope.ts';
import { figureOver } from '../../spans.ts';
import type { Figures } from '../../figure.ts';
import { sceneScope, type SceneContext, type SceneKind } from '../scene.ts';
import FiguresScene from './FiguresScene.svelte';

/** A main figure, and how many others a screen still holds at reading size. */
const most = 8;

/** The profile's main figures, the first of them large. */
export interface FiguresData {
	readonly tiles: readonly ReturnType<typeof tileOf>[];
	readonly sentence: string;
	readonly about: string;
}

/** The figures of a place: what leaders look for first. */
export const figures: SceneKind<FiguresData> = {
	ask(entry, context) {
		const scope = sceneScope(entry, context);
		if (!scope) return null;
		const shown = shownIndicators(entry, context, scope);
		const { targets } = context.basis;
		const yearStart = context.profile.yearStart;
		const years = shown.flatMap((indicator) => {
			const target = targetFor(targets, indicator, scope);
			return target ? targetPeriodsOf(target, indicator, scope, yearStart) : [];
		});
		return together(
			{ scope, shown },
			{ place: askTrail(scope, shown, years), regions: askMembers(scope, [scope.indicator]) },
			({ place, regions }) => ({
				tiles: shown.map((indicator) => tileOf(indicator, scope, place, targets, yearStart)),
				...wordsOf(scope, place, regions)
			})
		);
	},
	shows: ({ tiles }) => tiles.some(({ value }) => value !== null),
	headline: ({ sentence, about }) => ({ title: sentence, about }),
	path: () => '/',
	component: FiguresScene
};

function shownIndicators(entry: SceneEntry, { indicators, highlights }: SceneContext, scope: Scope): Indicator[] {
	const named = entry.indicators?.flatMap((id) => indicators.find((indicator) => indicator.id === id) ?? []);
	const shown = named && named.length > 0 ? named : [scope.indicator, ...highlights];
	return [...new Set(shown)].slice(0, most);
}

function wordsOf(scope: Scope, place: Figures, regions: Figures) {
	const at = { region: scope.place.key };
	const now = figureOver(place, at, scope.spans.current, scope.indicator);
	const base = figureOver(place, at, scope.spans.base, scope.indicator);
	const completeness = completenessOf(memberRows(scope.reporting, 'region', regions, scope), scope.indicator);
	return {
		sentence: leadSentence(scope, now, base, scope.place.key === scope.home.key ? completeness : null),
		about: `${whereOf(scope)} · ${shownPeriod(scope)}`
	};
}
