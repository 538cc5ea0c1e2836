import type { Language } from '#lib/format/language.ts';
import type { FrameQuestion, WallQuestions, WallRelease } from '#lib/state/wall/edition.ts';
import type { Playlist, SceneEntry } from '#lib/wall/playlist.ts';
import { sceneBasis, sceneContext, type SceneBasis, type SceneContext } from './scene.ts';
import { sceneKind, type AnyScene } from './scenes/index.ts';

/** A scene with everything that it shows: it is drawn from this alone. */
export interface Frame {
	readonly entry: SceneEntry;
	readonly kind: AnyScene;
	readonly context: SceneContext;
	readonly data: unknown;
}

/** What a playlist asks of a release. A scene that has nothing to show is not asked, or shows nothing and is passed over. */
export function wallQuestions(
	playlist: (release: WallRelease<SceneBasis>) => Playlist,
	language: Language
): WallQuestions<Frame | null, SceneBasis> {
	return {
		basis: sceneBasis,
		frames(release) {
			const context = sceneContext(release, language);
			return playlist(release).scenes.map((entry) => () => frameQuestion(entry, context));
		}
	};
}

/** What one scene asks; null where this release has nothing of the kind. */
export function frameQuestion(entry: SceneEntry, context: SceneContext): FrameQuestion<Frame | null> | null {
	const kind = sceneKind(entry.kind);
	const ask = kind?.ask(entry, context);
	if (!kind || !ask) return null;
	return {
		detail: kind.detail?.(entry, context) ?? false,
		ask: {
			...ask,
			combine: (answers) => {
				const data = ask.combine(answers);
				return kind.shows(data) ? { entry, kind, context, data } : null;
			}
		}
	};
}
