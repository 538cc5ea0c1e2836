import { encode } from 'uqr';

/** A QR code as one SVG path on a grid of `size` × `size` squares, its quiet zone of four squares among them. */
export interface QrPath {
	readonly path: string;
	readonly size: number;
}

const quietZone = 4;

/** A text as a QR code, one run of dark squares after the other; null where no code can hold it (over 2,900 bytes). */
export function qrPath(text: string): QrPath | null {
	let squares: readonly (readonly boolean[])[];
	try {
		squares = encode(text, { ecc: text.length > 600 ? 'L' : 'M', border: quietZone }).data;
	} catch {
		return null;
	}
	const runs = squares.flatMap((row, y) =>
		[
			...row
				.map((dark) => (dark ? '1' : '0'))
				.join('')
				.matchAll(/1+/g)
		].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
	);
	return { path: runs.join(''), size: squares.length };
}
