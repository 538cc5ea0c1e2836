/** What a key pressed in a row of a table does. */
export type Walk =
	| { readonly kind: 'open' }
	| { readonly kind: 'explain' }
	/** To a number of the same row; -1 is the row itself. */
	| { readonly kind: 'aside'; readonly to: number }
	/** To another row. */
	| { readonly kind: 'row'; readonly to: number };

const moves: Readonly<Record<string, (row: number, last: number) => number>> = {
	ArrowDown: (row) => row + 1,
	ArrowUp: (row) => row - 1,
	PageDown: (row) => row + 10,
	PageUp: (row) => row - 10,
	Home: () => 0,
	End: (_, last) => last
};

/** `at`: which of the row's explained `numbers` has the focus, -1 the row itself. Null: the key means nothing here. */
export function walkOf(
	key: string,
	place: { readonly at: number; readonly numbers: number; readonly row: number; readonly last: number }
): Walk | null {
	const { at, numbers, row, last } = place;
	if (at < 0 && (key === 'Enter' || key === ' ')) return { kind: 'open' };
	if (at < 0 && key === 'i' && numbers > 0) return { kind: 'explain' };
	if (key === 'ArrowRight' || key === 'ArrowLeft') {
		const to = at + (key === 'ArrowRight' ? 1 : -1);
		return { kind: 'aside', to: Math.max(-1, Math.min(numbers - 1, to)) };
	}
	const move = moves[key];
	return move ? { kind: 'row', to: Math.max(0, Math.min(last, move(row, last))) } : null;
}
