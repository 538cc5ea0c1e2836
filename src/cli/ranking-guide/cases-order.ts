import { makeBoard, type Board, type BoardContext, type BoardGroup } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { sentenceOf } from '#lib/server/answers/board-words.ts';
import {
	boardPanel,
	movementColumn,
	percentColumn,
	reasonColumn,
	rulesOf,
	valueColumn,
	type PanelColumn
} from './board-panel.ts';
import type { Picture } from './picture.ts';

const names = { A: '甲 A', B: '乙 B', C: '丙 C', D: '丁 D', E: '戊 E', F: '己 F' } as const;
/** Who stands on the boards of the pictures. */
export type Letter = keyof typeof names;

/** An eligible entry of a picture. */
export function entry(key: Letter, values: Entry['values'], more: Partial<Entry> = {}): Entry {
	return { key, name: names[key], standing: 'eligible', values, ...more };
}

/** The one group of a board. */
export function groupOf(rules: BoardRules, entries: readonly Entry[], context?: BoardContext): BoardGroup {
	return onlyGroup(makeBoard(rules, entries, context));
}

/** The one group of a board that is made already. */
export function onlyGroup({ groups }: Board): BoardGroup {
	const [group] = groups;
	if (!group || groups.length > 1) throw new Error(`${groups.length} groups`);
	return group;
}

/** The total of a result, and the same marked where it decided. */
export const total = valueColumn('total', { zh: '总成绩 ↓', en: 'Total' });
export const markedTotal = valueColumn('total', { zh: '总成绩 ↓', en: 'Total' }, { marked: true });
const score = { kind: 'results', chain: [{ field: 'total' }] } as const;

const ties = groupOf(rulesOf(score), [
	entry('A', { total: '95.50' }),
	entry('B', { total: '92.004' }),
	entry('C', { total: '92' }),
	entry('D', { total: '92.0' }),
	entry('E', { total: '91.995' }),
	entry('F', { total: '91.2' })
]);

const chain = rulesOf({ kind: 'results' });
const chained = groupOf(chain, [
	entry('A', { total: 93, time: 3600, practical: 94, theory: 91 }),
	entry('B', { total: 93, time: 3650, practical: 95, theory: 90 }),
	entry('C', { total: 93, time: 3650, practical: '94.5', theory: 92 }),
	entry('D', { total: 92, time: 3500, practical: 90, theory: 95 }),
	entry('E', { total: 92, time: 3500, practical: 90, theory: 95 })
]);
const chainColumns: readonly PanelColumn[] = [
	markedTotal,
	valueColumn('time', { zh: '用时（秒）↑', en: 'Time (s), less first' }, { marked: true }),
	valueColumn('practical', { zh: '实操 ↓', en: 'Practical' }, { marked: true }),
	valueColumn('theory', { zh: '理论 ↓', en: 'Theory' }, { marked: true })
];

const teamRules = rulesOf({ kind: 'results', team: { best: 2, field: 'total', places: 1 } });
const member = (team: string, event: string, value: number): Entry => ({
	...entry('A', { total: value }),
	key: `${team}${event}`,
	team,
	event
});
const teams = groupOf(teamRules, [
	...[member('甲 A', 'x', 90), member('乙 B', 'x', 85), member('丙 C', 'x', 80)],
	...[member('甲 A', 'y', 80), member('乙 B', 'y', 85), member('丙 C', 'y', 95)]
]);

const units = (['A', 'B', 'C', 'D'] as const).map((key, at) => {
	const [numerator = 0, denominator = 0] = [
		[900, 3000],
		[600, 1000],
		[450, 500],
		[300, 600]
	][at] as number[];
	return { key, numerator, denominator };
});
const amounts = groupOf(
	rulesOf({ kind: 'measure' }),
	units.map(({ key, numerator }) => entry(key, { value: numerator }))
);
const rates = groupOf(
	rulesOf({ kind: 'rate', minimumDenominator: 100 }),
	units.map(({ key, numerator, denominator }) => entry(key, { value: { numerator, denominator } }))
);

const ratio = valueColumn('value', { zh: '参赛 / 职工', en: 'Taking part / workers' });
const percent = percentColumn('value', { zh: '参赛率 ↓', en: 'Rate' });
const small = groupOf(rulesOf({ kind: 'rate', minimumDenominator: 100 }), [
	entry('A', { value: { numerator: 170, denominator: 200 } }),
	entry('B', { value: { numerator: 3, denominator: 3 } }),
	entry('C', { value: { numerator: 240, denominator: 300 } }),
	entry('D', { value: null }),
	entry('E', { value: { numerator: 0, denominator: 0 } })
]);

const measure = rulesOf({ kind: 'measure' });
const amount = valueColumn('value', { zh: '参赛人数 ↓', en: 'Taking part' });
const expected = (['A', 'B', 'C', 'D'] as const).map((key) => ({ key, name: names[key] }));
const reported = [entry('A', { value: 120 }), entry('B', { value: 95 }), entry('C', { value: 88 })];
const incomplete = groupOf(measure, reported, { expected });
const complete = groupOf(measure, [...reported, entry('D', { value: 130 })], { expected });

const before = makeBoard(measure, [entry('A', { value: 50 }), entry('B', { value: 60 }), entry('C', { value: 70 })]);
const later = [
	...[entry('A', { value: 75 }), entry('B', { value: 65 }), entry('C', { value: 72 })],
	entry('D', { value: 40 })
];
const baseline = { name: '2024', board: before };
const moved = groupOf(measure, later, { baseline });
const unmoved = groupOf(rulesOf({ kind: 'measure', chain: [{ field: 'value' }, { field: 'rate' }] }), later, {
	baseline
});

/** Rules 1 to 6: what decides places, and what a place is worth. */
export const orderPictures = (): readonly Picture[] => [
	{
		name: '01-ties',
		alt: {
			zh: '四个都显示 92.00：只有精确值相等的两个并列第 3，下一名是第 5',
			en: 'Four show 92.00; only the two that are exactly equal share rank 3, and the next is 5'
		},
		panels: [
			boardPanel({ zh: '按精确值排名', en: 'Ranked on exact values' }, ties, [
				valueColumn('total', { zh: '显示', en: 'As shown' }, { digits: 2 }),
				valueColumn('total', { zh: '精确值 ↓', en: 'Exact' })
			])
		]
	},
	{
		name: '02-chain',
		alt: {
			zh: '同分的依次看用时、实操、理论，分出先后的那一格加粗；全部相同的并列。团体同分时看第一名的个数',
			en: 'Equal totals go by time, practical, theory, the deciding cell is bold; equal on all is tied. Teams go by first places'
		},
		panels: [
			boardPanel({ zh: '个人：四步同分规则', en: 'People: a chain of four' }, chained, chainColumns),
			boardPanel({ zh: '团体：最好两人之和', en: 'Teams: the best two' }, teams, [
				valueColumn('team', { zh: '团体 ↓', en: 'Sum' }, { marked: true }),
				valueColumn('place1', { zh: '第一名个数 ↓', en: 'First places' }, { marked: true })
			])
		]
	},
	{
		name: '03-totals-rates',
		alt: {
			zh: '同样四个单位：总量榜甲第一，比率榜丙第一',
			en: 'The same four units: A leads the board of totals, C that of rates'
		},
		panels: [
			boardPanel({ zh: '总量榜', en: 'Board of totals' }, amounts, [amount]),
			boardPanel({ zh: '比率榜', en: 'Board of rates' }, rates, [ratio, percent])
		]
	},
	{
		name: '04-minimum',
		alt: {
			zh: '3 人全部参赛是 100%，但基数低于 100，不排名；分母未报的也不排名',
			en: 'Three of three is 100 %, but the base is below 100, so no rank; nor is there one without a base'
		},
		panels: [
			boardPanel({ zh: '比率榜，基数至少 100', en: 'Rates, base of at least 100' }, small, [
				ratio,
				percent,
				reasonColumn
			])
		]
	},
	{
		name: '05-completeness',
		alt: {
			zh: '丁未报时名次是暂定的；丁报来后位列第一，其余各退一名',
			en: 'While D is silent the ranks are provisional; once D has reported it leads and the others fall by one'
		},
		panels: [
			boardPanel({ zh: '报齐以前', en: 'Before all have reported' }, incomplete, [amount, reasonColumn], {
				badge: {
					zh: `暂定 · 已报 ${incomplete.completeness.reported}/${incomplete.completeness.expected}`,
					en: `provisional, ${incomplete.completeness.reported} of ${incomplete.completeness.expected}`
				}
			}),
			boardPanel({ zh: '报齐以后', en: 'When all have' }, complete, [amount])
		]
	},
	{
		name: '06-movement',
		alt: {
			zh: '甲从第 3 升到第 1，上升 2；规则改了就不显示升降，并说明原因',
			en: 'A rose from 3 to 1, up 2; under other rules there is no movement, and the board says why'
		},
		panels: [
			boardPanel({ zh: '2024 年（基准）', en: '2024, the baseline' }, onlyGroup(before), [amount]),
			boardPanel({ zh: '2025 年，与 2024 年比', en: '2025 against 2024' }, moved, [amount, movementColumn]),
			boardPanel(
				{ zh: '2025 年，规则改了', en: '2025 under other rules' },
				unmoved,
				[amount, movementColumn],
				unmoved.movement.reason ? { remarks: [sentenceOf(unmoved.movement.reason)] } : {}
			)
		]
	}
];
