import { expect, test } from 'vitest';
import { labelPlace, projectShapes } from '#lib/charts/map-projection.ts';
import { outlineMap } from '#lib/charts/outline-map.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import type { MapShape } from '#lib/dimensions/drawn-map.ts';
import { expectPicture } from './picture.ts';

/** An invented island of six parts, one of them in two pieces, one with a lake that is nobody's. */
const ring = (...points: readonly (readonly [number, number])[]) => [...points, points[0] as readonly [number, number]];
const shapes: readonly MapShape[] = [
	{ code: null, name: '示例湖', polygons: [[ring([4, 3.4], [5, 3.2], [5.2, 4], [4.3, 4.3])]] },
	{ code: 'A', name: '甲', polygons: [[ring([0, 3], [3, 3], [3, 6], [1.2, 6.4], [0, 5])]] },
	{
		code: 'B',
		name: '乙',
		polygons: [[ring([3, 3], [6, 3], [6, 6], [3, 6]), ring([4, 3.4], [5, 3.2], [5.2, 4], [4.3, 4.3])]]
	},
	{
		code: 'C',
		name: '丙',
		polygons: [[ring([0, 0.5], [3, 0], [3, 3], [0, 3])], [ring([0.4, -0.6], [1.6, -0.5], [1, -0.1])]]
	},
	{ code: 'D', name: '丁', polygons: [[ring([3, 0], [6, 0.6], [6, 3], [3, 3])]] },
	{ code: 'E', name: '戊', polygons: [[ring([6, 3], [8, 3.4], [7.6, 5.6], [6, 6])]] },
	{ code: 'F', name: '己', polygons: [[ring([6, 2.4], [6.2, 2.4], [6.2, 2.6], [6, 2.6])]] }
];
const tile = (key: string, name: string, value: number | null, more: object = {}) => ({
	...{ key, name, row: 0, col: 0, value, label: value === null ? '' : `${value}万` },
	...more
});
const tiles = [
	tile('A', '甲示例区', 12),
	tile('B', '乙示例区', 48, { selected: true }),
	tile('C', '丙示例区', null),
	tile('D', '丁示例区', 31, { provisional: true }),
	tile('E', '戊区', 5),
	tile('F', '己区', 7),
	tile('G', '不在图上', 9)
];
const text = { limit: String, missing: '未报', provisional: '暂定' };

test.each(['light', 'dark'] as const)('regions by their outlines, %s', (name) => {
	const theme = chartTheme(name, { width: 560, height: 420 });
	const svg = expectPicture(`outline-map-${name}`, outlineMap(tiles, shapes, theme, text), theme);
	for (const shown of ['甲示例区', '乙示例区', '丙示例区', '丁示例区', '12万', '48万', '未报'])
		expect(svg).toContain(`>${shown}<`);
	// Too small for type; without an outline.
	for (const hidden of ['己区', '不在图上']) expect(svg).not.toContain(`>${hidden}<`);
});

test('an outline fills the box, north up, and a hole stays a hole', () => {
	const [only] = projectShapes([shapes[2] as MapShape], { width: 206, height: 306 });
	// 3° × 3° at 4.5° north: as wide as the box less its margin, cos 4.5° as high is more than as wide.
	expect(only?.box.width).toBeCloseTo(200, 6);
	expect(only?.box.height).toBeCloseTo(200 / Math.cos((4.5 * Math.PI) / 180), 6);
	expect(only?.path.match(/M/g)).toHaveLength(2);
	const north = projectShapes(shapes, { width: 400, height: 400 });
	const at = (code: string) => north.find((shape) => shape.code === code)?.box.y ?? 0;
	expect(at('A')).toBeLessThan(at('C'));
});

test('a name stands inside the largest piece, beside a hole and not in it', () => {
	const flat = projectShapes(shapes, { width: 800, height: 800 });
	for (const { code, box, main, path } of flat.filter(({ code }) => code !== null)) {
		const place = labelPlace({ code, box, main, path });
		if (!place) throw new Error(`${code} has no place for its name`);
		expect(inside(main, place.x, place.y), String(code)).toBe(true);
		expect(inside(main, place.x - place.width * 0.49, place.y), String(code)).toBe(true);
	}
	expect(labelPlace({ code: 'X', path: '', main: [], box: { x: 0, y: 0, width: 0, height: 0 } })).toBe(null);
});

/** Even–odd, by a ray to the right. */
function inside(rings: readonly (readonly (readonly [number, number])[])[], x: number, y: number): boolean {
	let odd = false;
	for (const one of rings)
		for (let index = 0; index + 1 < one.length; index++) {
			const [[x1, y1], [x2, y2]] = [one[index] as [number, number], one[index + 1] as [number, number]];
			if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
		}
	return odd;
}
