import { m } from '#lib/messages/generated/messages.js';
import type { SceneKindName } from '#lib/wall/playlist.ts';

const names: Readonly<Record<SceneKindName, () => string>> = {
	figures: m.wall_kind_figures,
	map: m.wall_kind_map,
	board: m.wall_kind_board,
	trend: m.wall_kind_trend,
	spotlight: m.wall_kind_spotlight,
	matrix: m.wall_kind_matrix,
	studios: m.wall_kind_studios,
	ladder: m.wall_kind_ladder,
	targets: m.wall_kind_targets,
	campaigns: m.wall_kind_campaigns,
	reveal: m.wall_kind_reveal,
	announcement: m.wall_kind_announcement
};

/** What a kind of scene is called in the page's language. */
export function sceneName(kind: SceneKindName): string {
	return names[kind]();
}
