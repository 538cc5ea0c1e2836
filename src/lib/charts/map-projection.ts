import type { MapShape } from '#lib/dimensions/drawn-map.ts';

type Point = readonly [x: number, y: number];

/** An outline in the px of a picture. */
export interface FlatShape {
	readonly code: string | null;
	/** All rings as SVG path data; holes run against their outer ring. */
	readonly path: string;
	/** The rings of the polygon with the largest area. */
	readonly main: readonly (readonly Point[])[];
	readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * Outlines in a box, as large as fit and centred, north up. Degrees of longitude are as long as they are in the middle
 * of the map: near enough for a country, and the outlines stay as they were approved.
 */
export function projectShapes(
	shapes: readonly MapShape[],
	room: { readonly width: number; readonly height: number }
): FlatShape[] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { polygons } of shapes)
		for (const rings of polygons)
			for (const [x, y] of rings[0] ?? []) {
				[west, east] = [Math.min(west, x), Math.max(east, x)];
				[south, north] = [Math.min(south, y), Math.max(north, y)];
			}
	const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const [across, down] = [Math.max(1e-9, (east - west) * squeeze), Math.max(1e-9, north - south)];
	const margin = 3;
	const scale = Math.max(0, Math.min((room.width - 2 * margin) / across, (room.height - 2 * margin) / down));
	const left = (room.width - across * scale) / 2;
	const top = (room.height - down * scale) / 2;
	const place = ([x, y]: Point): Point => [left + (x - west) * squeeze * scale, top + (north - y) * scale];
	return shapes.map(({ code, polygons }) =>
		flatShape(
			code,
			polygons.map((rings) => rings.map((ring) => ring.map(place)))
		)
	);
}

function flatShape(code: string | null, polygons: readonly (readonly (readonly Point[])[])[]): FlatShape {
	const wound = polygons.map((rings) =>
		rings.map((ring, index) => (area(ring) > 0 === (index === 0) ? ring : ring.toReversed()))
	);
	const points = wound.flatMap((rings) => rings[0] ?? []);
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const [x, y] = [least(xs), least(ys)];
	const size = (rings: readonly (readonly Point[])[]) => Math.abs(area(rings[0] ?? []));
	return {
		code,
		path: wound.flatMap((rings) => rings.map(ringPath)).join(''),
		main: wound.reduce<readonly (readonly Point[])[]>((best, rings) => (size(rings) > size(best) ? rings : best), []),
		box: { x, y, width: most(xs) - x, height: most(ys) - y }
	};
}

/* Spreading tens of thousands of points into Math.min overflows the stack. */
const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other), Infinity);
const most = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other), -Infinity);

/** Twice the signed area would do as well: only its sign and order are used. */
function area(ring: readonly Point[]): number {
	let sum = 0;
	for (let at = 0; at + 1 < ring.length; at++) {
		const [[x1, y1], [x2, y2]] = [ring[at] as Point, ring[at + 1] as Point];
		sum += x1 * y2 - x2 * y1;
	}
	return sum / 2;
}

function ringPath(ring: readonly Point[]): string {
	return `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Where a name fits best: the middle of the widest stretch inside the largest polygon, and the room around it. */
export function labelPlace({ main }: FlatShape): { x: number; y: number; width: number; height: number } | null {
	const ys = (main[0] ?? []).map(([, y]) => y);
	if (ys.length === 0) return null;
	const [top, bottom] = [least(ys), most(ys)];
	const lines = 9;
	let best: { x: number; y: number; width: number; score: number } | null = null;
	for (let line = 1; line < lines; line++) {
		const y = top + ((bottom - top) * line) / lines;
		for (const [from, to] of stretches(main, y, 0)) {
			// A little less wide in the middle is better than wide at the edge.
			const score = (to - from) * (1 - Math.abs(line / lines - 0.5) * 0.8);
			if (!best || score > best.score) best = { x: (from + to) / 2, y, width: to - from, score };
		}
	}
	if (!best) return null;
	const { x, y, width } = best;
	const column = stretches(main, x, 1).find(([from, to]) => from <= y && y <= to);
	return column ? { x, y, width, height: 2 * Math.min(y - column[0], column[1] - y) } : null;
}

/** The stretches of a straight line that lie inside: along a height (0) or down a column (1). */
function stretches(rings: readonly (readonly Point[])[], at: number, axis: 0 | 1): [from: number, to: number][] {
	const [along, across] = axis === 0 ? [0, 1] : [1, 0];
	const cuts: number[] = [];
	for (const ring of rings)
		for (let index = 0; index + 1 < ring.length; index++) {
			const [one, other] = [ring[index] as Point, ring[index + 1] as Point];
			const [a, b] = [one[across] as number, other[across] as number];
			if (a > at !== b > at)
				cuts.push((one[along] as number) + ((at - a) / (b - a)) * ((other[along] as number) - (one[along] as number)));
		}
	cuts.sort((a, b) => a - b);
	return Array.from({ length: Math.floor(cuts.length / 2) }, (_, index) => [
		cuts[index * 2] as number,
		cuts[index * 2 + 1] as number
	]);
}
