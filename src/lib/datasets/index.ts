import type { Dataset, DatasetName } from './dataset.ts';
import { competitions } from './competitions.ts';
import { honours } from './honours.ts';
import { innovations } from './innovations.ts';
import { metrics } from './metrics.ts';
import { results } from './results.ts';
import { studios } from './studios.ts';
import { summary } from './summary.ts';
import { targets } from './targets.ts';
import { trainings } from './trainings.ts';

/** Every dataset by name. */
export const datasets: Readonly<Record<DatasetName, Dataset>> = {
	summary,
	competitions,
	results,
	studios,
	innovations,
	trainings,
	honours,
	metrics,
	targets
};
