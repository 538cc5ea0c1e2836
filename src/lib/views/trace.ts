import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Language } from '#lib/format/language.ts';
import type { Measure } from '#lib/indicators/indicator.ts';
import { codesOf, setsOf } from '#lib/indicators/selection.ts';
import { measureTitle } from '#lib/release/compare-words.ts';
import { traceValue, type Trace, type TracedCell, type TracePart } from '#lib/release/trace.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';

/** Where one side of an indicator comes from. */
export interface TracedMeasure {
	readonly side: 'numerator' | 'denominator';
	readonly measure: string;
	readonly how: Trace['how'];
	readonly value: number;
	/** The largest first. */
	readonly parts: readonly TracePart[];
	readonly count: number;
}

/** At most so many parts are listed of each measure. */
const most = 200;
/** A picture of more places than this asks for none of them at once. */
const mostCells = 400;

/** Asks for every cell that a figure is made of. A measure of which nothing is known is left out. */
export async function traceIndicator(session: Session, question: TraceQuestion): Promise<TracedMeasure[]> {
	const { numerator, denominator } = question.indicator;
	const measures: [TracedMeasure['side'], Measure][] = [
		['numerator', numerator],
		...(denominator ? ([['denominator', denominator]] as [TracedMeasure['side'], Measure][]) : [])
	];
	if (measures.some(([, measure]) => measure.source === 'register')) await session.needDetail();
	const traced: TracedMeasure[] = [];
	for (const [side, measure] of measures) {
		for (const id of measure.terms?.filter(({ weight }) => weight !== 0).map((term) => term.measure) ?? [measure.id]) {
			const traces = await Promise.all(cellsOf(question, measure, id).map((cell) => traceValue(session, cell)));
			const found = traces.filter((trace) => trace !== null);
			if (found.length > 0) traced.push(together(side, id, found));
		}
	}
	return traced;
}

function cellsOf({ selection }: TraceQuestion, measure: Measure, id: string): TracedCell[] {
	const periods = measure.kind === 'stock' ? selection.period.slice(-1) : selection.period;
	const ownerships = measure.only?.ownership ?? codesOf(setsOf(selection, 'ownership'));
	const { level, kind } = measure.only ?? {};
	const one = (code: string | null | undefined, fixed?: readonly string[]) => (code ? [code] : fixed);
	const narrowings = {
		union_system: one(selection.unionSystem),
		level: one(selection.level, level),
		kind: one(selection.kind, kind),
		campaign: one(selection.campaign)
	};
	const within = Object.fromEntries(Object.entries(narrowings).filter(([, codes]) => codes !== undefined));
	const cells = codesOf(setsOf(selection, 'region')).flatMap((region) =>
		codesOf(setsOf(selection, 'industry')).flatMap((industry) =>
			ownerships.flatMap((ownership) =>
				periods.map((period) => ({
					measure: id,
					region,
					industry,
					ownership,
					period,
					...(measure.source === 'register' ? { within } : {})
				}))
			)
		)
	);
	return cells.slice(0, mostCells);
}

function together(side: TracedMeasure['side'], measure: string, traces: readonly Trace[]): TracedMeasure {
	const [first] = traces;
	return {
		side,
		measure,
		how: traces.length === 1 && first ? first.how : first?.how === 'counted' ? 'counted' : 'summed',
		value: traces.reduce((sum, trace) => sum + Number(trace.value ?? 0), 0),
		parts: traces
			.flatMap(({ parts }) => parts)
			.sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)))
			.slice(0, most),
		count: traces.reduce((sum, trace) => sum + trace.count, 0)
	};
}

/** What a measure is called: a figure of a report, a metric, what a register counts or sums. */
export function tracedTitle(profile: Profile, measure: string, language: Language): string {
	const [register = '', name = ''] = measure.split('.');
	if (measure.startsWith('metric:') || !Object.hasOwn(datasets, register))
		return measureTitle(profile, measure)[language];
	const dataset = datasets[register as DatasetName];
	const field = dataset.fields.find((candidate) => candidate.name === name);
	return field ? `${dataset.title[language]} · ${field.title[language]}` : dataset.title[language];
}
