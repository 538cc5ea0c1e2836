/** A line of the hatch inside a box. */
export interface HatchLine {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

/** Lines rising at 45° that fill a box, so many px apart, cut at its edges. */
export function hatchLines(x: number, y: number, width: number, height: number, gap: number): HatchLine[] {
	const lines: HatchLine[] = [];
	for (let offset = gap; offset < width + height; offset += gap) {
		lines.push({
			x1: x + Math.max(0, offset - height),
			y1: y + Math.min(offset, height),
			x2: x + Math.min(offset, width),
			y2: y + Math.max(0, offset - width)
		});
	}
	return lines;
}
