import type { SceneKindName } from '#lib/wall/playlist.ts';
import type { SceneKind } from '../scene.ts';
import { figures } from './figures.ts';

/** A kind whose data only it knows. */
export type AnyScene = SceneKind<unknown>;

/** Every kind of scene. What a scene asks comes back to it and to nobody else: the types of their data need not be told apart. */
const kinds: Partial<Record<SceneKindName, AnyScene>> = {
	figures: figures as AnyScene
};

/** The kind of a scene; null where this program has none of the name. */
export function sceneKind(name: SceneKindName): AnyScene | null {
	return kinds[name] ?? null;
}
