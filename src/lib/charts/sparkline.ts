/** A sparkline's path data, in the box 0 0 width height. */
export interface SparklineShape {
	/** SVG path of the line; gaps where a value is missing. */
	readonly line: string;
	/** The last known point. */
	readonly last: { readonly x: number; readonly y: number } | null;
}

/** Scales values into a box with `pad` px of room on every side. The base is 0 unless values are negative. */
export function sparkline(
	values: readonly (number | null)[],
	width: number,
	height: number,
	pad = 3,
	max = Math.max(0, ...values.map((value) => value ?? 0))
): SparklineShape {
	const min = Math.min(0, ...values.map((value) => value ?? 0));
	const span = max - min || 1;
	const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
	const place = (value: number, index: number) => ({
		x: Number((pad + index * step).toFixed(2)),
		y: Number((height - pad - ((value - min) / span) * (height - 2 * pad)).toFixed(2))
	});
	let line = '';
	let last: SparklineShape['last'] = null;
	let open = false;
	values.forEach((value, index) => {
		if (value === null) {
			open = false;
			return;
		}
		last = place(value, index);
		line += `${open ? 'L' : 'M'}${last.x} ${last.y}`;
		open = true;
	});
	return { line, last };
}
