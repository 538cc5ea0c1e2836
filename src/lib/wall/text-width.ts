const cjk = (code: number) => code > 0x2e7f;

/** Widths in em of Inter with tabular figures. */
function widthOf(character: string): number {
	if (cjk(character.charCodeAt(0))) return 1;
	if (/\d/.test(character)) return 0.67;
	if (/[A-Z&@+−–—×]/.test(character)) return 0.7;
	if (/[mwMW%]/.test(character)) return 0.95;
	if (/[.,:;'’|!ijl ]/.test(character)) return 0.33;
	return 0.58;
}

/** What the browser puts between Chinese and Latin, in em, and a little more. */
const between = 0.17;

/**
 * Width of a text on a wall, near enough that it is not less than what the browser draws: a wall has no room to find out
 * that it was. In the unit of `size`.
 */
export function textWidth(text: string, size: number): number {
	let em = 0;
	let before: boolean | null = null;
	for (const character of text) {
		em += widthOf(character);
		const wide = cjk(character.charCodeAt(0));
		if (before !== null && wide !== before && character !== ' ') em += between;
		before = character === ' ' ? null : wide;
	}
	return em * size;
}
