import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Finding } from '#lib/leaderboard/codes.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { explainRow } from '#lib/leaderboard/explain.ts';
import { freezeBoards } from '#lib/leaderboard/freeze.ts';
import { advance, revealStart } from '#lib/leaderboard/reveal-state.ts';
import { planReveal, stageOf } from '#lib/leaderboard/reveal.ts';
import type { BoardRules, ChainStep } from '#lib/leaderboard/rules.ts';
import type { Bilingual } from '#lib/format/language.ts';
import { sentenceOf } from '#lib/server/answers/board-words.ts';
import {
	boardPanel,
	percentColumn,
	publishedColumns,
	reasonColumn,
	rulesOf,
	tierColumn,
	valueColumn
} from './board-panel.ts';
import { entry, groupOf, markedTotal, onlyGroup, total } from './cases-order.ts';
import type { Panel, Picture } from './picture.ts';

const results = rulesOf({ kind: 'results', chain: [{ field: 'total' }] });

const guests = groupOf(results, [
	entry('A', { total: 95 }),
	entry('B', { total: 94 }, { standing: 'guest' }),
	entry('C', { total: 93 }),
	entry('D', { total: null }, { standing: 'absent' }),
	entry('E', { total: 99 }, { standing: 'cancelled' }),
	entry('F', { total: 92 })
]);

const quotaEntries = [
	entry('A', { total: 98 }),
	entry('B', { total: 97 }, { standing: 'guest' }),
	entry('C', { total: 95 }),
	entry('D', { total: 95 }),
	entry('E', { total: 90 }),
	entry('F', { total: 88 })
];

/** The same five eligible entries and a guest, 40 % of which win: two places, and a tie across the second. */
function quota(title: Bilingual, cut: 'all-up' | 'all-down' | 'by-hand', decided?: object): Panel {
	const tier = { id: 'first', label: { zh: '一等奖', en: 'First' }, percent: 40, cut, ...(decided ? { decided } : {}) };
	const rules = rulesOf({ kind: 'results', chain: [{ field: 'total' }], tiers: [tier] });
	const group = groupOf(rules, quotaEntries);
	const [{ places = 0 } = {}] = group.cuts;
	return boardPanel(title, group, [total, tierColumn(rules)], {
		badge: { zh: `${places} 个名额`, en: `${places} places` },
		cutAfter: places
	});
}

/** Medals within two points: two golds leave no silver, and the bronze is shared by those within two of its best. */
function margins(): Panel {
	const medals = [
		['gold', '金牌', 'Gold'],
		['silver', '银牌', 'Silver'],
		['bronze', '铜牌', 'Bronze']
	].map(([id, zh, en]) => ({ id, label: { zh, en }, count: 1, margin: 2, cut: 'all-up' }));
	const rules = rulesOf({ kind: 'results', chain: [{ field: 'total' }], tiers: medals });
	const scored = [['A', '750'] as const, ['B', '748'] as const, ['C', '747'] as const, ['D', '745.5'] as const];
	const entries = [...scored, ['E', '744.9'] as const].map(([key, value]) => entry(key, { total: value }));
	const title = { zh: '相差 2 以内同获 margin', en: 'shared within 2 of its best' };
	return boardPanel(title, groupOf(rules, entries), [total, tierColumn(rules)]);
}

const published = groupOf(results, [
	entry('A', { total: 95 }, { publishedRank: 1 }),
	entry('B', { total: 93 }, { publishedRank: 2 }),
	entry('C', { total: 93 }, { publishedRank: 3 }),
	entry('D', { total: 92 }, { publishedRank: 4 }),
	entry('E', { total: 91 }, { publishedRank: 5, standing: 'guest' }),
	entry('F', { total: 90 }, { publishedRank: 6 })
]);

const freezeAt = '2026-05-16T16:00:00+08:00';
const clock = (time: string) => `2026-05-16T${time}:00+08:00`;
const frozenRules = rulesOf({ kind: 'results', chain: [{ field: 'total' }], freeze: { at: freezeAt } });
const late = (value: number, at: string, then: number, first: string) => ({
	values: { total: value },
	at: clock(at),
	earlier: [{ values: { total: then }, standing: 'eligible' as const, at: clock(first) }]
});
const contest: readonly Entry[] = [
	entry('A', { total: 80 }, { at: clock('14:00') }),
	entry('B', {}, late(90, '16:30', 75, '15:00')),
	entry('C', {}, late(82, '17:00', 70, '15:10'))
];

function reveal(): readonly Panel[] {
	const { public: open, staff } = freezeBoards(frozenRules, contest);
	const plan = planReveal(frozenRules, { before: onlyGroup(open).rows.map(({ entry: each }) => each), after: contest });
	const badge = { zh: '已封榜 16:00', en: 'frozen at 16:00' };
	const panels = [boardPanel({ zh: '观众看到的', en: 'What viewers see' }, onlyGroup(open), [total], { badge })];
	let state = revealStart;
	while (state.log.length < plan.hidden.size) {
		state = advance(plan, { ...state, stops: [] }, { type: 'step' });
		const name = plan.final.rows.find(({ entry: each }) => each.key === state.log.at(-1))?.entry.name ?? '';
		const title = { zh: `第 ${state.log.length} 步：揭晓${name}`, en: `Step ${state.log.length}: ${name} is revealed` };
		panels.push(boardPanel(title, stageOf(plan, state.log), [total]));
	}
	return [...panels, boardPanel({ zh: '工作人员看到的', en: 'What staff see' }, onlyGroup(staff), [total])];
}

/** The sentences of a row, with fields by their labels as the pages have them. */
function explained(rules: BoardRules, entries: readonly Entry[], key: string): Bilingual[] {
	const label = (field: string, language: keyof Bilingual) =>
		rules.chain.find((step: ChainStep) => step.field === field)?.label?.[language] ?? field;
	const said = (finding: Finding, language: keyof Bilingual) => {
		const { field = '' } = finding.details;
		return sentenceOf({ ...finding, details: { ...finding.details, field: label(field, language) } })[language];
	};
	return explainRow(rules, groupOf(rules, entries), key).map((each) => ({
		zh: said(each, 'zh'),
		en: said(each, 'en')
	}));
}

const labelled = rulesOf({
	kind: 'results',
	chain: [
		{ field: 'total', label: { zh: '总成绩', en: 'the total' } },
		{ field: 'time', direction: 'ascending', label: { zh: '用时', en: 'time' } }
	]
});
const raced = [
	entry('A', { total: '93', time: 3600 }),
	entry('B', { total: '93', time: 3650 }),
	entry('C', { total: '91.5', time: 3500 })
];
const rate = rulesOf({
	kind: 'rate',
	minimumDenominator: 10,
	chain: [{ field: 'value', label: { zh: '参赛率', en: 'the rate' } }]
});
const rated = [
	entry('A', { value: { numerator: 170, denominator: 200 } }),
	entry('B', { value: { numerator: 240, denominator: 300 } })
];

/** Fingerprints of one board and of what differs from it by one thing. */
function fingerprints(): Panel {
	const entries = [entry('A', { total: 1 })];
	const json = { kind: 'results', chain: [{ field: 'total' }] };
	const of = (rules: BoardRules, release: string, filters: Record<string, string>) =>
		makeBoard(rules, entries, { release, filters }).fingerprint.slice(0, 16);
	const plain = { region: '110000', period: '2026Q1' };
	const first = of(rulesOf(json), 'r1', plain);
	const lines: readonly (readonly [Bilingual, string])[] = [
		[{ zh: '发布 r1，规则第 1 版，2026 年一季度', en: 'Release r1, rules version 1, 2026 Q1' }, first],
		[
			{ zh: '同样的条件，写的次序不同', en: 'The same, written in another order' },
			of(rulesOf({ chain: json.chain, kind: json.kind }), 'r1', { period: '2026Q1', region: '110000' })
		],
		[{ zh: '换成发布 r2', en: 'Release r2' }, of(rulesOf(json), 'r2', plain)],
		[{ zh: '规则第 2 版', en: 'Rules version 2' }, of(rulesOf({ ...json, version: 2 }), 'r1', plain)],
		[{ zh: '2026 年二季度', en: '2026 Q2' }, of(rulesOf(json), 'r1', { ...plain, period: '2026Q2' })]
	];
	return {
		title: { zh: '指纹', en: 'Fingerprints' },
		columns: [
			{ title: { zh: '由什么得出', en: 'Made from' } },
			{ title: { zh: '前 16 位', en: 'First 16 digits' } },
			{ title: { zh: '与第一行', en: 'Against the first' } }
		],
		rows: lines.map(([text, digits]) => ({
			cells: [
				{ text },
				{ text: digits },
				digits === first
					? { text: { zh: '相同', en: 'same' }, tone: 'up' }
					: { text: { zh: '不同', en: 'differs' }, tone: 'warn' }
			]
		}))
	};
}

/** Rules 7 to 12: who takes part, who wins what, and what surrounds a board. */
export const aroundPictures = (): readonly Picture[] => [
	{
		name: '07-guests',
		alt: {
			zh: '打星的乙按成绩排在中间，没有名次，丙仍是第 2；缺考、取消列在最后',
			en: 'B, a guest, stands in place without a rank, and C is still second; the absent and the cancelled come last'
		},
		panels: [boardPanel({ zh: '打星、缺考、取消', en: 'Guests, absent, cancelled' }, guests, [total, reasonColumn])]
	},
	{
		name: '08-quotas',
		alt: {
			zh: '五个参评者的 40% 是 2 个名额，打星不占；并列跨过名额线，按规则都入、都不入，或由人决定。奖牌各 1 枚、相差 2 以内同获：两枚金牌，没有银牌，两枚铜牌',
			en: '40 % of five eligible entries are 2 places, the guest takes none; the tie across the cut goes up, down, or is decided by hand. One medal each, shared within 2: two golds, no silver, two bronzes'
		},
		panels: [
			quota({ zh: '都入 all-up', en: 'all of the tie get it' }, 'all-up'),
			quota({ zh: '都不入 all-down', en: 'none of it does' }, 'all-down'),
			quota({ zh: '人工决定 by-hand', en: 'open until decided' }, 'by-hand'),
			quota({ zh: '已决定：丁', en: 'decided: D' }, 'by-hand', [
				{ group: '', keys: ['D'], by: '示例评委会', note: '加赛' }
			]),
			margins()
		]
	},
	{
		name: '09-published',
		alt: {
			zh: '公布名次与计算名次不同的三行，各注明由来',
			en: 'Three rows whose published rank differs, each with the rule that makes it'
		},
		panels: [
			boardPanel({ zh: '与公布名次对照', en: 'Against the published ranks' }, published, [total, ...publishedColumns])
		]
	},
	{
		name: '10-freeze',
		alt: {
			zh: '封榜后观众看到 16 点以前的名次；揭榜从最低一行起逐项揭晓，最后与工作人员看到的相同',
			en: 'After the freeze viewers see the order before 16:00; the reveal goes from the lowest row up and ends at what staff see'
		},
		panels: reveal()
	},
	{
		name: '11-explanation',
		alt: {
			zh: '每一行说明与上下名次由什么分出先后、差多少、怎样改变',
			en: 'Each row says what decided against its neighbours, by how much, and what would change it'
		},
		panels: [
			boardPanel(
				{ zh: '乙为什么是第 2', en: 'Why B is second' },
				groupOf(labelled, raced),
				[markedTotal, valueColumn('time', { zh: '用时（秒）↑', en: 'Time (s), less first' }, { marked: true })],
				{ remarks: explained(labelled, raced, 'B') }
			),
			boardPanel(
				{ zh: '比率榜上，乙还差几人', en: 'How many more B needs in a rate' },
				groupOf(rate, rated),
				[
					valueColumn('value', { zh: '参赛 / 职工', en: 'Taking part / workers' }),
					percentColumn('value', { zh: '参赛率 ↓', en: 'Rate' })
				],
				{ remarks: explained(rate, rated, 'B') }
			)
		]
	},
	{
		name: '12-fingerprint',
		alt: {
			zh: '发布、规则、条件任何一项变了，指纹就变；只是次序不同，指纹不变',
			en: 'A change of release, rules or filters changes the fingerprint; another order of the same does not'
		},
		panels: [fingerprints()]
	}
];
