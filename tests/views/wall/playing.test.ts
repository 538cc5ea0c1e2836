import { expect, test } from 'vitest';
import { playlistOf, playlistsOf, thisPlaylist, usualPlaylists } from '#lib/views/wall/playlists.ts';
import { wallKey } from '#lib/views/wall/wall-keys.ts';
import { withMember, withWords } from '#lib/views/wall/edit/words.ts';

const walls = [
	{ id: 'hall', scenes: [{ kind: 'map' }] },
	{ id: 'usual', title: '自己的', scenes: [{ kind: 'trend' }, { kind: 'pie' }] }
];

test('/wall plays the profile’s first playlist, else the usual one; a name that nobody has is told', () => {
	expect(playlistOf(null)(walls)).toMatchObject({ playlist: { id: 'hall' }, unknown: null });
	expect(playlistOf(null)(undefined)).toEqual({ playlist: usualPlaylists[0], unknown: null, damaged: false });
	expect(playlistOf('usual')(walls).playlist.scenes).toEqual([{ kind: 'trend' }]);
	expect(playlistOf('usual')(undefined).playlist).toBe(usualPlaylists[0]);
	expect(playlistOf('nothing')(walls)).toMatchObject({ playlist: { id: 'hall' }, unknown: 'nothing' });
	expect(playlistOf('nothing')([])).toMatchObject({ playlist: usualPlaylists[0], unknown: 'nothing' });
	expect(playlistsOf(walls)).toBe(playlistsOf(walls));
});

test('one of the address is played whatever the profile has; a damaged one is told', () => {
	const [own] = playlistsOf(walls);
	expect(thisPlaylist(own ?? null)(undefined)).toEqual({ playlist: own, unknown: null, damaged: false });
	expect(thisPlaylist(null)(walls)).toMatchObject({ playlist: { id: 'hall' }, damaged: true });
});

test('keys of a wall and of presenters’ remotes', () => {
	const press = (key: string, more: object = {}) =>
		wallKey({
			...{ key, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, target: null },
			preventDefault: () => {},
			...more
		});
	const keys = [
		'ArrowRight',
		'PageDown',
		'ArrowLeft',
		'PageUp',
		' ',
		'Enter',
		'P',
		'a',
		'Escape',
		'B',
		'.',
		'f',
		'R',
		'x'
	];
	expect(keys.map((key) => press(key))).toEqual([
		...['next', 'next', 'previous', 'previous', 'toggle', 'pin', 'pin', 'write', 'away', 'blank', 'blank'],
		...['screen', 'reload', null]
	]);
	expect(press('r', { ctrlKey: true })).toBeNull();
	expect(press('ArrowRight', { repeat: true })).toBeNull();
	expect(press('b', { target: { tagName: 'TEXTAREA' } })).toBeNull();
	expect(press('Enter', { target: { tagName: 'BUTTON' } })).toBeNull();
});

test('bilingual texts while they are typed: the other language stands in until it has its own', () => {
	const first = withWords(undefined, 'zh', ' 大厅 ');
	expect(first).toEqual({ zh: '大厅', en: '大厅' });
	expect(withWords(first, 'en', 'Hall')).toEqual({ zh: '大厅', en: 'Hall' });
	expect(withWords(first, 'zh', '门厅')).toEqual({ zh: '门厅', en: '门厅' });
	expect(withWords({ zh: '大厅', en: 'Hall' }, 'zh', '')).toEqual({ zh: 'Hall', en: 'Hall' });
	expect(withWords(first, 'zh', '')).toBeUndefined();
	expect(withMember({ a: 1, b: 2 } as { a?: number; b: number }, 'a', undefined)).toEqual({ b: 2 });
});
