import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedPrefix, packLink, unpackLink } from '#lib/filters/packed-link.ts';

const query = fc
	.array(fc.tuple(fc.constantFrom('period', 'note', 'q', 'campaign'), fc.string({ unit: 'grapheme' })))
	.map((pairs) => `?${new URLSearchParams(pairs)}`);

test('what was packed unpacks to itself, in characters that an address may hold', () => {
	fc.assert(
		fc.property(query, fc.constantFrom('', '#map'), (text, panel) => {
			const packed = packLink(text + panel);
			expect(packed).toMatch(/^#s=[A-Za-z0-9_-]+$/);
			expect(unpackLink(packed)).toBe(text + panel);
		})
	);
});

test('a link of ten thousand characters packs into fewer than two thousand', () => {
	const text = `?${new URLSearchParams(Array.from({ length: 8 }, (_, at) => ['note', `trend@2024Q${(at % 4) + 1}:${'停产检修，口径调整'.repeat(15)}`]))}`;
	expect(text.length).toBeGreaterThan(9000);
	expect(packLink(text).length).toBeLessThan(2000);
});

test('a packed link that lost or changed a character is refused', () => {
	const packed = packLink('?period=2024Q3&region=320000&note=trend%402024Q3%3A%E5%81%9C%E4%BA%A7');
	for (let at = packedPrefix.length; at < packed.length; at++) {
		expect(unpackLink(packed.slice(0, at))).toBeNull();
		const other = packed[at] === 'A' ? 'B' : 'A';
		const changed = unpackLink(packed.slice(0, at) + other + packed.slice(at + 1));
		// The last character may carry bits that nobody reads.
		expect(changed === null || changed === unpackLink(packed)).toBe(true);
	}
});

test.each([['', '#s=', '#s=%00', '#s=____', '#map', 's=abc'], [`#s=${'A'.repeat(50_000)}`]])(
	'%s is no packed link',
	(...fragments) => {
		for (const fragment of fragments) expect(unpackLink(fragment)).toBeNull();
	}
);

test('anything at all is read without an error', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(unpackLink(`#s=${text}`)).toBeNull();
		})
	);
});

test('what would fill the memory is refused before it does, and a packed link within a packed link too', () => {
	const bomb = deflateSync(new Uint8Array(20_000_000).fill(63), { level: 9 });
	const text = btoa(String.fromCharCode(...bomb))
		.replaceAll('+', '-')
		.replaceAll('/', '_');
	expect(unpackLink(packedPrefix + text)).toBeNull();
	expect(unpackLink(packLink(`?period=2024${packLink('?period=2023')}`))).toBeNull();
	expect(unpackLink(packedPrefix + btoa(String.fromCharCode(...deflateSync(strToU8('?period=2024')))))).toBeNull();
});
