import { expect, test } from 'vitest';
import { keepNotes, keptNotes } from '#lib/state/kept-notes.ts';

function storage() {
	const held = new Map<string, string>();
	return {
		held,
		getItem: (key: string) => held.get(key) ?? null,
		setItem: (key: string, value: string) => void held.set(key, value),
		removeItem: (key: string) => void held.delete(key)
	};
}
const page = { profile: 'chongqing', path: '/' };
const note = { panel: 'trend', period: '2024Q3', text: '<b>停产</b>' };

test('notes come back for the page they were made on, each once, and go when none is left', () => {
	const place = storage();
	expect(keepNotes(place, page, [note, { ...note }])).toBe(true);
	expect(keptNotes(place, page)).toEqual([note]);
	expect(keptNotes(place, { ...page, path: '/regions' })).toEqual([]);
	expect(keptNotes(place, { ...page, profile: 'shanghai' })).toEqual([]);
	keepNotes(place, page, []);
	expect(place.held.size).toBe(0);
});

test('what is no note in the storage is left out, and a closed storage keeps nothing', () => {
	const place = storage();
	keepNotes(place, page, [note]);
	const [key] = [...place.held.keys()];
	for (const text of [
		'{',
		'{}',
		'null',
		'[null, 1, {"panel": "trend"}, {"panel": "x y", "period": "2024", "text": "a"}]'
	]) {
		place.held.set(key!, text);
		expect(keptNotes(place, page)).toEqual([]);
	}
	place.held.set(key!, JSON.stringify([{ ...note, __proto__: { a: 1 }, onclick: 'x' }]));
	expect(keptNotes(place, page)).toEqual([note]);
	expect(keptNotes(undefined, page)).toEqual([]);
	expect(keepNotes(undefined, page, [note])).toBe(false);
	const full = {
		...place,
		setItem: () => {
			throw new Error('full');
		}
	};
	expect(keepNotes(full, page, [note])).toBe(false);
});
