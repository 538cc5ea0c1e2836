import { beforeEach, expect, test } from 'vitest';
import { readKeptWalls } from '#lib/state/kept-walls.ts';
import { PlaylistDesk, type Listed } from '#lib/views/wall/edit/desk.svelte.ts';
import type { Playlist, SceneKindName } from '#lib/wall/playlist.ts';
import { playlistLimits } from '#lib/wall/read-playlist.ts';

const playlist = (id: string, kinds: readonly SceneKindName[]): Playlist => ({
	...{ id, title: { zh: id, en: id }, seconds: 15, transition: 'fade', quietHour: '03:30' },
	scenes: kinds.map((kind) => ({ kind }))
});
const hall = playlist('hall', ['figures', 'map', 'trend']);
const shipped: readonly Listed[] = [
	{ key: 'profile:hall', whose: 'profile', playlist: hall },
	{ key: 'usual:usual', whose: 'usual', playlist: playlist('usual', ['figures']) }
];

let kept: Map<string, string>;
let storage: Storage;
beforeEach(() => {
	kept = new Map();
	storage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key)
	} as unknown as Storage;
});
const newDesk = () => new PlaylistDesk({ profile: 'gansu', shipped: () => shipped, storage });
const kinds = (desk: PlaylistDesk) => desk.playlist.scenes.map(({ kind }) => kind);

test('the profile’s first playlist is open, and what is shipped is copied when it is changed', () => {
	const desk = newDesk();
	desk.wake();
	expect(desk.current.key).toBe('profile:hall');
	desk.change({ seconds: 30 });
	expect(desk.current).toMatchObject({ key: 'own:hall', playlist: { seconds: 30 } });
	expect(desk.copied).toBe(true);
	expect(hall.seconds).toBe(15);
	expect(readKeptWalls(storage, 'gansu')).toEqual([{ ...hall, seconds: 30 }]);
	// The copy is changed itself from then on; the profile's gives another copy.
	desk.change({ seconds: 40 });
	expect(desk.copied).toBe(false);
	desk.open('profile:hall');
	desk.change({ transition: 'none' });
	expect(desk.own.map(({ id, seconds }) => [id, seconds])).toEqual([
		['hall', 40],
		['hall-2', 15]
	]);
	const again = newDesk();
	again.wake();
	expect(again.own).toEqual(desk.own);
});

test('scenes are added behind the open one, moved with it, deleted and brought back to their place', () => {
	const desk = newDesk();
	desk.openScene(1);
	desk.addScene({ kind: 'targets' });
	expect(kinds(desk)).toEqual(['figures', 'map', 'targets', 'trend']);
	expect(desk.scene.kind).toBe('targets');
	desk.move(2, 0);
	expect(kinds(desk)).toEqual(['targets', 'figures', 'map', 'trend']);
	expect(desk.sceneIndex).toBe(0);
	desk.move(0, -1);
	desk.move(3, 4);
	expect(kinds(desk)).toEqual(['targets', 'figures', 'map', 'trend']);
	desk.openScene(3);
	desk.removeScene(1);
	expect(desk.scene.kind).toBe('trend');
	desk.changeScene({ kind: 'trend', seconds: 60 });
	desk.undo();
	expect(kinds(desk)).toEqual(['targets', 'figures', 'map', 'trend']);
	expect(desk.playlist.scenes[3]).toEqual({ kind: 'trend', seconds: 60 });
	expect(desk.removed).toBeNull();
});

test('the last scene stays', () => {
	const desk = newDesk();
	desk.open('usual:usual');
	desk.removeScene(0);
	expect(kinds(desk)).toEqual(['figures']);
	expect(desk.own).toEqual([]);
});

test('a playlist that was deleted comes back to its place, under another id where its own is taken', () => {
	const desk = newDesk();
	desk.add({ zh: '甲', en: 'A' });
	desk.add({ zh: '乙', en: 'B' });
	expect(desk.own.map(({ id }) => id)).toEqual(['wall', 'wall-2']);
	desk.open('own:wall');
	desk.remove();
	expect(desk.own.map(({ id }) => id)).toEqual(['wall-2']);
	expect(desk.current.whose).toBe('profile');
	desk.undo();
	expect(desk.own.map(({ id }) => id)).toEqual(['wall', 'wall-2']);
	desk.remove();
	desk.add({ zh: '丙', en: 'C' });
	desk.undo();
	expect(desk.own.map(({ id, title }) => [id, title.zh])).toEqual([
		['wall-3', '甲'],
		['wall-2', '乙'],
		['wall', '丙']
	]);
	// What is shipped cannot be deleted.
	desk.open('profile:hall');
	desk.remove();
	expect(desk.all).toHaveLength(5);
});

test('imported ones take the place of those of the same id, and there is an end to them', () => {
	const desk = newDesk();
	desk.change({ seconds: 30 });
	expect(desk.take([playlist('hall', ['studios']), playlist('other', ['map'])])).toBe(2);
	expect(desk.own.map(({ id, scenes }) => [id, scenes[0]?.kind])).toEqual([
		['hall', 'studios'],
		['other', 'map']
	]);
	expect(desk.current.key).toBe('own:hall');
	expect([desk.isFree('hall'), desk.isFree('other'), desk.isFree('third')]).toEqual([true, false, true]);
	desk.undo();
	expect(desk.own.map(({ id, seconds }) => [id, seconds])).toEqual([
		['hall-2', 30],
		['hall', 15],
		['other', 15]
	]);
	for (let count = 0; count < 30; count++) desk.add({ zh: '多', en: 'More' });
	expect(desk.own).toHaveLength(playlistLimits.playlists);
	expect(desk.full).toBe(true);
	// What is there already is not lost to what comes.
	const before = desk.own;
	expect(desk.take([playlist('late', ['map'])])).toBe(0);
	expect(desk.own).toEqual(before);
	// One of the same id has the room of the other; the one behind it has none.
	expect(desk.take([playlist('late', ['map']), playlist('other', ['trend']), playlist('later', ['map'])])).toBe(1);
	expect(desk.own).toHaveLength(playlistLimits.playlists);
	expect(desk.own.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
	expect(desk.own.find(({ id }) => id === 'other')?.scenes[0]?.kind).toBe('trend');
});

test('everything that gave way to an import comes back, as far as there is room', () => {
	const desk = newDesk();
	for (const title of ['甲', '乙', '丙']) desk.add({ zh: title, en: title });
	desk.take([playlist('wall-3', ['map']), playlist('wall', ['trend'])]);
	expect(desk.removed).toMatchObject({ what: 'lists', lists: [{ index: 0 }, { index: 2 }] });
	desk.undo();
	expect(desk.own.map(({ id, title }) => [id, title.zh])).toEqual([
		['wall-4', '甲'],
		['wall-2', '乙'],
		['wall-3-2', '丙'],
		['wall-3', 'wall-3'],
		['wall', 'wall']
	]);
	expect(desk.removed).toBeNull();

	while (desk.own.length < playlistLimits.playlists - 1) desk.add({ zh: '多', en: 'More' });
	desk.take([playlist('wall', ['map']), playlist('wall-3', ['map'])]);
	for (let again = 0; again < 2; again++) {
		desk.undo();
		expect(desk.own).toHaveLength(playlistLimits.playlists);
		expect(desk.removed).toMatchObject({ what: 'lists', lists: [{ playlist: { id: 'wall' } }] });
	}
});

test('an import that does not fit takes away nothing of the same name', () => {
	const desk = newDesk();
	for (let count = 0; count < playlistLimits.playlists; count++) desk.add({ zh: '多', en: 'More' });
	desk.open('own:wall-3');
	desk.remove();
	const own = desk.own.length;
	// The first takes the room of the one that was deleted, the second that of its namesake.
	expect(desk.take([playlist('first', ['map']), playlist('wall-2', ['trend'])])).toBe(2);
	expect(desk.own).toHaveLength(own + 1);
	expect(desk.take([playlist('second', ['map']), playlist('wall-2', ['figures'])])).toBe(1);
	expect(desk.own.find(({ id }) => id === 'wall-2')?.scenes[0]?.kind).toBe('figures');
	expect(desk.own.map(({ id }) => id)).not.toContain('second');
});

test('a browser that keeps nothing says so', () => {
	const desk = new PlaylistDesk({ profile: 'gansu', shipped: () => shipped, storage: undefined });
	desk.wake();
	desk.change({ seconds: 30 });
	expect(desk.kept).toBe(false);
	expect(desk.playlist.seconds).toBe(30);
});
