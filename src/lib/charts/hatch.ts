/** A line of the hatch inside a box. */
export interface HatchLine {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

/** The hatch of a box as one path: as many lines as fit cost no more than one. */
export function hatchPath(x: number, y: number, width: number, height: number, gap: number): string {
	const px = (value: number) => Math.round(value * 100) / 100;
	return hatchLines(x, y, width, height, gap)
		.map(({ x1, y1, x2, y2 }) => `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`)
		.join('');
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
