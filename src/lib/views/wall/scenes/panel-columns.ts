import { sceneFrame, type ScreenShape } from '#lib/wall/screen.ts';
import type { Stretch } from './panel-rows.ts';

/**
 * The parts of a scene's width, between two distances from the left of its body, that no frame between panels crosses: one
 * of each column of panels that they reach. In units. The whole seam is hidden: texts have no air at their sides.
 */
export function columnStretchesOf(
	{ arrangement, seams, unit }: ScreenShape,
	from: number,
	to: number
): readonly Stretch[] {
	const { side } = sceneFrame(arrangement);
	const within = seams.columns
		.map((seam): Stretch => ({ from: seam.from / unit - side, to: seam.to / unit - side }))
		.filter((frame) => frame.to > from && frame.from < to);
	return [...within, null].flatMap((next, index) => {
		const stretch = { from: within[index - 1]?.to ?? from, to: next?.from ?? to };
		return stretch.to > stretch.from ? [stretch] : [];
	});
}
