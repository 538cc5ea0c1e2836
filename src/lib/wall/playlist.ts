import type { Bilingual } from '#lib/format/language.ts';

/** What a scene can be. */
export const sceneKinds = [
	'figures',
	'map',
	'board',
	'trend',
	'spotlight',
	'matrix',
	'studios',
	'ladder',
	'targets',
	'campaigns',
	'reveal',
	'announcement'
] as const;
export type SceneKindName = (typeof sceneKinds)[number];

/** When something is shown, by the wall's own clock. What is left out does not restrict. */
export interface Schedule {
	/** 1 Monday … 7 Sunday. */
	readonly days?: readonly number[];
	/** `HH:MM`, from ≤ now < to; a `to` before `from` is of the next day. */
	readonly from?: string;
	readonly to?: string;
	/** ISO dates, both included: `2026-05-01`, or `2026-05-01/2026-05-07`. */
	readonly dates?: readonly string[];
}

/** A scene of a playlist: what is shown and for how long. */
export interface SceneEntry {
	readonly kind: SceneKindName;
	/** Seconds for every step of it; the playlist's unless given. */
	readonly seconds?: number;
	/** Filters as they stand in an address: `region=500000&period=2026Q3`. */
	readonly filters?: string;
	/** What stands above it instead of the title that the scene gives itself. */
	readonly title?: Bilingual;
	readonly schedule?: Schedule;
	/** The indicator of the scene; the profile's first unless given. */
	readonly indicator?: string;
	/** The figures of a scene with several; the profile's main ones unless given. */
	readonly indicators?: readonly string[];
	/** The board of a leaderboard or a reveal, by id. */
	readonly board?: string;
	/** An announcement's text; paragraphs end with a line break. */
	readonly text?: Bilingual;
	/** Rows at most, of a scene with a list. */
	readonly rows?: number;
}

/** How one scene gives way to the next. */
export const transitions = ['fade', 'slide', 'none'] as const;
export type Transition = (typeof transitions)[number];

/** What a wall plays, in this order, for ever. */
export interface Playlist {
	/** Its place in addresses: `/wall/<id>`. */
	readonly id: string;
	readonly title: Bilingual;
	/** Seconds for every step of a scene that says nothing else. */
	readonly seconds: number;
	readonly transition: Transition;
	/** Outside of it the screen is dark but for the time. */
	readonly schedule?: Schedule;
	/** `HH:MM` at which the page loads itself anew every night. */
	readonly quietHour: string;
	readonly scenes: readonly SceneEntry[];
}
