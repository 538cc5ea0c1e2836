import { afterEach, expect, test, vi } from 'vitest';
import { ChannelControl, ChannelRemote } from '#lib/state/wall/remote.ts';
import { keepWalls, readKeptWalls } from '#lib/state/kept-walls.ts';
import type { WallCommand } from '#lib/wall/commands.ts';
import type { Playlist } from '#lib/wall/playlist.ts';
import type { WallState } from '#lib/wall/wall-state.ts';

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

const state = (wall: string): WallState => ({
	...{ wall, name: '大厅', scene: 1, paused: false, pinned: false, blank: false, dark: false, announcement: null },
	scenes: [{ scene: 1, title: '地图' }]
});

/** A wall that says how it is when it is asked. */
function wallOf(id: string) {
	const remote = new ChannelRemote(id);
	const heard: WallCommand[] = [];
	ends.push(
		remote.listen(
			(command) => heard.push(command),
			() => remote.tell(state(id))
		)
	);
	return heard;
}

test('two windows of one browser: a wall is found, and hears what is meant for it', async () => {
	const first = wallOf('first');
	const second = wallOf('second');
	const control = new ChannelControl();
	const walls = new Map<string, WallState>();
	ends.push(control.listen((one) => walls.set(one.wall, one)));
	control.ask();
	await vi.waitFor(() => expect([...walls.keys()].sort()).toEqual(['first', 'second']));
	expect(walls.get('first')).toEqual(state('first'));
	control.send('second', { do: 'pin', scene: 1 });
	await vi.waitFor(() => expect(second).toEqual([{ do: 'pin', scene: 1 }]));
	expect(first).toEqual([]);
});

test('what is no command does not reach the wall', async () => {
	const heard = wallOf('first');
	const stranger = new BroadcastChannel('gongbang-wall');
	ends.push(() => stranger.close());
	for (const message of [null, 3, { wall: 'first', command: { do: 'format' } }, { wall: 'first', command: 'next' }])
		stranger.postMessage(message);
	stranger.postMessage({ wall: 'first', command: { do: 'next', extra: 'x' } });
	await vi.waitFor(() => expect(heard).toEqual([{ do: 'next' }]));
});

test('playlists of this browser are kept by profile and checked when they come back', () => {
	const kept = new Map<string, string>();
	const storage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	} as unknown as Storage;
	const playlist: Playlist = {
		...{ id: 'hall', title: { zh: '一', en: 'One' }, seconds: 15, transition: 'fade', quietHour: '03:30' },
		scenes: [{ kind: 'map' }]
	};
	expect(keepWalls(storage, 'gansu', [playlist])).toBe(true);
	expect(readKeptWalls(storage, 'gansu')).toEqual([playlist]);
	expect(readKeptWalls(storage, 'shanghai')).toEqual([]);
	for (const key of kept.keys()) kept.set(key, '{"id":"hall","scenes":[{"kind":"pie"},{"kind":"map"}]}');
	expect(readKeptWalls(storage, 'gansu')[0]?.scenes).toEqual([{ kind: 'map' }]);
	for (const key of kept.keys()) kept.set(key, '{');
	expect(readKeptWalls(storage, 'gansu')).toEqual([]);
	keepWalls(storage, 'gansu', []);
	expect(kept.size).toBe(0);
	expect(keepWalls(undefined, 'gansu', [playlist])).toBe(false);
	const full = {
		setItem: () => {
			throw new Error('full');
		}
	} as unknown as Storage;
	expect(keepWalls(full, 'gansu', [playlist])).toBe(false);
});
