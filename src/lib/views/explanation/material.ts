import { figuresQuery } from '#lib/indicators/lookup.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { figuresOf } from '../figure.ts';
import { comparedFigures, type SpannedFigure } from '../spans.ts';
import { traceIndicator, type TraceAsker, type TracedMeasure } from './traced.ts';

/** Everything that the explanation of a figure is made from. */
export interface FigureMaterial {
	/** The figure itself, asked once more by what is explained; null where there is none. */
	readonly now: SpannedFigure | null;
	/** What it is compared with. */
	readonly base: SpannedFigure | null;
	readonly measures: readonly TracedMeasure[];
}

/** Asks for a figure, what it is compared with and where it comes from; at most `limit` source rows of a measure. */
export async function figureMaterial(
	db: TraceAsker,
	question: FigureQuestion,
	limit?: number
): Promise<FigureMaterial> {
	const { indicator, selection, against } = question;
	const base = against?.periods ?? [];
	const period = [...new Set([...selection.period, ...base])];
	const asked = figuresQuery([indicator], [], { ...selection, period }, { compared: true });
	const [rows, measures] = await Promise.all([db.query(asked.sql), traceIndicator(db, question, limit)]);
	const figures = figuresOf(asked.read(rows));
	return {
		...comparedFigures(figures, {}, { current: selection.period, base }, indicator),
		measures
	};
}
