import type { Dataset, DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { headerKey } from './header-text.ts';

const known = new WeakMap<Profile, Map<DatasetName, Dataset>>();

/**
 * A dataset as the files of a profile word it: headers that the profile declares for its regions (所属公司, 车间, 班组)
 * name the region and nothing else. Where such a header is the very title of another field, it stays that field's.
 */
export function datasetFor(profile: Profile, name: DatasetName): Dataset {
	const headers = profile.regionHeaders ?? [];
	if (headers.length === 0) return datasets[name];
	let own = known.get(profile);
	if (!own) known.set(profile, (own = new Map()));
	let dataset = own.get(name);
	if (!dataset) own.set(name, (dataset = withRegionHeaders(datasets[name], headers)));
	return dataset;
}

function withRegionHeaders(dataset: Dataset, headers: readonly string[]): Dataset {
	const keys = new Set(headers.map(headerKey));
	return {
		...dataset,
		fields: dataset.fields.map((field) => {
			const others = field.aliases.filter((alias) => !keys.has(headerKey(alias)));
			return { ...field, aliases: field.type === 'region' ? [...others, ...headers] : others };
		})
	};
}
