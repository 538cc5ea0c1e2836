import type { SceneKindName } from '#lib/wall/playlist.ts';
import type { SceneKind } from '../scene.ts';
import { announcement } from './announcement.ts';
import { board } from './board.ts';
import { campaigns } from './campaigns.ts';
import { figures } from './figures.ts';
import { ladder } from './ladder.ts';
import { map } from './map.ts';
import { matrix } from './matrix.ts';
import { reveal } from './reveal.ts';
import { spotlight } from './spotlight.ts';
import { studios } from './studios.ts';
import { targets } from './targets.ts';
import { trendScene } from './trend.ts';

/** A kind whose data only it knows. */
export type AnyScene = SceneKind<unknown>;

/** Every kind of scene. What a scene asks comes back to it and to nobody else: the types of their data need not be told apart. */
const kinds: Partial<Record<SceneKindName, AnyScene>> = {
	board: board as AnyScene,
	reveal: reveal as AnyScene,
	studios: studios as AnyScene,
	ladder: ladder as AnyScene,
	targets: targets as AnyScene,
	campaigns: campaigns as AnyScene,
	figures: figures as AnyScene,
	map: map as AnyScene,
	trend: trendScene as AnyScene,
	spotlight: spotlight as AnyScene,
	matrix: matrix as AnyScene,
	announcement: announcement as AnyScene
};

/** The kind of a scene; null where this program has none of the name. */
export function sceneKind(name: SceneKindName): AnyScene | null {
	return kinds[name] ?? null;
}
