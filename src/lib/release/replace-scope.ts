import { datasets } from '#lib/datasets/index.ts';
import { registerKind } from '#lib/indicators/measures.ts';
import type { Register } from './register-measures.ts';

/** Where the year of a row is found that states no period. */
const dates: Readonly<Partial<Record<Register, readonly string[]>>> = {
	competitions: ['start_date', 'end_date'],
	innovations: ['submitted'],
	honours: ['year']
};

/**
 * What a replacing register takes the place of, as one text for each row: its region and the period that it states, or
 * else the year of its date. A list of what there is (studios) has no period: it takes the place of its region's list.
 * `there` names the columns that the rows have; left out: all of the register.
 */
export function replaceScope(name: Register, there?: ReadonlySet<string>): string {
	const known = there ?? new Set(datasets[name].fields.map((field) => field.name));
	const region = known.has('region') ? `coalesce(region, '')` : `''`;
	if (registerKind(`${name}.count`) === 'stock') return region;
	const periods = [
		...(known.has('period') ? ['period'] : []),
		...(dates[name] ?? []).filter((column) => known.has(column)).map((column) => `left(CAST(${column} AS VARCHAR), 4)`)
	];
	return `(${region} || ' ' || coalesce(${[...periods, `''`].join(', ')}))`;
}
