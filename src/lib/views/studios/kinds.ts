import type { HeatmapCell, HeatmapLabel } from '#lib/charts/heatmap.ts';
import type { Column } from '#lib/components/table.ts';
import { namingLevels } from '#lib/datasets/code-lists.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import { provincialLevels } from '#lib/indicators/fixed-members.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { kindsOf } from '../kind-names.ts';
import { sumQuestion } from '../derived-question.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { placeQuestion, splitQuestion } from '../trace-question.ts';
import { bare, namesOfEquals, titleWithUnit } from '../words.ts';
import { academyStock, studioStock } from './measured.ts';

/** Platforms by kind and by the level at which they were named. */
export interface KindLevels {
	readonly rows: readonly (HeatmapLabel & { readonly total: number })[];
	readonly columns: readonly HeatmapLabel[];
	readonly cells: readonly HeatmapCell[];
	readonly total: number;
}

/** The code under which the register counts those without a level. */
const unleveled = 'all';

/** What counts the platforms of a kind. */
const stockOf = (kind: string) => (kind === 'academy' ? academyStock : studioStock);

/** Kinds and levels that occur; the kind with the most platforms first. */
export function kindLevels(figures: Figures, scope: Scope): KindLevels {
	const { language } = scope;
	const levels = [
		...namingLevels.map(({ code, title }) => ({ key: code, name: title[language] })),
		{ key: unleveled, name: m.studios_level_unknown() }
	];
	const count = (kind: string, level: string) =>
		figureOver(figures, { kind, level }, scope.spans.current, stockOf(kind))?.value ?? null;
	const rows = kindsOf('studios')
		.map(({ code, title }) => ({
			key: code,
			name: title[language],
			total: levels.reduce((sum, { key }) => sum + (count(code, key) ?? 0), 0)
		}))
		.filter(({ total }) => total > 0)
		.toSorted((a, b) => b.total - a.total);
	const columns = levels.filter(({ key }) => rows.some((row) => (count(row.key, key) ?? 0) > 0));
	return {
		rows,
		columns,
		cells: rows.flatMap((row) =>
			columns.map(({ key }) => {
				const value = count(row.key, key) || null;
				const place = { row: row.key, column: key, value };
				// A register holds all that there are: where it has none, nothing is missing.
				return value === null
					? { ...place, label: '', blank: true, notes: [m.studios_none()] }
					: { ...place, label: formatNumber(value, language) };
			})
		),
		total: rows.reduce((sum, { total }) => sum + total, 0)
	};
}

/** The largest kinds and their share of all platforms, and the share at province level or above of those whose level is stated. */
export function kindFinding({ rows, cells, total }: KindLevels): string {
	const [first] = rows;
	if (!first) return m.studios_kinds();
	const names = rows.filter((row) => row.total === first.total).map(({ name }) => name);
	const said = { total: formatExact(total), share: formatShare(first.total / total) };
	const named = { ...said, names: namesOfEquals(names) };
	const counted = (holds: (level: string) => boolean) =>
		cells.reduce((sum, cell) => sum + (holds(cell.column) ? (cell.value ?? 0) : 0), 0);
	const stated = counted((level) => level !== unleveled);
	const provincial = formatShare(counted((level) => provincialLevels.includes(level)) / stated);
	if (stated < total) {
		const finding =
			names.length > 1 ? m.studios_kinds_tied(named) : m.studios_kinds_title({ ...said, name: first.name });
		// Where no level is stated at all, nobody knows how many are of a high one.
		return stated === 0 ? finding : m.studios_kinds_stated({ finding, count: formatExact(stated), provincial });
	}
	return names.length > 1
		? m.studios_kinds_tied_level({ ...named, provincial })
		: m.studios_kinds_title_level({ ...said, name: first.name, provincial });
}

/** The table view: every count, the sum of each kind and its share. */
export function kindColumns(kinds: KindLevels, scope: Scope): Column<KindLevels['rows'][number]>[] {
	const cells = new Map(kinds.cells.map((cell) => [`${cell.row}|${cell.column}`, cell.value]));
	const cellOf = (row: HeatmapLabel, level: HeatmapLabel) =>
		splitQuestion(scope, { kind: row.key, level: level.key }, `${row.name} · ${level.name}`, stockOf(row.key));
	const totalOf = (row: HeatmapLabel & { readonly total: number }) =>
		sumQuestion(
			`${scope.place.name} · ${row.name}`,
			kinds.columns.map((level) => ({
				label: level.name,
				value: cells.get(`${row.key}|${level.key}`) ?? null,
				question: cellOf(row, level)
			}))
		);
	return [
		{ key: 'kind', title: m.register_kind(), kind: 'pinyin', value: (row) => row.name },
		{
			key: 'total',
			title: m.studios_total(),
			kind: 'number',
			value: (row) => row.total,
			text: (row) => formatExact(row.total),
			explain: totalOf
		},
		{
			key: 'share',
			title: m.column_share(),
			kind: 'number',
			value: (row) => row.total / kinds.total,
			text: (row) => formatShare(row.total / kinds.total),
			explain: (row) => ({
				derived: 'share',
				subject: `${scope.place.name} · ${row.name}`,
				value: formatShare(row.total / kinds.total),
				numbers: { part: formatExact(row.total), whole: formatExact(kinds.total) },
				inputs: kinds.rows.map((one) => ({ label: one.name, value: formatExact(one.total), question: totalOf(one) }))
			})
		},
		...kinds.columns.map((level): Column<KindLevels['rows'][number]> => ({
			key: level.key,
			title: level.name,
			kind: 'number',
			value: (row) => cells.get(`${row.key}|${level.key}`) ?? null,
			text: (row) => formatExact(cells.get(`${row.key}|${level.key}`) ?? null),
			explain: (row) => cellOf(row, level)
		}))
	];
}

/** One kind, or all together, with what each of its platforms brings forth. */
export interface KindOutput {
	readonly key: string;
	readonly name: string;
	readonly total: number | null;
	/** Values by indicator id; null is missing. */
	readonly values: Readonly<Record<string, number | null>>;
}

/** Output by kind, with the line of all kinds last. */
export function kindOutputs(
	kinds: KindLevels,
	byKind: Figures,
	whole: Figures,
	indicators: readonly Indicator[],
	scope: Scope
): KindOutput[] {
	const valuesOf = (figures: Figures, at: { kind: string } | { region: string }) =>
		Object.fromEntries(
			indicators.map((item) => [item.id, figureOver(figures, at, scope.spans.current, item)?.value ?? null])
		);
	return [
		...kinds.rows.map(({ key, name, total }) => ({ key, name, total, values: valuesOf(byKind, { kind: key }) })),
		{ key: '', name: m.studios_all_kinds(), total: kinds.total, values: valuesOf(whole, { region: scope.place.key }) }
	];
}

/** The columns of output by kind. */
export function outputColumns(indicators: readonly Indicator[], scope: Scope): Column<KindOutput>[] {
	return [
		{ key: 'kind', title: m.register_kind(), kind: 'pinyin', value: (row) => row.name },
		{
			key: 'total',
			title: m.studios_total(),
			kind: 'number',
			value: (row) => row.total,
			text: (row) => formatExact(row.total)
		},
		...indicators.map((item): Column<KindOutput> => ({
			key: item.id,
			title: titleWithUnit(item, scope.language),
			kind: 'number',
			value: (row) => row.values[item.id] ?? null,
			text: (row) => bare(row.values[item.id] ?? null, item, scope.language),
			explain: (row) =>
				row.key === '' ? placeQuestion(scope, item) : splitQuestion(scope, { kind: row.key }, row.name, item)
		}))
	];
}
