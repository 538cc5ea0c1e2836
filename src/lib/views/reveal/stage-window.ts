/** Rows that fit a stage at the size that a hall can read. */
export const rowsInSight = 8;

/**
 * The first of the rows in sight, so that the row at hand stands in the middle, with what is out below it and what is still to
 * come above; the ends of the board stay at the ends of the stage.
 */
export function firstInSight(count: number, focus: number, room: number = rowsInSight): number {
	const below = Math.floor(room / 2);
	return Math.max(0, Math.min(count - room, focus - room + 1 + below));
}

/** Minutes and seconds, hours where there are any: 7:05, 1:02:09. */
export function clockText(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	const two = (value: number) => String(value).padStart(2, '0');
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
