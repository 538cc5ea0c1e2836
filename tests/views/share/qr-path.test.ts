import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { qrPath } from '#lib/views/share/qr-path.ts';

/** Paints the path's runs on a grid, as a browser does, and reads it as a camera does. */
function read(text: string): string | undefined {
	const code = qrPath(text);
	if (!code) return undefined;
	const scale = 4;
	const width = code.size * scale;
	const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x = '', y = '', run = ''] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
			for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column++)
				pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
	return decoder(pixels, width, width)?.data;
}

// The decoder's types name it a default export, which its CommonJS file is not under Node.
const decoder = createRequire(import.meta.url)('jsqr') as (
	pixels: Uint8ClampedArray,
	width: number,
	height: number
) => { readonly data: string } | null;

test.each([
	'http://localhost:3000/',
	'http://10.1.2.3:3000/leaderboards/participants?profile=chongqing&period=2024Q3&release=5ad24c26af0ef14a&pin=1#map',
	`http://host.example/?${'note=map@2024Q3:%E5%81%9C%E4%BA%A7&'.repeat(12)}`
])('a camera reads what the code was made of: %#', (text) => {
	expect(read(text)).toBe(text);
});

test('what no code can hold has none', () => {
	expect(qrPath('x'.repeat(5000))).toBeNull();
});
