import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Bilingual } from '#lib/format/language.ts';

/** flow: adds up over time; stock: a level at the end of a period, never summed over time; ratio: of two sums. */
export type IndicatorKind = 'flow' | 'stock' | 'ratio';

export type IndicatorGroup =
	'participation' | 'innovation' | 'platforms' | 'skills' | 'honours' | 'results' | 'metrics';

/** Dimensions by which a measure may be narrowed for good, whatever the filters say. */
export type FixedDimension = 'ownership' | 'level' | 'kind';

/**
 * A figure that can be summed over regions. `source` cells: reported figures in `rollup` (summary, metrics), resolved
 * by the roll-up rule. Register measures: counts and sums of rows in `register_fact`, summed by ancestor.
 */
export interface Measure {
	/** e.g. `units_competing`, `competitions.count`, `metric:法人单位数`. */
	readonly id: string;
	readonly source: 'cell' | 'register';
	/** How it goes over time: flows add up; of stocks the last counts. */
	readonly kind: 'flow' | 'stock';
	/** Only these codes count, e.g. the non-public kinds of ownership. */
	readonly only?: Readonly<Partial<Record<FixedDimension, readonly string[]>>>;
	/** Of a register measure narrowed for good: what the build keeps of just that, for the usual questions. */
	readonly kept?: KeptMeasure;
	/**
	 * Register only: of those alone who have reported this figure, which it is held against. What the register has of
	 * others would make a ratio too high.
	 */
	readonly among?: string;
	/** Register only: a weighted sum of measures, e.g. medal points. `id` then names the sum. */
	readonly terms?: readonly MeasureTerm[];
	/** False for reported percentages and the like: never summed over anything. */
	readonly additive?: false;
}

/**
 * Measures that stand for one narrowed for good. Without an entry of its kind it is 0 where the register is kept; where
 * there are such entries and none states the figure, it is missing.
 */
export interface KeptMeasure {
	/** The same sum over entries of the kind. */
	readonly sum: string;
	/** How many entries of the kind there are; absent where the sum is that count. */
	readonly entries?: string;
}

/** One part of a weighted sum. Weight 0 says: where this is known, the sum is known too. */
export interface MeasureTerm {
	readonly measure: string;
	readonly weight: number;
}

/** A number that the product can show: what it is made of, what it means, how it is written. */
export interface Indicator {
	readonly id: string;
	readonly group: IndicatorGroup;
	readonly title: Bilingual;
	/** The short form for tiles and axes, at most 8 characters in Chinese. */
	readonly short: Bilingual;
	readonly definition: Bilingual;
	readonly formula: Bilingual;
	readonly kind: IndicatorKind;
	readonly numerator: Measure;
	readonly denominator?: Measure;
	/** The displayed value is numerator ÷ denominator × scale: 100 for percent, 10000 for per 10,000. */
	readonly scale: number;
	/** As shown after the number: 人次, %, 个/万人 … */
	readonly unit: Bilingual;
	/** Digits after the point for ratios. */
	readonly digits: number;
	readonly direction: 'higher' | 'lower' | 'neutral';
	readonly source: DatasetName;
	readonly sourceDocument: Bilingual;
	/** When its definition changed, oldest first: figures from before and after are not compared. */
	readonly breaks?: readonly SeriesBreak[];
}

/** A change of definition that holds from the beginning of a period on. */
export interface SeriesBreak {
	readonly from: string;
	/** What changed, as a clause. */
	readonly note: Bilingual;
}
