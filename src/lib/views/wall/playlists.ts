import usual from '#data/walls/usual.json' with { type: 'json' };
import type { Playlist } from '#lib/wall/playlist.ts';

/** The playlists that come with the program. */
export const usualPlaylists = usual as readonly Playlist[];
