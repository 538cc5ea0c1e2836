import type { DriftRow } from '#lib/charts/drift.ts';
import type { LorenzCurve } from '#lib/charts/lorenz.ts';
import type { TrendLine, TrendPeriod } from '#lib/charts/trend-line.ts';
import type { Column } from '#lib/components/table.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { formatShare } from '#lib/format/number.ts';
import type { Drift } from '#lib/indicators/drift.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { LorenzMember } from '../lorenz.ts';
import { periodLabel } from '../pictures.ts';
import type { Scope } from '../scope.ts';
import { bare, titleInSentence, titleWithUnit } from '../words.ts';
import { awayQuestion, driftedQuestion, knownQuestion, spreadQuestion } from './questions.ts';
import { sidesOf, type Sides } from './sides.ts';
import { measureAt, measures, type Spread, type SpreadAt, type SpreadMeasure } from './spread.ts';
import { driftText, manyOf, measureText, measureTitle, sigma } from './words.ts';

/** What is summed up along the two axes of a curve: of a ratio its two sides, of amounts the members and the amount. */
export function lorenzSides(spread: Spread, scope: Scope): Sides {
	const { language, indicator } = scope;
	if (spread.now?.lorenz?.weighted) return sidesOf(indicator, language);
	return { weight: manyOf(spread, scope), amount: titleInSentence(indicator.short[language], language) };
}

/** One dimension's curve of now and, lighter, that of the period that it is compared with, where it can be. */
export function lorenzCurves(spread: Spread, scope: Scope, selected: string | null): LorenzCurve[] {
	const { language, indicator } = scope;
	const { comparison } = spread;
	const sides = lorenzSides(spread, scope);
	const curve = (at: SpreadAt | null, role: LorenzCurve['role']): LorenzCurve[] => {
		if (!at?.lorenz) return [];
		const values = new Map(at.rows.map((row) => [row.key, row.value]));
		const notes = (member: LorenzMember, x: number, y: number) => [
			`${indicator.short[language]}  ${bare(values.get(member.key) ?? null, indicator, language)}`,
			m.balance_lorenz_note({ ...sides, x: formatShare(x), y: formatShare(y) })
		];
		return [
			{
				key: at.period,
				role,
				label: m.balance_lorenz_label({
					period: periodTitle(at.period, language),
					value: measureText(at.lorenz.gini, 'gini', language)
				}),
				corners: at.lorenz.points.map(({ x, y, member }) => ({
					x,
					y,
					key: member?.key ?? null,
					name: member?.name ?? '',
					notes: member ? notes(member, x, y) : [],
					selected: member !== null && member.key === selected
				}))
			}
		];
	};
	return [...curve(spread.now, 'main'), ...curve(comparison?.state === 'told' ? comparison.base : null, 'comparison')];
}

/** A measure of spread over the periods that have one. */
export function spreadLine(
	spread: Spread,
	measure: SpreadMeasure,
	scope: Scope
): { readonly lines: TrendLine[]; readonly periods: TrendPeriod[]; readonly at: readonly SpreadAt[] } {
	const begun = spread.periods.findIndex(({ balance }) => balance !== null);
	const at = begun < 0 ? [] : spread.periods.slice(begun);
	const values = at.map((one) => measureAt(one, measure));
	const line: TrendLine = {
		key: measure,
		name: measureTitle(measure),
		values,
		labels: values.map((value) => measureText(value, measure, scope.language)),
		provisional: at.map(({ provisional }) => provisional),
		role: 'main'
	};
	const periods = at.map(({ period }) => ({
		key: period,
		label: periodLabel(period, scope.language),
		selected: period === scope.filters.period
	}));
	return { lines: [line], periods, at };
}

/** The table of the spread: a row a period, all measures, how many members it is made of. */
export function spreadColumns(scope: Scope): Column<SpreadAt>[] {
	const { language } = scope;
	return [
		{
			key: 'period',
			title: m.column_period(),
			kind: 'text',
			value: (row) => row.period,
			text: (row) => periodTitle(row.period, language)
		},
		...measures.map((measure): Column<SpreadAt> => ({
			key: measure,
			title: measureTitle(measure),
			kind: 'number',
			value: (row) => measureAt(row, measure),
			text: (row) => measureText(measureAt(row, measure), measure, language),
			explain: (row) => spreadQuestion(row, measure, scope)
		})),
		...(['count', 'missing'] as const).map((key): Column<SpreadAt> => ({
			key,
			title: key === 'count' ? m.balance_count() : m.balance_missing(),
			kind: 'number',
			value: (row) => row.balance?.[key] ?? null,
			explain: (row) => knownQuestion(row, scope)
		}))
	];
}

/** A member's drift with its values at both ends. */
export interface DriftItem extends Drift {
	readonly name: string;
	readonly from: number | null;
	readonly to: number | null;
}

/** All members whose way is known, those who move away first. */
export function driftItems(spread: Spread, names: ReadonlyMap<string, string>, until: string): DriftItem[] {
	const shown = spread.periods.findIndex(({ period }) => period === until);
	const upTo = spread.periods.slice(0, shown + 1);
	return spread.drifts.map((drift) => {
		const values = upTo.flatMap(({ rows }) => rows.find(({ key }) => key === drift.key)?.value ?? []);
		return { ...drift, name: names.get(drift.key) ?? drift.key, from: values[0] ?? null, to: values.at(-1) ?? null };
	});
}

/** Those who drift, at most so many; where fewer do, those who come next. */
export function driftRows(
	items: readonly DriftItem[],
	most: number,
	scope: Scope,
	selected: string | null
): DriftRow[] {
	const chosen = items.filter((item, index) => index < most || item.key === selected);
	return chosen.map((item) => ({
		key: item.key,
		name: item.name,
		first: item.first,
		last: item.last,
		label: driftText(item),
		drifts: item.drifts,
		selected: item.key === selected,
		notes: [
			`${scope.indicator.short[scope.language]}  ${bare(item.from, scope.indicator, scope.language)} → ${bare(item.to, scope.indicator, scope.language)}`
		]
	}));
}

/** The table of drifts: values and distances then and now, by how much they grew. */
export function driftColumns(scope: Scope, noun: string, spread: Spread): Column<DriftItem>[] {
	const { indicator, language } = scope;
	const title = titleWithUnit(indicator, language);
	return [
		{ key: 'name', title: noun, kind: 'pinyin', value: (row) => row.name },
		{
			key: 'from',
			title: m.balance_drift_from({ title }),
			kind: 'number',
			value: (row) => row.from,
			text: (row) => bare(row.from, indicator, language),
			explain: (row) => driftedQuestion(row, spread, scope, 'from'),
			priority: 2
		},
		{
			key: 'to',
			title: m.balance_drift_to({ title }),
			kind: 'number',
			value: (row) => row.to,
			text: (row) => bare(row.to, indicator, language),
			explain: (row) => driftedQuestion(row, spread, scope, 'to'),
			priority: 2
		},
		{
			key: 'first',
			title: m.balance_drift_first(),
			kind: 'number',
			value: (row) => row.first,
			text: (row) => sigma(row.first)
		},
		{
			key: 'last',
			title: m.balance_drift_last(),
			kind: 'number',
			value: (row) => row.last,
			text: (row) => sigma(row.last)
		},
		{
			key: 'away',
			title: m.balance_drift_away(),
			kind: 'number',
			value: (row) => row.away,
			text: (row) => sigma(row.away),
			explain: (row) => awayQuestion(row, spread, scope)
		},
		{
			key: 'state',
			title: m.balance_drift_state(),
			kind: 'text',
			value: (row) =>
				row.drifts ? m.balance_drift_yes() : row.away < 0 ? m.balance_drift_back() : m.balance_drift_no()
		}
	];
}
