import { expect, test } from 'vitest';
import { packPlaylist, playlistPrefix, unpackPlaylist } from '#lib/wall/packed-playlist.ts';
import { packLink } from '#lib/filters/packed-link.ts';
import type { Playlist } from '#lib/wall/playlist.ts';

const playlist: Playlist = {
	id: 'hall',
	title: { zh: '一楼大厅', en: 'Entrance hall' },
	seconds: 15,
	transition: 'slide',
	quietHour: '04:00',
	schedule: { days: [1, 2], from: '08:00', to: '18:00' },
	scenes: [
		{ kind: 'map', filters: 'region=620100' },
		{ kind: 'announcement', text: { zh: '安全\n生产', en: 'Safety' } }
	]
};

test('a playlist comes out of an address as it went in', () => {
	const fragment = packPlaylist(playlist);
	expect(fragment).toMatch(/^#p=[\w-]+$/);
	expect(unpackPlaylist(fragment)).toEqual(playlist);
});

test('one of a hundred scenes fits into an address', () => {
	const scenes = Array.from({ length: 100 }, (_, index) => ({
		kind: 'board' as const,
		board: `region-indicator_${index}`,
		title: { zh: `第${index}个`, en: `Number ${index}` }
	}));
	const fragment = packPlaylist({ ...playlist, scenes });
	expect(fragment.length).toBeLessThan(8000);
	expect(unpackPlaylist(fragment)?.scenes).toEqual(scenes);
});

test('what is damaged, cut or something else gives nothing', () => {
	const fragment = packPlaylist(playlist);
	for (const wrong of [
		'',
		'#',
		playlistPrefix,
		fragment.slice(0, -3),
		`${fragment.slice(0, 30)}x${fragment.slice(31)}`,
		packLink('?profile=gansu'),
		`#p=${packLink('?a=b').slice(3)}`
	])
		expect(unpackPlaylist(wrong), wrong).toBeNull();
});

test('what was packed by somebody else is read as any file is', () => {
	const bad = { ...playlist, seconds: 1, scenes: [{ kind: 'pie' }, { kind: 'map' }] };
	expect(unpackPlaylist(packPlaylist(bad as unknown as Playlist))).toMatchObject({
		seconds: 15,
		scenes: [{ kind: 'map' }]
	});
});
