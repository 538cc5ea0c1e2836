import type { Bilingual } from '#lib/format/language.ts';
import { isObject } from './json-fields.ts';

/** How a wall is, as whoever controls it hears. */
export interface WallState {
	/** Which wall, of several. */
	readonly wall: string;
	/** What people call it: the name in its address, else its playlist's. */
	readonly name: string;
	/** The scenes that it can show now, in their order; `scene` from 1. */
	readonly scenes: readonly { readonly scene: number; readonly title: string }[];
	/** The one that is on; null: none. */
	readonly scene: number | null;
	readonly paused: boolean;
	readonly pinned: boolean;
	readonly blank: boolean;
	/** Outside its hours. */
	readonly dark: boolean;
	readonly announcement: Bilingual | null;
}

const most = 200;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 1000;
const isPlace = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

/** Reads what a wall says of itself; null when it is none. */
export function readState(value: unknown): WallState | null {
	if (!isObject(value)) return null;
	const { wall, name, scenes, scene, paused, pinned, blank, dark, announcement } = value;
	if (!isText(wall) || wall === '' || !isText(name) || !Array.isArray(scenes) || scenes.length > most) return null;
	const listed = scenes.flatMap((one: unknown) =>
		isObject(one) && isPlace(one['scene']) && isText(one['title']) ? [{ scene: one['scene'], title: one['title'] }] : []
	);
	const words =
		isObject(announcement) && isText(announcement['zh']) && isText(announcement['en'])
			? { zh: announcement['zh'], en: announcement['en'] }
			: null;
	return {
		wall,
		name,
		scenes: listed,
		scene: isPlace(scene) ? scene : null,
		paused: paused === true,
		pinned: pinned === true,
		blank: blank === true,
		dark: dark === true,
		announcement: words
	};
}
