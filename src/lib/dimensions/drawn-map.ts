import type { Position } from './map-outline.ts';
import type { ProfileMap } from './profile-map.ts';

/** An outline of a map of one's own as it is drawn. */
export interface MapShape {
	/** The region that it is; null: ground that is never coloured. */
	readonly code: string | null;
	/** As the file has it. */
	readonly name: string;
	/** Longitude and latitude; the rings of each polygon, the outer one first. */
	readonly polygons: readonly (readonly (readonly Position[])[])[];
}

/** A map of one's own as a release carries it, in `map.json`. Outlines stay as they were approved: nothing is thinned out. */
export interface DrawnMap {
	/** Printed under the map wherever it is shown. */
	readonly approval: string;
	readonly shapes: readonly MapShape[];
}

/** The name of the file in a release. */
export const mapFileName = 'map.json';

/** A checked map as a release carries it. */
export function drawnMap({ approval, features, others }: ProfileMap): DrawnMap {
	return {
		approval,
		shapes: [
			...others.map(({ name, outline }) => ({ code: null, name, polygons: outline.polygons })),
			...features.map(({ code, name, outline }) => ({ code, name, polygons: outline.polygons }))
		]
	};
}
