import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepMyUnit, readMyUnit } from '#lib/state/my-unit.ts';
import { rememberBoard, seenBoards } from '#lib/state/seen-boards.ts';

/** A browser's storage as far as it is used. */
function storage(room = Infinity) {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
			kept.set(key, value);
		},
		removeItem: (key: string) => void kept.delete(key)
	};
}

beforeEach(() => vi.stubGlobal('localStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

const seen = (release: string) => ({ release, at: '2026-11-21T00:00:00Z', rules: { id: 'x' }, entries: [release] });

test('a board is remembered by release, the latest first, three of them', () => {
	for (const release of ['a', 'b', 'a', 'c', 'd']) rememberBoard('board', seen(release));
	expect(seenBoards('board').map(({ release }) => release)).toEqual(['d', 'c', 'a']);
	expect(seenBoards('other')).toEqual([]);
});

test('a full, closed or damaged storage remembers nothing and breaks nothing', () => {
	vi.stubGlobal('localStorage', storage(10));
	rememberBoard('board', seen('a'));
	expect(seenBoards('board')).toEqual([]);
	vi.stubGlobal('localStorage', { ...storage(), getItem: () => '{"not": "a list"' });
	expect(seenBoards('board')).toEqual([]);
	vi.stubGlobal('localStorage', undefined);
	rememberBoard('board', seen('a'));
	keepMyUnit({ profile: 'p', entity: 'region' }, '5001');
	expect(readMyUnit({ profile: 'p', entity: 'region' })).toBeNull();
});

test('one’s own unit is kept for each profile and kind of unit', () => {
	keepMyUnit({ profile: 'p', entity: 'region' }, '5001');
	expect(readMyUnit({ profile: 'p', entity: 'region' })).toBe('5001');
	expect(readMyUnit({ profile: 'p', entity: 'studio' })).toBeNull();
	keepMyUnit({ profile: 'p', entity: 'region' }, null);
	expect(readMyUnit({ profile: 'p', entity: 'region' })).toBeNull();
});
