import type { Playlist } from '#lib/wall/playlist.ts';
import { readPlaylists } from '#lib/wall/read-playlist.ts';

const keyOf = (profile: string) => `gongbang-walls:${JSON.stringify(profile)}`;

/** The playlists of this browser for walls of a profile. What was kept is checked as if it came from anywhere. */
export function readKeptWalls(storage: Storage | undefined, profile: string): readonly Playlist[] {
	try {
		return readPlaylists(JSON.parse(storage?.getItem(keyOf(profile)) ?? '[]')).playlists;
	} catch {
		return [];
	}
}

/** Keeps them; false where the storage is closed or full, and nothing is kept. */
export function keepWalls(storage: Storage | undefined, profile: string, playlists: readonly Playlist[]): boolean {
	try {
		if (playlists.length === 0) storage?.removeItem(keyOf(profile));
		else storage?.setItem(keyOf(profile), JSON.stringify(playlists));
		return storage !== undefined;
	} catch {
		return false;
	}
}
