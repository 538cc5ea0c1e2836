import type { Column } from '#lib/components/table.ts';
import type { Language } from '#lib/format/language.ts';
import { groupTitles } from '#lib/indicators/dictionary.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { memberRows, rankRows, type MemberRow, type RankedRow } from '../member-rows.ts';
import { stateOf } from '../member-columns.ts';
import { placeOf, type Member } from '../members.ts';
import type { Scope } from '../scope.ts';
import { changeCell, changeTitle, comparisonWord, inTable, unitBeside } from '../words.ts';
import { changeQuestion, rankQuestion } from '../derived-question.ts';
import { placeQuestion } from '../trace-question.ts';
import { placeText } from './regions-table.ts';

/** One indicator of a region, beside the region above it and among its peers. */
export interface IndicatorRow {
	readonly indicator: Indicator;
	readonly own: RankedRow;
	readonly parent: MemberRow | null;
	/** The peers in their order. */
	readonly ranks: readonly RankedRow[];
	/** How many peers have a figure. */
	readonly ranked: number;
	/** Ranks stand for good only when all peers have reported. */
	readonly provisional: boolean;
}

/** Every indicator that the region or its parent has a figure of. */
export function indicatorRows(
	scope: Scope,
	figures: Figures,
	indicators: readonly Indicator[],
	parent: Member | null,
	peers: readonly Member[]
): IndicatorRow[] {
	return indicators.flatMap((indicator) => {
		const ranks = rankRows(memberRows(peers, 'region', figures, scope, indicator), indicator);
		const own = ranks.find((row) => row.key === scope.place.key);
		const above = parent ? (memberRows([parent], 'region', figures, scope, indicator)[0] ?? null) : null;
		if (!own || (own.value === null && (above === null || above.value === null))) return [];
		const ranked = ranks.filter((row) => row.rank !== null).length;
		const missing = indicator.numerator.source === 'cell' && ranks.some((row) => row.expected && row.value === null);
		return [
			{ indicator, own, parent: above, ranks, ranked, provisional: missing || ranks.some((row) => row.provisional) }
		];
	});
}

/** A figure with its unit; after 万 the unit stands close. */
function valueWithUnit(value: number, indicator: Indicator, language: Language): string {
	const text = inTable(value, indicator, language);
	return `${text}${text.endsWith('万') ? '' : ' '}${unitBeside(indicator, language)}`.trim();
}

/** The columns of a region's table of indicators. */
export function indicatorColumns(scope: Scope, parent: Member | null = null): Column<IndicatorRow>[] {
	const { language } = scope;
	const against = comparisonWord(scope.filters.comparison);
	const columns: (Column<IndicatorRow> | false)[] = [
		{ key: 'indicator', title: m.column_indicator(), kind: 'pinyin', value: (row) => row.indicator.title[language] },
		{
			key: 'value',
			title: scope.place.short,
			kind: 'number',
			value: (row) => row.own.value,
			text: (row) =>
				row.own.value === null ? m.state_missing() : valueWithUnit(row.own.value, row.indicator, language),
			explain: (row) => placeQuestion(scope, row.indicator)
		},
		against !== null && {
			key: 'change',
			title: against,
			kind: 'number',
			value: (row) => row.own.change?.amount ?? null,
			text: (row) => changeTitle(changeCell(row.own, row.indicator, language), [row.own]),
			explain: (row) => changeQuestion(placeQuestion(scope, row.indicator), row.own, scope)
		},
		parent !== null && {
			key: 'parent',
			title: parent.short,
			kind: 'number',
			value: (row) => row.parent?.value ?? null,
			text: (row) => inTable(row.parent?.value ?? null, row.indicator, language),
			explain: (row) => placeQuestion(scope, row.indicator, parent)
		},
		{
			key: 'rank',
			title: m.column_rank_among_peers(),
			kind: 'number',
			value: (row) => row.own.rank,
			text: (row) => {
				if (row.own.rank === null || row.ranked < 2) return '—';
				const place = m.rank_of({ rank: placeText(row.own), count: row.ranked });
				return row.provisional ? m.rank_provisional({ place }) : place;
			},
			explain: (row) =>
				rankQuestion(row.own, row.ranks, row.indicator, scope, (one) => {
					const at = placeOf(one.key, scope.lists, language);
					return at && placeQuestion(scope, row.indicator, at);
				})
		},
		{
			key: 'group',
			title: m.column_group(),
			kind: 'pinyin',
			value: (row) => groupTitles[row.indicator.group][language],
			priority: 3
		},
		{ key: 'state', title: m.column_state(), kind: 'text', value: (row) => stateOf(row.own), priority: 3 }
	];
	return columns.filter((column): column is Column<IndicatorRow> => column !== false);
}
