import { expect, test } from 'vitest';
import { isKeptPage, isProgramFile, pageKey, readKeepMessage, scopesOf } from '#lib/wall/kept-pages.ts';

test('walls and stages are kept, and nothing else', () => {
	for (const path of ['/wall', '/wall/', '/wall/usual', '/wall/status', '/leaderboards/region-x/reveal'])
		expect(isKeptPage(path), path).toBe(true);
	for (const path of [
		...['/', '/wallpaper', '/wall/a/b', '/leaderboards', '/leaderboards/x', '/leaderboards/x/reveal/presenter'],
		...['/releases/catalogue.json', '/api/v1/wall', '/leaderboards/a/b/reveal']
	])
		expect(isKeptPage(path), path).toBe(false);
});

test('a page has scopes that hold itself and the engine’s worker, not the other pages', () => {
	expect(scopesOf('/wall/usual')).toEqual(['/wall', '/_app/immutable/']);
	expect(scopesOf('/leaderboards/x/reveal/')).toEqual(['/leaderboards/x/reveal', '/_app/immutable/']);
	expect(scopesOf('/studios')).toEqual([]);
	expect(isProgramFile('/_app/immutable/chunks/a.js')).toBe(true);
	expect(isProgramFile('/_app/version.json')).toBe(false);
});

test('only a page of the same origin is kept when somebody says so', () => {
	const origin = 'http://localhost:3000';
	const page = readKeepMessage({ keep: `${origin}/wall?profile=gansu#x` }, origin);
	expect(page && pageKey(page)).toBe('/wall?profile=gansu');
	for (const data of [
		null,
		'keep',
		{ keep: 1 },
		{ keep: 'x' },
		{ keep: 'https://example.com/wall' },
		{ keep: `${origin}/` }
	])
		expect(readKeepMessage(data, origin)).toBeNull();
});
