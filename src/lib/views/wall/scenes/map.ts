import type { Tile } from '#lib/charts/tile-map.ts';
import { m } from '#lib/messages/generated/messages.js';
import { together } from '#lib/query/together.ts';
import type { Figures } from '../../figure.ts';
import { firstFinding } from '../../findings.ts';
import { completenessOf, memberRows, rankRows, type Completeness, type RankedRow } from '../../member-rows.ts';
import { tilesOf } from '../../pictures.ts';
import { askMembers } from '../../questions.ts';
import { sharedWhole, wholeQuery } from '../../regions/queries.ts';
import type { Scope } from '../../scope.ts';
import { figureOver } from '../../spans.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { mapLayout, type MapLayout, type MeasuredTile } from './map-layout.ts';
import MapScene from './MapScene.svelte';
import { aboutScene } from './about-scene.ts';
import { shortLabel, wallLabel } from './wall-label.ts';
import type { ScreenShape } from '#lib/wall/screen.ts';

/** The parts of a place by one indicator: where they lie, and in their order. */
export interface MapData {
	readonly scope: Scope;
	/** Those who are asked, the first first; who has not reported comes last, without a rank. */
	readonly ranks: readonly RankedRow[];
	/** All of them, those who owe no report too. */
	readonly tiles: readonly (Tile & MeasuredTile & { readonly expected: boolean })[];
	readonly completeness: Completeness | null;
	readonly title: string;
}

/** The place's parts on the tile grid, or as a ranked list where tiles have no room. */
export const map: SceneKind<MapData> = {
	ask(entry, context) {
		const scope = sceneScope(entry, context);
		if (!scope || scope.members.length < 2) return null;
		return together({ scope }, { regions: askMembers(scope, [scope.indicator]), whole: wholeQuery(scope) }, mapOf);
	},
	shows: ({ ranks }) => ranks.filter(({ rank }) => rank !== null).length > 1,
	headline: ({ title, scope, completeness, ranks }) => ({
		title,
		about: aboutScene(scope),
		note: [
			completeness &&
				completeness.reported < completeness.expected &&
				m.lead_reported({ ...completeness, noun: scope.reportingWords.many }),
			ranks.some(({ provisional }) => provisional) && m.wall_map_provisional()
		]
			.filter(Boolean)
			.join(' · ')
	}),
	steps: (data, screen) => {
		const layout = layoutOf(data, screen);
		return layout.as === 'list' ? layout.list.pages : 1;
	},
	path: () => '/regions',
	component: MapScene
};

/** How the map of an answer stands on a screen. */
export function layoutOf({ scope, tiles, ranks }: MapData, screen: ScreenShape): MapLayout {
	const placed = scope.members.some(({ tileRow }) => tileRow !== null);
	return mapLayout(placed ? tiles : [], listedRows(ranks, scope), screen);
}

/** The ranks as a list prints them. */
export function listedRows(ranks: readonly RankedRow[], { indicator, language, place }: Scope) {
	return ranks.map(({ key, short: name, rank, value, provisional }) => ({
		...{ key, name, rank, value, provisional },
		label: value === null ? m.wall_map_missing() : wallLabel(value, indicator, language),
		own: key === place.key
	}));
}

function mapOf({ scope, regions, whole }: { scope: Scope; regions: Figures; whole: Figures }): MapData {
	const { indicator, language } = scope;
	const rows = memberRows(scope.members, 'region', regions, scope);
	const all = figureOver(whole, { region: sharedWhole(scope).key }, scope.spans.current, indicator);
	const ranks = rankRows(rows, indicator);
	const expected = new Map(rows.map((row) => [row.key, row.expected]));
	const tiles = tilesOf(rows, scope).map((tile) => {
		const owed = tile.value !== null || (expected.get(tile.key) ?? false);
		/* The hatch says that a report is missing; a place that owes none has its name alone. */
		const told = (label: string) => (tile.value !== null ? label : owed ? m.wall_map_missing() : '');
		return {
			...tile,
			expected: owed,
			label: told(wallLabel(tile.value, indicator, language)),
			short: told(shortLabel(tile.value, indicator, language))
		};
	});
	return {
		scope,
		ranks: ranks.filter((row) => row.value !== null || row.expected),
		tiles,
		completeness: completenessOf(memberRows(scope.reporting, 'region', regions, scope), indicator),
		title: firstFinding(rows, all && all.complete !== false ? all.value : null, scope)
	};
}
