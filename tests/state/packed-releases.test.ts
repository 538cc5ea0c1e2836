import { beforeEach, expect, test } from 'vitest';
import {
	forgetPacked,
	isPacked,
	notePacked,
	packedReleases,
	packPath,
	withPacked,
	type PackedRelease
} from '#lib/state/packed-releases.ts';

/** As a browser's, or one that is full. */
function storage(full = false): Storage {
	const items = new Map<string, string>();
	return {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (full) throw new DOMException('full', 'QuotaExceededError');
			items.set(key, value);
		},
		removeItem: (key: string) => void items.delete(key)
	} as Storage;
}

const packed = (release: string, profile: string, createdAt: string): PackedRelease => ({
	release,
	profile,
	title: { zh: profile, en: profile },
	path: packPath(release),
	createdAt,
	bytes: 10,
	addedAt: '2026-02-01T00:00:00Z',
	lasting: true
});
const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(16)) as [string, string, string];

let kept: Storage;
beforeEach(() => {
	kept = storage();
	for (const { release } of packedReleases(kept)) forgetPacked(release, kept);
});

test('packs are noted, the newest first, once each, and forgotten', () => {
	expect(notePacked(packed(first, 'gansu', '2026-01-01'), kept)).toBe(true);
	expect(notePacked(packed(second, 'gansu', '2026-01-02'), kept)).toBe(true);
	expect(notePacked(packed(first, 'gansu', '2026-01-01'), kept)).toBe(true);
	expect(packedReleases(kept).map(({ release }) => release)).toEqual([second, first]);
	forgetPacked(second, kept);
	expect(packedReleases(kept).map(({ release }) => release)).toEqual([first]);
});

test('where nothing can be kept, a pack is there as long as the page', () => {
	const full = storage(true);
	expect(notePacked(packed(third, 'gansu', '2026-01-01'), full)).toBe(false);
	expect(packedReleases(full)).toMatchObject([{ release: third, lasting: false }]);
	forgetPacked(third, full);
	expect(packedReleases(full)).toEqual([]);
});

test('what somebody else wrote there is left out', () => {
	for (const text of ['nonsense', '{}', '[null, 1, {"release":"../x"}]']) {
		kept.setItem('gongbang-packs', text);
		expect(packedReleases(kept)).toEqual([]);
	}
	const foreign = { ...packed(first, 'gansu', '2026-01-01'), path: 'https://example.org/x' };
	kept.setItem('gongbang-packs', JSON.stringify([foreign]));
	expect(packedReleases(kept)).toEqual([]);
});

test('packs add the profiles that no server offers, each by its newest release', () => {
	const served = [{ profile: 'national', title: { zh: '', en: '' }, release: 'a', path: '/releases/a' }];
	const packs = [
		packed(second, 'gansu', '2026-01-02'),
		packed(first, 'gansu', '2026-01-01'),
		packed(third, 'national', '2027-01-01')
	];
	const entries = withPacked(served, packs);
	expect(entries.map(({ profile, path }) => [profile, path])).toEqual([
		['national', '/releases/a'],
		['gansu', `/packs/${second}`]
	]);
	// Merged again, nothing is there twice, and what was removed is gone.
	expect(withPacked(entries, packs)).toEqual(entries);
	expect(withPacked(entries, [])).toEqual(served);
	expect(entries.map(({ path }) => isPacked(path))).toEqual([false, true]);
});
