import { together } from '#lib/query/together.ts';
import type { ScreenShape } from '#lib/wall/screen.ts';
import { sceneBody } from '#lib/wall/screen.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../../figure.ts';
import { trendFinding } from '../../findings.ts';
import { tileOf } from '../../overview/tiles.ts';
import { withoutEcho } from '../without-echo.ts';
import { spanText } from '../../panel-facts.ts';
import { trendOf } from '../../pictures.ts';
import { askTrail } from '../../questions.ts';
import type { Scope } from '../../scope.ts';
import { figureOver } from '../../spans.ts';
import { bare } from '../../words.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { aboutScene } from './about-scene.ts';
import TrendScene from './TrendScene.svelte';

/** An indicator over time at a place. */
export interface TrendData {
	readonly scope: Scope;
	readonly picture: ReturnType<typeof trendOf>;
	readonly tile: ReturnType<typeof tileOf>;
	/** What it is compared with, printed; null for nothing. */
	readonly base: string | null;
	readonly title: string;
}

/** The indicator over time, this year against last. */
export const trendScene: SceneKind<TrendData> = {
	ask(entry, context) {
		const scope = sceneScope(entry, context);
		return scope && together({ scope }, { trail: askTrail(scope, [scope.indicator]) }, trendDataOf);
	},
	shows: ({ picture }) => (picture.lines[0]?.values ?? []).filter((value) => value !== null).length > 1,
	headline: ({ scope, picture, title, tile }) => ({
		title,
		about: aboutScene(scope, spanText(picture.periods, scope.language)),
		...(tile.provisional && { note: m.state_provisional() })
	}),
	path: () => '/',
	component: TrendScene
};

function trendDataOf({ scope, trail }: { scope: Scope; trail: Figures }): TrendData {
	const { indicator, language, spans, place } = scope;
	const base = figureOver(trail, { region: place.key }, spans.base, indicator)?.value ?? null;
	return {
		scope,
		picture: trendOf(trail, scope),
		tile: withoutEcho(tileOf(indicator, scope, trail, [])),
		base: base === null ? null : bare(base, indicator, language),
		/* The figure itself stands beside the line. */
		title: trendFinding(trail, scope, indicator, indicator.title[language])
	};
}

/** How the trend stands on a screen: the figure beside the line or above it, and how many periods have room. */
export function trendLayout(screen: ScreenShape) {
	const body = sceneBody(screen);
	const beside = body.across > 40;
	const figure = beside
		? { across: Math.min(30, Math.max(17, body.across * 0.3)), down: body.down }
		: { across: body.across, down: 6.5 };
	const plot = beside ? body.across - figure.across - 3 : body.across;
	// Left of the line stand the axis and right of it the names of the lines.
	return { beside, figure, periods: Math.max(3, Math.min(13, Math.floor((plot - 6) / 2.4))) };
}
