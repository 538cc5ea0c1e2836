import type { Bilingual } from '#lib/format/language.ts';

/** One step of a funnel as it was counted: 合理化建议 → 采纳 → 实施. */
export interface FunnelStep {
	readonly id: string;
	/** The amount over all that the funnel is about; null is missing. */
	readonly value: number | null;
	/** Parts of it are missing, so it may still grow. */
	readonly provisional?: boolean;
}

/** A step with what of the earlier steps came through to it. */
export interface FunnelRate extends FunnelStep {
	/** value ÷ the step before; null where either is missing or the step before is 0. Above 1 is possible, see `remark`. */
	readonly ofPrevious: number | null;
	/** value ÷ the first step. */
	readonly ofFirst: number | null;
	/** Why the step does not follow from the one before, in both languages; null where it does. */
	readonly remark: Bilingual | null;
}

/**
 * The rates of a funnel out of sums, never averages of rates: pass amounts that are already added up over regions and
 * periods. A later step that is greater than an earlier one is kept and marked: suggestions of one period are adopted in
 * another, or a figure is wrong; both need a person’s eye. Missing steps are passed over: the rate is null.
 */
export function funnelOf(steps: readonly FunnelStep[]): FunnelRate[] {
	const first = steps[0]?.value ?? null;
	return steps.map((step, index) => {
		const before = index === 0 ? null : (steps[index - 1]?.value ?? null);
		const bound = smallestBefore(steps, index);
		return {
			...step,
			ofPrevious: index === 0 ? null : rate(step.value, before),
			ofFirst: rate(step.value, first),
			remark: step.value !== null && step.value < 0 ? negative : greater(step.value, bound)
		};
	});
}

/** Adds up the steps of several members. A step that a member did not state makes the sum provisional; none known, none given. */
export function addFunnels(members: readonly (readonly FunnelStep[])[]): FunnelStep[] {
	return (members[0] ?? []).map(({ id }, index) => {
		const parts = members.map((steps) => steps[index] ?? { id, value: null });
		const known = parts.flatMap(({ value }) => (value === null ? [] : [value]));
		return {
			id,
			value: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
			provisional: known.length < parts.length || parts.some(({ provisional }) => provisional === true)
		};
	});
}

function rate(value: number | null, base: number | null): number | null {
	return value === null || base === null || base === 0 ? null : value / base;
}

/** The smallest of the steps before: no later step can be more than any of them. */
function smallestBefore(steps: readonly FunnelStep[], index: number): number | null {
	const known = steps.slice(0, index).flatMap(({ value }) => (value === null ? [] : [value]));
	return known.length === 0 ? null : Math.min(...known);
}

const negative: Bilingual = {
	zh: '本环节为负数，请核对填报。',
	en: 'This step is below 0; check what was reported.'
};

function greater(value: number | null, bound: number | null): Bilingual | null {
	if (value === null || bound === null || value <= bound) return null;
	return {
		zh: '本环节多于前面的环节：可能含以前各期提出的，或填报有误，请核对。',
		en: 'This step is greater than an earlier one: it may include what was begun in earlier periods, or a figure is wrong; check what was reported.'
	};
}
