import { industries } from '#lib/dimensions/industry.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { addDecimals, compareDecimals } from '../normalise/decimal.ts';
import type { Figure } from './file-figures.ts';

const industryParents = new Map(industries.map(({ code, parent }) => [code, parent]));

/** The sum of figures that are parts of something, without counting a part and what it is part of. */
export interface PartSum {
	readonly sum: string;
	readonly parts: readonly Figure[];
	/** Every region that is expected to report under it is there. */
	readonly complete: boolean;
}

/** Adds up the figures of one measure over regions, industries and kinds of ownership. */
export class PartSums {
	readonly #parents: ReadonlyMap<string, string | null>;
	readonly #expected = new Map<string, Set<string>>();

	constructor(profile: Profile) {
		this.#parents = new Map(profile.regions.map(({ code, parent }) => [code, parent]));
		for (const { code, parent, expected } of profile.regions) {
			if (!parent || !expected) continue;
			const children = this.#expected.get(parent) ?? new Set<string>();
			this.#expected.set(parent, children.add(code));
		}
	}

	/** Whether a region lies below another, or is it. */
	isWithin(region: string, above: string): boolean {
		for (let at: string | null | undefined = region; at; at = this.#parents.get(at)) if (at === above) return true;
		return false;
	}

	/**
	 * The sum below a region, or of everything when it is null: of each branch only what is nearest to the top. Null when
	 * there is nothing below it.
	 */
	below(figures: readonly Figure[], region: string | null): PartSum | null {
		const under = figures.filter((figure) =>
			region === null ? true : figure.region !== region && this.isWithin(figure.region, region)
		);
		if (under.length === 0) return null;
		const present = new Set(under.map((figure) => figure.region));
		const nearest = under.filter((figure) => !this.#hasAbove(figure.region, present));
		const parts = [...grouped(nearest, ({ region }) => region).values()].flatMap(withoutBreakdowns);
		const children = region === null ? null : this.#expected.get(region);
		const complete = children === null || children === undefined || [...children].every((code) => present.has(code));
		return { sum: sumOf(parts), parts, complete };
	}

	#hasAbove(region: string, present: ReadonlySet<string>): boolean {
		for (let at = this.#parents.get(region); at; at = this.#parents.get(at)) if (present.has(at)) return true;
		return false;
	}
}

/** The whole where it is given, else its kinds of ownership and its industries, sections before their divisions. */
export function withoutBreakdowns(figures: readonly Figure[]): Figure[] {
	const whole = (code: string) => code === '' || code === 'all';
	const byOwner = figures.some(({ ownership }) => whole(ownership))
		? figures.filter(({ ownership }) => whole(ownership))
		: figures;
	if (byOwner.some(({ industry }) => whole(industry))) return byOwner.filter(({ industry }) => whole(industry));
	const present = new Set(byOwner.map(({ industry }) => industry));
	return byOwner.filter(({ industry }) => !present.has(industryParents.get(industry) ?? ''));
}

/** Exact sum. */
export function sumOf(figures: readonly Figure[]): string {
	return figures.reduce((sum, { value }) => addDecimals(sum, value), '0');
}

/** Members by a key, in order. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** Absolute difference of two decimals as text, and whether the first is larger. */
export function difference(a: string, b: string): { amount: string; larger: boolean } {
	const negative = (text: string) => (text.startsWith('-') ? text.slice(1) : text === '0' ? text : `-${text}`);
	const larger = compareDecimals(a, b) > 0;
	return { amount: larger ? addDecimals(a, negative(b)) : addDecimals(b, negative(a)), larger };
}

/**
 * How far rounding may move a sum: half the last printed place for every part and for the total. Counts that are printed
 * one by one are exact.
 */
export function roundingSlack(values: readonly string[], scaled: boolean): number {
	const steps = values.filter((value) => value !== '0').map(lastPlace);
	const step = steps.length === 0 ? 1 : Math.min(...steps);
	if (!scaled && step >= 1) return 0;
	return (step / 2) * values.length;
}

/** 51.73 → 0.01, 517300 → 100. */
function lastPlace(value: string): number {
	const [whole = '', fraction = ''] = value.split('.');
	if (fraction !== '') return 10 ** -fraction.length;
	return 10 ** (/0*$/.exec(whole)?.[0].length ?? 0);
}
