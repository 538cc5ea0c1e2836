import { together } from '#lib/query/together.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import { m } from '#lib/messages/generated/messages.js';
import { whereOf } from '../../lead.ts';
import { completenessOf, memberRows } from '../../member-rows.ts';
import { targetFor, targetPeriodsOf } from '../../overview/target.ts';
import { tileOf } from '../../overview/tiles.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { askMembers, askTrail } from '../../questions.ts';
import type { Scope } from '../../scope.ts';
import type { Figures } from '../../figure.ts';
import { sceneScope, type SceneContext, type SceneKind } from '../scene.ts';
import { withoutEcho } from '../without-echo.ts';
import FiguresScene from './FiguresScene.svelte';

/** A main figure, and how many others a screen still holds at reading size. */
const most = 8;

/** The profile's main figures, the first of them large. */
export interface FiguresData {
	readonly tiles: readonly ReturnType<typeof tileOf>[];
	readonly title: string;
	/** Who has reported; empty where nobody is asked to. */
	readonly note: string;
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
				tiles: shown.map((indicator) => withoutEcho(tileOf(indicator, scope, place, targets, yearStart))),
				...wordsOf(scope, regions)
			})
		);
	},
	shows: ({ tiles }) => tiles.some(({ value }) => value !== null),
	headline: ({ title, note }) => ({ title, about: note }),
	path: () => '/',
	component: FiguresScene
};

function shownIndicators(entry: SceneEntry, { indicators, highlights }: SceneContext, scope: Scope): Indicator[] {
	const named = entry.indicators?.flatMap((id) => indicators.find((indicator) => indicator.id === id) ?? []);
	const shown = named && named.length > 0 ? named : [scope.indicator, ...highlights];
	return [...new Set(shown)].slice(0, most);
}

function wordsOf(scope: Scope, regions: Figures) {
	const completeness = completenessOf(memberRows(scope.reporting, 'region', regions, scope), scope.indicator);
	const asked = scope.place.key === scope.home.key && completeness !== null && completeness.expected > 1;
	return {
		title: m.wall_figures_title({ place: whereOf(scope), period: shownPeriod(scope) }),
		note: asked ? m.lead_reported({ ...completeness, noun: scope.reportingWords.many }) : ''
	};
}
