import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { SpannedFigure } from '../spans.ts';
import { inLanguage, measureName, memberName, type Named } from './names.ts';
import type { TracedMeasure } from './traced.ts';

/** So many names of those who have not reported are written out. */
const mostNames = 8;

/** How complete a figure is, in sentences without a full stop: who owes a report, who gave none. */
export function completenessLines(measures: readonly TracedMeasure[], named: Named): string[] {
	const options = inLanguage(named.language);
	/* What is taken off is a part of what it is taken from. */
	const own = measures.filter(({ weight }) => weight > 0);
	if (own.length > 0 && own.every(({ how }) => how === 'counted')) return [m.trace_complete_register({}, options)];
	const lines = own.flatMap((measure) => {
		const said = measureLines(measure, named);
		const several = new Set(own.map((one) => one.measure)).size > 1;
		const name = measureName(measure.measure, named);
		return several ? said.map((line) => `${name}${m.trace_colon({}, options)}${line}`) : said;
	});
	return [...new Set(lines)];
}

function measureLines({ how, cells }: TracedMeasure, named: Named): string[] {
	const options = inLanguage(named.language);
	if (how === 'counted') return [m.trace_complete_register({}, options)];
	const steps = cells.flatMap(({ step }) => step ?? []);
	const lines: string[] = [];
	if (cells.length > 1 || steps.length === 0)
		lines.push(m.trace_parts({ reported: steps.length, expected: cells.length }, options));
	for (const step of steps) {
		const missing = step.parts.filter(({ value }) => value === null);
		const unfinished = step.via === null ? [] : step.parts.filter(({ value, complete }) => value !== null && !complete);
		if (step.via === null && cells.length === 1) lines.push(m.trace_complete_own({}, options));
		if (step.partsReported !== null && step.partsExpected !== null && (step.via !== null || missing.length > 0))
			lines.push(m.trace_parts({ reported: step.partsReported, expected: step.partsExpected }, options));
		const names = (some: typeof missing) => some.map((part) => memberName(step.split ?? 'region', part, named));
		if (missing.length > 0) lines.push(listed(names(missing), 'missing', named));
		if (unfinished.length > 0) lines.push(listed(names(unfinished), 'unfinished', named));
	}
	return lines;
}

function listed(names: readonly string[], what: 'missing' | 'unfinished', { language }: Named): string {
	const options = inLanguage(language);
	const some = names.slice(0, mostNames).join(m.name_joint({}, options));
	if (names.length > mostNames && what === 'missing')
		return m.trace_not_reported_more({ names: some, count: names.length }, options);
	return what === 'missing'
		? m.trace_not_reported({ names: some }, options)
		: m.trace_unfinished({ names: some }, options);
}

/** Why a figure is provisional or approximate, a reason each without a full stop; none where it is neither. */
export function provisionalReasons(
	indicator: Indicator,
	figure: SpannedFigure | null,
	measures: readonly TracedMeasure[],
	named: Named
): string[] {
	const options = inLanguage(named.language);
	if (!figure || figure.value === null) return [];
	const open = figure.complete === false ? measures.flatMap((measure) => openReasons(measure, named)) : [];
	if (figure.complete === false && indicator.denominator && figure.denominator === null)
		open.push(m.trace_why_missing({ measure: measureName(indicator.denominator.id, named) }, options));
	return [...new Set(open)];
}

/** The signs that approximate figures among the source rows carry: 约 3 万 has ≈. */
export function approximations(measures: readonly TracedMeasure[], named: Named): string[] {
	return measures.flatMap((measure) => {
		const signs = [...new Set(measure.parts.flatMap(({ qualifier }) => qualifier ?? []))].join(' ');
		const told = { measure: measureName(measure.measure, named), signs };
		return signs === '' ? [] : [m.trace_why_about(told, inLanguage(named.language))];
	});
}

function openReasons({ measure: id, cells }: TracedMeasure, named: Named): string[] {
	const options = inLanguage(named.language);
	const measure = measureName(id, named);
	const steps = cells.flatMap(({ step }) => step ?? []);
	const known = cells.filter(({ trace }) => trace !== null).length;
	const reasons: string[] = [];
	if (cells.length > 1 && known < cells.length)
		reasons.push(m.trace_why_cells({ measure, known, expected: cells.length }, options));
	for (const { complete, via, partsReported, partsExpected, parts } of steps) {
		if (complete || via === null) continue;
		const absent = Math.max(
			parts.filter(({ value }) => value === null).length,
			(partsExpected ?? 0) - (partsReported ?? 0)
		);
		if (absent > 0 && via === 'period') reasons.push(m.trace_why_periods({ measure }, options));
		else if (absent > 0) reasons.push(m.trace_why_parts({ measure, count: absent }, options));
		else reasons.push(m.trace_why_unfinished({ measure }, options));
	}
	return reasons;
}
