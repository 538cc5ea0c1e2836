import type { Component } from 'svelte';
import { decodeFilters, encodeFilters } from '#lib/filters/codec.ts';
import type { Language } from '#lib/format/language.ts';
import { indicators } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { isKnown, measuresQuery } from '#lib/indicators/known-measures.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import { together, type Together } from '#lib/query/together.ts';
import type { WallRelease } from '#lib/state/wall/edition.ts';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import type { ScreenShape } from '#lib/wall/screen.ts';
import { scopeOf, type Scope } from '../scope.ts';
import { targetsQuery } from '../stated-targets.ts';
import type { StatedTarget } from '../target-pace.ts';

/** What is known of a release before any scene asks. */
export interface SceneBasis {
	/** The measures that it has figures of. */
	readonly measures: ReadonlySet<string>;
	readonly targets: readonly StatedTarget[];
}

/** Asks for it. */
export const sceneBasis: Together<SceneBasis> = together({}, { measures: measuresQuery, targets: targetsQuery });

/** What scenes are made for: a release, and a language. */
export interface SceneContext extends WallRelease<SceneBasis> {
	readonly language: Language;
	/** Every indicator that the release has figures for, the profile's main ones first. */
	readonly indicators: readonly Indicator[];
	/** The profile's main ones. */
	readonly highlights: readonly Indicator[];
}

/** What stands above a scene. */
export interface Headline {
	/** What it shows, as a finding where there is one: 江苏参赛人次最多，占 8.3%. */
	readonly title: string;
	/** What it is about, small above: 2026年三季度 · 全国 · 参赛人次（万人次）. */
	readonly about: string;
	/** What has to be said about the figures, small at the foot: 暂定, 31/33 已报. */
	readonly note?: string;
}

/** What a scene's component gets. */
export interface SceneProps<T> {
	readonly data: T;
	readonly context: SceneContext;
	readonly screen: ScreenShape;
	/** Which step of it is on, from 0. */
	readonly step: number;
}

/** One kind of scene: what it asks, and how it shows the answer. It is drawn from the answer alone. */
export interface SceneKind<T> {
	/** Null where this release has nothing of the kind. */
	readonly ask: (entry: SceneEntry, context: SceneContext) => Together<T> | null;
	/** Whether it needs the rows of registers. */
	readonly detail?: (entry: SceneEntry, context: SceneContext) => boolean;
	/** Whether there is anything to show; a scene without is passed over. */
	readonly shows: (data: T) => boolean;
	readonly headline: (data: T, context: SceneContext, step: number) => Headline;
	/** How many steps it has on a screen; one unless given. */
	readonly steps?: (data: T, screen: ScreenShape) => number;
	/** The page that shows the same to whoever opens the scene's code, e.g. `/regions`. */
	readonly path: (data: T, step: number) => string;
	readonly component: Component<SceneProps<T>>;
}

/** The context of a release: what of the indicators it has figures for. */
export function sceneContext(release: WallRelease<SceneBasis>, language: Language): SceneContext {
	const { profile, lists, basis } = release;
	const all = [...indicators, ...lists.metrics.map((metric) => metricIndicator(metric))];
	const some = all.filter((indicator) => isKnown(indicator, basis.measures));
	const main = profile.highlights.flatMap((id) => some.find((indicator) => indicator.id === id) ?? []);
	return {
		...release,
		language,
		indicators: [...main, ...some.filter((indicator) => !main.includes(indicator))],
		highlights: main
	};
}

/** The scope of a scene: its filters against the release, as a page with the same address has them. */
export function sceneScope(entry: SceneEntry, context: SceneContext): Scope | null {
	const { profile, lists, language, indicators: known, highlights } = context;
	const { filters } = decodeFilters(new URLSearchParams(entry.filters ?? ''));
	const wanted = entry.indicator ?? filters.indicator;
	const indicator = known.find(({ id }) => id === wanted) ?? highlights[0] ?? known[0];
	if (!indicator) return null;
	const period = lists.periods.some(({ code }) => code === filters.period) ? filters.period : null;
	return scopeOf({
		filters: {
			...filters,
			profile: profile.id,
			indicator: indicator.id,
			period: period ?? lists.latestPeriod ?? '',
			region: filters.region ?? profile.home
		},
		lists,
		homeCode: profile.home,
		profile,
		indicator,
		language,
		yearStart: profile.yearStart
	});
}

/** The address of the page that shows what a scene shows. */
export function scenePath(path: string, entry: SceneEntry, context: SceneContext): string {
	const { filters } = decodeFilters(new URLSearchParams(entry.filters ?? ''));
	const query = encodeFilters({
		...filters,
		profile: context.profile.id,
		indicator: entry.indicator ?? filters.indicator
	});
	return `${path}?${query.toString()}`;
}
