import { expect, test } from 'vitest';
import { knownDrafts, noteDrafts } from '#lib/state/draft-index.ts';

function storage(fail = false): Storage {
	const items = new Map<string, string>();
	const refuse = () => {
		throw new DOMException('closed', 'SecurityError');
	};
	return {
		getItem: fail ? refuse : (key: string) => items.get(key) ?? null,
		setItem: fail ? refuse : (key: string, value: string) => void items.set(key, value),
		removeItem: (key: string) => void items.delete(key)
	} as unknown as Storage;
}

test('the list of drafts is kept apart for each profile, and an empty one leaves nothing', () => {
	const kept = storage();
	noteDrafts(kept, 'national', [{ id: 'a', file: '甲.csv' }]);
	noteDrafts(kept, 'chongqing', [{ id: 'b', file: '乙.csv' }]);
	expect(knownDrafts(kept, 'national')).toEqual([{ id: 'a', file: '甲.csv' }]);
	noteDrafts(kept, 'national', []);
	expect(knownDrafts(kept, 'national')).toEqual([]);
	expect(knownDrafts(kept, 'chongqing')).toEqual([{ id: 'b', file: '乙.csv' }]);
});

test('a storage that is closed, missing or holds something else is no list, and no error', () => {
	noteDrafts(storage(true), 'national', [{ id: 'a', file: 'a.csv' }]);
	expect(knownDrafts(storage(true), 'national')).toEqual([]);
	expect(knownDrafts(undefined, 'national')).toEqual([]);
	for (const text of ['{', '{"a":1}', '[null, 3, {"id": 1, "file": "x"}]']) {
		const odd = storage();
		odd.setItem('gongbang-drafts:national', text);
		expect(knownDrafts(odd, 'national')).toEqual([]);
	}
});
