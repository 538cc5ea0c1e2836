import { expect, test } from 'vitest';
import { parseByteRange } from '#lib/server/byte-range.ts';

test.each([
	[null, 'whole'],
	['', 'whole'],
	['bytes=0-0', { first: 0, last: 0 }],
	['bytes=0-99', { first: 0, last: 99 }],
	['bytes=90-200', { first: 90, last: 99 }],
	['bytes=90-', { first: 90, last: 99 }],
	['bytes=-10', { first: 90, last: 99 }],
	['bytes=-500', { first: 0, last: 99 }],
	['bytes=100-', 'unsatisfiable'],
	['bytes=100-100', 'unsatisfiable'],
	['bytes=-0', 'unsatisfiable'],
	['bytes=5-2', 'whole'],
	['bytes=0-1,5-6', 'whole'],
	['bytes=a-b', 'whole'],
	['bytes=-', 'whole'],
	['items=0-1', 'whole']
])('%s of 100 bytes', (header, expected) => {
	expect(parseByteRange(header, 100)).toEqual(expected);
});

test('nothing can be had from an empty file by range', () => {
	expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable');
	expect(parseByteRange('bytes=-5', 0)).toBe('unsatisfiable');
});
