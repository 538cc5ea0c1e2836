import type { PeriodItem } from '#lib/state/release-lists.ts';
import type { DatasetKinds } from './queries.ts';

/** A dataset with the periods that it is looked at in, oldest first; the last is the one that is due now. */
export interface DueDataset {
	readonly dataset: string;
	readonly periods: readonly string[];
	readonly shown: string;
}

/** From the finest; what is reported finer makes up what is coarser. */
const fineness = ['month', 'quarter', 'half', 'year', 'range'];
/** How many periods back. */
const longest = 8;

/** In which order datasets are shown. */
const order = ['summary', 'metrics', 'competitions', 'results', 'innovations', 'studios', 'trainings', 'honours'];

/**
 * What is due at a period: each dataset by periods of that kind where it comes so or finer, else by the finest kind that
 * it comes in (figures of the year on the page of a quarter). Of these the last that has ended by the end of the page's.
 */
export function dueDatasets(kinds: DatasetKinds, period: string, periods: readonly PeriodItem[]): DueDataset[] {
	const page = periods.find(({ code }) => code === period);
	if (!page) return [];
	return [...kinds]
		.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
		.flatMap(([dataset, own]) => {
			const sorted = fineness.filter((kind) => own.has(kind));
			const finest = sorted[0];
			if (finest === undefined) return [];
			const able =
				own.has(page.kind) ||
				(page.kind !== 'range' && finest !== 'range' && fineness.indexOf(finest) < fineness.indexOf(page.kind));
			const kind = able ? page.kind : finest;
			const ended = periods.filter((one) => one.kind === kind && one.end <= page.end).map(({ code }) => code);
			const shown = ended.at(-1);
			return shown === undefined ? [] : [{ dataset, periods: ended.slice(-longest), shown }];
		});
}
