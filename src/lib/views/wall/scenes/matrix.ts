import { textWidth } from '#lib/wall/text-width.ts';
import { applicable } from '#lib/indicators/applicable.ts';
import { m } from '#lib/messages/generated/messages.js';
import { together } from '#lib/query/together.ts';
import type { ScreenShape } from '#lib/wall/screen.ts';
import type { Figures } from '../../figure.ts';
import { heatFinding, heatOf, type Heat } from '../../industries/heat.ts';
import { matrixQuery } from '../../industries/queries.ts';
import { sectionCodes } from '../../sections.ts';
import { memberRows, rankRows } from '../../member-rows.ts';
import { askIndustries } from '../../questions.ts';
import type { Scope } from '../../scope.ts';
import { shortSection } from '../../section-names.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { aboutScene } from './about-scene.ts';
import MatrixScene from './MatrixScene.svelte';
import { matrixLayout, type MatrixLayout } from './matrix-layout.ts';
import { shortLabel } from './wall-label.ts';

/** Between two parts of the line below a matrix, in units. */
export const captionGap = 2;

/** The parts of a place by industry. */
export interface MatrixData {
	readonly scope: Scope;
	/** Its columns with the largest industry first. */
	readonly heat: Heat;
	/** By `row|column`; blank: nothing is registered there, and nothing is missing. */
	readonly cells: ReadonlyMap<
		string,
		{ readonly value: number | null; readonly label: string; readonly blank: boolean }
	>;
	readonly title: string;
}

/** Industries × parts of a place in coloured cells. */
export const matrix: SceneKind<MatrixData> = {
	ask(entry, context) {
		const scope = sceneScope(entry, context);
		if (!scope || scope.members.length < 2) return null;
		const sections = sectionCodes(scope);
		if (sections.length < 2 || !applicable(scope.indicator, scope.filters).ok) return null;
		const industries = askIndustries(scope, [scope.indicator], sections);
		return together({ scope }, { cells: matrixQuery(scope), industries }, matrixOf);
	},
	shows: ({ heat }) => heat.rows.length > 1 && heat.columns.length > 1,
	headline: ({ scope, title }) => ({ title, about: aboutScene(scope) }),
	steps: (data, screen) => layoutOf(data, screen).pages,
	path: () => '/industries',
	component: MatrixScene
};

/** How the matrix of an answer stands on a screen. */
export function layoutOf({ heat, cells }: MatrixData, screen: ScreenShape): MatrixLayout {
	const measured = {
		rows: heat.rows.map(({ name }) => name),
		columns: heat.columns.map(({ name }) => name),
		labels: [...cells.values()].map(({ label }) => label)
	};
	return matrixLayout(measured, screen);
}

function matrixOf({ scope, cells, industries }: { scope: Scope; cells: Figures; industries: Figures }): MatrixData {
	const { indicator, language, lists } = scope;
	const heat = heatOf(scope, cells);
	const members = sectionCodes(scope).map((code) => ({ key: code, name: code, short: code }));
	const order = rankRows(memberRows(members, 'industry', industries, scope), indicator).map(({ key }) => key);
	const columns = heat.columns
		.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
		.map((column) => ({ ...column, name: shortSection(column.key, lists, language) }));
	return {
		scope,
		heat: { ...heat, columns },
		cells: new Map(
			heat.cells.map(({ row, column, value, blank = false }) => [
				`${row}|${column}`,
				{ value, label: value === null ? '' : shortLabel(value, indicator, language), blank }
			])
		),
		title: heatFinding(scope, heat)
	};
}

/** What stands below a page of the matrix, as far as a line holds it: which page, what a hatch means, how many industries. */
export function captionOf({ heat, cells }: MatrixData, layout: MatrixLayout, page: number, across: number): string[] {
	const isGap = (cell: { readonly value: number | null; readonly blank: boolean } | undefined) =>
		cell === undefined || (cell.value === null && !cell.blank);
	const gaps = heat.columns
		.slice(0, layout.columns)
		.some(({ key }) => heat.rows.some((row) => isGap(cells.get(`${row.key}|${key}`))));
	const parts = [
		layout.pages > 1 && `${page + 1} / ${layout.pages}`,
		gaps && m.wall_matrix_hatch(),
		layout.columns < heat.columns.length && m.wall_matrix_shown({ shown: layout.columns, all: heat.columns.length })
	].filter((part) => part !== false);
	const widths = parts.map((part) => textWidth(part, 1) + captionGap);
	return parts.filter((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0) <= across);
}
