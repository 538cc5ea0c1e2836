import usual from '#data/walls/usual.json' with { type: 'json' };
import type { Playlist } from '#lib/wall/playlist.ts';
import { readPlaylists } from '#lib/wall/read-playlist.ts';

/** The playlists that come with the program. */
export const usualPlaylists = usual as readonly Playlist[];

/** What a wall plays, and what it was asked for where there is none of the name. */
export interface ChosenPlaylist {
	readonly playlist: Playlist;
	readonly unknown: string | null;
	/** It should have come with the address, which is damaged. */
	readonly damaged: boolean;
}

/** What a wall plays of a profile's own playlists, which differ from release to release. */
export type PlaylistChoice = (walls: readonly unknown[] | undefined) => ChosenPlaylist;

const read = new WeakMap<object, readonly Playlist[]>();

/** The playlists of a profile as its release carries them. Whoever made it may not have checked them. */
export function playlistsOf(walls: readonly unknown[] | undefined): readonly Playlist[] {
	if (!walls) return [];
	const known = read.get(walls);
	if (known) return known;
	const { playlists } = readPlaylists(walls);
	read.set(walls, playlists);
	return playlists;
}

/** By id: the profile's own, else that of the program; without one, and where there is none, the profile's first. */
export function playlistOf(id: string | null): PlaylistChoice {
	return (walls) => {
		const all = [...playlistsOf(walls), ...usualPlaylists];
		const found = all.find((one) => one.id === id);
		const playlist = found ?? (all[0] as Playlist);
		return { playlist, unknown: found || id === null ? null : id, damaged: false };
	};
}

/** One that came with the address; null: it should have. */
export function thisPlaylist(playlist: Playlist | null): PlaylistChoice {
	if (!playlist) return (walls) => ({ ...playlistOf(null)(walls), damaged: true });
	const chosen = { playlist, unknown: null, damaged: false };
	return () => chosen;
}
