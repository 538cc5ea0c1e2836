import { expect, test } from 'vitest';
import { forget, keep, readKept } from '#lib/state/kept-boards.ts';

function memory(limit = Infinity): Storage {
	const items = new Map<string, string>();
	return {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
			items.set(key, value);
		},
		removeItem: (key: string) => void items.delete(key)
	} as Storage;
}

test('what is kept of a board is its own: of this profile, this board, this kind', () => {
	const storage = memory();
	expect(keep(storage, 'rules', { profile: 'a', board: 'b' }, { x: 1 })).toBe(true);
	expect(readKept(storage, 'rules', { profile: 'a', board: 'b' })).toEqual({ x: 1 });
	expect(readKept(storage, 'reveal', { profile: 'a', board: 'b' })).toBeNull();
	expect(readKept(storage, 'rules', { profile: 'a:b', board: '' })).toBeNull();
	forget(storage, 'rules', { profile: 'a', board: 'b' });
	expect(readKept(storage, 'rules', { profile: 'a', board: 'b' })).toBeNull();
});

test('a full or closed storage keeps nothing and says so', () => {
	expect(keep(memory(3), 'rules', { profile: 'a', board: 'b' }, { long: 'text' })).toBe(false);
	expect(keep(undefined, 'rules', { profile: 'a', board: 'b' }, 1)).toBe(false);
	expect(readKept(undefined, 'rules', { profile: 'a', board: 'b' })).toBeNull();
	forget(undefined, 'rules', { profile: 'a', board: 'b' });
});

test('what cannot be read is nothing', () => {
	const storage = { ...memory(), getItem: () => '{' } as Storage;
	expect(readKept(storage, 'rules', { profile: 'a', board: 'b' })).toBeNull();
});
