import { expect, test } from 'vitest';
import { walkOf } from '#lib/components/table-walk.ts';

const place = { at: -1, numbers: 3, row: 4, last: 20 };

test.each([
	['Enter', -1, { kind: 'open' }],
	[' ', -1, { kind: 'open' }],
	// The number's own button answers these.
	['Enter', 1, null],
	['i', -1, { kind: 'explain' }],
	['i', 0, null],
	['ArrowRight', -1, { kind: 'aside', to: 0 }],
	['ArrowRight', 2, { kind: 'aside', to: 2 }],
	['ArrowLeft', 0, { kind: 'aside', to: -1 }],
	['ArrowLeft', -1, { kind: 'aside', to: -1 }],
	['ArrowDown', 1, { kind: 'row', to: 5 }],
	['PageUp', -1, { kind: 'row', to: 0 }],
	['PageDown', -1, { kind: 'row', to: 14 }],
	['End', -1, { kind: 'row', to: 20 }],
	['a', -1, null]
] as const)('%s at number %i', (key, at, walk) => {
	expect(walkOf(key, { ...place, at })).toEqual(walk);
});

test('a row without numbers has nothing to explain', () => {
	expect(walkOf('i', { ...place, numbers: 0 })).toBeNull();
	expect(walkOf('ArrowRight', { ...place, numbers: 0 })).toEqual({ kind: 'aside', to: -1 });
});
