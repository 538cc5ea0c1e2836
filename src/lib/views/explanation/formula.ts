import { periodTitle } from '#lib/dimensions/period.ts';
import { sumDecimals } from '#lib/format/decimal.ts';
import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { SpannedFigure } from '../spans.ts';
import { bare, titleInSentence } from '../words.ts';
import { inLanguage, measureName, type Named } from './names.ts';
import type { TracedMeasure } from './traced.ts';

/** More terms than these are counted instead of written out. */
const mostTerms = 12;

/**
 * What a side of an indicator comes to: its measures, each so many times; exact decimal text. A register without an entry
 * that fits comes to 0 where the figure says so; null where nothing is known.
 */
export function sideValue(
	side: TracedMeasure['side'],
	measures: readonly TracedMeasure[],
	figure: Pick<SpannedFigure, 'numerator' | 'denominator'> | null
): string | null {
	const own = measures.filter((measure) => measure.side === side);
	const known = own.filter(({ value }) => value !== null);
	if (known.length === 0) return figure?.[side] === 0 ? '0' : null;
	return sumDecimals(
		known.map(({ value }) => value ?? '0'),
		known.map(({ weight }) => weight)
	);
}

/** The formula with the actual numbers: how each side comes about, a line each, then the figure itself. */
export function workedFormula(
	indicator: Indicator,
	figure: SpannedFigure | null,
	measures: readonly TracedMeasure[],
	named: Named
): string[] {
	const options = inLanguage(named.language);
	const sides = (['numerator', 'denominator'] as const).filter((side) => side === 'numerator' || indicator.denominator);
	const lines = measures.flatMap((measure) => sideLine(measure, sides.length === 1 ? figure : null, named) ?? []);
	const [top = null, bottom = null] = sides.map((side) => sideValue(side, measures, figure));
	const times = indicator.scale === 1 ? '' : ` × ${formatExact(indicator.scale)}`;
	const title = indicator.title[named.language];
	if (!indicator.denominator) {
		if (top === null) return [];
		const terms = measures.filter(({ value }) => value !== null);
		const plain = terms.length < 2 && times === '' && terms[0]?.weight === 1;
		return plain || terms.length === 0
			? lines
			: [...lines, `${title} = ${weightedTerms(terms)}${times} = ${valueText(figure, indicator, named)}`];
	}
	const missing = top === null ? 'numerator' : bottom === null ? 'denominator' : null;
	if (missing) {
		const measure = missing === 'numerator' ? indicator.numerator : indicator.denominator;
		return [...lines, m.trace_formula_missing({ name: measureName(measure.id, named) }, options)];
	}
	if (Number(bottom) === 0) return [...lines, m.trace_formula_zero({}, options)];
	return [
		...lines,
		`${title} = ${formatExact(top)} ÷ ${formatExact(bottom)}${times} ${valueText(figure, indicator, named, true)}`
	];
}

function weightedTerms(terms: readonly TracedMeasure[]): string {
	return terms
		.map(({ value, weight }, index) => {
			const sign = weight < 0 ? (index === 0 ? '−' : ' − ') : index === 0 ? '' : ' + ';
			return `${sign}${formatExact(value)}${Math.abs(weight) === 1 ? '' : ` × ${Math.abs(weight)}`}`;
		})
		.join('');
}

/** The result as the page prints it; `signed` puts = or ≈ before it, whichever is true. */
function valueText(figure: SpannedFigure | null, indicator: Indicator, { language }: Named, signed = false): string {
	const value = figure?.value ?? null;
	const unit = indicator.unit[language];
	const digits = indicator.kind === 'ratio' ? indicator.digits : 4;
	const shown = indicator.kind === 'ratio' ? bare(value, indicator, language) : formatExact(value);
	const text = unit === '%' || unit === '' || value === null ? shown : `${shown} ${unit}`;
	if (!signed) return text;
	const exact = value !== null && Number(value.toFixed(digits)) === value;
	return `${exact ? '=' : '≈'} ${text}`;
}

/** How one measure comes to what it is, and that it is taken off where it is; null where nothing is known of it. */
function sideLine(measure: TracedMeasure, figure: SpannedFigure | null, named: Named): string | null {
	const line = ownLine(measure, figure, named);
	return line === null || measure.weight > 0 ? line : m.trace_formula_less({ line }, inLanguage(named.language));
}

function ownLine(measure: TracedMeasure, figure: SpannedFigure | null, named: Named): string | null {
	const options = inLanguage(named.language);
	const name = measureName(measure.measure, named);
	if (measure.how === 'counted') {
		const line = countedLine(measure, figure, named);
		const { leftOut } = measure;
		if (!line || !leftOut) return line;
		const among = titleInSentence(measureName(leftOut.among, named), named.language);
		const others = { among, value: formatExact(leftOut.value) };
		return `${line}${m.trace_semicolon({}, options)}${m.trace_formula_left_out(others, options)}`;
	}
	if (measure.value === null) return null;
	const value = formatExact(measure.value);
	const known = measure.cells.flatMap(({ trace }) => trace?.value ?? []);
	if (measure.cells.length > 1) {
		if (known.length > mostTerms)
			return m.trace_formula_cells({ name, count: formatNumber(known.length, 'en'), value }, options);
		return m.trace_formula_terms({ name, terms: known.map(formatExact).join(' + '), value }, options);
	}
	const step = measure.cells[0]?.step;
	const counting = step?.parts.filter(({ counts }) => counts) ?? [];
	if (step?.lastOnly && counting.length === 1) {
		const period = periodTitle(counting[0]?.period ?? '', named.language);
		return m.trace_formula_last({ name, period, value }, options);
	}
	return measure.how === 'reported'
		? m.trace_formula_reported({ name, value }, options)
		: m.trace_formula_summed({ name, count: formatExact(measure.count), value }, options);
}

/** How many entries of a register make a measure. */
function countedLine(measure: TracedMeasure, figure: SpannedFigure | null, named: Named): string | null {
	const options = inLanguage(named.language);
	const name = measureName(measure.measure, named);
	if (measure.count === 0) return figure?.numerator === 0 ? m.trace_formula_none_counted({ name }, options) : null;
	const counted = { name, count: formatExact(measure.count), value: formatExact(measure.value) };
	const plain = Number(measure.value) === measure.count;
	return plain ? m.trace_formula_counted(counted, options) : m.trace_formula_counted_sum(counted, options);
}
