import type { Profile } from '#lib/dimensions/profile.ts';
import type { IssueLog } from '../issue-log.ts';
import type { LoadPlan } from '../map/plan.ts';
import { fileFigures, type Figure } from './file-figures.ts';
import { grouped } from './part-sums.ts';
import type { RowSink } from './row-sink.ts';

/** Larger files are exports of systems, which mix no units; reading them twice would cost seconds. */
const maxRecords = 20_000;
/** Fewer values say nothing about what is usual. */
const fewest = 5;
/** The minority that may be wrong, as a share of all. */
const minority = 0.25;

/** A slip of the unit: the factor, and how far apart the usual values may lie that it is held against. */
interface Slip {
	readonly from: number;
	readonly to: number;
	readonly spread: number;
}

/** Of one unit over time: a zero too many is believed only where all other values lie within a factor of two. */
const overTime: readonly Slip[] = [
	{ from: 7, to: 14, spread: 2 },
	{ from: 70, to: 140, spread: 3 },
	{ from: 700, to: 1_400, spread: 5 },
	{ from: 3_000, to: 30_000, spread: 20 }
];
/** Regions differ by ten and by a hundred by nature: only 万 for 1 is told from that. */
const overRegions: readonly Slip[] = [{ from: 2_000, to: 50_000, spread: 100 }];

/**
 * Values of one column that are larger or smaller than their like by a power of ten, as when one office reports persons
 * and all others 万人: those of one unit over its periods, and those of one period over regions of one level.
 */
export function reportOutliers(plan: LoadPlan, profile: Profile, sink: RowSink, log: IssueLog): void {
	if (plan.dataset.name !== 'summary' && plan.dataset.name !== 'metrics') return;
	if (sink.loaded < fewest || sink.loaded > maxRecords) return;
	const totals = new Set(sink.controlTotals.map(({ line }) => line));
	const figures = [...fileFigures(plan, profile, sink.csv)].filter(
		({ line, value }) => !totals.has(line) && value !== '0'
	);
	const levels = new Map(profile.regions.map(({ code, level, parent }) => [code, `${level} ${parent}`]));
	const reported = new Set<Figure>();
	const own = ({ measure, industry, ownership }: Figure) => `${measure}|${industry}|${ownership}`;
	const series = grouped(figures, (figure) => `${own(figure)}|${figure.region}|${figure.period.length}`);
	const siblings = grouped(figures, (figure) => `${own(figure)}|${figure.period}|${levels.get(figure.region)}`);
	for (const group of series.values()) if (group.length >= fewest) report(group, overTime);
	for (const group of siblings.values()) if (group.length >= fewest) report(group, overRegions);

	function report(group: readonly Figure[], allowed: readonly Slip[]): void {
		for (const { figure, usual } of outliersOf(group, allowed)) {
			if (reported.has(figure)) continue;
			reported.add(figure);
			const columns = plan.columns.filter(
				({ field, indicator }) => (indicator ?? field?.name) === figure.measure.split('@')[0] || field?.name === 'value'
			);
			const column = columns.find(({ slice }) => slice?.period?.code === figure.period) ?? columns[0];
			const words = {
				found: figure.value,
				expected_zh: `同类多为 ${usual} 左右`,
				expected_en: `others are about ${usual}`
			};
			log.add(
				'UNIT_SUSPECT',
				{
					line: figure.line,
					column: column?.header.printed ?? figure.measure,
					index: column?.index ?? null,
					sample: figure.value,
					details: { ...words, outlier: 'true', ...sentences(figure.value, usual) }
				},
				`outlier ${figure.line} ${figure.measure}`
			);
		}
	}
}

function sentences(found: string, usual: string): Record<string, string> {
	return {
		action_zh: `请核对：此处为 ${found}，同类多为 ${usual} 左右，可能错用了“万”或多写、少写了零`,
		action_en: `Check it: ${found} here, about ${usual} elsewhere; 万 or a zero may be wrong`
	};
}

/** The few values that the widest gap parts from the many, when the gap is that of a slip; with what is usual. */
export function outliersOf(group: readonly Figure[], allowed: readonly Slip[]): { figure: Figure; usual: string }[] {
	const sorted = group
		.map((figure) => ({ figure, size: Math.abs(Number(figure.value)) }))
		.filter(({ size }) => size > 0)
		.sort((a, b) => a.size - b.size);
	if (sorted.length < 2) return [];
	const size = (at: number) => sorted[at]?.size ?? 1;
	let gapAt = 1;
	for (let at = 2; at < sorted.length; at++) if (size(at) / size(at - 1) > size(gapAt) / size(gapAt - 1)) gapAt = at;
	const [low, high] = [sorted.slice(0, gapAt), sorted.slice(gapAt)];
	const [few, many] = low.length < high.length ? [low, high] : [high, low];
	if (few.length > sorted.length * minority) return [];
	const middle = (list: typeof sorted) => list[Math.floor(list.length / 2)]?.size ?? 1;
	const usual = middle(many);
	const factor = Math.max(middle(few) / usual, usual / middle(few));
	const spread = (many.at(-1)?.size ?? 1) / (many[0]?.size ?? 1);
	if (!allowed.some((slip) => factor >= slip.from && factor <= slip.to && spread <= slip.spread)) return [];
	const text = many[Math.floor(many.length / 2)]?.figure.value ?? '';
	return few.map(({ figure }) => ({ figure, usual: text }));
}
