import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { formatExact, formatNumber } from '#lib/format/number.ts';
import type { DerivedInput, DerivedQuestion, FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { m } from '#lib/messages/generated/messages.js';
import { periodTitle } from '#lib/dimensions/period.ts';
import { countQuestion, reportedQuestion } from '../derived-question.ts';
import type { MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { rowQuestion } from '../trace-question.ts';
import { inSentence, withUnit } from '../words.ts';
import type { DriftItem } from './pictures.ts';
import { endsOf, knownAt, measureAt, type Spread, type SpreadAt, type SpreadMeasure } from './spread.ts';
import { driftText, measureText, measureTitle, movedBy, sigma } from './words.ts';

/** The question how a member's figure at one period came about. */
function memberQuestion(row: Pick<MemberRow, 'key' | 'name'>, period: string, scope: Scope): FigureQuestion {
	const filters = { ...scope.filters, period };
	return rowQuestion({ ...scope, filters, spans: { ...scope.spans, current: [period], base: [] } }, row);
}

/** The question how a measure of spread came about: the members that it is made of, each with its own way; null without one. */
export function spreadQuestion(at: SpreadAt, measure: SpreadMeasure, scope: Scope): DerivedQuestion | null {
	const { indicator, language, place } = scope;
	const value = measureAt(at, measure);
	if (value === null || !at.balance) return null;
	const known = knownAt(at);
	const ends = endsOf(at);
	const values = known.map((row) => row.value ?? 0);
	const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
	const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
	const digits = { digits: indicator.kind === 'ratio' ? 4 : 2 };
	const shown = measure === 'maxMin' && ends ? [ends.most, ends.least] : known;
	return {
		derived: measure === 'maxMin' ? 'max_min' : measure,
		subject: [place.name, indicator.short[language], periodTitle(at.period, language)].join(' · '),
		value: measureText(value, measure, language),
		numbers: {
			most: formatExact(ends?.most.value),
			least: formatExact(ends?.least.value),
			mean: formatNumber(mean, 'en', digits),
			deviation: formatNumber(deviation, 'en', digits),
			count: String(measure === 'gini' ? (at.lorenz?.count ?? 0) : at.balance.count)
		},
		inputs: shown.map((row): DerivedInput => ({
			label: row.name,
			value: withUnit(row.value, indicator, language),
			question: memberQuestion(row, at.period, scope)
		}))
	};
}

/** The question of how many members something is known, of those whose spread is measured. */
export function knownQuestion(at: SpreadAt, scope: Scope): DerivedQuestion {
	const { indicator, language, place } = scope;
	const counted = at.rows.filter(({ expected, value }) => expected || value !== null);
	return reportedQuestion(
		[place.name, indicator.short[language], periodTitle(at.period, language)].join(' · '),
		counted,
		(value) => withUnit(value, indicator, language),
		(row) => memberQuestion(row, at.period, scope)
	);
}

/** The periods between which a member's way is told. */
function endPeriods(item: DriftItem, { periods }: Spread, scope: Scope): readonly [string, string] | null {
	const shown = periods.findIndex(({ period }) => period === scope.filters.period);
	const known = periods
		.slice(0, shown + 1)
		.filter(({ rows }) => rows.some(({ key, value }) => key === item.key && value !== null));
	const [first, last] = [known[0], known.at(-1)];
	return first && last ? [first.period, last.period] : null;
}

/** The question how a member's figure at the beginning or the end of its way came about. */
export function driftedQuestion(
	item: DriftItem,
	spread: Spread,
	scope: Scope,
	end: 'from' | 'to'
): FigureQuestion | null {
	const periods = endPeriods(item, spread, scope);
	return periods && memberQuestion(item, periods[end === 'from' ? 0 : 1], scope);
}

/** The question by how much a member moved away from the others. */
export function awayQuestion(item: DriftItem, spread: Spread, scope: Scope): DerivedQuestion | null {
	const periods = endPeriods(item, spread, scope);
	if (!periods) return null;
	const { indicator, language } = scope;
	const input = (period: string, value: number | null): DerivedInput => ({
		label: `${item.name} · ${periodTitle(period, language)}`,
		value: withUnit(value, indicator, language),
		question: memberQuestion(item, period, scope)
	});
	return {
		derived: 'drift',
		subject: [item.name, indicator.short[language]].join(' · '),
		value: sigma(item.away),
		numbers: {
			first: formatNumber(item.first, 'en', { digits: 2 }),
			last: formatNumber(item.last, 'en', { digits: 2 })
		},
		inputs: [input(periods[0], item.from), input(periods[1], item.to)]
	};
}

/** The question who moves away from the others, of those who are counted. */
function driftingQuestion(away: readonly DriftItem[], spread: Spread, scope: Scope): DerivedQuestion {
	return countQuestion(
		[scope.place.name, scope.indicator.short[scope.language]].join(' · '),
		away.map((item) => ({ label: item.name, value: driftText(item), question: awayQuestion(item, spread, scope) }))
	);
}

/** The question by how much the Gini coefficient moved since what it is compared with; null where it did not. */
function movedQuestion(regions: Spread, scope: Scope): DerivedQuestion | null {
	const { comparison } = regions;
	const change = movedBy(regions, 'gini');
	if (comparison?.state !== 'told' || !change) return null;
	const { language } = scope;
	const label = (subject: string) => (comparison.alike === null ? subject : m.like_for_like({ text: subject }));
	const input = (at: SpreadAt): DerivedInput => ({
		label: label(periodTitle(at.period, language)),
		value: measureText(measureAt(at, 'gini'), 'gini', language),
		question: spreadQuestion(at, 'gini', scope)
	});
	const [value, base] = [input(comparison.now), input(comparison.base)];
	return {
		derived: 'difference',
		subject: [scope.place.name, scope.indicator.short[language], measureTitle('gini')].join(' · '),
		value: formatNumber(change.by, 'en', { digits: 3 }),
		numbers: { value: value.value, base: base.value },
		inputs: [value, base]
	};
}

/** The numbers of how the spread among regions moved: by how much and of how many, or how few could be compared. */
function comparedFigures(regions: Spread, scope: Scope): SentenceFigure[] {
	const { comparison } = regions;
	if (!comparison) return [];
	const { indicator, language, place } = scope;
	const counted = (rows: readonly MemberRow[], { period }: SpreadAt): SentenceFigure => ({
		text: String(rows.length),
		explain: () =>
			countQuestion(
				[place.name, indicator.short[language], periodTitle(period, language)].join(' · '),
				rows.map((row) => ({
					label: row.name,
					value: withUnit(row.value, indicator, language),
					question: memberQuestion(row, period, scope)
				}))
			)
	});
	const { now, base } = comparison;
	if (comparison.state === 'withheld')
		return [counted(comparison.both, now), counted(knownAt(now), now), counted(knownAt(base), base)];
	const change = movedBy(regions, 'gini');
	if (!change) return [];
	const by = {
		text: formatNumber(Math.abs(change.by), language, { digits: 3 }),
		explain: () => movedQuestion(regions, scope)
	};
	return comparison.alike === null ? [by] : [by, counted(knownAt(now), now)];
}

/**
 * The numbers of `balanceSentence`: both ends, how they compare, the measures of spread, and who moves away (`ways`: all
 * regions whose way is known).
 */
export function balanceFigures(
	scope: Scope,
	regions: Spread,
	industries: Spread,
	ways: readonly DriftItem[]
): SentenceFigure[] {
	const { language, indicator } = scope;
	const { now } = regions;
	const ends = now && endsOf(now);
	const measured = (at: SpreadAt | null, measure: SpreadMeasure): SentenceFigure[] => {
		const value = measureAt(at, measure);
		return at && value !== null
			? [{ text: measureText(value, measure, language), explain: () => spreadQuestion(at, measure, scope) }]
			: [];
	};
	const end = (row: MemberRow): SentenceFigure => ({
		text: inSentence(row.value, indicator, language),
		explain: () => rowQuestion(scope, row)
	});
	const since = comparedFigures(regions, scope);
	const known =
		now && ends
			? [...measured(now, 'maxMin'), end(ends.most), end(ends.least), ...measured(now, 'gini'), ...since]
			: [];
	const away = ways.filter(({ drifts }) => drifts);
	const drifting =
		known.length > 0 && away.length > 0
			? [{ text: String(away.length), explain: () => driftingQuestion(away, regions, scope) }]
			: [];
	return [...known, ...measured(industries.now, 'gini'), ...drifting];
}
