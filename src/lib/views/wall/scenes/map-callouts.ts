/** What is said beside a map. */
export interface CalloutCount {
	/** How many of the first are named. */
	readonly first: number;
	readonly last: boolean;
	readonly pending: boolean;
	/** Next to each other rather than below each other. */
	readonly columns: number;
}

const each = { across: 15, down: 4.7 };

/**
 * What a place of so many units holds: the first three come first, then who has not reported, then the last, of
 * `ranked` that have a figure.
 */
export function calloutsIn(
	box: { readonly across: number; readonly down: number },
	ranked: number,
	pending: boolean
): CalloutCount {
	const columns = Math.max(1, Math.min(5, Math.floor(box.across / each.across)));
	const room = columns * Math.max(0, Math.floor(box.down / each.down));
	const first = Math.min(3, ranked, room);
	const told = pending && room > first;
	const last = ranked > 3 && room > first + (told ? 1 : 0);
	const count = first + (told ? 1 : 0) + (last ? 1 : 0);
	return { first, last, pending: told, columns: Math.max(1, Math.min(columns, count)) };
}

/** As many names as fit on so many units of a line, and how many are left. */
export function namesWithin(
	names: readonly string[],
	width: (text: string) => number,
	joint: string,
	room: number
): { readonly names: string; readonly left: number } {
	let shown = names.length;
	while (shown > 1 && width(names.slice(0, shown).join(joint)) > room) shown--;
	return { names: names.slice(0, shown).join(joint), left: names.length - shown };
}
