import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { together } from '#lib/query/together.ts';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import type { Figures } from '../../figure.ts';
import { whereOf } from '../../lead.ts';
import { memberRows, rankRows, type RankedRow } from '../../member-rows.ts';
import type { Member } from '../../members.ts';
import { tileOf } from '../../overview/tiles.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { askRegions } from '../../questions.ts';
import { indicatorRows, type IndicatorRow } from '../../regions/region-profile.ts';
import type { Scope } from '../../scope.ts';
import { titleInSentence } from '../../words.ts';
import { sceneScope, type SceneContext, type SceneKind } from '../scene.ts';
import { briefScale } from './wall-label.ts';
import SpotlightScene from './SpotlightScene.svelte';

/** The main figures of a part, and what is asked so that every part has some. */
const most = 4;

/** One part of a place by itself. */
export interface SpotlightPart {
	readonly member: Member;
	readonly tiles: readonly ReturnType<typeof tileOf>[];
	/** Its place among all of them by the scene's indicator; null where it has no figure. */
	readonly place: IndicatorRow | null;
}

/** The parts of a place, one after the other. */
export interface SpotlightData {
	readonly scope: Scope;
	/** Those that have reported anything, in the profile's order. */
	readonly parts: readonly SpotlightPart[];
	/** All that have a figure by the scene's indicator, the first first. */
	readonly order: readonly RankedRow[];
}

/** Walks through the parts of a place. */
export const spotlight: SceneKind<SpotlightData> = {
	ask(entry, context) {
		const scope = sceneScope(entry, context);
		if (!scope || scope.members.length < 2) return null;
		const indicators = shownIndicators(entry, context, scope);
		return together({ scope, indicators }, { regions: askRegions(scope, indicators) }, spotlightOf);
	},
	shows: ({ parts, order }) => parts.length > 1 && order.length > 1,
	headline: ({ scope, parts }, _, step) => ({
		title: sentenceOf(parts[step], scope),
		about: [whereOf(scope), shownPeriod(scope), `${step + 1} / ${parts.length}`].join(' · '),
		...(parts[step]?.place?.provisional && { note: m.wall_rank_provisional() })
	}),
	steps: ({ parts }) => parts.length,
	path: ({ parts }, step) => `/regions/${encodeURIComponent(parts[step]?.member.key ?? '')}`,
	component: SpotlightScene
};

function shownIndicators(entry: SceneEntry, { indicators, highlights }: SceneContext, scope: Scope): Indicator[] {
	const named = entry.indicators?.flatMap((id) => indicators.find((indicator) => indicator.id === id) ?? []) ?? [];
	return [...new Set([scope.indicator, ...(named.length > 0 ? named : highlights)])].slice(0, 8);
}

function spotlightOf(asked: { scope: Scope; indicators: readonly Indicator[]; regions: Figures }): SpotlightData {
	const { scope, regions } = asked;
	const known = asked.indicators.filter((indicator) =>
		scope.members.some(({ key }) =>
			scope.spans.current.some((period) => regions.value({ indicator: indicator.id, region: key, period }) !== null)
		)
	);
	const indicators = known.slice(0, most);
	const parts = scope.members.flatMap((member): SpotlightPart[] => {
		const at = { ...scope, place: member };
		const tiles = indicators.map((indicator) => {
			const tile = tileOf(indicator, at, regions, []);
			return { ...tile, value: tile.value && briefScale(tile.value) };
		});
		if (tiles.every(({ value }) => value === null)) return [];
		const [place] = indicatorRows(at, regions, [scope.indicator], null, scope.members);
		return [{ member, tiles, place: place ?? null }];
	});
	const order = rankRows(memberRows(scope.members, 'region', regions, scope), scope.indicator);
	return { scope, parts, order: order.filter(({ rank }) => rank !== null) };
}

/** Where a part stands: 江苏参赛人次居 31 个省份之首. */
function sentenceOf(part: SpotlightPart | undefined, { indicator, language, memberWords }: Scope): string {
	if (!part) return '';
	const told = { name: part.member.short, indicator: titleInSentence(indicator.short[language], language) };
	const rank = part.place?.own.rank ?? null;
	if (rank === null || !part.place) return m.wall_spotlight_missing(told);
	const among = { ...told, ...memberWords, count: part.place.ranked, rank };
	if (part.place.own.tied) return m.wall_spotlight_tied(among);
	return rank === 1 ? m.wall_spotlight_first(among) : m.wall_spotlight_rank(among);
}
