import { textWidth } from '#lib/wall/text-width.ts';

/** How the rungs of a ladder stand. Lengths in units. */
export interface LadderRoom {
	readonly rungDown: number;
	/** Of the type. */
	readonly size: number;
	readonly name: number;
	/** Which numbers are printed behind the bar (people, certificates, rate), and the width of each. */
	readonly numbers: readonly { readonly index: number; readonly across: number }[];
	readonly headDown: number;
	readonly dividerDown: number;
	/** Whether the line between high rungs and others says what it parts. */
	readonly says: boolean;
}

const large = 5 / 3;
/** Of the width; longer names take two lines. */
const mostName = 0.42;

/** Whether names of rungs take two lines in the smallest type. */
export function hasLongNames(
	steps: readonly { readonly name: string }[],
	{ across }: { readonly across: number }
): boolean {
	return steps.some(({ name }) => textWidth(name, 1) * 1.05 > across * mostName);
}

/**
 * Lays so many rungs out; where it is narrow, what the bar shows anyhow is not printed as well. `known`: the numbers that
 * any rung has; `longest`: texts in their own size.
 */
export function ladderRoom(
	{ across, down }: { readonly across: number; readonly down: number },
	rungs: number,
	known: readonly number[],
	longest: { readonly name: number; readonly numbers: readonly number[]; readonly heads: readonly number[] }
): LadderRoom {
	const narrow = across < 34;
	const [headDown, dividerDown] = narrow ? [1.4, 0.6] : [1.8, 1.9];
	const rungDown = Math.min(3.4, (down - headDown - dividerDown) / Math.max(1, rungs));
	const size = narrow ? 1 : rungDown >= large * 1.3 ? large : Math.min(4 / 3, Math.max(1, rungDown / 1.35));
	return {
		rungDown,
		size,
		name: Math.min(longest.name * size * 1.05, across * mostName),
		numbers: numbersFor(known, narrow, longest.name * 1.05 > across * mostName).map((index) => ({
			index,
			across: Math.max((longest.numbers[index] ?? 0) * size * 1.05, (longest.heads[index] ?? 0) * 1.03)
		})),
		headDown,
		dividerDown,
		says: !narrow
	};
}

/** Where it is narrow the bar says the certificates; beside long names it needs the place of the rate as well. */
function numbersFor(known: readonly number[], narrow: boolean, long: boolean): readonly number[] {
	if (!narrow) return known;
	return long ? known.slice(0, 1) : known.filter((number) => number !== 1);
}
