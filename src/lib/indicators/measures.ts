import { nonPublic } from '#lib/dimensions/ownership.ts';
import type { KeptMeasure, Measure, MeasureTerm } from './indicator.ts';

/** The figures of the summary dataset and how each goes over time. The field name is the measure's id. */
export const summaryMeasures = {
	units_total: 'stock',
	units_competing: 'flow',
	workers_total: 'stock',
	participants: 'flow',
	participations: 'flow',
	suggestions: 'flow',
	suggestions_adopted: 'flow',
	suggestions_implemented: 'flow',
	tech_innovations: 'flow',
	inventions: 'flow',
	patents: 'flow',
	methods: 'flow',
	five_small: 'flow',
	economic_benefit: 'flow',
	studios: 'stock',
	academies: 'stock',
	trainees: 'flow',
	skilled_workers: 'stock',
	high_skilled: 'stock'
} as const satisfies Readonly<Record<string, 'flow' | 'stock'>>;

/** A figure of the summary dataset. */
export function cell(id: keyof typeof summaryMeasures): Measure {
	return { id, source: 'cell', kind: summaryMeasures[id] };
}

/** The same figure for non-public kinds of ownership only. */
export function nonPublicCell(id: keyof typeof summaryMeasures): Measure {
	return { ...cell(id), only: { ownership: nonPublic } };
}

/** Studios are there from their naming on, so what is counted of them is a stock; all else happened in a period. */
export function registerKind(id: `${string}.${string}`): 'flow' | 'stock' {
	return id.startsWith('studios.') ? 'stock' : 'flow';
}

/** A count or sum over the rows of a register, `dataset.what`. */
export function register(id: `${string}.${string}`): Measure {
	return { id, source: 'register', kind: registerKind(id) };
}

/** The same count or sum narrowed for good; `kept` names what the build keeps of just that, if it does. */
export function narrowed(id: `${string}.${string}`, only: NonNullable<Measure['only']>, kept?: KeptMeasure): Measure {
	return { ...register(id), only, ...(kept ? { kept } : {}) };
}

/** How many entries the register of a measure has. */
export function entriesOf({ id, kind }: Measure): Measure {
	return { id: `${id.split('.')[0]}.count`, source: 'register', kind };
}

/** The same count or sum of those alone who have reported a figure that it is held against. */
export function among(measure: Measure, reported: keyof typeof summaryMeasures): Measure {
	return { ...measure, among: reported };
}

/** A weighted sum over register measures of one dataset. */
export function weighted(id: `${string}.${string}`, terms: readonly MeasureTerm[]): Measure {
	return { ...register(id), terms };
}

/** The sum over those entries of a register that state another column too: one side of a ratio of the two. */
export function statedWith(id: `${string}.${string}`, other: string): Measure {
	const lacking = { measure: `${id}_without_${other}`, weight: -1 };
	return weighted(`${id}_with_${other}`, [{ measure: id, weight: 1 }, lacking]);
}

/** How many entries of the register `counts` state a column. */
export function stating(column: string, ...counts: readonly `${string}.${string}`[]): Measure {
	const register = counts[0]?.split('.')[0] ?? '';
	const lacking = { measure: `${register}.without_${column}`, weight: -1 };
	return weighted(`${register}.stating_${column}`, [...counts.map((measure) => ({ measure, weight: 1 })), lacking]);
}

/** The name under which a query keeps a measure: its id, told apart from the same figure narrowed for good or to those who reported. */
export function termKey(measure: Measure): string {
	const only = Object.entries(measure.only ?? {}).map(([dimension, codes]) => `${dimension}=${codes.join('+')}`);
	const reported = measure.among === undefined ? [] : [`among=${measure.among}`];
	return [measure.id, ...only, ...reported].join('|');
}
