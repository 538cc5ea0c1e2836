import { readableOn, stepColours, stepLimits, stepOf } from '#lib/charts/scale.ts';
import { wallColours } from '#lib/charts/wall-theme.ts';

/** What a coloured field looks like: its ground, and the text on it. */
export interface FieldColour {
	readonly ground: string;
	readonly ink: string;
}

/** The colours of fields with these values: at most six steps of one hue, by the same limits as on the other pages. */
export function colourSteps(values: readonly (number | null)[]): (value: number) => FieldColour {
	const limits = stepLimits(values.filter((value) => value !== null));
	const colours = stepColours(wallColours.sequential, limits.length + 1);
	return (value) => {
		const ground = colours[stepOf(value, limits)] as string;
		return { ground, ink: readableOn(ground) };
	};
}
