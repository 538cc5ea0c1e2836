import type { Bilingual } from '#lib/format/language.ts';

/** What somebody may tell a wall: by key, by presenter, from another window, later from another machine. */
export type WallCommand =
	| { readonly do: 'next' | 'previous' | 'pause' | 'play' | 'toggle' | 'release' | 'blank' | 'reload' }
	/** Shows a scene and stays there; the one that is on unless a place is given, from 1. */
	| { readonly do: 'pin'; readonly scene?: number }
	/** Goes to a scene by its place, from 1. */
	| { readonly do: 'go'; readonly scene: number }
	/** Lays a text over everything; for so many seconds, or until it is taken away. */
	| { readonly do: 'announce'; readonly text: Bilingual; readonly seconds?: number }
	| { readonly do: 'quiet' };

const bareCommands = ['next', 'previous', 'pause', 'play', 'toggle', 'release', 'blank', 'reload', 'quiet'] as const;
/** Characters of an announcement: what can be read from five metres. */
export const longestAnnouncement = 200;
const longestMinutes = 24 * 60;

/** Reads a command that came from elsewhere; null when it is none. Nothing but what is known is taken over. */
export function readCommand(value: unknown): WallCommand | null {
	if (typeof value !== 'object' || value === null) return null;
	const { do: what, scene, text, seconds } = value as Record<string, unknown>;
	const bare = bareCommands.find((name) => name === what);
	if (bare) return { do: bare };
	const place = typeof scene === 'number' && Number.isInteger(scene) && scene >= 1 && scene <= 1000 ? scene : undefined;
	if (what === 'pin' && (scene === undefined || place !== undefined))
		return { do: 'pin', ...(place === undefined ? {} : { scene: place }) };
	if (what === 'go' && place !== undefined) return { do: 'go', scene: place };
	if (what !== 'announce') return null;
	const words = readWords(text);
	if (!words) return null;
	const lasting =
		typeof seconds === 'number' && seconds >= 1 && seconds <= longestMinutes * 60
			? { seconds: Math.round(seconds) }
			: {};
	return { do: 'announce', text: words, ...lasting };
}

/** One text for both languages, or one for each. */
function readWords(value: unknown): Bilingual | null {
	const cut = (text: unknown) =>
		typeof text === 'string' ? [...text.trim()].slice(0, longestAnnouncement).join('') : '';
	if (typeof value === 'string') return cut(value) === '' ? null : { zh: cut(value), en: cut(value) };
	if (typeof value !== 'object' || value === null) return null;
	const { zh, en } = value as Record<string, unknown>;
	const [chinese, english] = [cut(zh), cut(en)];
	return chinese || english ? { zh: chinese || english, en: english || chinese } : null;
}
