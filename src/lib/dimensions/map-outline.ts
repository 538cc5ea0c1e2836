/** A point by longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** Where the outline of a feature lies. */
export interface Outline {
	/** Its polygons as the file has them: the rings of each, the outer one first. */
	readonly polygons: readonly (readonly (readonly Position[])[])[];
	/** Rings of all its polygons, holes included. */
	readonly rings: readonly (readonly Position[])[];
	/** All corners of all rings. */
	readonly points: readonly Position[];
	/** The least box around it. */
	readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** The outline of a Polygon or MultiPolygon (RFC 7946); null for anything else, or for what does not lie on the globe. */
export function outlineOf(geometry: unknown): Outline | null {
	if (typeof geometry !== 'object' || geometry === null) return null;
	const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
	const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
	if (!Array.isArray(polygons) || polygons.length === 0) return null;
	const read: Position[][][] = [];
	for (const polygon of polygons as unknown[]) {
		if (!Array.isArray(polygon) || polygon.length === 0 || !polygon.every(isRing)) return null;
		read.push(polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude] as const)));
	}
	const rings = read.flat();
	const points = rings.flat();
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		[west, east] = [Math.min(west, x), Math.max(east, x)];
		[south, north] = [Math.min(south, y), Math.max(north, y)];
	}
	return { polygons: read, rings, points, box: [west, south, east, north] };
}

/** At least a triangle, with its first corner again at the end. */
function isRing(ring: unknown): ring is Position[] {
	if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false;
	const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
	return first[0] === last[0] && first[1] === last[1];
}

function isPosition(value: unknown): value is Position {
	if (!Array.isArray(value)) return false;
	const [longitude, latitude] = value as unknown[];
	return (
		typeof longitude === 'number' &&
		typeof latitude === 'number' &&
		Math.abs(longitude) <= 180 &&
		Math.abs(latitude) <= 90
	);
}
