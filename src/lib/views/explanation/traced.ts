import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { sumDecimals } from '#lib/format/decimal.ts';
import type { Language } from '#lib/format/language.ts';
import type { Measure } from '#lib/indicators/indicator.ts';
import { codesOf, setsOf, type Selection } from '#lib/indicators/selection.ts';
import { m } from '#lib/messages/generated/messages.js';
import { measureTitle } from '#lib/release/compare-words.ts';
import { isRegister, registerSources } from '#lib/release/register-measures.ts';
import { traceValue, type Trace, type TracedCell, type TracedFile, type TracePart } from '#lib/release/trace.ts';
import { traceStep, type TraceStep } from '#lib/release/trace-steps.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';

/** What a trace is asked of: the session, or a connector with an opened release. */
export interface TraceAsker extends Pick<Connector, 'query'> {
	/** Resolves once rows of registers can be asked. */
	needDetail(): Promise<void>;
}

/** One cell of a figure with its way; `trace` is null where nothing is known of it. */
export interface TracedCellWay {
	readonly cell: TracedCell;
	readonly trace: Trace | null;
	/** How it was rolled up; null for registers, and where nothing is known. */
	readonly step: TraceStep | null;
}

/** Where one measure of an indicator comes from. */
export interface TracedMeasure {
	readonly side: 'numerator' | 'denominator';
	readonly measure: string;
	/** Of a weighted sum: how often it counts. */
	readonly weight: number;
	readonly how: Trace['how'];
	/** Exact decimal text of all cells together; null where nothing is known. */
	readonly value: string | null;
	/** Every cell that was asked for: places, industries, kinds of ownership and periods that add up. */
	readonly cells: readonly TracedCellWay[];
	/** What else a register has, of those who have not reported `among`; exact decimal text, null where nothing. */
	readonly leftOut: { readonly value: string; readonly among: string } | null;
	/** The source rows, the largest first; not more than were asked for. */
	readonly parts: readonly TracePart[];
	readonly count: number;
	/** Every file in which they stand, those with most rows first. */
	readonly files: readonly TracedFile[];
}

/** At most so many source rows are listed of each measure. */
const most = 200;
/** A picture of more places than this asks for none of them at once. */
const mostCells = 400;

/** Asks for every cell that a figure is made of, for each measure of its sides; at most `limit` source rows of each. */
export async function traceIndicator(
	db: TraceAsker,
	question: Pick<FigureQuestion, 'indicator' | 'selection'>,
	limit = most
): Promise<TracedMeasure[]> {
	const { numerator, denominator } = question.indicator;
	const sides: [TracedMeasure['side'], Measure][] = [
		['numerator', numerator],
		...(denominator ? ([['denominator', denominator]] as [TracedMeasure['side'], Measure][]) : [])
	];
	if (sides.some(([, measure]) => measure.source === 'register')) await db.needDetail();
	const traced: TracedMeasure[] = [];
	for (const [side, measure] of sides) {
		const terms = measure.terms?.filter(({ weight }) => weight !== 0) ?? [{ measure: measure.id, weight: 1 }];
		for (const { measure: id, weight } of terms) {
			const ways = await Promise.all(
				cellsOf(question.selection, measure, id).map(async (cell): Promise<TracedCellWay> => {
					const [trace, step] = await Promise.all([
						traceValue(db, cell, { limit }),
						measure.source === 'cell' ? traceStep(db, cell) : null
					]);
					return { cell, trace, step };
				})
			);
			traced.push(together(side, id, weight, measure, ways, limit));
		}
	}
	return traced;
}

/** The cells of the release that one measure of a figure takes. */
export function cellsOf(selection: Selection, measure: Measure, id = measure.id): TracedCell[] {
	const periods = measure.kind === 'stock' ? selection.period.slice(-1) : selection.period;
	const ownerships = measure.only?.ownership ?? codesOf(setsOf(selection, 'ownership'));
	const { level, kind } = measure.only ?? {};
	const one = (code: string | null | undefined, fixed?: readonly string[]) => (code ? [code] : fixed);
	const narrowings = {
		union_system: one(selection.unionSystem),
		level: one(selection.level, level),
		kind: one(selection.kind, kind),
		skill_level: one(selection.skillLevel),
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
					...(measure.source === 'register' ? { within } : {}),
					...(measure.among === undefined ? {} : { among: measure.among })
				}))
			)
		)
	);
	return cells.slice(0, mostCells);
}

function together(
	side: TracedMeasure['side'],
	measure: string,
	weight: number,
	{ source, among }: Measure,
	cells: readonly TracedCellWay[],
	limit: number
): TracedMeasure {
	const traces = cells.flatMap(({ trace }) => trace ?? []);
	const values = traces.flatMap(({ value }) => value ?? []);
	const [first] = traces;
	const others = traces.flatMap(({ leftOut }) => leftOut ?? []);
	return {
		side,
		measure,
		weight,
		how: source === 'register' ? 'counted' : traces.length === 1 && cells.length === 1 && first ? first.how : 'summed',
		value: values.length === 0 ? null : sumDecimals(values),
		cells,
		leftOut: among !== undefined && others.length > 0 ? { among, value: sumDecimals(others) } : null,
		parts: traces
			.flatMap(({ parts }) => parts)
			.sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)))
			.slice(0, limit),
		count: traces.reduce((sum, trace) => sum + trace.count, 0),
		files: merged(traces.flatMap(({ files }) => files))
	};
}

/** Files of several traces, each once; of several cells a file's rows add up. */
export function merged(files: readonly TracedFile[]): TracedFile[] {
	const byBatch = Map.groupBy(files, ({ batch }) => batch);
	return [...byBatch.values()]
		.map((same) => ({
			...(same[0] as TracedFile),
			count: same.reduce((sum, { count }) => sum + count, 0),
			sum: sumDecimals(same.map(({ sum }) => sum))
		}))
		.sort((a, b) => b.count - a.count || (a.batch < b.batch ? -1 : 1));
}

/** What a measure is called: a figure of a report, a metric, what a register counts or sums. */
export function tracedTitle(profile: Profile, measure: string, language: Language): string {
	const [register = '', name = ''] = measure.split('.');
	if (measure.startsWith('metric:') || !Object.hasOwn(datasets, register))
		return measureTitle(profile, measure)[language];
	const dataset = datasets[register as DatasetName];
	const titleOf = (column: string | undefined) =>
		dataset.fields.find((field) => field.name === column)?.title[language];
	const counted = isRegister(dataset.name)
		? registerSources[dataset.name].measures.find((measure) => measure.name === name)
		: undefined;
	const title = [dataset.title[language], titleOf(name) ?? titleOf(counted?.value)].filter(Boolean).join(' · ');
	const column = titleOf(counted?.without);
	return column ? m.trace_without({ title, column }, { locale: language === 'en' ? 'en' : 'zh-CN' }) : title;
}
