import { periodAncestors } from '#lib/dimensions/period.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { ControlTotal, ReconciledTotal } from '../batch.ts';
import type { GivenTotal } from '../decisions.ts';
import type { IssueLog } from '../issue-log.ts';
import type { LoadPlan, PlannedColumn } from '../map/plan.ts';
import { fileFigures, type Figure } from './file-figures.ts';
import { difference, grouped, PartSums, roundingSlack, sumOf, withoutBreakdowns, type PartSum } from './part-sums.ts';
import type { RowSink } from './row-sink.ts';

/**
 * Compares the sum rows of the file, and the totals typed in from the signed paper, with the rows that were loaded. A
 * total that does not fit is a finding with both numbers; the answer says how each given total came out.
 */
export function reconcile(
	plan: LoadPlan,
	profile: Profile,
	given: readonly GivenTotal[],
	sink: RowSink,
	log: IssueLog
): ReconciledTotal[] {
	if (sink.controlTotals.length === 0 && given.length === 0) return [];
	const reconciler = new Reconciler(plan, profile, sink, log);
	for (const total of sink.controlTotals) reconciler.checkRow(total);
	return given.map((total) => reconciler.checkGiven(total));
}

class Reconciler {
	readonly #plan: LoadPlan;
	readonly #profile: Profile;
	readonly #sink: RowSink;
	readonly #log: IssueLog;
	readonly #sums: PartSums;
	readonly #byMeasure: ReadonlyMap<string, readonly Figure[]>;
	/** Lines of sum rows: what stands there is part of nothing. */
	readonly #totalLines: ReadonlySet<number>;

	constructor(plan: LoadPlan, profile: Profile, sink: RowSink, log: IssueLog) {
		this.#plan = plan;
		this.#profile = profile;
		this.#sink = sink;
		this.#log = log;
		this.#sums = new PartSums(profile);
		this.#byMeasure = grouped(fileFigures(plan, profile, sink.csv), ({ measure }) => measure);
		this.#totalLines = new Set(sink.controlTotals.map(({ line }) => line));
	}

	checkRow(total: ControlTotal): void {
		for (const [measure, value] of Object.entries(total.values)) {
			const all = this.#figures(measure).filter(
				({ period, line }) => line !== total.line && (total.period === null || period === total.period)
			);
			const figures = total.industry === null ? all : all.filter(({ industry }) => industry === total.industry);
			const sums = this.#candidates(total, figures);
			const [likeliest] = sums;
			if (!likeliest || sums.some((sum) => this.#fits(value, sum, measure))) continue;
			const { amount, larger } = difference(value, likeliest.sum);
			// Parts that are not there may make up for what is lacking.
			if (!likeliest.complete && larger && !value.startsWith('-')) continue;
			const column = this.#columnOf(measure, total.period);
			this.#log.add(
				'TOTAL_MISMATCH',
				{
					line: total.line,
					column: column?.header.printed ?? measure,
					index: column?.index ?? null,
					sample: value,
					details: { expected: likeliest.sum, found: value, difference: amount }
				},
				`${total.line}`
			);
		}
	}

	/** What a sum row may be the sum of, the likeliest first. */
	#candidates(total: ControlTotal, figures: readonly Figure[]): PartSum[] {
		const parts = figures.filter(({ line }) => !this.#totalLines.has(line));
		if (total.region !== null) return [this.#sums.below(figures, total.region)].filter((sum) => sum !== null);
		const bare = this.#sink.bareTotals.get(total.line);
		const before = Math.max(0, ...[...this.#totalLines].filter((line) => line < total.line));
		const segment = parts.filter(({ line }) => line > before && line < total.line);
		const flat = flatSum(parts);
		// In a register every row counts, whatever the level of its region.
		if (!this.#isAggregate) {
			const ofSegment = flatSum(segment);
			return (bare?.subtotal ? [ofSegment, flat] : [flat, ofSegment]).filter((sum) => sum !== null);
		}
		const here = this.#sums.below(segment, null);
		const whole = this.#sums.below(parts, null);
		const likely = bare?.subtotal ? [here, whole, flat] : [whole, here, flat];
		// 合计 over the periods of one region, which may also repeat the last of them.
		const single = segment.map((figure) => ({ sum: figure.value, parts: [figure], complete: true }));
		const overPeriods = total.period === null && new Set(segment.map(({ period }) => period)).size > 1;
		return [...likely, ...(overPeriods ? single : [])].filter((sum) => sum !== null);
	}

	/** A total from the signed paper. */
	checkGiven(total: GivenTotal): ReconciledTotal {
		const own = this.#figures(total.field).filter(({ period }) => matchesPeriod(period, total.period, this.#profile));
		const exact = own.filter(({ period }) => period.replace(/c$/, '') === total.period);
		const figures = exact.length > 0 ? exact : own;
		const sum = this.#given(figures, total.region);
		const found = sum?.sum ?? null;
		const matches = sum !== null && this.#fits(total.value, sum, total.field);
		if (!matches) {
			const column = this.#columnOf(total.field, total.period);
			const line = sum?.parts[0]?.line ?? null;
			this.#log.add(
				'TOTAL_MISMATCH',
				{
					line,
					column: column?.header.printed ?? total.field,
					index: column?.index ?? null,
					sample: total.value,
					details: {
						expected: found ?? '—',
						found: total.value,
						difference: found === null ? '—' : difference(total.value, found).amount,
						given: 'true'
					}
				},
				`given ${total.field} ${total.region} ${total.period}`
			);
		}
		return { ...total, found, matches };
	}

	#given(figures: readonly Figure[], region: string | null): PartSum | null {
		const parts = figures.filter(({ line }) => !this.#totalLines.has(line));
		if (!this.#isAggregate)
			return flatSum(parts.filter((figure) => region === null || this.#sums.isWithin(figure.region, region)));
		const sums = [...grouped(parts, ({ period }) => period).values()].flatMap((ofPeriod) => {
			const below = this.#sums.below(ofPeriod, region);
			const own = withoutBreakdowns(ofPeriod.filter((figure) => figure.region === region));
			return below ?? (own.length > 0 ? { sum: sumOf(own), parts: own, complete: true } : []);
		});
		return flatSum(sums.flatMap((sum) => sum.parts));
	}

	get #isAggregate(): boolean {
		return this.#plan.dataset.name === 'summary' || this.#plan.dataset.name === 'metrics';
	}

	#figures(measure: string): readonly Figure[] {
		return (
			this.#byMeasure.get(measure) ??
			[...this.#byMeasure].flatMap(([name, figures]) => (name.startsWith(`${measure}@`) ? figures : []))
		);
	}

	#fits(value: string, { sum, parts }: PartSum, measure: string): boolean {
		const values = [value, ...parts.map((part) => part.value)];
		const scaled = this.#plan.columns.some(
			(column) => (column.field?.name === measure || column.indicator === measure) && (column.unit?.power ?? 0) > 0
		);
		// In long tables of figures every row may bring a unit such as 万人 of its own.
		const rowUnits = this.#plan.columns.some(({ field }) => field?.name === 'unit');
		const loose = scaled || rowUnits || parts.some(({ fuzzy }) => fuzzy);
		return Number(difference(value, sum).amount) <= roundingSlack(values, loose) + 1e-9;
	}

	#columnOf(measure: string, period: string | null): PlannedColumn | undefined {
		const columns = this.#plan.columns.filter(
			({ field, indicator }) =>
				(indicator ?? field?.name) === measure || (indicator === null && field?.name === 'value')
		);
		return columns.find(({ slice }) => slice?.period?.code === period) ?? columns[0];
	}
}

function flatSum(parts: readonly Figure[]): PartSum | null {
	return parts.length === 0 ? null : { sum: sumOf(parts), parts, complete: true };
}

function matchesPeriod(period: string, wanted: string | null, profile: Profile): boolean {
	const code = period.replace(/c$/, '');
	if (wanted === null || code === wanted) return true;
	try {
		return periodAncestors(code, profile.yearStart).includes(wanted);
	} catch {
		return false;
	}
}
