import type { LoadPlan } from '../map/plan.ts';
import type { Loader } from './loader.ts';
import type { RowSink } from './row-sink.ts';

/**
 * The loader for tables with periods or regions side by side: every row of the file is read once for each slice and
 * counts once. What is the matter with the columns that all slices share is told once.
 */
export function slicedLoader(plan: LoadPlan, loaders: readonly Loader[], sink: RowSink): Loader {
	const [first] = loaders;
	if (!first) throw new RangeError('A sliced table has at least one slice');
	const sharedColumns = new Set(plan.columns.filter(({ slice }) => slice === null).map(({ index }) => index));
	const each = (run: (loader: Loader) => void, context: Parameters<Loader['load']>[1]) => {
		sink.countOnce(context.line, () => {
			for (const loader of loaders) {
				if (loader !== first) {
					context.restart();
					context.muted = sharedColumns;
				}
				run(loader);
				const wholeRow = context.failedColumn === null || sharedColumns.has(context.failedColumn);
				if (context.failure !== null && wholeRow) break;
			}
		});
	};
	return {
		regionColumns: first.regionColumns,
		labelColumns: first.labelColumns,
		sumsUp: first.sumsUp,
		load: (cells, context, region, total) => each((loader) => loader.load(cells, context, region, total), context),
		control: (cells, context, region) => each((loader) => loader.control(cells, context, region), context)
	};
}
