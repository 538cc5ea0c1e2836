import { expect, test } from 'vitest';
import { onBaselines } from '#lib/server/raster.ts';

test('the shift of a text goes into its y, however that is written, and there is one y', () => {
	expect(onBaselines('<text dy="0.5em" font-size="12" x="1" y="-4.9e-14" fill="#000">已报</text>')).toMatch(
		/^<text {2}font-size="12" x="1" y="5\.9\d*" fill="#000">已报<\/text>$/
	);
	expect(onBaselines('<text x="1" y="7" dy="-0.5em" font-size="12">a</text>')).toContain(' y="1"');
	expect(onBaselines('<text x="1" dy="0.5em" font-size="12">a</text>')).toContain('<text y="6" x="1"');
	expect(onBaselines('<text x="1" y="7" font-size="12">a</text>')).toContain(' y="7"');
	// One y each, whatever it was.
	const moved = onBaselines(
		'<text y="1" dy="1em" font-size="2">a</text><text y="1e-9" dy="1em" font-size="2">b</text>'
	);
	expect(moved.match(/ y="/g)).toHaveLength(2);
});
