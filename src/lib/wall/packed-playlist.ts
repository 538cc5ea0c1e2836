import { packText, unpackText } from '#lib/filters/packed-link.ts';
import type { Playlist } from './playlist.ts';
import { parsePlaylists } from './read-playlist.ts';

/** What the fragment of an address that carries a playlist begins with. */
export const playlistPrefix = '#p=';

/** A playlist packed for the fragment of `/wall/play`. */
export function packPlaylist(playlist: Playlist): string {
	return playlistPrefix + packText(JSON.stringify(playlist));
}

/** The playlist that a fragment carries; null for one that is damaged, cut, or none. Never throws. */
export function unpackPlaylist(fragment: string): Playlist | null {
	if (!fragment.startsWith(playlistPrefix)) return null;
	const text = unpackText(fragment.slice(playlistPrefix.length));
	return text === null ? null : (parsePlaylists(text).playlists[0] ?? null);
}
