/**
 * Whether a quoted cell over several lines holds whole rows: two quotes that were lost in different rows make one cell
 * of everything between them, and nothing else about the file looks wrong. The line breaks in the cell must cut it into
 * pieces that make full rows with the cells to its left and right.
 */
export function holdsRows(cells: readonly string[], delimiter: string): boolean {
	const width = cells.length;
	if (width < 3) return false;
	return cells.some((cell, column) => {
		if (!/[\r\n]/.test(cell) || !cell.includes(delimiter)) return false;
		const pieces = cell.split(/\r\n|\n|\r/).map((piece) => piece.split(delimiter).length - 1);
		const [first, last] = [pieces.shift(), pieces.pop()];
		return first === width - 1 - column && last === column && pieces.every((count) => count === width - 1);
	});
}
