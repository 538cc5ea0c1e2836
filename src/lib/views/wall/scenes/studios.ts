import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { together } from '#lib/query/together.ts';
import type { Figures } from '../../figure.ts';
import { whereOf } from '../../lead.ts';
import { memberRows } from '../../member-rows.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { askIndustries, askMatrix, askMembers, askSplit, askTrail } from '../../questions.ts';
import type { Scope } from '../../scope.ts';
import { coverageOf } from '../../studios/coverage.ts';
import { kindFinding, kindLevels } from '../../studios/kinds.ts';
import {
	academiesReported,
	academyStock,
	density,
	provincialShare,
	studiosReported,
	studioStock
} from '../../studios/measured.ts';
import { stockFinding, stockScope } from '../../studios/stock-scope.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import { wholeScope } from '../../whole-scope.ts';
import { bare, inSentence, titleWithUnit } from '../../words.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { memberBars, type BarList, type BarRow } from './bar-list.ts';
import { sideFigures, type SideFigure } from './side-figures.ts';
import StudiosScene from './StudiosScene.svelte';

/** Studios: a few figures, and one list after the other. */
export interface StudiosData {
	readonly about: string;
	readonly figures: readonly SideFigure[];
	readonly lists: readonly BarList[];
}

/** 创新工作室: how many over the years, at which levels, how dense, and how much of the industries they cover. */
export const studios: SceneKind<StudiosData> = {
	ask(entry, context) {
		const asked = sceneScope(entry, context);
		const has = (one: Indicator) => context.indicators.includes(one);
		const registered = has(studioStock) || has(academyStock);
		const [stock, schools] = registered ? [studioStock, academyStock] : [studiosReported, academiesReported];
		if (!asked || !(has(stock) || has(schools))) return null;
		const scope = wholeScope(asked);
		const known = (some: readonly Indicator[]) => some.filter(has);
		const sections = scope.lists.industries.filter(({ level }) => level === 'section').map(({ code }) => code);
		const workers = indicatorById('workers_total');
		const ofPlace = known([stock, density, provincialShare, schools]);
		const shown = known([stock, density]);
		return together(
			{ scope, stock },
			{
				place: askTrail(stockScope(scope), ofPlace),
				regions: askMembers(scope, known([registered ? density : stock])),
				levels: has(studioStock) ? askSplit(scope, known([studioStock, academyStock]), ['kind', 'level']) : null,
				matrix: has(studioStock) ? askMatrix(scope, studioStock, sections, workers ? known([workers]) : []) : null,
				industries: workers && registered ? askIndustries(scope, known([workers]), sections) : null
			},
			({ place, regions, levels, matrix, industries }) => ({
				about: [m.studios_heading(), whereOf(scope), shownPeriod(scope)].join(' · '),
				figures: [
					...sideFigures(shown, scope, place),
					...(matrix ? coverageFigure(scope, matrix, industries, workers) : []),
					...sideFigures(known([schools]), scope, place)
				],
				lists: [
					yearList(scope, place, stock),
					levels && levelList(scope, levels),
					regionList(scope, regions, registered ? density : stock)
				].filter((list) => list !== null)
			})
		);
	},
	shows: ({ figures, lists }) => figures.length > 0 && lists.length > 0,
	headline: ({ about, lists }, _context, step) => ({ title: lists[step % lists.length]?.title ?? '', about }),
	steps: ({ lists }) => lists.length,
	path: () => '/studios',
	component: StudiosScene
};

function yearList(scope: Scope, place: Figures, stock: Indicator): BarList | null {
	const { spans, language } = stockScope(scope);
	const rows = spans.trail.slice(0, spans.trail.indexOf(scope.filters.period) + 1).flatMap((period): BarRow[] => {
		const figure = place.at({ indicator: stock.id, region: scope.place.key, period });
		const value = figure?.value ?? null;
		if (value === null) return [];
		return [
			{
				...{ key: period, name: periodTitle(period, language), label: bare(value, stock, language), rank: null, value },
				provisional: figure?.complete === false,
				own: period === scope.filters.period
			}
		];
	});
	if (rows.length < 2) return null;
	return { title: stockFinding(place, scope, stock), head: titleWithUnit(stock, language), rows };
}

function levelList(scope: Scope, levels: Figures): BarList | null {
	const { language } = scope;
	const kinds = kindLevels(levels, scope);
	const total = (level: string) =>
		kinds.cells.reduce((sum, { column, value }) => (column === level ? sum + (value ?? 0) : sum), 0);
	const rows = kinds.columns.map(({ key, name }): BarRow => {
		const value = total(key);
		const told = { count: formatNumber(value, language), share: formatShare(value / kinds.total) };
		const label = m.wall_studios_count(told);
		return { key, name, label, rank: null, value, provisional: false, own: false };
	});
	if (rows.length < 2) return null;
	return { title: kindFinding(kinds), head: m.wall_studios_levels(), rows };
}

function regionList(scope: Scope, regions: Figures, indicator: Indicator): BarList | null {
	const { language } = scope;
	const rows = memberBars(memberRows(scope.members, 'region', regions, scope, indicator), indicator, scope);
	const [first, second] = rows;
	if (first?.value == null || second?.value == null) return null;
	const title = m.wall_studios_first({
		name: first.name,
		title: language === 'en' ? indicator.title.en : indicator.short.zh,
		value: inSentence(first.value, indicator, language)
	});
	return { title, head: titleWithUnit(indicator, language), rows };
}

function coverageFigure(
	scope: Scope,
	matrix: Figures,
	industries: Figures | null,
	workers: Indicator | null | undefined
): SideFigure[] {
	const sections = scope.lists.industries
		.filter(({ level }) => level === 'section')
		.map(({ code, name }) => ({ key: code, name, short: name }));
	const staffed = workers && industries ? memberRows(sections, 'industry', industries, scope, workers) : [];
	const { covered, total } = coverageOf(scope, matrix, workers ?? null, staffed);
	if (total === 0) return [];
	return [
		{
			id: 'coverage',
			title: m.wall_studios_coverage({ noun: scope.memberWords.column }),
			titleWithUnit: m.wall_studios_coverage({ noun: scope.memberWords.column }),
			value: formatShare(covered / total),
			unit: `${formatExact(covered)}/${formatExact(total)}`,
			change: null,
			note: null
		}
	];
}
