import type { DatasetName, Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { createRegionResolver, divisions } from '#lib/dimensions/region.ts';
import { columnHeader, registerRow, rowMaker } from './clean-rows.ts';
import { seeded, type Random } from './random.ts';

/** A table as a careful office would export it: nothing in it is in doubt. */
export interface CleanTable {
	readonly dataset: DatasetName;
	/** Names, or codes and quoted texts. */
	readonly variant: Variant;
	readonly seed: string;
	readonly fileName: string;
	readonly header: readonly string[];
	/** The field of each column. */
	readonly fields: readonly Field[];
	readonly rows: readonly (readonly string[])[];
}

/** How members of dimensions are written. */
export type Variant = 'names' | 'codes';

const resolve = createRegionResolver({ home: '100000', units: divisions() });

/** Regions whose full name means one division only, by level: `[code, name]`. */
function clearNames(level: string): (readonly [string, string])[] {
	return divisions()
		.filter((region) => region.level === level && region.expected)
		.flatMap(({ code, name }) => {
			const found = resolve(name);
			return found.kind === 'found' && found.code === code && !found.superseded ? [[code, name] as const] : [];
		});
}

const cities = clearNames('prefecture');
const provinces = clearNames('province');
const districts = clearNames('county');

/** Regions of a file: provinces, the cities of the country, or districts of all parts. */
function regionsFor(random: Random, count: number): (readonly [string, string])[] {
	const pool = count <= 20 && random.next() < 0.5 ? provinces : random.next() < 0.5 ? cities : districts;
	return random.sample(pool.length >= count ? pool : districts, count);
}

/** A clean table of a dataset; the same seed gives the same table. */
export function cleanTable(dataset: DatasetName, variant: Variant, size: number, seed: string): CleanTable {
	const name = `${dataset}/${variant}/${size}/${seed}`;
	const random = seeded(name);
	const declared = datasets[dataset];
	const regions = regionsFor(random, size);
	const maker = rowMaker(random, dataset, variant, regions);
	const records = regions.map((_, at) => ({ ...registerRow(random, declared, variant, regions, at), ...maker(at) }));
	const fields = declared.fields.filter((field) => records.some((record) => record[field.name] !== undefined));
	return {
		dataset,
		variant,
		seed: name,
		fileName: '导出.csv',
		header: fields.map(columnHeader),
		fields,
		rows: records.map((record) => fields.map((field) => record[field.name] ?? ''))
	};
}
