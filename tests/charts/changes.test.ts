import { expect, test } from 'vitest';
import { bump } from '#lib/charts/bump.ts';
import { binValues, distribution } from '#lib/charts/distribution.ts';
import { drift } from '#lib/charts/drift.ts';
import { flow } from '#lib/charts/flow.ts';
import { funnel } from '#lib/charts/funnel.ts';
import { funnelRows } from '#lib/charts/funnel-rows.ts';
import { heatmap } from '#lib/charts/heatmap.ts';
import { ladder } from '#lib/charts/ladder.ts';
import { lorenz } from '#lib/charts/lorenz.ts';
import { movers } from '#lib/charts/movers.ts';
import { outlineMap } from '#lib/charts/outline-map.ts';
import { rankedBars } from '#lib/charts/ranked-bars.ts';
import { scatter } from '#lib/charts/scatter.ts';
import { chartTheme, type ChartTheme } from '#lib/charts/theme.ts';
import { tileMap } from '#lib/charts/tile-map.ts';
import { trend } from '#lib/charts/trend.ts';
import type { MapShape } from '#lib/dimensions/drawn-map.ts';
import { drawSvg } from './picture.ts';

/*
 * A page changes its pictures with its filters: what was missing is there, who was chosen is not, rows come and go. Each
 * picture has to be the same as if it were drawn for the first time.
 */
const words = { missing: '未报', provisional: '暂定' };
const text = { ...words, limit: String, axis: String };
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const name = (key: string) => `示例${key}`;

/** What members may be like: reported or not, chosen, provisional; 0 is a figure. */
interface State {
	readonly values: readonly (number | null)[];
	readonly selected: string;
	readonly provisional: string;
}
const states: readonly State[] = [
	{ values: [12, 40, null, 7, 0, 31, 22], selected: 'b', provisional: 'd' },
	{ values: [null, 18, 5, null, 26, 0], selected: 'e', provisional: 'b' },
	{ values: [3, 1, 4, 1, 5, 9, 2], selected: '', provisional: '' },
	{ values: [null, null, 8], selected: 'a', provisional: 'c' }
];

const members = ({ values, selected, provisional }: State) =>
	values.map((value, index) => {
		const key = keys[index] as string;
		const marks = { selected: key === selected, provisional: key === provisional && value !== null };
		return { key, name: name(key), value, label: value === null ? '' : `${value}万`, ...marks };
	});
const part = (value: number | null) => (value === null || value > 20 ? null : Math.floor(value / 2));
const square = (x: number): MapShape['polygons'] => [
	[
		[
			[x, 0],
			[x + 1, 0],
			[x + 1, 1],
			[x, 1],
			[x, 0]
		]
	]
];
const numbers = ({ values }: State) => values.map((value) => value ?? 0);

const builders: Record<string, (state: State, theme: ChartTheme) => object> = {
	'tile map': (state, theme) =>
		tileMap(
			members(state).map((one, index) => ({ ...one, row: index % 3, col: Math.floor(index / 3) })),
			theme,
			text
		),
	'outline map': (state, theme) =>
		outlineMap(
			members(state).map((one) => ({ ...one, row: 0, col: 0 })),
			keys.map((code, index) => ({ code, name: name(code), polygons: square(index) })),
			theme,
			text
		),
	'ranked bars': (state, theme) =>
		rankedBars(
			members(state).map((one, index) => ({ ...one, target: index % 2 ? 20 : null, previous: part(one.value) })),
			theme,
			words
		),
	ladder: (state, theme) =>
		ladder(
			members(state).map((one) => ({ ...one, whole: one.value, part: part(one.value), labels: ['1', one.label, '3'] })),
			['写明', '女性', '占比'],
			theme,
			state.selected ? { after: 2, text: '以上' } : null
		),
	distribution: (state, theme) =>
		distribution(
			binValues(numbers(state), 5),
			members(state)
				.slice(0, state.selected ? 2 : 0)
				.map((one) => ({ ...one, value: one.value ?? 2, own: one.selected })),
			theme,
			{ ...text, count: String, axis: '分' }
		),
	funnel: (state, theme) =>
		funnel(
			members(state).map((one, index) => ({ ...one, rate: index % 2 && one.value ? '40%' : null })),
			theme,
			words
		),
	'funnel rows': (state, theme) =>
		funnelRows(
			members(state).map((one) => ({
				...one,
				shares: [one.value, part(one.value)].map((value) => (value === null ? null : value / 40)),
				labels: [one.label, '1', '2']
			})),
			['件', '采纳', '实施'],
			theme,
			words
		),
	flow: (state, theme) => {
		const nodes = members(state);
		const [from, to] = [nodes.slice(0, 2 + (numbers(state)[0] ? 1 : 0)), nodes.slice(2)];
		const links = from.flatMap((one, index) =>
			to.slice(index % 2).map((other) => ({
				...{ from: one.key, to: other.key, label: '' },
				value: (one.value ?? 2) + (other.value ?? 1) + 1
			}))
		);
		return flow({ from, to, links }, ['级别', '晋升'], theme);
	},
	heatmap: (state, theme) => {
		const rows = members(state);
		const columns = members(state).slice(0, 4);
		const cells = rows.flatMap((row, at) =>
			columns.slice(at % 2).map((column) => ({
				...{ row: row.key, column: column.key, label: `${at}`, blank: column.value === 0 },
				value: row.value === null || column.value === 0 ? null : row.value + (column.value ?? 0)
			}))
		);
		return heatmap(rows, columns, cells, theme, words);
	},
	trend: (state, theme) =>
		trend(
			['main', 'comparison'].map((role, index) => ({
				...{ key: role, name: role, role: role as 'main', values: index ? state.values.toReversed() : state.values },
				labels: state.values.map(String),
				provisional: members(state).map(({ provisional }) => provisional)
			})),
			members(state).map((one) => ({ ...one, label: one.key, ...(one.selected ? { mark: '1' } : {}) })),
			theme,
			{ ...text, target: state.provisional ? { value: 20, label: '目标' } : null }
		),
	movers: (state, theme) =>
		movers(
			members(state).map((one) => ({ ...one, change: (one.value ?? 5) - 10, notes: [] })),
			theme
		),
	bump: (state, theme) =>
		bump(
			{
				moments: ['一', '二', '三'],
				lines: members(state).map((one, index) => ({
					...one,
					ranks: [one.value === null ? null : index + 1, index + 1, one.value === 0 ? null : index + 1]
				})),
				breaks: state.selected ? [] : [2]
			},
			theme,
			{ place: String }
		),
	drift: (state, theme) =>
		drift(
			members(state).map((one) => ({
				...{ ...one, first: (one.value ?? 1) / 20 - 1, drifts: one.provisional },
				last: one.value === 0 ? -1 : 1 - (one.value ?? 1) / 30
			})),
			theme,
			{ mean: '平均', axis: String }
		),
	lorenz: (state, theme) =>
		lorenz(
			(['main', 'comparison'] as const).slice(0, state.selected ? 2 : 1).map((role) => ({
				...{ key: role, label: `${role}，系数`, role },
				corners: numbers(state).map((value, index) => ({
					...{ x: index / 6, y: (index / 6) ** 2 * (value > 20 ? 0.5 : 0.6), key: keys[index] as string },
					...{ name: name(keys[index] as string), selected: keys[index] === state.selected }
				}))
			})),
			theme,
			{ xTitle: '横', yTitle: '纵', equal: '完全均等' }
		),
	scatter: (state, theme) =>
		scatter(
			members(state).map((one, index) => ({
				...{ ...one, x: one.value ?? 3, y: index, xLabel: '', yLabel: '', named: index % 2 === 0 }
			})),
			theme,
			{
				xTitle: 'x',
				yTitle: 'y',
				xAxis: String,
				yAxis: String,
				provisional: '暂定',
				whole: state.provisional ? { x: 9, y: 3, label: '全国' } : null
			}
		)
};

/** What stands where, how it looks; which of what does not touch is drawn first is left to ECharts. */
function parts(svg: string): string[] {
	const shapes = [...svg.matchAll(/<(path|text|rect|circle|polygon|polyline|line|image)\b[^>]*>[^<]*/g)].map(
		([shape]) => shape.replaceAll(/ (ecmeta_\w+|class|id|clip-path)="[^"]*"/g, '').trim()
	);
	/* Points that only carry a label are too small to be seen. */
	return shapes.filter((shape) => !shape.includes('matrix(0.005,')).toSorted();
}

const cases = Object.keys(builders).flatMap((kind) =>
	states.flatMap((_, from) => states.map((__, to) => [kind, from, to] as const))
);

test.each(cases.filter(([, from, to]) => from !== to))('%s: from %i to %i it is as if drawn anew', (kind, from, to) => {
	const theme = chartTheme('light', { width: 620, height: 360 });
	const build = builders[kind] as (typeof builders)[string];
	const [before, after] = [states[from] as State, states[to] as State];
	expect(parts(drawSvg(build(after, theme), theme, build(before, theme)))).toEqual(
		parts(drawSvg(build(after, theme), theme))
	);
});
